/** Every endpoint the stand-in serves. */
import type { Endpoint } from './endpoint.ts';
import { getSource } from './get-source.ts';
import { realEstateDelete } from './real-estate-delete.ts';
import { realEstateUpdate } from './real-estate-update.ts';
import { updateGoogleSheetData } from './update-google-sheet-data.ts';

/** The endpoints, each by its document. */
export const ENDPOINTS: readonly Endpoint[] = [realEstateUpdate, realEstateDelete, updateGoogleSheetData, getSource];

/** Every endpoint the stand-in serves. */
import type { Endpoint } from './endpoint.ts';
import { getSource } from './get-source.ts';
import { realEstateCreate } from './real-estate-create.ts';
import { realEstateDelete } from './real-estate-delete.ts';
import { realEstateList } from './real-estate-list.ts';
import { realEstateUpdate } from './real-estate-update.ts';
import { updateGoogleSheetData } from './update-google-sheet-data.ts';

/** The endpoints, each by its document. */
export const ENDPOINTS: readonly Endpoint[] = [
  realEstateUpdate,
  realEstateCreate,
  realEstateDelete,
  realEstateList,
  updateGoogleSheetData,
  getSource,
];

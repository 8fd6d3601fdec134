/** Reads the settings that a glance at a tab needs, without all that the other settings mean. */
import * as v from 'valibot';
import { sheetNumberSchema } from '../sheet/sheet-numbers.ts';
import { lazySchema } from '../terms/lazy-schema.ts';
import { parseStored } from '../terms/parse-stored.ts';

const headerRowSchema = lazySchema(() => v.object({ headerRowNumber: sheetNumberSchema }));

/** The number of the header row in a tab's stored settings; `undefined` where it is to be found. */
export function headerRowSetting(storedSettings: string | null): number | undefined {
  return parseStored(headerRowSchema, storedSettings)?.headerRowNumber;
}

const createSchema = lazySchema(() => v.object({ createMissing: v.picklist(['ask', 'on']) }));

/** Whether the tab creates listings that the platform does not have, be it only when a person says so. */
export function createsMissing(storedSettings: string | null): boolean {
  return parseStored(createSchema, storedSettings) !== undefined;
}

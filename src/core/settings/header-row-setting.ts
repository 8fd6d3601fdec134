/** Reads the one setting that a glance at a tab needs, without all that the other settings mean. */
import * as v from 'valibot';
import { sheetNumberSchema } from '../sheet/sheet-numbers.ts';
import { parseStored } from '../terms/parse-stored.ts';

const headerRowSchema = v.object({ headerRowNumber: sheetNumberSchema });

/** The number of the header row in a tab's stored settings; `undefined` where it is to be found. */
export function headerRowSetting(storedSettings: string | null): number | undefined {
  return parseStored(headerRowSchema, storedSettings)?.headerRowNumber;
}

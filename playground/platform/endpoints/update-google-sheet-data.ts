/** Replaces rows of the chatbot by their IDs. */
import * as v from 'valibot';
import { closedObject, filledText, flatObject, number } from './body-schemas.ts';
import { endpoint, firstPart, type Operation } from './endpoint.ts';

type SheetRowsBody = v.InferOutput<typeof sheetRowsBody>;

/**
 * `UpdateGoogleSheetData`. The same ID twice is refused, because the document does not say which of the two would win.
 *
 * @see https://chat.smarterbot.ai/guides/developer/api/chatbot/knowledge/source/googlesheet/update-googlesheet-data
 * "Update Google Sheet Data" (read 2026-11-21)
 */
const sheetRowsBody = closedObject({
  serialNumber: filledText,
  rows: v.pipe(
    v.array(
      closedObject({ ID: v.pipe(number, v.safeInteger('an integer')), Data: flatObject() }),
      'an array of {ID, Data}',
    ),
    v.minLength(1, 'an array that holds at least one row'),
    v.check(
      (rows) => new Set(rows.map((row) => row.ID)).size === rows.length,
      'an array in which every ID occurs once',
    ),
  ),
});

/** `UpdateGoogleSheetData`, as its document has it. */
export const updateGoogleSheetData = endpoint('UpdateGoogleSheetData', sheetRowsBody, sheetRowsOperation);

function sheetRowsOperation(body: SheetRowsBody): Operation {
  return {
    serialNumber: body.serialNumber,
    serialMember: 'serialNumber',
    carryOut(records, share) {
      const ids = records.replaceRows(firstPart(body.rows, share));
      return { data: ids, isApplied: ids.length > 0 };
    },
  };
}

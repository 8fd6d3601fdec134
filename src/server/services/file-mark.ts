/** What tells this spreadsheet's messages from those of others: a few digits that its id always gives. */
import { murmurHash } from '../../core/terms/murmur-hash.ts';

/** Eight hexadecimal digits. They name the file to nobody who does not know its id. */
export function fileMark(): string {
  return murmurHash(SpreadsheetApp.getActiveSpreadsheet().getId()).slice(0, 8);
}

/** Reads IDs: text that may look like a number but must keep every digit, zero and letter. */
import type { Cell } from '../../sheet/table.ts';
import { found, nothing, type Reading, unreadable } from '../reading.ts';
import { entryOf, withoutQuantity } from './entry.ts';
import { isScientificDamage, wholeNumberAsText } from './number-as-text.ts';

const DIGITS_EXPLAINED =
  'Sheets turned the ID into a number and its digits are lost; format the column as plain text and type it again.';

const SUM_EXPLAINED = 'The row seems to sum up others; leave it out of the selection.';
/** What stands in the first column of a row that sums up others. */
const SUM =
  /^(?:(?:grand |sub ?-?)?totals?|sums?|averages?|avg|mean|median|count|summe|gesamt|total general|promedio|media|moyenne|totale)\s*:?$/i;

function isSum(text: string): boolean {
  return text.length < 20 && SUM.test(text);
}

/** Reads an ID from what the cell shows: trimmed, leading zeros kept, `12345 ` and 12345 alike; 0 is empty. */
export function readId(cell: Cell, expected: string): Reading<string> {
  const entry = entryOf(cell);
  switch (entry.kind) {
    case 'text':
      if (isScientificDamage(entry.text)) return unreadable(expected, DIGITS_EXPLAINED);
      if (isSum(entry.text)) return unreadable(expected, SUM_EXPLAINED);
      return entry.text === '0' ? nothing() : found(entry.text);
    case 'number':
      return entry.value === 0 ? nothing() : readNumberId(entry.value, cell, expected);
    default:
      return withoutQuantity(entry, expected);
  }
}

function readNumberId(value: number, cell: Cell, expected: string): Reading<string> {
  const text = wholeNumberAsText(value, cell);
  return text === undefined ? unreadable(expected, DIGITS_EXPLAINED) : found(text);
}

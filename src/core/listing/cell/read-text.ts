/** Reads prose: descriptions, addresses, names, and columns that are sent along as they are. */
import type { Cell } from '../../sheet/table.ts';
import { found, type Reading } from '../reading.ts';
import { proseEntryOf, withoutQuantity } from './entry.ts';
import { wholeNumberAsText } from './number-as-text.ts';

/** Longer texts are sent whole, but a person should know. */
const LONG_TEXT_CHARACTERS = 10_000;
const MIDNIGHT = /T00:00:00$/;

/**
 * Reads text as it stands, cleaned of what no eye sees. A number becomes the same digits under every locale. A date or
 * a checkbox is unreadable: Sheets made it from something else, such as `1-2 Main`.
 */
export function readText(cell: Cell, expected: string): Reading<string> {
  const entry = proseEntryOf(cell);
  switch (entry.kind) {
    case 'text':
      return found(entry.text, entry.text.length > LONG_TEXT_CHARACTERS ? longTextNote(entry.text) : undefined);
    case 'number':
      return found(wholeNumberAsText(entry.value, cell) ?? String(entry.value));
    default:
      return withoutQuantity(entry, expected);
  }
}

/** Reads a column that fits no field: text, numbers, dates as `2025-12-31`, checkboxes as `Yes` and `No`. */
export function readExtension(cell: Cell, expected: string): Reading<string> {
  const entry = proseEntryOf(cell);
  if (entry.kind === 'date') return found(entry.date.wallTime.replace(MIDNIGHT, ''));
  return entry.kind === 'boolean' ? found(entry.value ? 'Yes' : 'No') : readText(cell, expected);
}

function longTextNote(text: string): string {
  return `the text has ${text.length} characters, which a chatbot may cut`;
}

/** Reads a cell as a plain number, as written under the spreadsheet's locale. */
import type { Cell } from '../../sheet/table.ts';
import { found, type ReadContext, type Reading, unreadable } from '../reading.ts';
import { entryOf, withoutQuantity } from './entry.ts';
import { parseNumeral, resolveNumeral } from './numeral.ts';
import { numeralStyleIn } from './numeral-style.ts';

/** Why a number that can be read in two ways is asked about. */
export const AMBIGUOUS_EXPLAINED =
  'A dot or comma before three digits can mean thousands or decimals; type the number without it.';

/** Reads a number: a number cell as it is, text by the locale's signs. `expected` completes "… is not …". */
export function readNumber(cell: Cell, context: ReadContext, expected: string): Reading<number> {
  const entry = entryOf(cell);
  switch (entry.kind) {
    case 'number':
      return found(entry.value);
    case 'text':
      return readNumberText(entry.text, context, expected);
    default:
      return withoutQuantity(entry, expected);
  }
}

/** Reads written digits by the locale's signs; unreadable when they are no number or can be read in two ways. */
function readNumberText(text: string, context: ReadContext, expected: string): Reading<number> {
  const numeral = parseNumeral(text);
  if (numeral === undefined) return unreadable(expected);
  const value = resolveNumeral(numeral, numeralStyleIn(context));
  return value === undefined ? unreadable(expected, AMBIGUOUS_EXPLAINED) : found(value);
}

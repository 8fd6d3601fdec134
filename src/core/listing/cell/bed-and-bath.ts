/** Takes bedrooms and bathrooms apart where one column holds both: `2/1.50` under *Bd/Ba*. */
import type { Cell } from '../../sheet/table.ts';
import { type Reading, unreadable } from '../reading.ts';
import { BATH_NOUNS, BED_NOUNS } from '../vocabulary/count-nouns.ts';

const NAMES_BOTH = new RegExp(`^ *(?:${BED_NOUNS}) *(?:[/&,|+-]|and)? *(?:${BATH_NOUNS})\\.? *$`, 'i');
const BOTH = new RegExp(
  `^(\\d{1,2}|studio|st) ?(?:${BED_NOUNS})?\\.? ?[/|&,-] ?(\\d{1,2}(?:\\.\\d{1,2})?) ?(?:${BATH_NOUNS})?\\.?$`,
  'i',
);
const BOTH_EXPLAINED = 'Under this header bedrooms and bathrooms stand as 3/2 or 3/2.5, as text.';

/** Whether a column is named for both. */
export function namesBedAndBath(header: string): boolean {
  return NAMES_BOTH.test(header);
}

/** Reads one of the two from such a cell; a lone number says neither. */
export function readOneOfBoth(
  cell: Cell,
  which: 'bed' | 'bath',
  read: (cell: Cell) => Reading<number>,
  expected: string,
): Reading<number> {
  const match = typeof cell.value === 'string' ? BOTH.exec(cell.value.trim()) : null;
  if (match === null) {
    const whole = read(cell);
    return whole.kind === 'empty' ? whole : unreadable(expected, BOTH_EXPLAINED);
  }
  const part = (which === 'bed' ? match[1] : match[2]) ?? '';
  const text = /^st$/i.test(part) ? 'studio' : part;
  return read({ value: text, text });
}

/** Reads the number of bedrooms in the ways people and portals write it. */
import type { Cell } from '../../sheet/table.ts';
import { found, type ReadContext, type Reading, unreadable } from '../reading.ts';
import { BED_NOUNS } from '../vocabulary/count-nouns.ts';
import { entryOf, withoutQuantity } from './entry.ts';
import { expectationOf } from './expectation.ts';
import { languageOf } from './numeral-style.ts';
import { isOnlyNines, standIn } from './only-nines.ts';

/** A hotel-sized building; above this the number belongs elsewhere. Real sheets hold outliers such as 15 and 43. */
const HIGHEST_COUNT = 500;

const NO_BEDROOM = /^(?:studio|bachelor|efficiency|est[uú]dio|kitnet|loft studio)(?: (?:apartment|apt|flat|unit))?$/i;
const BED_WORD = `(?:${BED_NOUNS})`;
const PLAIN = new RegExp(`^(\\d{1,3})(?:[.,]0+)? ?-?(?:${BED_WORD}\\.?)?$`, 'i');
const WITH_EXTRA = new RegExp(`^(\\d{1,3}) ?(?:${BED_WORD}\\.?)? ?\\+ ?(\\d{1,2}|[\\p{L}][\\p{L} /]*)$`, 'iu');
/** Portuguese typology: T2 is a home with two bedrooms, T2+1 has one more room without a window. */
const TYPOLOGY = /^T(\d{1,2})(?: ?\+ ?(\d))?$/i;
const RANGE = /^\d+ ?(?:-|–|—|to|or|\/) ?\d+/i;

const RANGE_EXPLAINED = 'It gives more than one number.';
const ROOMS_EXPLAINED = 'In French listings T2 counts rooms, not bedrooms.';
const HALF_EXPLAINED = 'Half rooms are counted in rooms, not in bedrooms.';

const EXPECTED = expectationOf('Bedrooms');

/** Reads a number of bedrooms: `3`, `3 BHK`, `Studio` (0), `3 + den` (3, with a note), `T2` (2). */
export function readBedrooms(cell: Cell, context: ReadContext): Reading<number> {
  const entry = entryOf(cell);
  switch (entry.kind) {
    case 'number':
      return checkCount(entry.value);
    case 'text':
      return readBedroomsText(entry.text, context);
    default:
      return withoutQuantity(entry, EXPECTED);
  }
}

function readBedroomsText(text: string, context: ReadContext): Reading<number> {
  const plain = PLAIN.exec(text)?.[1];
  if (plain !== undefined) return checkCount(Number(plain));
  if (NO_BEDROOM.test(text)) return found(0);
  return readWithExtra(text) ?? readTypology(text, context) ?? unreadable(EXPECTED, explanationOf(text));
}

function readWithExtra(text: string): Reading<number> | undefined {
  const match = text.includes('+') ? WITH_EXTRA.exec(text) : null;
  if (match === null) return undefined;
  return found(Number(match[1]), `“${text}” is sent as ${Number(match[1])}, without the extra “${match[2]}”`);
}

function readTypology(text: string, context: ReadContext): Reading<number> | undefined {
  const match = TYPOLOGY.exec(text);
  if (match === null) return undefined;
  if (languageOf(context.locale) === 'fr') return unreadable(EXPECTED, ROOMS_EXPLAINED);
  return found(Number(match[1]), `“${text}” is sent as ${Number(match[1])} bedrooms`);
}

function checkCount(count: number): Reading<number> {
  if (isOnlyNines(count, 2)) return standIn(count);
  if (Number.isInteger(count) && count >= 0 && count <= HIGHEST_COUNT) return found(count);
  return Number.isInteger(count * 2) && count > 0 ? unreadable(EXPECTED, HALF_EXPLAINED) : unreadable(EXPECTED);
}

function explanationOf(text: string): string | undefined {
  if (RANGE.test(text)) return RANGE_EXPLAINED;
  return /^\d+[.,]5\b/.test(text) ? HALF_EXPLAINED : undefined;
}

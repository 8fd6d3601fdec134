/** Reads the number of bathrooms, in which a half bath counts 0.5, from totals, fractions and full/half notations. */
import type { Cell } from '../../sheet/table.ts';
import { found, nothing, type ReadContext, type Reading, unreadable } from '../reading.ts';
import { BATH_NOUNS } from '../vocabulary/count-nouns.ts';
import { entryOf, withoutQuantity } from './entry.ts';
import { expectationOf } from './expectation.ts';
import { expandFractions } from './fractions.ts';
import { parseNumeral, resolveNumeral } from './numeral.ts';
import { numeralStyleIn } from './numeral-style.ts';
import { isOnlyNines, standIn } from './only-nines.ts';

/** What each kind of bath adds to the total. */
export const BATH_WEIGHTS = { full: 1, threeQuarter: 0.75, half: 0.5, quarter: 0.25 } as const;

const HIGHEST_TOTAL = 500;
const BATH_WORD = new RegExp(`[ -]?(?:${BATH_NOUNS})\\.?$`, 'i');
const COUNTED_KIND =
  /(\d+) ?(full|fb|f|three[ -]quarters?|3\/4|tq|¾|half|halves|hb|h|1\/2|½|partials?|quarters?|1\/4|¼)(?![a-z\d])(?: ?(?:baths?|bathrooms?|ba)(?![a-z]))?/gi;
const BETWEEN_KINDS = /^(?:[\s,;/+&]|and|with)*$/i;
const FULL_SLASH_HALF = /^(\d+) ?\/ ?(\d+)$/;
const TOTAL_WITH_PARTS = /^(\d+) ?\( ?(\d+)[ /,]+(\d+) ?\)$/;
const RANGE = /^\d+ ?(?:-|–|to|or) ?\d+$/i;

const ZERO_NOTE = '0 is taken as “not known”';
const FRACTION_EXPLAINED = 'It can be a part of one bath, or full and half baths; type 0.5, or 1 full 2 half.';
const DECIMALS_EXPLAINED = 'A half bath counts 0.5: type 2.5 for 2 full and 1 half.';
const TOTAL_EXPLAINED = 'The total does not equal full and half baths.';
const RANGE_EXPLAINED = 'It gives more than one number.';

const EXPECTED = expectationOf('Bathrooms');

/** Reads a number of bathrooms: `2.5`, `2½ baths`, `2 full, 1 half`, `2/1`, `3 (2 1)`; 0 is empty. */
export function readBathrooms(cell: Cell, context: ReadContext): Reading<number> {
  const entry = entryOf(cell);
  switch (entry.kind) {
    case 'number':
      return checkTotal(entry.value);
    case 'text':
      return readBathroomsText(entry.text, context);
    default:
      return withoutQuantity(entry, EXPECTED);
  }
}

/** Checks a total of bathrooms: quarters only, and 0 means that nobody knows. */
export function checkTotal(total: number): Reading<number> {
  if (total === 0) return nothing(ZERO_NOTE);
  if (isOnlyNines(total, 2)) return standIn(total);
  if (total < 0 || total > HIGHEST_TOTAL) return unreadable(EXPECTED);
  return Number.isInteger(total * 4) ? found(total) : unreadable(EXPECTED, DECIMALS_EXPLAINED);
}

function readBathroomsText(text: string, context: ReadContext): Reading<number> {
  return (
    readSlash(text) ?? readTotalWithParts(text) ?? readTotal(text, context) ?? readCountedKinds(text) ?? refuse(text)
  );
}

function readTotal(text: string, context: ReadContext): Reading<number> | undefined {
  const numeral = parseNumeral(expandFractions(text).replace(BATH_WORD, '').trim());
  const total = numeral === undefined ? undefined : resolveNumeral(numeral, numeralStyleIn(context));
  return total === undefined ? undefined : checkTotal(total);
}

function readSlash(text: string): Reading<number> | undefined {
  const match = FULL_SLASH_HALF.exec(text);
  if (match === null) return undefined;
  const full = Number(match[1]);
  const half = Number(match[2]);
  // 1/2 alone is a half bath to some and one full and two half baths to others.
  if (full < half) return unreadable(EXPECTED, FRACTION_EXPLAINED);
  return checkTotal(full + half * BATH_WEIGHTS.half);
}

function readTotalWithParts(text: string): Reading<number> | undefined {
  const match = TOTAL_WITH_PARTS.exec(text);
  if (match === null) return undefined;
  const full = Number(match[2]);
  const half = Number(match[3]);
  if (Number(match[1]) !== full + half) return unreadable(EXPECTED, TOTAL_EXPLAINED);
  return checkTotal(full + half * BATH_WEIGHTS.half);
}

function readCountedKinds(text: string): Reading<number> | undefined {
  let total = 0;
  const rest = text.replace(COUNTED_KIND, (_, count: string, kind: string) => {
    total += Number(count) * weightOf(kind.toLowerCase());
    return ' ';
  });
  return rest !== text && BETWEEN_KINDS.test(rest) ? checkTotal(total) : undefined;
}

function weightOf(kind: string): number {
  if (kind.startsWith('f')) return BATH_WEIGHTS.full;
  if (/^(?:t|3|¾)/.test(kind)) return BATH_WEIGHTS.threeQuarter;
  return /^(?:q|1\/4|¼)/.test(kind) ? BATH_WEIGHTS.quarter : BATH_WEIGHTS.half;
}

function refuse(text: string): Reading<never> {
  return RANGE.test(text) ? unreadable(EXPECTED, RANGE_EXPLAINED) : unreadable(EXPECTED);
}

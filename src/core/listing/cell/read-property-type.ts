/** Reads property types: codes become readable labels, free text stays. */
import type { Cell } from '../../sheet/table.ts';
import { found, nothing, type ReadContext, type Reading } from '../reading.ts';
import { LISTING_STATUS } from '../vocabulary/listing-status.ts';
import { matchWord } from '../vocabulary/match-word.ts';
import { wordsOf } from '../vocabulary/normalize-word.ts';
import { PROPERTY_TYPE } from '../vocabulary/property-type.ts';
import { SALE_TYPE } from '../vocabulary/sale-type.ts';
import { opensWithNothing } from './blank-text.ts';
import { expectationOf } from './expectation.ts';
import { readText } from './read-text.ts';

const SAYS_NOTHING = /^others?$/i;

/** Shorter words are codes of a team's own, which may mean anything. */
const SHORTEST_WORD = 3;
/** Longer texts say more than how a home is offered. */
const LONGEST_WORD = 60;

/**
 * Reads a property type: `SINGLE_FAMILY` → `Single Family Residential`, `Beach bungalow` as it is; `Other` is empty, and so
 * is a word that says how or whether a home is offered: `Lease/Rent`, `Pending`.
 */
export function readPropertyType(cell: Cell, context: ReadContext): Reading<string> {
  const reading = readText(cell, expectationOf('PropertyType'));
  if (reading.kind !== 'value') return reading;
  if (SAYS_NOTHING.test(reading.value)) return nothing(`“${reading.value}” is not a property type`);
  if (opensWithNothing(reading.value)) return nothing(`“${reading.value}” is not a property type`);
  const match = matchWord(PROPERTY_TYPE, reading.value, context.taughtWords);
  if (match.kind === 'meaning') return found(match.meaning);
  return isAboutOffer(reading.value)
    ? nothing(`“${reading.value}” says how the home is offered, not what it is`)
    : reading;
}

/** Only words that are about nothing else: `Residential` and `Residential Lease` name a type as well. */
function isAboutOffer(text: string): boolean {
  if (
    text.length < SHORTEST_WORD ||
    text.length > LONGEST_WORD ||
    wordsOf(text).some((word) => SALE_TYPE.besides().has(word))
  )
    return false;
  return [SALE_TYPE, LISTING_STATUS].some((vocabulary) => matchWord<string>(vocabulary, text).kind === 'meaning');
}

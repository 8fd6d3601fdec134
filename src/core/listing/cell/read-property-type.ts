/** Reads property types: codes become readable labels, free text stays. */
import type { Cell } from '../../sheet/table.ts';
import { found, nothing, type ReadContext, type Reading } from '../reading.ts';
import { matchWord } from '../vocabulary/match-word.ts';
import { PROPERTY_TYPE } from '../vocabulary/property-type.ts';
import { expectationOf } from './expectation.ts';
import { readText } from './read-text.ts';

const SAYS_NOTHING = /^others?$/i;

/** Reads a property type: `SINGLE_FAMILY` → `Single Family Residential`, `Beach bungalow` as it is; `Other` is empty. */
export function readPropertyType(cell: Cell, context: ReadContext): Reading<string> {
  const reading = readText(cell, expectationOf('PropertyType'));
  if (reading.kind !== 'value') return reading;
  if (SAYS_NOTHING.test(reading.value)) return nothing(`“${reading.value}” is not a property type`);
  const match = matchWord(PROPERTY_TYPE, reading.value, context.taughtWords);
  return match.kind === 'meaning' ? found(match.meaning) : reading;
}

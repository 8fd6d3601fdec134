/** Reads the unit that a column gives for a row's areas. */
import type { Cell } from '../../sheet/table.ts';
import { found, type ReadContext, type Reading, unreadable } from '../reading.ts';
import { AREA_UNIT, type AreaUnit, areaUnitOf, LOCAL_AREA_UNITS } from '../vocabulary/area-unit.ts';
import { matchWord } from '../vocabulary/match-word.ts';
import { entryOf } from './entry.ts';
import { expectationOf } from './expectation.ts';
import { readWord } from './read-word.ts';

const EXPECTED = expectationOf('AreaUnit');
const LOCAL_UNITS: ReadonlySet<string> = new Set(LOCAL_AREA_UNITS);

/** Why an area in a unit of some place cannot be converted. */
export const LOCAL_UNIT_EXPLAINED =
  'The unit differs from place to place; give the area in sq ft, m², acres or hectares.';

/** Reads a unit of area, also one that the platform does not know and the areas are converted from: `sq.yd.`, `Acres`. */
export function readAreaUnit(cell: Cell, context: ReadContext): Reading<AreaUnit> {
  const entry = entryOf(cell);
  if (entry.kind === 'text' && matchWord(AREA_UNIT, entry.text, context.taughtWords).kind === 'unknown') {
    const unit = areaUnitOf(entry.text);
    if (unit !== undefined) return found(unit);
    if (LOCAL_UNITS.has(entry.text.toLowerCase().replace(/\.$/, ''))) return unreadable(EXPECTED, LOCAL_UNIT_EXPLAINED);
  }
  return readWord(AREA_UNIT, cell, context, EXPECTED);
}

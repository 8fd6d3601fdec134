/** Stands in for the planner of a tab that allows none any more, so that rows which wait can be let go in words. */

import { settledOutcome } from '../own-cells/outcome.ts';
import { ownColumnIndexes } from '../words/own-headers.ts';
import { firstText, type RowPlanner } from './row-planner.ts';

/** A planner that sends nothing, and under whose mapping nothing was ever planned. */
export function unplannedTab(headers: readonly string[]): RowPlanner {
  const own = ownColumnIndexes(headers);
  const others = headers.flatMap((_, columnIndex) => (own.has(columnIndex) ? [] : [columnIndex]));
  return {
    mapping: '',
    keyColumnIndexes: [],
    readColumnIndexes: others,
    hidesLinks: false,
    keyOf: () => '',
    needsText: () => false,
    labelOf: (row) => firstText(row, others),
    plan: () => ({ kind: 'settled', outcome: settledOutcome('Skipped', 'The tab cannot be read any more.') }),
  };
}

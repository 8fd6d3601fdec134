/** Plans the deletes of listings that have left: what a row of the file shows again, or nobody can tell of, stays. */

import type { RowPlanner } from '../actions/row-planner.ts';
import { settledStep } from '../actions/settled-step.ts';
import type { LeftWatch } from './left-listings.ts';

/** A planner under which only listings go that are still gone. */
export function leftPlanner(planner: RowPlanner, { whyStays }: Pick<LeftWatch, 'whyStays'>): RowPlanner {
  const plan: RowPlanner['plan'] = (row) => {
    const identity = planner.keyOf(row);
    const why = identity === '' ? undefined : whyStays(identity);
    return why === undefined ? planner.plan(row) : settledStep('Skipped', why);
  };
  return { ...planner, plan };
}

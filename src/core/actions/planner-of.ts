/** Gives each action its planner for the tab at hand. */

import { pushPlanner } from './push-rows/push-planner.ts';
import type { PlannerFor, PlannerInputs } from './row-planner.ts';
import { listingPlanner } from './sync-listings/listing-planner.ts';

/** The planner of an action, or why the tab does not allow one. */
export function plannerOf(inputs: PlannerInputs): PlannerFor {
  return (action) =>
    action === 'push'
      ? pushPlanner(inputs.table.headers, inputs.settings, inputs.serialNumber, inputs.tabName)
      : listingPlanner(inputs, action);
}

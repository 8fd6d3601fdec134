/** Gives each action its planner for the tab at hand. */

import { ACTIONS } from './actions.ts';
import type { PlannerFor, PlannerInputs } from './row-planner.ts';

/** The planner of an action, or why the tab does not allow one. */
export function plannerOf(inputs: PlannerInputs): PlannerFor {
  return (action) => ACTIONS[action].planner(inputs);
}

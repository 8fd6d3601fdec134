/** Gives each action its planner for the tab at hand. */

import { success } from '../terms/result.ts';
import { ACTIONS } from './actions.ts';
import type { PlannerFor, PlannerInputs } from './row-planner.ts';

/** The planner of an action, or why the tab does not allow one. */
export function plannerOf(inputs: PlannerInputs): PlannerFor {
  const { address } = inputs;
  return (action) => {
    const planner = ACTIONS[action].planner(inputs);
    return planner.ok && address !== undefined ? success({ ...planner.value, address }) : planner;
  };
}

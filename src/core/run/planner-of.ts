/** Gives each action its planner for the tab at hand. */
import type { ReadContext } from '../listing/reading.ts';
import type { TabSettings } from '../protocol.ts';
import type { Table } from '../table/table.ts';
import { listingPlanner } from './listing-planner.ts';
import { pushPlanner } from './push-planner.ts';
import type { PlannerFor } from './run-rows.ts';

/** What planners need to know. */
export interface PlannerInputs {
  readonly table: Table;
  readonly tabName: string;
  readonly settings: TabSettings;
  /** The chatbot's ID. */
  readonly serialNumber: string;
  readonly context: ReadContext;
}

/** The planner of an action, or why the tab does not allow one. */
export function plannerOf(inputs: PlannerInputs): PlannerFor {
  return (action) =>
    action === 'push'
      ? pushPlanner(inputs.table.headers, inputs.settings, inputs.serialNumber, inputs.tabName)
      : listingPlanner(inputs, action);
}

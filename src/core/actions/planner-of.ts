/** Gives each action its planner for the tab at hand. */

import type { PlannerFor } from '../engine/run-rows.ts';
import type { ReadContext } from '../listing/reading.ts';
import type { TabSettings } from '../settings/tab-settings.ts';
import type { Table } from '../sheet/table.ts';
import { pushPlanner } from './push-rows/push-planner.ts';
import { listingPlanner } from './sync-listings/listing-planner.ts';

/** What planners need to know. */
export interface PlannerInputs {
  /** The header and the sample count when a planner is made; the rows not before one of them is planned. */
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

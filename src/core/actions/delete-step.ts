/** Decides what one listing row asks for in a delete, and where a sync finds that its listing is over. */

import { certainKey } from './certain-key.ts';
import type { ListingRow, ListingTab } from './listing-tab.ts';
import type { Step } from './row-planner.ts';

/** A delete by the row's key, and why, for people; problems in cells that are not keys do not matter. */
export function deleteStep({ reading }: ListingRow, tab: ListingTab, why: string): Step {
  const key = certainKey(reading, tab);
  if (!key.ok) return key.error;
  const operation = { kind: 'delete', serialNumber: tab.serialNumber, ...key.value } as const;
  return { kind: 'send', operation, notes: [], why };
}

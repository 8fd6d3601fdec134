/** The step of a row for which nothing is sent. */

import type { FieldName } from '../listing/fields.ts';
import { type Cause, settledOutcome } from '../own-cells/outcome.ts';
import type { ListingTab } from './listing-tab.ts';
import type { Step } from './row-planner.ts';

/** A step that ends with an outcome. */
export function settledStep(
  status: 'Invalid' | 'Skipped',
  detail: string,
  columnIndex?: number,
  causes?: readonly Cause[],
): Step {
  return { kind: 'settled', outcome: settledOutcome(status, detail, columnIndex, causes) };
}

/** The column to blame for the first of the fields that has one. */
export function firstColumn(fields: readonly FieldName[], tab: ListingTab): number | undefined {
  return fields.map((field) => tab.columnOf(field)).find((columnIndex) => columnIndex !== undefined);
}

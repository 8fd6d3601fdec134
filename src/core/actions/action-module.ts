/** What an action is: everything that is particular to it, in one value. */

import type { Failure } from '../terms/failure.ts';
import type { Result } from '../terms/result.ts';
import type { SyncStatus } from '../words/statuses.ts';
import type { OperationName } from './operation.ts';
import type { OperationKind } from './operation-kind.ts';
import type { PlannerInputs, RowPlanner } from './row-planner.ts';

/** What an action does; what it is called stands in `words/actions.ts`. */
export interface ActionModule<Kind extends OperationName = OperationName> {
  /** Its line in the menu, and the function of the script project behind it. */
  readonly menuItem: { readonly caption: string; readonly functionName: string };
  /** What its rows can end with. */
  readonly statuses: readonly SyncStatus[];
  /** Plans the rows of a tab, or tells why the tab does not allow it. */
  planner(inputs: PlannerInputs): Result<RowPlanner, Failure>;
  /** What it sends. Its planner may answer with operations of other actions as well. */
  readonly operation: { readonly [Name in Kind]: OperationKind<Name> }[Kind];
}

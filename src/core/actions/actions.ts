/** Every action with its module, and every kind of operation that rows may be sent with. What is missing here does not compile. */

import type { Action } from '../words/actions.ts';
import type { ActionModule } from './action-module.ts';
import { createMissing } from './create-missing/action.ts';
import { LOOK_UP } from './create-missing/look-up.ts';
import { DELETE_LISTINGS } from './delete-listings/action.ts';
import type { OperationName } from './operation.ts';
import type { OperationKind } from './operation-kind.ts';
import { PUSH_ROWS } from './push-rows/action.ts';
import { SYNC_LISTINGS } from './sync-listings/action.ts';

const CREATE_MISSING = createMissing(SYNC_LISTINGS.planner);

/** Every action, in the order of the menu. */
export const ACTIONS: { readonly [Name in Action]: ActionModule } = {
  push: PUSH_ROWS,
  sync: SYNC_LISTINGS,
  create: CREATE_MISSING,
  delete: DELETE_LISTINGS,
};

/** Every kind of operation, in the order in which they are sent. */
export const OPERATION_KINDS: { readonly [Kind in OperationName]: OperationKind<Kind> } = {
  push: PUSH_ROWS.operation,
  update: SYNC_LISTINGS.operation,
  lookUp: LOOK_UP,
  create: CREATE_MISSING.operation,
  delete: DELETE_LISTINGS.operation,
};

/** The names of the kinds of operations that rows are planned with, which are the verbs for them: `2 to update`. */
export const PLANNED_OPERATIONS = ['push', 'update', 'delete'] as const satisfies readonly OperationName[];

/** A kind of operation that a row is planned with; the others follow from an answer. */
export type PlannedOperation = (typeof PLANNED_OPERATIONS)[number];

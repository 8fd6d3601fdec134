/** What one row asks of the platform: each kind is described in the folder of the action that it does the work of. */

import type { CreateOperation, LookUpOperation } from './create-missing/create-operation.ts';
import type { DeleteOperation } from './delete-listings/delete-operation.ts';
import type { PushOperation } from './push-rows/push-operation.ts';
import type { UpdateOperation } from './sync-listings/update-operation.ts';

/** A request in the small: one row's content for one endpoint. */
export type Operation = PushOperation | UpdateOperation | DeleteOperation | LookUpOperation | CreateOperation;

/** Names a kind of operation. */
export type OperationName = Operation['kind'];

/** The operation of a kind. */
export type OperationOf<Kind extends OperationName> = {
  readonly [Name in OperationName]: Extract<Operation, { readonly kind: Name }>;
}[Kind];

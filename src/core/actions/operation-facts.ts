/** What the run asks about an operation, whatever its kind. */

import { OPERATION_KINDS } from './actions.ts';
import { keptBody } from './kept-body.ts';
import { nameOfKey } from './listing-key.ts';
import type { Operation, OperationName } from './operation.ts';
import type { OperationKind } from './operation-kind.ts';

/** The kind that an operation is of. */
export function kindOf({ kind }: Pick<Operation, 'kind'>): OperationKind<OperationName> {
  return OPERATION_KINDS[kind];
}

/** What the platform knows the row by; no two operations of a run may share it. */
export function remoteIdentity(operation: Operation): string {
  return kindOf(operation).remoteIdentity(operation);
}

/** The same as it was written: a key that differs from another one in case only is the same to us, but perhaps not to the platform. */
export function nameOf(operation: Operation): string {
  return operation.kind === 'push' ? remoteIdentity(operation) : nameOfKey(operation);
}

/** What the operation makes of its listing or row, as it is kept: JSON, and behind it the mark of days that grow; `''` for a delete. */
export function bodyOf(operation: Operation): string {
  if (operation.kind === 'push') return JSON.stringify(operation.row);
  if (operation.kind === 'update') return keptBody(operation);
  return operation.kind === 'delete' ? '' : operation.bodyText;
}

/** What a person has to agree to before the operation is sent: a name for it; `undefined` where nobody has to be asked. */
export function consentName(operation: Operation): string | undefined {
  return kindOf(operation).consentName?.(operation);
}

/** Whether a person has to agree before the operation is sent. */
export function needsConsent(operation: Pick<Operation, 'kind'>): boolean {
  return kindOf(operation).consentName !== undefined;
}

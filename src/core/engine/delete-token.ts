/** Stands for exactly the deletes a person was shown, so that agreeing to them agrees to nothing else. */

import type { Operation } from '../actions/operation.ts';
import { murmurHash } from '../terms/murmur-hash.ts';
import type { PlannedRow } from './plan-rows.ts';
import type { DeleteConfirmation } from './run-request.ts';

/** How many keys a dialog shows. */
const SHOWN_KEYS = 5;

/** What the planned rows would delete, to be shown; `undefined` when they delete nothing. */
export function deleteConfirmation(planned: readonly PlannedRow[], tabName: string): DeleteConfirmation | undefined {
  const deletes = planned.flatMap((row) => (row.kind === 'send' ? deleteOf(row.send.operation) : []));
  const [first] = deletes;
  if (first === undefined) return undefined;
  return {
    tabName,
    chatbotId: first.serialNumber,
    count: deletes.length,
    firstKeys: deletes.slice(0, SHOWN_KEYS).map((operation) => operation.key),
    deleteToken: murmurHash(
      deletes
        .map((operation) => `${operation.serialNumber}\u0000${operation.keyType}\u0000${operation.key}`)
        .sort()
        .join('\u0001'),
    ),
  };
}

function deleteOf(operation: Operation): readonly Extract<Operation, { kind: 'delete' }>[] {
  return operation.kind === 'delete' ? [operation] : [];
}

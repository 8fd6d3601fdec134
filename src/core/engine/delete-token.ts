/** Stands for exactly the deletes a person was shown, so that agreeing to them agrees to nothing else. */

import { consentName, needsConsent } from '../actions/operation-facts.ts';
import { murmurHash } from '../terms/murmur-hash.ts';
import type { PlannedRow } from './plan-rows.ts';
import type { DeleteConfirmation } from './run-request.ts';

/** What the planned rows would delete, to be shown; `undefined` when nobody has to agree to anything. */
export function deleteConfirmation(
  planned: readonly PlannedRow[],
  tabName: string,
  chatbotId: string,
): DeleteConfirmation | undefined {
  const deletes = planned.flatMap((row) => (row.kind === 'send' && needsConsent(row.send.operation) ? [row.send] : []));
  if (deletes.length === 0) return undefined;
  return {
    tabName,
    chatbotId,
    count: deletes.length,
    keys: deletes.map(({ operation }) => consentName(operation) ?? ''),
    deleteToken: murmurHash(
      deletes
        .map(({ fingerprint }) => fingerprint)
        .sort()
        .join(' '),
    ),
  };
}

/** The review of deletes: what a person is shown before listings go, and what comes of their answer. */

import { consentName, needsConsent } from '../actions/operation-facts.ts';
import { triedContent } from '../own-cells/mark-cell.ts';
import { signedDeletes } from '../own-cells/signed-delete.ts';
import type { Failure } from '../terms/failure.ts';
import { failure, type Result, success } from '../terms/result.ts';
import type { Scope } from '../words/actions.ts';
import { brakeWords, RESTORE_WORDS } from '../words/deletes.ts';
import { failures } from '../words/failures.ts';
import { FILTER_VIEW_WORDS } from '../words/filter-views.ts';
import { brake } from './brake.ts';
import type { PlannedRow } from './plan-rows.ts';
import { holdDeletes } from './plan-run.ts';
import type { DeleteAgreement, DeleteConfirmation } from './run-request.ts';

/** What a question about deletes rests on besides the rows. */
export interface Question extends Pick<DeleteConfirmation, 'tabName' | 'chatbotId'> {
  /** Which rows the run is about. */
  readonly scope: Scope;
  /** What was noticed when the tab was opened, as sentences. */
  readonly notes: readonly string[];
  /** The secret of the person who is asked, so that nobody else answers. */
  readonly secret: () => string;
  /** What the deletes are measured by; worked out only where there are any. */
  readonly load: () => DeleteConfirmation['load'];
}

/** Every listing that the planned rows would delete; `undefined` when nobody has to agree to anything. */
export function deleteConfirmation(planned: readonly PlannedRow[], question: Question): DeleteConfirmation | undefined {
  const sent = planned.flatMap((row) => (row.kind === 'send' ? [row] : []));
  const deletes = sent.filter(({ send }) => needsConsent(send.operation));
  if (deletes.length === 0) return undefined;
  const { tabName, chatbotId, scope, notes, secret, load } = question;
  return {
    tabName,
    chatbotId,
    listings: deletes.map(({ row, planner, send }) => ({
      id: triedContent(send.fingerprint),
      key: consentName(send.operation) ?? '',
      address: planner.subjectOf?.(row) ?? '',
      rowNumber: row.rowNumber,
      why: send.why ?? '',
    })),
    said: [...notes, RESTORE_WORDS, ...(scope === 'selection' ? [FILTER_VIEW_WORDS] : [])],
    otherRows: sent.length - deletes.length,
    load: load(),
    deleteToken: signedDeletes(
      secret(),
      deletes.map(({ send }) => send.fingerprint),
    ),
  };
}

/**
 * The rows as they go on after a person's answer: what they left out is held back, and its row says so. Fails where the
 * answer was to other deletes than these, or agrees to more than one press may without their number.
 */
export function heedAgreement(
  planned: readonly PlannedRow[],
  confirmation: DeleteConfirmation,
  { deleteToken, leftOut = [], typedCount }: DeleteAgreement,
): Result<readonly PlannedRow[], Failure> {
  const known = new Set(confirmation.listings.map(({ id }) => id));
  const isSame = deleteToken === confirmation.deleteToken && leftOut.every((id) => known.has(id));
  if (!isSame) return failure(failures.deletesChanged());
  const left = new Set(leftOut);
  const deletes = known.size - left.size;
  const verdict = brake({ ...confirmation.load, deletes });
  if (verdict.kind !== 'free' && typedCount !== deletes)
    return failure(failures.deletesHeld(brakeWords(verdict), deletes));
  return success(left.size === 0 ? planned : holdDeletes(planned, LEFT_OUT, left));
}

const LEFT_OUT = 'You left this delete out, so nothing was sent for this row. Run again to be asked once more.';

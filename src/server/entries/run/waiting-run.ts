/** A run of this person that waits in the background while they choose another command: it is never dropped without a word. */

import { doneRows, type RunRecord, steppedAside } from '../../../core/engine/run-record.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';
import { withDocumentLock } from '../../services/document-lock.ts';
import { readBackground } from '../../services/stores/background-store.ts';
import { putRunAside, readAsideRun, readRun } from '../../services/stores/run-store.ts';

/** A run that waits, and whether it can go on waiting while another one runs. */
export interface WaitingInBackground {
  readonly record: RunRecord;
  readonly waiting: number;
  readonly canLeave: boolean;
}

/** The run that Google's clock carries on for this person here; `undefined` when there is none. */
export function waitingInBackground(): WaitingInBackground | undefined {
  const { runIds } = readBackground(SpreadsheetApp.getActiveSpreadsheet().getId());
  const record = runIds.length === 0 ? undefined : readRun();
  if (record === undefined || !runIds.includes(record.runId)) return undefined;
  return { record, waiting: Math.max(0, record.total - doneRows(record)), canLeave: readAsideRun() === undefined };
}

/** Puts the run aside: it goes on when the one that begins now has ended. */
export function putAside(runId: string): Result<null, Failure> {
  return withDocumentLock(() => {
    const record = readRun();
    // It may have ended meanwhile, and then nothing of it waits.
    if (record?.runId !== runId) return success(null);
    if (readAsideRun() !== undefined) return failure(failures.runAside());
    putRunAside(steppedAside(record, Date.now()));
    return success(null);
  });
}

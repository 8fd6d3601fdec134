/** The result of this person's last run, for a sidebar that was closed or loaded anew meanwhile. */
import type { EndedRun } from '../../../core/engine/ended-run.ts';
import { progressOf, type RunProgress, type RunState } from '../../../core/engine/progress.ts';
import { failures } from '../../../core/words/failures.ts';
import { currentUserKey, readLastRun, readRun } from '../../services/stores/run-store.ts';

/** An older result is for the list of runs. */
const FRESH_MS = 3 * 3_600_000;

/** The result; `null` where there is no fresh one of this person, or a run goes on. Its rows tell their problems themselves. */
export function readLastResult(): RunProgress | null {
  const last = readLastRun();
  if (last === undefined || last.record.userKey !== currentUserKey()) return null;
  const state = stateOf(last);
  if (state === undefined || Date.now() - last.endedAtMs > FRESH_MS || readRun() !== undefined) return null;
  return progressOf(last.record, state, []);
}

function stateOf({ record, end }: EndedRun): RunState | undefined {
  switch (end) {
    case 'finished':
    case 'cancelled':
      return { kind: end };
    case 'stopped':
      return { kind: 'stopped', failure: failures.runStopped(record.firstProblem) };
    case 'interrupted':
      // It is offered to be carried on, or was given up for another one.
      return undefined;
    default:
      return end satisfies never;
  }
}

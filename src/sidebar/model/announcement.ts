/** What a screen reader is told without being asked. */

import { ACTION_WORDS } from '../../core/words/actions.ts';
import { progressWords } from '../../core/words/counts.ts';
import { endWords } from '../../core/words/endings.ts';
import type { CorrectionActivity, RunState } from './run/run-state.ts';

/** What to do once a correction is saved and the checked rows are no longer selected. */
export const SELECT_AGAIN = 'The correction is saved. Select the rows again to see what is left.';

/** What a screen reader is told of a run without being asked; failures are alerts of their own and not repeated here. */
export function announcement(state: RunState): string {
  switch (state.kind) {
    case 'idle':
    case 'confirming':
    case 'refused':
    case 'interrupted':
      return '';
    case 'checking':
      return 'Checking rows.';
    case 'checked':
      return correctionAnnouncement(state.correction) ?? `Check finished. ${state.report.message}`;
    case 'starting':
      return 'Preparing the rows.';
    case 'running':
      return `${ACTION_WORDS[state.run.progress.action].ongoing}: ${progressWords(state.run.progress)}.`;
    case 'ended':
      return (
        correctionAnnouncement(state.correction) ?? `${endWords(state.run.progress)}. ${state.run.progress.message}`
      );
    default:
      return state satisfies never;
  }
}

function correctionAnnouncement(correction: CorrectionActivity): string | undefined {
  switch (correction.kind) {
    case 'none':
      return undefined;
    case 'saving':
      return 'Saving the correction.';
    case 'awaitsSelection':
      return SELECT_AGAIN;
    case 'failed':
      return '';
    default:
      return correction satisfies never;
  }
}

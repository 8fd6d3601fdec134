/** Another person's run, which holds the spreadsheet. */

import type { RunningView } from '../../../core/engine/run-record.ts';
import { runningWords } from '../../../core/words/endings.ts';

/** Says who is running what and how far it is, and that one has to wait. */
export function ForeignRunNotice({ run }: { readonly run: RunningView }) {
  return (
    <section class="notice notice-pending" aria-label="Run of another person">
      <p class="notice-title">{runningWords(run)}</p>
      <RunBar run={run} />
      <p>Only one run at a time can work on a spreadsheet. Wait until this one has ended.</p>
    </section>
  );
}

function RunBar({ run }: { readonly run: RunningView }) {
  return <progress value={run.done} max={Math.max(run.total, 1)} aria-label="Rows done" />;
}

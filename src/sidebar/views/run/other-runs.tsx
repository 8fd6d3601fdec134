/** Runs that hold the spreadsheet but were not started here: another person's, or an unfinished one of one's own. */

import type { RunningView } from '../../../core/engine/run-record.ts';
import { ACTION_WORDS } from '../../../core/words/actions.ts';
import { progressWords } from '../../../core/words/counts.ts';
import { runningWords } from '../../../core/words/endings.ts';
import type { SidebarVerbs } from '../../model/sidebar.ts';
import { ActionButton } from '../../parts/action-button.tsx';

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

/** Offers to continue or cancel a run that was left. */
export function UnfinishedRunNotice({ run, verbs }: { readonly run: RunningView; readonly verbs: SidebarVerbs }) {
  return (
    <section class="notice notice-pending" aria-label="Your unfinished run">
      <p class="notice-title">
        Your run “{ACTION_WORDS[run.action].command}” in “{run.tabName}” is not finished.
      </p>
      <RunBar run={run} />
      <p>{progressWords(run)} have an outcome. Nothing is lost if you continue.</p>
      <div class="button-row">
        <ActionButton tone="main" onPress={() => void verbs.resume(run)}>
          Continue
        </ActionButton>
        <ActionButton onPress={() => void verbs.cancel(run)}>Cancel run</ActionButton>
      </div>
    </section>
  );
}

function RunBar({ run }: { readonly run: RunningView }) {
  return <progress value={run.done} max={Math.max(run.total, 1)} aria-label="Rows with an outcome" />;
}

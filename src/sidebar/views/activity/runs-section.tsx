/** The last runs of this file: who ran what, when, and how it ended. */
import type { RunsView } from '../../../core/contract/server-functions.ts';
import { FOREIGN_LOG } from '../../../core/words/endings.ts';
import type { SidebarVerbs } from '../../model/sidebar.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { StatusBar } from '../../parts/status-bar.tsx';
import type { ViewProps } from '../view-props.ts';
import { RunRows } from './run-rows.tsx';
import { UndoLastRun } from './undo-last-run.tsx';

/** The runs, newest first. */
export function RunsSection({ state, verbs }: ViewProps) {
  const { view, failure } = state.runs;
  return (
    <>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {view === undefined ? (
        failure === undefined && <p class="quiet">Reading the log…</p>
      ) : (
        <Runs view={view} state={state} verbs={verbs} />
      )}
    </>
  );
}

function Runs({ view: { runs, logTabId, isLogForeign }, state, verbs }: ViewProps & { readonly view: RunsView }) {
  if (isLogForeign) return <EmptyState heading="Runs">{FOREIGN_LOG}</EmptyState>;
  if (runs.length === 0) {
    return (
      <EmptyState heading="Runs">
        Nothing has been run in this file yet. Every run will be listed here: who ran what, when, and how it ended.
      </EmptyState>
    );
  }
  return (
    <section class="problems" aria-labelledby="runs-heading">
      <div class="spread">
        <h2 id="runs-heading">Runs</h2>
        {logTabId !== undefined && (
          <ActionButton
            tone="quiet"
            onPress={() => void verbs.goToCell({ tabId: logTabId, rowNumber: 1, columnNumber: 1 })}
          >
            Open the Sync log
          </ActionButton>
        )}
      </div>
      <UndoLastRun state={state} verbs={verbs} />
      <ul>
        {runs.map((run, index) => (
          <li key={`${run.startedAt} ${index}`} class="cause">
            <p class="spread">
              <strong>{run.action}</strong>
              <span class="quiet">{run.startedAt}</span>
            </p>
            <StatusBar counts={run.counts} />
            <p>
              {run.outcome}
              {run.end !== 'finished' && ` · ${run.end}`}
            </p>
            <p class="quiet">
              {run.who === '' ? 'Somebody' : run.who} in “{run.tabName}”
            </p>
            {run.firstProblem !== '' && <p class="quiet">First problem: {run.firstProblem}</p>}
            <RunRows run={run} state={state} verbs={verbs} />
            <OpenTab run={run} verbs={verbs} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OpenTab({ run, verbs }: { readonly run: RunsView['runs'][number]; readonly verbs: SidebarVerbs }) {
  const { tabId, tabName, startedAt } = run;
  if (tabId === undefined) return null;
  return (
    <ActionButton
      tone="quiet"
      label={`Open ${tabName}, for the run of ${startedAt}`}
      onPress={() => void verbs.goToCell({ tabId, rowNumber: 1, columnNumber: 1 })}
    >
      Open the tab
    </ActionButton>
  );
}

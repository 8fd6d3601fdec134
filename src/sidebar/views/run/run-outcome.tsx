/** What came of the last check or run. */

import { useState } from 'preact/hooks';
import type { LeftView } from '../../../core/contract/server-functions.ts';
import { count, leftOutNote, progressWords, retriableRows } from '../../../core/words/counts.ts';
import { endWords, nothingSentWords } from '../../../core/words/endings.ts';
import type { ShownFailure } from '../../bridge/server-bridge.ts';
import { retryObstacle, startObstacle } from '../../model/run/run-readiness.ts';
import { isResumable, type RunRecord, type RunState } from '../../model/run/run-state.ts';
import { ActionButton, Obstacle } from '../../parts/action-button.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { StatusBar } from '../../parts/status-bar.tsx';
import { openView } from '../../parts/view-tabs.tsx';
import type { ViewProps } from '../view-props.ts';
import { CauseList } from './cause-list.tsx';
import { CheckResult } from './check-result.tsx';
import { CloseButton } from './close-button.tsx';
import { FoldedProblems } from './problem-list.tsx';
import { ShowProblems } from './problems-filter.tsx';
import { ResultHeading } from './result-heading.tsx';
import { StatusChips } from './status-chips.tsx';

/** Shows a result, a refusal or an interruption; nothing while there is none. */
export function RunOutcome({ state, verbs }: ViewProps) {
  const { run } = state;
  switch (run.kind) {
    case 'idle':
    case 'checking':
    case 'starting':
    case 'confirming':
    case 'running':
      return null;
    case 'refused':
      return <Refusal failure={run.failure} verbs={verbs} />;
    case 'checked':
      return <CheckResult checked={run} state={state} verbs={verbs} />;
    case 'interrupted':
      return <Interruption run={run.run} failure={run.failure} state={state} verbs={verbs} />;
    case 'ended':
      return <RunResult ended={run} state={state} verbs={verbs} />;
    default:
      return run satisfies never;
  }
}

/** Failures that are mended where the connection is. */
const OF_CONNECTION: readonly ShownFailure['kind'][] = ['notConnected', 'consentMissing', 'keyRefused'];

/** Why a check or a run did not begin or go on, and the way to what is missing. */
function Refusal({ failure, verbs }: Pick<ViewProps, 'verbs'> & { readonly failure: ShownFailure }) {
  return (
    <FailureNotice failure={failure}>
      {OF_CONNECTION.includes(failure.kind) && (
        <ActionButton onPress={() => openView(verbs, 'settings')}>Open the connection</ActionButton>
      )}
      {failure.kind === 'noKeyColumn' && (
        <ActionButton onPress={() => openView(verbs, 'mapping')}>Choose it in the mapping</ActionButton>
      )}
    </FailureNotice>
  );
}

type EndedRun = Extract<RunState, { readonly kind: 'ended' }>;

function RunResult({ ended, state, verbs }: ViewProps & { readonly ended: EndedRun }) {
  const { progress, problems, groups } = ended.run;
  const leftOut = leftOutNote(progress);
  return (
    <section class="card" aria-label="Result">
      <ResultHeading
        words={nothingSentWords(progress) ?? endWords(progress)}
        result={ended.run.request && progress.runId}
        onClose={verbs.closeResult}
      />
      <StatusBar counts={progress.counts} />
      <StatusChips counts={progress.counts} />
      {progress.failure !== undefined && <Refusal failure={progress.failure} verbs={verbs} />}
      {progress.note !== '' && <p>{progress.note}</p>}
      <p class="quiet">
        {progressWords(progress)} of “{progress.tabName}” · {count(progress.requests, 'request')}
        {leftOut !== '' && ` · ${leftOut}`}
      </p>
      {ended.left !== undefined && <LeftNotice left={ended.left} verbs={verbs} />}
      <NextSteps ended={ended} state={state} verbs={verbs} />
      <CauseList groups={groups} correction={ended.correction} thenWords="sent again" state={state} verbs={verbs} />
      <FoldedProblems
        problems={problems}
        problemCount={problems.length}
        verbs={verbs}
        jumpFailure={state.jumpFailure}
      />
    </section>
  );
}

/** What no row shows any more, and the way to the usual question. */
function LeftNotice({ left, verbs }: Pick<ViewProps, 'verbs'> & { readonly left: LeftView }) {
  const { leftTabId } = left;
  return (
    <div class="notice notice-pending" role="status">
      <p>{left.words}</p>
      {leftTabId !== undefined && (
        <ActionButton onPress={() => void verbs.reviewDeletes(leftTabId, 'delete')}>Review…</ActionButton>
      )}
    </div>
  );
}

/** What can follow a run: the rest after a trial, the failed rows once more, or nothing. */
function NextSteps({ ended, state, verbs }: ViewProps & { readonly ended: EndedRun }) {
  const retriable = retriableRows(ended.run.progress);
  const obstacle = retriable > 0 ? retryObstacle(state) : startObstacle(state);
  const obstacleId = obstacle && 'next-obstacle';
  return (
    <>
      <div class="button-row">
        {ended.run.request?.isTrial === true && (
          <ActionButton tone="main" obstacleId={obstacleId} onPress={() => void verbs.sendRest()}>
            Send the other rows
          </ActionButton>
        )}
        {retriable > 0 && (
          <ActionButton obstacleId={obstacleId} onPress={() => void verbs.retryFailed()}>
            Retry {count(retriable, 'row')}
          </ActionButton>
        )}
        {ended.run.request !== undefined && (
          <ShowProblems
            tabId={ended.run.request.tabId}
            counts={ended.run.progress.counts}
            state={state}
            verbs={verbs}
          />
        )}
        <CreateMissing ended={ended} state={state} verbs={verbs} />
      </div>
      <Obstacle id="next-obstacle" reason={retriable > 0 ? obstacle : undefined} />
    </>
  );
}

/** Offers to create what was not found, after a question. */
function CreateMissing({ ended, state, verbs }: ViewProps & { readonly ended: EndedRun }) {
  const [isAsking, setAsking] = useState(false);
  const { action, counts, tabName } = ended.run.progress;
  const missing = counts['Not found'] ?? 0;
  const mayCreate = state.overview.value?.tab?.createsMissing === true;
  if (action !== 'sync' || missing === 0 || !mayCreate || retryObstacle(state) !== undefined) return null;
  return (
    <>
      <ActionButton onPress={() => setAsking(true)}>Create missing listings…</ActionButton>
      {isAsking && (
        <ConfirmDialog
          title="Create missing listings?"
          confirmLabel="Create missing listings"
          onConfirm={() => {
            setAsking(false);
            void verbs.createMissing();
          }}
          onCancel={() => setAsking(false)}
        >
          <p>
            The rows of “{tabName}” that say Not found are looked up by their MLS number. What is not there is created,
            each listing once. Rows without an MLS number, and rows that ask for a delete, stay as they are.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}

function Interruption(props: ViewProps & { readonly run: RunRecord; readonly failure: ShownFailure }) {
  const { run, failure, state, verbs } = props;
  return (
    <section class="card" aria-label="Interrupted run">
      <ResultHeading words="The run was interrupted" result={run.progress.runId} />
      <p>{progressWords(run.progress)} have an outcome; the other rows wait.</p>
      <FailureNotice failure={failure} />
      <StatusBar counts={run.progress.counts} />
      <StatusChips counts={run.progress.counts} />
      <div class="button-row">
        {isResumable(state.run) ? (
          <>
            <ActionButton tone="main" onPress={() => void verbs.resume()}>
              Continue
            </ActionButton>
            <ActionButton onPress={() => void verbs.cancel()}>Cancel run</ActionButton>
          </>
        ) : (
          <CloseButton onClose={verbs.closeResult} />
        )}
      </div>
      <FoldedProblems
        problems={run.problems}
        problemCount={run.problems.length}
        verbs={verbs}
        jumpFailure={state.jumpFailure}
      />
    </section>
  );
}

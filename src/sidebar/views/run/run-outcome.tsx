/** What came of the last check or run. */

import { count, leftOutNote, progressWords, retriableRows } from '../../../core/words/counts.ts';
import { endWords } from '../../../core/words/endings.ts';
import type { ShownFailure } from '../../bridge/server-bridge.ts';
import { retryObstacle } from '../../model/run/run-readiness.ts';
import { isResumable, type RunRecord } from '../../model/run/run-state.ts';
import { ActionButton, Obstacle } from '../../parts/action-button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { openView } from '../../parts/view-tabs.tsx';
import type { ViewProps } from '../view-props.ts';
import { CheckResult } from './check-result.tsx';
import { ProblemList } from './problem-list.tsx';
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
      return <RunResult run={run.run} state={state} verbs={verbs} />;
    default:
      return run satisfies never;
  }
}

/** Why a check or a run did not begin, and the way to what is missing. */
function Refusal({ failure, verbs }: Pick<ViewProps, 'verbs'> & { readonly failure: ShownFailure }) {
  const isAboutConnection = failure.kind === 'notConnected' || failure.kind === 'consentMissing';
  return (
    <FailureNotice failure={failure}>
      {isAboutConnection && (
        <ActionButton onPress={() => openView(verbs, 'settings')}>Open the connection</ActionButton>
      )}
    </FailureNotice>
  );
}

function RunResult({ run, state, verbs }: ViewProps & { readonly run: RunRecord }) {
  const { progress, problems } = run;
  const leftOut = leftOutNote(progress);
  const retriable = retriableRows(progress);
  const obstacle = retryObstacle(state);
  return (
    <section class="card" aria-label="Result">
      <ResultHeading words={endWords(progress)} />
      <p>{progress.message}</p>
      {progress.failure !== undefined && <FailureNotice failure={progress.failure} />}
      <p class="quiet">
        {progressWords(progress)} in “{progress.tabName}” · {count(progress.requests, 'request')}
      </p>
      {leftOut !== '' && <p class="quiet">{leftOut}</p>}
      <StatusChips counts={progress.counts} />
      <div class="button-row">
        {retriable > 0 && (
          <ActionButton obstacleId={obstacle && 'retry-obstacle'} onPress={() => void verbs.retryFailed()}>
            Retry {count(retriable, 'row')}
          </ActionButton>
        )}
        <ActionButton onPress={verbs.closeResult}>Close</ActionButton>
      </div>
      {retriable > 0 && <Obstacle id="retry-obstacle" reason={obstacle} />}
      <ProblemList problems={problems} problemCount={problems.length} verbs={verbs} jumpFailure={state.jumpFailure} />
    </section>
  );
}

function Interruption(props: ViewProps & { readonly run: RunRecord; readonly failure: ShownFailure }) {
  const { run, failure, state, verbs } = props;
  return (
    <section class="card" aria-label="Interrupted run">
      <ResultHeading words="The run was interrupted" />
      <p>{progressWords(run.progress)} have an outcome; the other rows wait.</p>
      <FailureNotice failure={failure} />
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
          <ActionButton onPress={verbs.closeResult}>Close</ActionButton>
        )}
      </div>
      <ProblemList
        problems={run.problems}
        problemCount={run.problems.length}
        verbs={verbs}
        jumpFailure={state.jumpFailure}
      />
    </section>
  );
}

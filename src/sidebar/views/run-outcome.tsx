/** What came of the last check or run. */
import type { CheckReport } from '../../core/protocol.ts';
import { retryObstacle } from '../model/run-readiness.ts';
import { isResumable, type RunRecord } from '../model/run-state.ts';
import type { ShownFailure } from '../model/server-bridge.ts';
import { count, endWords, leftOutWords, progressWords, retriableRows } from '../model/words.ts';
import { ActionButton, Obstacle } from './action-button.tsx';
import type { ViewProps } from './app.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { ProblemList } from './problem-list.tsx';
import { StatusChips } from './status-chips.tsx';
import { useReclaimedFocus } from './use-reclaimed-focus.ts';

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
      return <FailureNotice failure={run.failure} />;
    case 'checked':
      return <CheckResult report={run.report} state={state} verbs={verbs} />;
    case 'interrupted':
      return <Interruption run={run.run} failure={run.failure} state={state} verbs={verbs} />;
    case 'ended':
      return <RunResult run={run.run} state={state} verbs={verbs} />;
    default:
      return run satisfies never;
  }
}

function CheckResult({ report, state, verbs }: ViewProps & { readonly report: CheckReport }) {
  const { push, update, delete: deletes } = report.operations;
  const leftOut = leftOutWords(report);
  return (
    <section class="card" aria-label="Check result">
      <ResultHeading words="Check finished" />
      <p>{report.message}</p>
      <ul class="facts">
        <li>{count(report.rows, 'row')} read; nothing was sent or written</li>
        {push > 0 && <li>{count(push, 'row')} would be pushed</li>}
        {update > 0 && <li>{count(update, 'listing')} would be updated</li>}
        {deletes > 0 && <li>{count(deletes, 'listing')} would be deleted</li>}
        {leftOut !== '' && <li>{leftOut}</li>}
      </ul>
      <StatusChips counts={report.counts} />
      <ProblemList
        problems={report.problems}
        problemCount={report.problemCount}
        verbs={verbs}
        jumpFailure={state.jumpFailure}
      />
      <ActionButton onPress={verbs.closeResult}>Close</ActionButton>
    </section>
  );
}

function RunResult({ run, state, verbs }: ViewProps & { readonly run: RunRecord }) {
  const { progress, problems } = run;
  const leftOut = leftOutWords(progress);
  const retriable = retriableRows(progress.counts);
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

function ResultHeading({ words }: { readonly words: string }) {
  const heading = useReclaimedFocus<HTMLHeadingElement>();
  return (
    <h2 ref={heading} tabIndex={-1}>
      {words}
    </h2>
  );
}

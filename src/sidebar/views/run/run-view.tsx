/** The Run view: where the person stands, what to do with which rows, and what came of it. */
import { foreignRun, unfinishedRun } from '../../model/run/run-readiness.ts';
import { isResumable } from '../../model/run/run-state.ts';
import { Destination } from '../connection/chatbot-line.tsx';
import { TabGlance } from '../overview/tab-glance.tsx';
import type { ViewProps } from '../view-props.ts';
import { ForeignRunNotice } from './foreign-run-notice.tsx';
import { FilteredNotice } from './problems-filter.tsx';
import { RunForm } from './run-form.tsx';
import { RunOutcome } from './run-outcome.tsx';
import { RunProgressCard } from './run-progress-card.tsx';

/** The Run view. While a run of this person goes on or waits to be continued, it takes the place of the form. */
export function RunView({ state, verbs }: ViewProps) {
  const foreign = foreignRun(state);
  const unfinished = unfinishedRun(state);
  const hasRunToLookAfter = unfinished !== undefined || state.run.kind === 'running' || isResumable(state.run);
  return (
    <>
      <TabGlance overview={state.overview} />
      <Destination state={state} verbs={verbs} />
      {foreign !== undefined && <ForeignRunNotice run={foreign} />}
      {state.run.kind === 'running' && (
        <RunProgressCard running={state.run} verbs={verbs} jumpFailure={state.jumpFailure} />
      )}
      <FilteredNotice state={state} verbs={verbs} />
      {!hasRunToLookAfter && <RunForm state={state} verbs={verbs} />}
      <RunOutcome state={state} verbs={verbs} />
    </>
  );
}

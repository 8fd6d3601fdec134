/** The last runs of the file, as they were read when the view was opened. */
import type { RunsView } from '../../../core/contract/server-functions.ts';
import type { Answer, ShownFailure } from '../../bridge/server-bridge.ts';

/** What is known of the runs; both members are absent until the first answer. */
export interface RunsState {
  readonly view?: RunsView;
  readonly failure?: ShownFailure;
}

/** What can happen to it. */
export interface RunsChange {
  readonly kind: 'runsAnswered';
  readonly answer: Answer<RunsView>;
}

/** The runs after an answer; an older view stays where the newer question failed. */
export function reduceRuns(state: RunsState, { answer }: RunsChange): RunsState {
  return answer.ok ? { view: answer.value } : { ...state, failure: answer.error };
}

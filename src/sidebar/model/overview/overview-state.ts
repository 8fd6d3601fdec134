/** What is known of the spreadsheet: the newest overview, and whether the last question for one failed. */

import type { Overview } from '../../../core/contract/server-functions.ts';
import type { ConnectionView } from '../../../core/settings/connection.ts';
import type { Answer, ShownFailure } from '../../bridge/server-bridge.ts';

/** The newest overview; both members are absent until the first answer. */
export interface OverviewState {
  readonly value?: Overview;
  /** Why the last question failed; the older `value` is kept, since it is still the best that is known. */
  readonly failure?: ShownFailure;
}

/** Why nothing can be done with the tab at hand before it is known. */
export const NO_TAB: ShownFailure = {
  kind: 'otherTab',
  message: 'It is not known which tab you are on.',
  nextStep: 'Press Refresh and try again.',
};

/** What can happen to it. */
export type OverviewChange =
  | { readonly kind: 'overviewAnswered'; readonly answer: Answer<Overview> }
  | { readonly kind: 'connectionChanged'; readonly connection: ConnectionView };

/** The overview after a change. */
export function reduceOverview(state: OverviewState, change: OverviewChange): OverviewState {
  switch (change.kind) {
    case 'overviewAnswered':
      if (!change.answer.ok) return { ...state, failure: change.answer.error };
      return isSameOverview(state, change.answer.value) ? state : { value: change.answer.value };
    case 'connectionChanged':
      return state.value === undefined ? state : { value: { ...state.value, connection: change.connection } };
    default:
      return change satisfies never;
  }
}

/** A poll that brings nothing new must not redraw anything. */
function isSameOverview(state: OverviewState, next: Overview): boolean {
  return state.failure === undefined && JSON.stringify(state.value) === JSON.stringify(next);
}

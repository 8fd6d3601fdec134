/** A comparison of a tab with the platform, and what the last one has found. */
import type { ComparisonView } from '../../../core/contract/server-functions.ts';
import type { Answer, ShownFailure } from '../../bridge/server-bridge.ts';

/** What is known of comparisons; a failure takes the place of an older finding. */
export interface ComparisonState {
  readonly isBusy: boolean;
  readonly view?: ComparisonView;
  readonly failure?: ShownFailure;
}

/** What can happen to it. */
export type ComparisonChange =
  | { readonly kind: 'comparisonAsked' }
  | { readonly kind: 'comparisonAnswered'; readonly answer: Answer<ComparisonView> };

/** Before anything was compared. */
export const NOTHING_COMPARED: ComparisonState = { isBusy: false };

/** The state after a change. */
export function reduceComparison(state: ComparisonState, change: ComparisonChange): ComparisonState {
  switch (change.kind) {
    case 'comparisonAsked':
      return { ...state, isBusy: true };
    case 'comparisonAnswered':
      return change.answer.ok
        ? { isBusy: false, view: change.answer.value }
        : { isBusy: false, failure: change.answer.error };
    default:
      return change satisfies never;
  }
}

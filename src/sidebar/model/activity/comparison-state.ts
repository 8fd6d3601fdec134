/** A comparison of a tab with the platform, and what the last one has found. */
import type { ComparisonView, CopiedView } from '../../../core/contract/server-functions.ts';
import type { Answer, ShownFailure } from '../../bridge/server-bridge.ts';

/** What is known of comparisons; a failure takes the place of an older finding. */
export interface ComparisonState {
  readonly isBusy: boolean;
  readonly view?: ComparisonView;
  /** Whether listings are being copied into the tab that was compared. */
  readonly isCopying?: true;
  readonly copied?: CopiedView;
  readonly failure?: ShownFailure;
}

/** What can happen to it. */
export type ComparisonChange =
  | { readonly kind: 'comparisonAsked' }
  | { readonly kind: 'comparisonAnswered'; readonly answer: Answer<ComparisonView> }
  | { readonly kind: 'copyAsked' }
  | { readonly kind: 'copyAnswered'; readonly answer: Answer<CopiedView> };

/** Before anything was compared. */
export const NOTHING_COMPARED: ComparisonState = { isBusy: false };

/** The state after a change. */
export function reduceComparison(state: ComparisonState, change: ComparisonChange): ComparisonState {
  switch (change.kind) {
    case 'comparisonAsked':
      return { ...state, isBusy: true };
    case 'copyAsked':
      return { ...found(state), isCopying: true };
    case 'copyAnswered':
      return change.answer.ok
        ? { ...found(state), copied: change.answer.value }
        : { ...found(state), failure: change.answer.error };
    case 'comparisonAnswered':
      return change.answer.ok
        ? { isBusy: false, view: change.answer.value }
        : { isBusy: false, failure: change.answer.error };
    default:
      return change satisfies never;
  }
}

/** What was compared stays in sight while listings are copied, and after that. */
function found({ view }: ComparisonState): ComparisonState {
  return { isBusy: false, ...(view !== undefined && { view }) };
}

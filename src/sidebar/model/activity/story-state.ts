/** What was opened to be looked at closely: the rows of one run, or the story of one row. */
import type { RowStoryView, RunRowsView } from '../../../core/contract/server-functions.ts';
import type { Answer, ShownFailure } from '../../bridge/server-bridge.ts';

/** Something that is asked for, with what it was asked for: an answer to an older question changes nothing. */
export type Looked<View> =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly of: string }
  | { readonly kind: 'shown'; readonly of: string; readonly view: View }
  | { readonly kind: 'failed'; readonly of: string; readonly failure: ShownFailure };

/** What was opened. */
export interface StoryState {
  /** By when the run began. */
  readonly run: Looked<RunRowsView>;
  readonly row: Looked<RowStoryView>;
}

/** What can happen to it. */
export type StoryChange =
  | { readonly kind: 'runRowsAsked'; readonly of: string }
  | { readonly kind: 'runRowsAnswered'; readonly of: string; readonly answer: Answer<RunRowsView> }
  | { readonly kind: 'runRowsClosed' }
  | { readonly kind: 'storyAsked' }
  | { readonly kind: 'storyAnswered'; readonly answer: Answer<RowStoryView> };

/** Nothing is open. */
export const NOTHING_LOOKED_AT: StoryState = { run: { kind: 'none' }, row: { kind: 'none' } };

const SELECTED = 'selected';

/** The state after a change. */
export function reduceStory(state: StoryState, change: StoryChange): StoryState {
  switch (change.kind) {
    case 'runRowsAsked':
      return { ...state, run: { kind: 'reading', of: change.of } };
    case 'runRowsAnswered':
      return { ...state, run: answered(state.run, change.of, change.answer) };
    case 'runRowsClosed':
      return { ...state, run: { kind: 'none' } };
    case 'storyAsked':
      return { ...state, row: { kind: 'reading', of: SELECTED } };
    case 'storyAnswered':
      return { ...state, row: answered(state.row, SELECTED, change.answer) };
    default:
      return change satisfies never;
  }
}

function answered<View>(state: Looked<View>, of: string, answer: Answer<View>): Looked<View> {
  if (state.kind !== 'reading' || state.of !== of) return state;
  return answer.ok ? { kind: 'shown', of, view: answer.value } : { kind: 'failed', of, failure: answer.error };
}

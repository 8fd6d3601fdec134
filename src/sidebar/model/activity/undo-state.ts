/** The question whether the last run shall be taken back. */
import type { UndoView } from '../../../core/contract/server-functions.ts';
import type { Answer, ShownFailure } from '../../bridge/server-bridge.ts';

/** Where the question stands. */
export type UndoState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'asked'; readonly view: UndoView }
  | { readonly kind: 'failed'; readonly failure: ShownFailure };

/** What can happen to it. */
export type UndoChange =
  | { readonly kind: 'undoAsked' }
  | { readonly kind: 'undoAnswered'; readonly answer: Answer<UndoView> }
  | { readonly kind: 'undoClosed' };

/** The state after a change. */
export function reduceUndo(state: UndoState, change: UndoChange): UndoState {
  switch (change.kind) {
    case 'undoAsked':
      return { kind: 'reading' };
    case 'undoAnswered':
      if (state.kind !== 'reading') return state;
      return change.answer.ok
        ? { kind: 'asked', view: change.answer.value }
        : { kind: 'failed', failure: change.answer.error };
    case 'undoClosed':
      return { kind: 'none' };
    default:
      return change satisfies never;
  }
}

/** What the sidebar knows of messages about listings: a paste under way, what is connected, and what waits. */
import type { EventsExported, EventsPreview, EventsPublished, EventsView } from '../../../core/contract/events-view.ts';
import type { Answer, ShownFailure } from '../../bridge/server-bridge.ts';

/** What is being done with a pasted text. */
export type PasteState =
  | { readonly kind: 'idle' }
  /** Parts of the text are on their way, one after the other. */
  | { readonly kind: 'working'; readonly what: 'preview' | 'take'; readonly done: number; readonly total: number }
  | { readonly kind: 'previewed'; readonly preview: EventsPreview; readonly parts: readonly string[] }
  | { readonly kind: 'taken'; readonly message: string }
  | { readonly kind: 'failed'; readonly failure: ShownFailure };

/** Everything about messages. */
export interface EventsState {
  readonly paste: PasteState;
  /** Absent until it was asked for. */
  readonly view?: EventsView;
  /** Whether the server is busy with the inbox or with a message that waits. */
  readonly isBusy: boolean;
  /** What came of the last thing that was done. */
  readonly message?: string;
  readonly failure?: ShownFailure;
  /** Rows as messages, to be copied or saved. */
  readonly exported?: EventsExported;
}

/** What can happen to it. */
export type EventsChange =
  | { readonly kind: 'pasteChanged'; readonly paste: PasteState }
  | { readonly kind: 'eventsAsked' }
  | { readonly kind: 'eventsAnswered'; readonly answer: Answer<EventsView> }
  | { readonly kind: 'eventsDone'; readonly answer: Answer<EventsPublished> }
  | { readonly kind: 'eventsExported'; readonly answer: Answer<EventsExported> };

/** Nothing is known yet. */
export const NO_EVENTS: EventsState = { paste: { kind: 'idle' }, isBusy: false };

/** The state after a change. */
export function reduceEvents(state: EventsState, change: EventsChange): EventsState {
  switch (change.kind) {
    case 'pasteChanged':
      return { ...state, paste: change.paste };
    case 'eventsAsked': {
      const { failure: _failure, message: _message, exported: _exported, ...rest } = state;
      return { ...rest, isBusy: true };
    }
    case 'eventsAnswered':
      return change.answer.ok
        ? { ...state, isBusy: false, view: change.answer.value }
        : { ...state, isBusy: false, failure: change.answer.error };
    case 'eventsDone':
      return change.answer.ok
        ? { ...state, message: change.answer.value.message }
        : { ...state, isBusy: false, failure: change.answer.error };
    case 'eventsExported':
      return change.answer.ok
        ? { ...state, isBusy: false, exported: change.answer.value }
        : { ...state, isBusy: false, failure: change.answer.error };
    default:
      return change satisfies never;
  }
}

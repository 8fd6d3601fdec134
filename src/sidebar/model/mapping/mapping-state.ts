/** The mapping view of a tab: what the server knows, and the person's unsaved draft of its settings. */
import type { MappingView } from '../../../core/contract/mapping-view.ts';
import type { TabSettings } from '../../../core/settings/tab-settings.ts';
import type { Answer, ShownFailure } from '../../bridge/server-bridge.ts';
import { type Correction, withCorrections } from '../run/correction.ts';
import { isSameSettings } from './settings-draft.ts';

/** A tab's mapping with its draft. */
export interface MappingDraft {
  readonly view: MappingView;
  readonly draft: TabSettings;
  /** The settings whose saving is under way. */
  readonly saving?: TabSettings;
  /** Why the last save failed; the draft is kept. */
  readonly failure?: ShownFailure;
  /** Whether the draft was just saved, to say so. */
  readonly isJustSaved: boolean;
}

/** What the mapping view shows. */
export type MappingState =
  | { readonly kind: 'unread' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly failure: ShownFailure }
  | ({ readonly kind: 'ready' } & MappingDraft);

/** What can happen to it. */
export type MappingChange =
  | { readonly kind: 'mappingAsked' }
  | { readonly kind: 'mappingAnswered'; readonly answer: Answer<MappingView> }
  | { readonly kind: 'settingsEdited'; readonly draft: TabSettings }
  | { readonly kind: 'settingsDiscarded' }
  | { readonly kind: 'saveAsked'; readonly settings: TabSettings }
  | { readonly kind: 'saveAnswered'; readonly answer: Answer<MappingView> }
  /** Corrections were saved from a result; `view` is the mapping that results. */
  | { readonly kind: 'correctionApplied'; readonly corrections: readonly Correction[]; readonly view: MappingView };

/** The mapping after a change. */
export function reduceMapping(state: MappingState, change: MappingChange): MappingState {
  switch (change.kind) {
    case 'mappingAsked':
      return state.kind === 'ready' ? state : { kind: 'reading' };
    case 'mappingAnswered':
      return afterReading(state, change.answer);
    case 'settingsEdited':
      return whenReady(state, (ready) => edited(ready, change.draft));
    case 'settingsDiscarded':
      return whenReady(state, ({ view }) => opened(view));
    case 'saveAsked':
      return whenReady(state, ({ view, draft }) => opened(view, { draft, saving: change.settings }));
    case 'saveAnswered':
      return whenReady(state, (ready) => afterSave(ready, change.answer));
    case 'correctionApplied':
      return whenReady(state, (ready) => afterCorrection(ready, change.view, change.corrections));
    default:
      return change satisfies never;
  }
}

/** Whether there is a draft that differs from what is saved. */
export function hasUnsavedSettings(state: MappingState): boolean {
  return state.kind === 'ready' && !isSameSettings(state.draft, state.view.settings);
}

function afterReading(state: MappingState, answer: Answer<MappingView>): MappingState {
  // What a person typed while the tab was being read again is worth more than the reading.
  if (hasUnsavedSettings(state)) return state;
  return answer.ok ? opened(answer.value) : { kind: 'failed', failure: answer.error };
}

function edited({ view, saving }: MappingDraft, draft: TabSettings): MappingState {
  return opened(view, saving === undefined ? { draft } : { draft, saving });
}

function afterSave({ view, draft, saving }: MappingDraft, answer: Answer<MappingView>): MappingState {
  if (!answer.ok) return opened(view, { draft, failure: answer.error });
  const wasEditedMeanwhile = saving !== undefined && !isSameSettings(draft, saving);
  return opened(answer.value, wasEditedMeanwhile ? { draft } : { isJustSaved: true });
}

/** An unsaved draft takes the corrections over; otherwise saving the draft would take them back. */
function afterCorrection(ready: MappingDraft, view: MappingView, corrections: readonly Correction[]): MappingState {
  if (ready.view.tabId !== view.tabId) return { kind: 'ready', ...ready };
  const isUnsaved = !isSameSettings(ready.draft, ready.view.settings);
  return opened(view, isUnsaved ? { draft: withCorrections(view, ready.draft, corrections) } : {});
}

function opened(view: MappingView, more: Partial<Omit<MappingDraft, 'view'>> = {}): MappingState {
  return { kind: 'ready', view, draft: view.settings, isJustSaved: false, ...more };
}

function whenReady(state: MappingState, change: (ready: MappingDraft) => MappingState): MappingState {
  return state.kind === 'ready' ? change(state) : state;
}

/** The whole state of the sidebar and what can happen to it. */

import type { RunningView } from '../../core/engine/run-record.ts';
import { type Action, FIRST_ACTION, OFFERED_ACTIONS, type Scope } from '../../core/words/actions.ts';
import type { ShownFailure } from '../bridge/server-bridge.ts';
import {
  type ComparisonChange,
  type ComparisonState,
  NOTHING_COMPARED,
  reduceComparison,
} from './activity/comparison-state.ts';
import { type RunsChange, type RunsState, reduceRuns } from './activity/runs-state.ts';
import { NOTHING_LOOKED_AT, reduceStory, type StoryChange, type StoryState } from './activity/story-state.ts';
import { reduceUndo, type UndoChange, type UndoState } from './activity/undo-state.ts';
import {
  type AutomationChange,
  type AutomationState,
  reduceAutomation,
  UNKNOWN_AUTOMATION,
} from './automate/automation-state.ts';
import { type ConnectionActivity, type ConnectionChange, reduceConnection } from './connection/connection-state.ts';
import { type EventsChange, type EventsState, NO_EVENTS, reduceEvents } from './events/events-state.ts';
import { type MappingChange, type MappingState, reduceMapping } from './mapping/mapping-state.ts';
import { type OverviewChange, type OverviewState, reduceOverview } from './overview/overview-state.ts';
import { type PreviewChange, type PreviewState, reducePreview } from './run/preview-state.ts';
import { type RunChange, type RunState, reduceRun } from './run/run-state.ts';
import { reduceTabLook, type TabLook, type TabLookChange } from './run/tab-look.ts';
import type { Store } from './store.ts';

/** The views, in the order of their tabs; the settings stand behind the gear. */
export const VIEW_NAMES = ['run', 'mapping', 'automate', 'activity', 'settings'] as const;

/** One of the views. */
export type ViewName = (typeof VIEW_NAMES)[number];

/** Everything the sidebar knows. */
export interface SidebarState {
  /** The view the person chose; until then it follows from the connection, see `shownView`. */
  readonly chosenView?: ViewName;
  /** Whether the sidebar was opened to help. */
  readonly isHelpAsked: boolean;
  readonly overview: OverviewState;
  readonly connection: ConnectionActivity;
  readonly mapping: MappingState;
  /** What the fields are searched for; `''` shows them by their need. */
  readonly fieldSearch: string;
  /** The action a person chose, by the id of the tab it was chosen for; see `actionInForce`. */
  readonly chosenActions: { readonly [TabId in number]?: Action };
  readonly scope: Scope;
  /** What was selected when the scope was chosen, once that is known: a new selection is what the next press is about. */
  readonly scopeMark?: string;
  readonly run: RunState;
  /** The last runs of the file. */
  readonly runs: RunsState;
  /** What a tab was last compared with. */
  readonly comparison: ComparisonState;
  readonly undo: UndoState;
  readonly story: StoryState;
  readonly events: EventsState;
  /** The look at one row of the check at hand. */
  readonly preview: PreviewState;
  /** What runs by itself. */
  readonly automation: AutomationState;
  /** Why the last jump to a cell failed. */
  readonly jumpFailure?: ShownFailure;
  readonly tabLook: TabLook;
}

/** Everything that can happen to the state. */
export type SidebarChange =
  | OverviewChange
  | ConnectionChange
  | MappingChange
  | RunChange
  | RunsChange
  | ComparisonChange
  | UndoChange
  | StoryChange
  | PreviewChange
  | EventsChange
  | AutomationChange
  | TabLookChange
  | { readonly kind: 'viewChosen'; readonly view: ViewName }
  | { readonly kind: 'helpAsked' }
  | { readonly kind: 'fieldsSearched'; readonly text: string }
  | { readonly kind: 'actionChosen'; readonly action: Action }
  | { readonly kind: 'scopeChosen'; readonly scope: Scope }
  | { readonly kind: 'jumpAnswered'; readonly failure?: ShownFailure };

/** The store of the sidebar's state. */
export type SidebarStore = Store<SidebarState, SidebarChange>;

/** The state before anything is known. */
export const INITIAL_STATE: SidebarState = {
  isHelpAsked: false,
  overview: {},
  connection: { kind: 'idle' },
  mapping: { kind: 'unread' },
  fieldSearch: '',
  chosenActions: {},
  scope: 'selection',
  run: { kind: 'idle' },
  runs: {},
  comparison: NOTHING_COMPARED,
  undo: { kind: 'none' },
  story: NOTHING_LOOKED_AT,
  events: NO_EVENTS,
  preview: { kind: 'none' },
  automation: UNKNOWN_AUTOMATION,
  tabLook: {},
};

/** The view to show: the chosen one, else the settings as long as there is no connection. */
export function shownView(state: SidebarState): ViewName {
  if (state.chosenView !== undefined) return state.chosenView;
  return state.overview.value?.connection.isConnected === false ? 'settings' : 'run';
}

/** The action that the next press does in the active tab: the chosen one, else the first that makes sense there. */
export function actionInForce(state: SidebarState): Action {
  const { kind = 'listings', chosenAction } = state.overview.value?.tab ?? {};
  return state.chosenActions[activeTabId(state)] ?? chosenAction ?? OFFERED_ACTIONS[kind][0] ?? FIRST_ACTION;
}

/** The state after a change; each part of it looks after its own changes. */
export function reduceSidebar(state: SidebarState, change: SidebarChange): SidebarState {
  switch (change.kind) {
    case 'viewChosen':
      return { ...state, chosenView: change.view };
    case 'helpAsked':
      return { ...state, chosenView: 'settings', isHelpAsked: true };
    case 'fieldsSearched':
      return { ...state, fieldSearch: change.text };
    case 'actionChosen':
      return { ...state, chosenActions: { ...state.chosenActions, [activeTabId(state)]: change.action } };
    case 'scopeChosen':
      // What is shown may be older than the choice: the next answer tells what was selected when it was made.
      return { ...withoutScopeMark(state), scope: change.scope };
    case 'jumpAnswered':
      // The add-on moved the selection itself; that is no choice of rows.
      return withJumpFailure(change.failure === undefined ? withoutScopeMark(state) : state, change.failure);
    case 'overviewAnswered':
      return withSeenProgress(
        withFreshScope(withPart(state, 'overview', reduceOverview(state.overview, change))),
        change.answer.ok ? change.answer.value.run : undefined,
      );
    case 'connectionChanged':
      return withPart(state, 'overview', reduceOverview(state.overview, change));
    case 'connectionStepStarted':
    case 'connectionStepFailed':
    case 'connectionTested':
    case 'connectionStepDismissed':
    case 'connectionRemoved':
      return withPart(state, 'connection', reduceConnection(state.connection, change));
    case 'mappingAsked':
    case 'mappingAnswered':
    case 'settingsEdited':
    case 'settingsDiscarded':
    case 'saveAsked':
    case 'saveAnswered':
    case 'correctionApplied':
      return withPart(state, 'mapping', reduceMapping(state.mapping, change));
    case 'checkStarted':
    case 'checkAnswered':
    case 'correctionAsked':
    case 'correctionAnswered':
    case 'selectionMoved':
    case 'startAsked':
    case 'deletesDeclined':
    case 'runTakenUp':
    case 'runProgressed':
    case 'progressSeen':
    case 'runInterrupted':
    case 'cancelAsked':
    case 'cancelFailed':
    case 'resultRestored':
    case 'leftFound':
    case 'resultClosed':
      return withPart(withoutOldList(state, change), 'run', reduceRun(state.run, change));
    case 'startAnswered':
      // A first run goes to the columns it made; that is no choice of rows.
      return withPart(withoutScopeMark(state), 'run', reduceRun(state.run, change));
    case 'automationAsked':
    case 'automationAnswered':
      return { ...state, automation: reduceAutomation(state.automation, change) };
    case 'lookAsked':
    case 'problemsFiltered':
    case 'columnsMoved':
      return { ...state, tabLook: reduceTabLook(state.tabLook, change) };
    case 'pasteChanged':
    case 'eventsAsked':
    case 'eventsAnswered':
    case 'eventsDone':
    case 'eventsExported':
      return withPart(state, 'events', reduceEvents(state.events, change));
    case 'runsAnswered':
      return { ...state, runs: reduceRuns(state.runs, change) };
    case 'comparisonAsked':
    case 'comparisonAnswered':
    case 'copyAsked':
    case 'copyAnswered':
      return { ...state, comparison: reduceComparison(state.comparison, change) };
    case 'runRowsAsked':
    case 'runRowsAnswered':
    case 'runRowsClosed':
    case 'storyAsked':
    case 'storyAnswered':
      return { ...state, story: reduceStory(state.story, change) };
    case 'undoAsked':
    case 'undoAnswered':
    case 'undoClosed':
      return { ...state, undo: reduceUndo(state.undo, change) };
    case 'previewAsked':
    case 'previewAnswered':
      return withPart(state, 'preview', reducePreview(state.preview, change));
    default:
      return change satisfies never;
  }
}

/** Stands for the tab while none is known. */
const NO_TAB_ID = -1;

function activeTabId(state: SidebarState): number {
  return seenTabId(state) ?? NO_TAB_ID;
}

/** The tab that the sidebar shows: what a press is about, whatever is in front by the time it reaches the server. */
export function seenTabId({ overview }: SidebarState): number | undefined {
  return overview.value?.tab?.tabId;
}

/** Back to the selection once it is another one than when the scope was chosen. */
function withFreshScope(state: SidebarState): SidebarState {
  if (state.scope === 'selection') return state;
  const mark = selectionMark(state);
  if (state.scopeMark === undefined) return { ...state, ...mark };
  return mark.scopeMark === undefined || mark.scopeMark === state.scopeMark
    ? state
    : { ...withoutScopeMark(state), scope: 'selection' };
}

function selectionMark({ overview }: SidebarState): Pick<SidebarState, 'scopeMark'> {
  const tab = overview.value?.tab;
  return tab === undefined ? {} : { scopeMark: `${tab.tabId} ${tab.selection.a1}` };
}

function withoutScopeMark(state: SidebarState): SidebarState {
  const { scopeMark: _, ...rest } = state;
  return rest;
}

/** While an execution is under way, the overview is the only news of how far the run is. */
function withSeenProgress(state: SidebarState, running: RunningView | undefined): SidebarState {
  return running === undefined
    ? state
    : withPart(state, 'run', reduceRun(state.run, { kind: 'progressSeen', running }));
}

function withPart<Part extends 'overview' | 'connection' | 'mapping' | 'run' | 'preview' | 'events'>(
  state: SidebarState,
  part: Part,
  value: SidebarState[Part],
): SidebarState {
  return state[part] === value ? state : { ...state, [part]: value };
}

/** A failed jump and a look at a row belong to the list they were tried from, which a check, correction or run replaces. */
function withoutOldList(state: SidebarState, change: RunChange): SidebarState {
  const isNewList = change.kind === 'checkStarted' || change.kind === 'correctionAsked' || change.kind === 'startAsked';
  return isNewList ? withJumpFailure(withPart(state, 'preview', INITIAL_STATE.preview), undefined) : state;
}

function withJumpFailure(state: SidebarState, failure: ShownFailure | undefined): SidebarState {
  const { jumpFailure, ...rest } = state;
  if (failure !== undefined) return { ...rest, jumpFailure: failure };
  return jumpFailure === undefined ? state : rest;
}

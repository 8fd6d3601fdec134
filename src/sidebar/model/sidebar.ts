/** The sidebar without its looks: one store, and the verbs that change it by asking the server. */
import type { CellReference, OpenCreateReference, RunRowsRequest } from '../../core/contract/server-functions.ts';
import type { ServerBridge } from '../bridge/server-bridge.ts';
import { type AutomationVerbs, automationVerbs } from './automate/automation-verbs.ts';
import { type ConnectionVerbs, connectionVerbs } from './connection/connection-verbs.ts';
import { type EventsVerbs, eventsVerbs } from './events/events-verbs.ts';
import { type MappingVerbs, mappingVerbs } from './mapping/mapping-verbs.ts';
import { type OverviewVerbs, overviewVerbs } from './overview/overview-verbs.ts';
import { type CorrectionVerbs, correctionVerbs } from './run/correction-verbs.ts';
import { runDriver } from './run/run-driver.ts';
import { type RunVerbs, runVerbs } from './run/run-verbs.ts';
import { type TabLookVerbs, tabLookVerbs } from './run/tab-look-verbs.ts';
import { INITIAL_STATE, reduceSidebar, type SidebarStore, seenTabId, type ViewName } from './sidebar-state.ts';
import { createStore } from './store.ts';

/** Everything a person can do in the sidebar. */
export interface SidebarVerbs
  extends OverviewVerbs,
    ConnectionVerbs,
    MappingVerbs,
    RunVerbs,
    CorrectionVerbs,
    AutomationVerbs,
    TabLookVerbs,
    EventsVerbs {
  readonly chooseView: (view: ViewName) => void;
  /** Opens what a run of the log has sent, or closes it again. */
  readonly lookAtRun: (run: RunRowsRequest) => Promise<void>;
  readonly closeRunRows: () => void;
  /** Tells what was ever sent for the selected row. */
  readonly readStory: () => Promise<void>;
  /** Compares the tab in front with what the platform lists. */
  readonly compare: () => Promise<void>;
  /** Copies the selected listings of `Platform listings` into the tab that was compared. */
  readonly copyListings: () => Promise<void>;
  /** Says that a listing whose create had no clear answer is not on the platform. */
  readonly settleCreate: (create: OpenCreateReference) => Promise<void>;
  /** Activates a cell in the grid and moves the keyboard there. */
  readonly goToCell: (cell: CellReference) => Promise<void>;
}

/** What the model needs of the world around it. */
export interface SidebarSurroundings {
  readonly bridge: ServerBridge;
  /** Moves the keyboard into the grid. */
  readonly focusSpreadsheet: () => void;
  /** Waits for milliseconds. */
  readonly sleep: (delayMs: number) => Promise<void>;
}

/** The model of the sidebar. */
export interface Sidebar {
  readonly store: SidebarStore;
  readonly verbs: SidebarVerbs;
}

/** Creates the model; nothing is asked of the server until a verb is called. */
export function createSidebar({ bridge, focusSpreadsheet, sleep }: SidebarSurroundings): Sidebar {
  const store = createStore(INITIAL_STATE, reduceSidebar);
  const mapping = mappingVerbs(store, bridge, () => overview);
  const overview: OverviewVerbs = overviewVerbs(store, bridge, mapping.followTab);
  const runs = runVerbs(store, bridge, overview, runDriver(store, bridge, overview, sleep));
  const goToCell: SidebarVerbs['goToCell'] = async (cell) => {
    const answer = await bridge.goToCell(cell);
    if (answer.ok) afterJump();
    else store.dispatch({ kind: 'jumpAnswered', failure: answer.error });
  };
  const afterJump = () => {
    store.dispatch({ kind: 'jumpAnswered' });
    store.dispatch({ kind: 'selectionMoved' });
    // An older answer would still tell of the selection before.
    void overview.refreshAfterChange();
    focusSpreadsheet();
  };
  const readRuns = async () => store.dispatch({ kind: 'runsAnswered', answer: await bridge.getRuns() });
  const showRun = () => store.dispatch({ kind: 'viewChosen', view: 'run' });
  const automation = automationVerbs(store, bridge, { ...overview, goToCell, showRun, start: runs.start });
  const events = eventsVerbs(store, bridge, { ...overview, ...automation });
  const verbs: SidebarVerbs = {
    ...overview,
    ...events,
    ...connectionVerbs(store, bridge, overview),
    ...mapping,
    ...runs,
    ...automation,
    ...tabLookVerbs(store, bridge, afterJump),
    ...correctionVerbs(store, bridge, { ...mapping, ...runs }),
    chooseView: (view) => {
      store.dispatch({ kind: 'viewChosen', view });
      // Columns may have changed since the view was last open.
      if (view === 'mapping') void mapping.readMapping();
      if (view === 'automate') void automation.readAutomation();
      if (view === 'automate' || view === 'activity') void events.readEvents();
      if (view === 'activity' || view === 'settings') void readRuns();
    },
    lookAtRun: async (run) => {
      const of = run.startedAt;
      store.dispatch({ kind: 'runRowsAsked', of });
      store.dispatch({ kind: 'runRowsAnswered', of, answer: await bridge.getRunRows(run) });
    },
    closeRunRows: () => store.dispatch({ kind: 'runRowsClosed' }),
    readStory: async () => {
      store.dispatch({ kind: 'storyAsked' });
      store.dispatch({ kind: 'storyAnswered', answer: await bridge.getRowStory() });
    },
    compare: async () => {
      const state = store.getState();
      const tabId = seenTabId(state);
      if (tabId === undefined || state.comparison.isBusy || state.comparison.isCopying) return;
      store.dispatch({ kind: 'comparisonAsked' });
      store.dispatch({ kind: 'comparisonAnswered', answer: await bridge.comparePlatform({ tabId }) });
    },
    copyListings: async () => {
      const { view, isBusy, isCopying } = store.getState().comparison;
      if (view === undefined || isBusy || isCopying) return;
      store.dispatch({ kind: 'copyAsked' });
      store.dispatch({ kind: 'copyAnswered', answer: await bridge.copyListings({ tabId: view.tabId }) });
    },
    settleCreate: async (create) => store.dispatch({ kind: 'runsAnswered', answer: await bridge.settleCreate(create) }),
    goToCell,
  };
  return { store, verbs };
}

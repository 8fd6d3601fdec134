/** Keeps the page in step with the server: the emulator is the truth, the page only shows it. */
import type { SpreadsheetSnapshot, TabSnapshot } from '../../apps-script/emulator.ts';
import type { PageState, ServerEvent } from '../../serve/wire.ts';
import { type AppState, activeTab } from './app-state.ts';
import type { HandsQueue } from './hands-queue.ts';
import type { ScriptVerbs } from './script-verbs.ts';
import { formatSelection, parseSelection } from './selection.ts';
import type { ServerClient } from './server-client.ts';
import type { Store } from './store.ts';
import type { Toasts } from './toasts.ts';

/** What following the server needs. */
export interface SyncParts {
  readonly store: Store<AppState>;
  readonly server: ServerClient;
  readonly queue: HandsQueue;
  readonly scripts: ScriptVerbs;
  readonly toasts: Toasts;
}

/** A running synchronisation. */
export interface Sync {
  /** Tells that something the person did has reached the server. */
  handsDone(): void;
}

/** Starts to listen; the first state is fetched when the stream says hello, and again after every interruption. */
export function startSync(parts: SyncParts): Sync {
  const { store, server, scripts } = parts;
  const refresh = createRefresh(parts);
  let hasMissedSelection = false;

  const onEvent = (event: ServerEvent): void => {
    if (event.kind === 'hello' || event.kind === 'reset') {
      scripts.connectionLost();
      refresh.state();
    } else if (event.kind === 'changed') {
      refresh.snapshot();
    } else if (event.kind === 'selection') {
      // While something of the person's own is under way, the server's word on the selection is older than theirs.
      if (isOwnSelectionNewer(parts)) {
        hasMissedSelection = true;
      } else if (!isOnScreen(store.get(), event)) {
        // It may be the late echo of a click before the last one, and the next Ctrl-click would build on that: ask.
        refresh.snapshot();
      }
    } else {
      applyEvent(parts, event);
    }
  };

  server.listen(onEvent, () => {
    store.set({ isLive: false });
    scripts.connectionLost();
  });
  return {
    handsDone() {
      if (hasMissedSelection && !isOwnSelectionNewer(parts)) {
        hasMissedSelection = false;
        refresh.snapshot();
      }
    },
  };
}

type Described = Exclude<ServerEvent, { readonly kind: 'hello' | 'reset' | 'changed' | 'selection' }>;

/** Applies an event that carries all there is to know. */
function applyEvent({ store, scripts, toasts }: SyncParts, event: Described): void {
  const patch = (change: Partial<PageState>): void => {
    const { page } = store.get();
    if (page !== undefined) {
      store.set({ page: { ...page, ...change } });
    }
  };
  switch (event.kind) {
    case 'toast':
      toasts.show({ title: event.title, message: event.message, tone: 'plain' }, event.timeoutSeconds);
      break;
    case 'menu':
      patch({ menu: event.menu });
      break;
    case 'sidebar':
      patch({ sidebar: event.sidebar });
      break;
    case 'modal':
      patch({ modal: event.modal });
      break;
    case 'dialogs':
      patch({ dialogs: event.dialogs });
      break;
    case 'request':
      patch({ requests: [...(store.get().page?.requests ?? []), event.entry] });
      break;
    case 'requestsCleared':
      patch({ requests: [] });
      break;
    case 'faults':
      patch({ faults: event.faults });
      break;
    case 'callEnded':
      scripts.callEnded(event.callId, event.outcome);
      break;
    default:
      event satisfies never;
  }
}

/** Fetches the state or a snapshot; asked again while one is on its way, it fetches exactly once more. */
function createRefresh(parts: SyncParts) {
  const { store, server, queue } = parts;
  let wanted: 'state' | 'snapshot' | undefined;
  let isFetching = false;

  const run = async (): Promise<void> => {
    if (isFetching) {
      return;
    }
    isFetching = true;
    try {
      while (wanted !== undefined) {
        const what = wanted;
        wanted = undefined;
        const sentBefore = queue.sentCount();
        const page = what === 'state' ? await server.state() : undefined;
        const snapshot = page?.snapshot ?? (await server.snapshot());
        showSnapshot(store, snapshot, page, isOwnSelectionNewer(parts) || queue.sentCount() !== sentBefore);
      }
    } catch {
      // The server is gone or restarting; the stream's next hello brings everything up to date.
      store.set({ isLive: false });
    } finally {
      isFetching = false;
    }
  };

  return {
    state() {
      wanted = 'state';
      void run();
    },
    snapshot() {
      wanted ??= 'snapshot';
      void run();
    },
  };
}

function showSnapshot(
  store: Store<AppState>,
  snapshot: SpreadsheetSnapshot,
  fresh: PageState | undefined,
  doesKeepSelection: boolean,
): void {
  const before = store.get();
  const page = fresh ?? before.page;
  if (page === undefined) {
    return;
  }
  const isOtherTab = before.page?.snapshot.activeTabId !== snapshot.activeTabId;
  store.set({ page: { ...page, snapshot }, isLive: true, ...(isOtherTab && { editing: undefined }) });
  if (!doesKeepSelection || isOtherTab) {
    adoptSelection(store, snapshot.selection);
  }
}

/** Whether the person has selected something that the server has yet to hear of, or is about to. */
function isOwnSelectionNewer({ store, queue }: Pick<SyncParts, 'store' | 'queue'>): boolean {
  return queue.isBusy() || store.get().isSelecting;
}

type SelectionEvent = Extract<ServerEvent, { readonly kind: 'selection' }>;

function isOnScreen(state: AppState, { activeTabId, selection }: SelectionEvent): boolean {
  const tab = activeTab(state);
  return tab?.tabId === activeTabId && isSelected(state, tab, selection);
}

function isSelected(state: AppState, tab: TabSnapshot, a1s: readonly string[]): boolean {
  return formatSelection(parseSelection(a1s, tab), tab).join() === formatSelection(state.selection, tab).join();
}

/** Takes over the server's selection where it differs, and brings it into view. */
function adoptSelection(store: Store<AppState>, a1s: readonly string[]): void {
  const state = store.get();
  const tab = activeTab(state);
  if (tab === undefined || a1s.length === 0) {
    return;
  }
  if (!isSelected(state, tab, a1s)) {
    const selection = parseSelection(a1s, tab);
    store.set({ selection, editing: undefined, revealCount: state.revealCount + 1 });
  }
}

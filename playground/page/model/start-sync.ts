/** Keeps the page in step with the server: the emulator is the truth, the page only shows it. */
import type { TabSnapshot } from '../../apps-script/emulator.ts';
import type { PageState, RequestLine, ServerEvent, SheetChanges } from '../../serve/wire.ts';
import { type AppState, activeTab, type PageView } from './app-state.ts';
import type { HandsQueue } from './hands-queue.ts';
import type { ScriptVerbs } from './script-verbs.ts';
import { formatSelection, parseSelection } from './selection.ts';
import type { ServerClient } from './server-client.ts';
import { withChanges } from './sheet-state.ts';
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

  const onEvent = (event: ServerEvent): void => {
    if (event.kind === 'hello' || event.kind === 'reset') {
      scripts.connectionLost();
      refresh.state();
    } else if (event.kind === 'changed') {
      refresh.sheet();
    } else {
      applyEvent(parts, event);
    }
  };

  server.listen(onEvent, () => {
    store.set({ isLive: false });
    scripts.connectionLost();
  });
  return { handsDone: refresh.handsDone };
}

type Described = Exclude<ServerEvent, { readonly kind: 'hello' | 'reset' | 'changed' }>;

/** Applies an event that carries all there is to know. */
function applyEvent({ store, scripts, toasts }: SyncParts, event: Described): void {
  const patch = (change: Partial<PageView>): void => {
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
    case 'requests':
      patch({ requests: withLines(store.get().page?.requests ?? [], event.lines) });
      break;
    case 'requestsCleared':
      patch({ requests: [] });
      break;
    case 'faults':
      patch({ faults: event.faults });
      break;
    case 'clock':
      patch({ clock: event.clock });
      break;
    case 'callEnded':
      scripts.callEnded(event.callId, event.outcome);
      break;
    default:
      event satisfies never;
  }
}

/** Adds what is new: a state that was fetched meanwhile holds some of the lines already. */
function withLines(known: readonly RequestLine[], lines: readonly RequestLine[]): readonly RequestLine[] {
  const lastNumber = known.at(-1)?.number ?? 0;
  return [...known, ...lines.filter(({ number }) => number > lastNumber)];
}

/** Fetches the state or what is new of the sheet, portion by portion; asked again meanwhile, it goes on once more. */
function createRefresh(parts: SyncParts) {
  const { store, server, queue } = parts;
  let wanted: 'state' | 'sheet' | undefined;
  let mark = 0;
  let isFetching = false;
  let hasMissedSelection = false;

  const fetchOnce = async (what: 'state' | 'sheet'): Promise<void> => {
    const sentBefore = queue.sentCount();
    const wasNewer = isOwnSelectionNewer(parts);
    const state = what === 'state' ? await server.state() : undefined;
    const changes = state?.sheet ?? (await server.sheet(mark));
    // While something of the person's own is under way, the server's word on the selection is older than theirs; and so it may be
    // where that was under way when it was asked, and is over by now.
    const isOvertaken = wasNewer || isOwnSelectionNewer(parts) || queue.sentCount() !== sentBefore;
    // It is older as well where the server has not looked at the sheet since; it tells when it has.
    hasMissedSelection = isOvertaken || changes.isBehind;
    showChanges(store, changes, state, hasMissedSelection);
    mark = changes.mark;
    if (changes.hasMore || (isOvertaken && !changes.isBehind && !isOwnSelectionNewer(parts))) {
      wanted ??= 'sheet';
    }
  };

  const run = async (): Promise<void> => {
    if (isFetching) {
      return;
    }
    isFetching = true;
    try {
      while (wanted !== undefined) {
        const what = wanted;
        wanted = undefined;
        await fetchOnce(what);
      }
    } catch {
      // The server is gone or restarting; the stream's next hello brings everything up to date.
      store.set({ isLive: false });
    } finally {
      isFetching = false;
    }
  };
  const want = (what: 'state' | 'sheet'): void => {
    wanted = wanted === 'state' ? 'state' : what;
    void run();
  };

  return {
    state: () => want('state'),
    sheet: () => want('sheet'),
    handsDone() {
      if (hasMissedSelection && !isOwnSelectionNewer(parts)) {
        want('sheet');
      }
    },
  };
}

function showChanges(
  store: Store<AppState>,
  changes: SheetChanges,
  state: PageState | undefined,
  doesKeepSelection: boolean,
): void {
  const before = store.get();
  const rest = state ?? before.page;
  if (rest === undefined) {
    return;
  }
  // A fresh state is of another spreadsheet, or of one whose changes were missed.
  const known = state === undefined ? before.page?.snapshot : undefined;
  const snapshot = withChanges(known, changes);
  const isOtherTab = before.page?.snapshot.activeTabId !== snapshot.activeTabId;
  store.set({ page: { ...rest, snapshot }, isLive: true, ...(isOtherTab && { editing: undefined }) });
  if (!doesKeepSelection || isOtherTab) {
    adoptSelection(store, snapshot.selection);
  }
}

/** Whether the person has selected something that the server has yet to hear of, or is about to. */
function isOwnSelectionNewer({ store, queue }: Pick<SyncParts, 'store' | 'queue'>): boolean {
  return queue.isBusy() || store.get().isSelecting;
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

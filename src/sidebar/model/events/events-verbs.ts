/** Pasting messages, polling an inbox, and dealing with messages that wait. */
import type {
  EventsExported,
  EventsPreview,
  EventsPublished,
  EventsTaken,
  InboxInput,
  KeptChoice,
} from '../../../core/contract/events-view.ts';
import { LONGEST_PART } from '../../../core/contract/events-view.ts';
import { addCounts, addTaken, splitMessages, takenSentence, told } from '../../../core/contract/shared-rules.ts';
import type { Answer, ServerBridge, ShownFailure } from '../../bridge/server-bridge.ts';
import type { AutomationVerbs } from '../automate/automation-verbs.ts';
import { NO_TAB } from '../overview/overview-state.ts';
import type { OverviewVerbs } from '../overview/overview-verbs.ts';
import type { SidebarStore } from '../sidebar-state.ts';
import { askToEnd } from './ask-to-end.ts';
import type { PasteState } from './events-state.ts';
import { type WebhookVerbs, webhookVerbs } from './webhook-verbs.ts';

/** What can be done about messages. */
export interface EventsVerbs extends WebhookVerbs {
  /** Asks what a text would do to the active tab. */
  readonly previewPaste: (text: string) => Promise<void>;
  /** Takes in what was previewed. */
  readonly takePaste: (makesColumns: boolean) => Promise<void>;
  /** Forgets the text. */
  readonly closePaste: () => void;
  readonly readEvents: () => Promise<void>;
  readonly connectInbox: (input: Omit<InboxInput, 'tabId'>) => Promise<void>;
  readonly disconnectInbox: () => Promise<void>;
  /** Polls until the inbox is empty. */
  readonly pollInbox: () => Promise<void>;
  /** Makes messages of the selected rows, to be copied or saved. */
  readonly exportRows: (includesReceived: boolean) => Promise<void>;
  /** Sends the selected rows to the pod of the inbox. */
  readonly publishRows: (includesReceived: boolean) => Promise<void>;
  readonly settleKept: (choice: Omit<KeptChoice, 'tabId' | 'rowNumber'>) => Promise<void>;
}

/** The most characters of a paste; about 5 MB. */
const LONGEST_PASTE = 5 * LONGEST_PART;

/** Rows of a preview over all parts. */
const MOST_PREVIEW_ROWS = 100;

const NOT_JSON: ShownFailure = {
  kind: 'notMessages',
  message: 'This text is no JSON, so there are no messages in it. Nothing was changed.',
  nextStep: 'Paste a message, a list of messages, JSON Lines or an inbox page.',
};

const TOO_LARGE: ShownFailure = {
  kind: 'notMessages',
  message: 'The text has more than 5 MB. Nothing was changed.',
  nextStep: 'Take it in in several files, in any order; what is known already writes nothing.',
};

/** What else of the sidebar they need. */
export type EventsNeeds = Pick<OverviewVerbs, 'refreshAfterChange'> & Pick<AutomationVerbs, 'readAutomation'>;

/** The verbs. */
export function eventsVerbs(
  store: SidebarStore,
  bridge: ServerBridge,
  { refreshAfterChange, readAutomation }: EventsNeeds,
): EventsVerbs {
  const show = (paste: PasteState) => store.dispatch({ kind: 'pasteChanged', paste });
  const tabNow = () => store.getState().overview.value?.tab;

  async function previewPaste(text: string): Promise<void> {
    if (text.length > LONGEST_PASTE) return show({ kind: 'failed', failure: TOO_LARGE });
    const parts = splitMessages(text, LONGEST_PART);
    if (parts === undefined || parts.length === 0) return show({ kind: 'failed', failure: NOT_JSON });
    let sum: EventsPreview | undefined;
    for (const [at, part] of parts.entries()) {
      show({ kind: 'working', what: 'preview', done: at, total: parts.length });
      const answer = await bridge.previewEvents(sum === undefined ? { text: part } : { text: part, tabId: sum.tabId });
      if (!answer.ok) return show({ kind: 'failed', failure: answer.error });
      sum = sum === undefined ? answer.value : addPreviews(sum, answer.value);
    }
    if (sum !== undefined) show({ kind: 'previewed', preview: sum, parts });
  }

  async function takePaste(makesColumns: boolean): Promise<void> {
    const { paste } = store.getState().events;
    if (paste.kind !== 'previewed') return;
    const { parts, preview } = paste;
    let sum: EventsTaken | undefined;
    for (const [at, text] of parts.entries()) {
      show({ kind: 'working', what: 'take', done: at, total: parts.length });
      const answer = await bridge.takeEvents({ text, tabId: preview.tabId, makesColumns });
      if (!answer.ok) return show({ kind: 'failed', failure: answer.error });
      sum = sum === undefined ? answer.value : told(addTaken(sum, answer.value));
    }
    show({ kind: 'taken', message: sum?.message ?? '' });
    void refreshAfterChange();
    await readEvents();
  }

  async function readEvents(): Promise<void> {
    store.dispatch({ kind: 'eventsAnswered', answer: await bridge.getEvents() });
  }

  /** Does something, says what came of it, and looks again. */
  async function act(ask: () => Promise<Answer<EventsPublished>>): Promise<void> {
    store.dispatch({ kind: 'eventsAsked' });
    const answer = await ask();
    store.dispatch({ kind: 'eventsDone', answer });
    if (!answer.ok) return;
    void refreshAfterChange();
    await readEvents();
  }

  return {
    previewPaste,
    takePaste,
    readEvents,
    closePaste: () => show({ kind: 'idle' }),
    exportRows: async (includesReceived) => {
      store.dispatch({ kind: 'eventsAsked' });
      const tab = tabNow();
      const answer: Answer<EventsExported> =
        tab === undefined
          ? { ok: false, error: NO_TAB }
          : await bridge.exportEvents({ tabId: tab.tabId, recipient: '', includesReceived });
      store.dispatch({ kind: 'eventsExported', answer });
    },
    publishRows: (includesReceived) =>
      act(async () => {
        const tab = tabNow();
        if (tab === undefined) return { ok: false, error: NO_TAB };
        return bridge.publishEvents({ tabId: tab.tabId, recipient: '', includesReceived });
      }),
    pollInbox: () => act(() => askToEnd(bridge.pollInbox)),
    ...webhookVerbs(store, bridge, { act, refreshAfterChange, readAutomation }),
    connectInbox: async (input) => {
      store.dispatch({ kind: 'eventsAsked' });
      const tab = tabNow();
      const answer = await bridge.connectInbox({ ...input, ...(tab !== undefined && { tabId: tab.tabId }) });
      store.dispatch({ kind: 'eventsAnswered', answer });
    },
    disconnectInbox: async () => {
      store.dispatch({ kind: 'eventsAsked' });
      store.dispatch({ kind: 'eventsAnswered', answer: await bridge.disconnectInbox() });
    },
    settleKept: (choice) =>
      act(async () => {
        const tab = tabNow();
        if (tab === undefined) return { ok: false, error: NO_TAB };
        const rowNumber = choice.choice === 'row' ? selectedRow(tab.selection.a1) : undefined;
        return bridge.settleKept({ ...choice, tabId: tab.tabId, ...(rowNumber !== undefined && { rowNumber }) });
      }),
  };
}

/** The first row of a selection such as `A2:C6, A9`. */
function selectedRow(a1: string): number | undefined {
  const digits = /\d+/.exec(a1)?.[0];
  return digits === undefined ? undefined : Number(digits);
}

function addPreviews(one: EventsPreview, other: EventsPreview): EventsPreview {
  const counts = addCounts(one.counts, other.counts);
  return {
    ...one,
    counts,
    message: takenSentence(counts),
    rows: [...one.rows, ...other.rows].slice(0, MOST_PREVIEW_ROWS),
    missingColumns: [...new Set([...one.missingColumns, ...other.missingColumns])],
  };
}

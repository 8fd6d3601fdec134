/** Joins a session with what the page sees of it: frames, dialogs, faults, and one stream of events. */
import type { CallReport, EmulatorEvent } from '../apps-script/emulator.ts';
import { DEMO_CHATBOT_ID, DEMO_SECRET_KEY } from '../demo-data.ts';
import { type ClockDesk, createClockDesk, OWNER } from './clock-desk.ts';
import { createDialogDesk, type DialogDesk } from './dialog-desk.ts';
import { createEventHub, type EventHub } from './event-stream.ts';
import { createFaultPanel, type FaultPanel } from './fault-panel.ts';
import { requestLine } from './request-line.ts';
import { callableFunctions, createScriptFrames, type ScriptFrames } from './script-frames.ts';
import { createSheetFeed, type SheetFeed } from './sheet-feed.ts';
import { type Session, startSession } from './start-session.ts';
import type { AddOnMenu, CallOutcome, CallRequest, ClockMove, PageState, ServerEvent } from './wire.ts';

/** A playground without its web server. */
export interface PlaygroundCore {
  readonly session: Session;
  readonly events: EventHub;
  readonly frames: ScriptFrames;
  readonly dialogs: DialogDesk;
  readonly faults: FaultPanel;
  readonly sheet: SheetFeed;
  state(): PageState;
  /** Runs an add-on function; its end is told by a `callEnded` event. */
  call(request: CallRequest): void;
  /** Who sits at the keyboard. */
  user(): string;
  /** Lets time pass; its end is told by a `clock` event. */
  moveClock(move: ClockMove): void;
  /** Throws everything away and starts again from the demo data. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a session of the built add-on and opens its sidebar, as a person would first do. */
export async function createPlayground(
  files: Readonly<Record<string, string>>,
  frameScript: string,
): Promise<PlaygroundCore> {
  const sheet = createSheetFeed({
    takeSnapshot: () => session.emulator.hands.snapshot(clock.user()),
    nowMs: () => performance.now(),
    onBehind: () => events.sendChange(),
  });
  const events = createEventHub(sheet.delayMs);
  const frames = createScriptFrames(frameScript, { functionNames: callableFunctions(files['Code.js'] ?? '') });
  const dialogs = createDialogDesk((pending) => events.send({ kind: 'dialogs', dialogs: pending }));
  let menu: AddOnMenu | null = null;

  const onEvent = (event: EmulatorEvent): void => {
    if (event.kind === 'menu') {
      menu = { name: event.name, items: event.items };
    }
    if (event.kind === 'changed' || event.kind === 'selection') {
      sheet.noteChange();
      events.sendChange();
      return;
    }
    const pageEvent = serverEventOf(event, frames);
    if (pageEvent !== undefined) {
      events.send(pageEvent);
    }
  };
  const start = async (): Promise<Session> => {
    const started = await startSession({ files, onEvent, onDialog: dialogs.ask });
    clock = createClockDesk(started.emulator);
    await openSidebar(started, menu, clock.user());
    return started;
  };

  let clock: ClockDesk = {
    user: () => OWNER,
    view: () => ({ time: '', user: OWNER, hasOwnerLeft: false }),
    move: async () => 0,
  };
  let session = await start();
  let faults = watchRequests(session, events);
  let resetting: Promise<void> | undefined;

  const restart = async (): Promise<void> => {
    dialogs.closeAll();
    frames.hide('modal');
    await session.close();
    session = await start();
    sheet.noteChange();
    faults = watchRequests(session, events);
    events.send({ kind: 'reset' });
  };

  const moveClock = async (move: ClockMove): Promise<void> => {
    const strikes = await clock.move(move);
    const called = `Google\u2019s clock called ${strikes === 1 ? 'once' : `${strikes} times`}.`;
    const message = move === 'leave' ? `You are ${clock.user()} from now on.` : called;
    events.send({ kind: 'clock', clock: clock.view() });
    events.send({ kind: 'toast', title: '', message, timeoutSeconds: 5 });
    // Whoever comes back later opens the sidebar anew, and sees how things stand now.
    await openSidebar(session, menu, clock.user());
    sheet.noteChange();
    events.sendChange();
  };

  return {
    get session() {
      return session;
    },
    get faults() {
      return faults;
    },
    events,
    frames,
    dialogs,
    sheet,
    state: () => ({
      sheet: sheet.changesSince(0),
      menu,
      sidebar: frames.current('sidebar'),
      modal: frames.current('modal'),
      dialogs: dialogs.pending(),
      requests: session.platform.journal.entries().map(requestLine),
      faults: faults.switches(),
      clock: clock.view(),
      demoConnection: { secretKey: DEMO_SECRET_KEY, chatbotId: DEMO_CHATBOT_ID },
    }),
    call({ callId, functionName, args, source }) {
      session.emulator
        .call(functionName, args, { source, user: clock.user() })
        .then(outcomeOf, (error: unknown) => ({ kind: 'failed' as const, message: String(error) }))
        .then((outcome) => events.send({ kind: 'callEnded', callId, outcome }));
    },
    user: () => clock.user(),
    moveClock: (move) =>
      void moveClock(move).catch((error: unknown) =>
        events.send({ kind: 'toast', title: '', message: String(error), timeoutSeconds: 8 }),
      ),
    reset() {
      // Two clicks are one wish: the second must not close the session that the first is starting.
      resetting ??= restart().finally(() => {
        resetting = undefined;
      });
      return resetting;
    },
    async close() {
      dialogs.closeAll();
      events.close();
      await session.close();
    },
  };
}

/** What the page is told of an event that carries all there is to know. */
function serverEventOf(
  event: Exclude<EmulatorEvent, { readonly kind: 'changed' | 'selection' }>,
  frames: ScriptFrames,
): ServerEvent | undefined {
  switch (event.kind) {
    case 'toast':
      return event;
    case 'menu':
      return { kind: 'menu', menu: { name: event.name, items: event.items } };
    case 'sidebar':
      return { kind: 'sidebar', sidebar: frames.show('sidebar', event.title, event.html) };
    case 'modalDialog': {
      const { title, html, width, height } = event;
      return { kind: 'modal', modal: frames.show('modal', title, html, { width, height }) };
    }
    case 'mail':
      return {
        kind: 'toast',
        title: `E-mail to ${event.to}: ${event.subject}`,
        message: event.body,
        timeoutSeconds: 15,
      };
    case 'log':
      return undefined;
    default:
      return event satisfies never;
  }
}

/** Runs the menu item that opens the sidebar; an add-on without one simply starts without a sidebar. */
async function openSidebar({ emulator }: Session, menu: AddOnMenu | null, user: string): Promise<void> {
  const item = menu?.items.find((entry) => entry.kind === 'item' && /sidebar/i.test(entry.caption));
  if (item?.kind === 'item') {
    await emulator.call(item.functionName, [], { source: 'menu', user });
  }
}

function watchRequests({ platform }: Session, events: EventHub): FaultPanel {
  const faults = createFaultPanel(platform);
  let told = JSON.stringify(faults.switches());
  platform.journal.onEntry((entry) => {
    events.sendRequest(requestLine(entry));
    const switches = faults.switches();
    const text = entry.fault === undefined ? told : JSON.stringify(switches);
    // A switch that strikes every request is news once, not with each of them.
    if (text !== told) {
      told = text;
      events.send({ kind: 'faults', faults: switches });
    }
  });
  return faults;
}

/** A stack stays on the server, as it does at Google: a browser gets the message only. */
function outcomeOf({ outcome }: CallReport): CallOutcome {
  switch (outcome.kind) {
    case 'returned':
      return outcome;
    case 'threw':
      return { kind: 'failed', message: outcome.message };
    case 'killed':
      return { kind: 'failed', message: 'Exceeded maximum execution time' };
    default:
      return outcome satisfies never;
  }
}

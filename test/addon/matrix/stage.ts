/** One emulator kept open over many cases: each case gets a fresh tab, and a platform of its own behind the same address. */
import type { CallOptions, CallReport, Emulator, EmulatorEvent } from '../../../playground/apps-script/emulator.ts';
import type { JournalEntry, Platform, PlatformOptions } from '../../../playground/platform/platform.ts';
import { startPlatform } from '../../../playground/platform/start-platform.ts';
import type { ServerFunctions } from '../../../src/core/contract/server-functions.ts';
import type { RunProgress } from '../../../src/core/engine/progress.ts';
import type { RunRequest, StartReply } from '../../../src/core/engine/run-request.ts';
import {
  agreeing,
  agreementTo,
  CHATBOT_ID,
  COLLEAGUE,
  connect,
  OWNER,
  ofSeenTab,
  openSheet,
  SECRET_KEY,
  type SheetOptions,
  SLOW_READING,
  succeed,
} from '../listing-sheet.ts';
import { collectEvidence, type Evidence } from './evidence.ts';
import { columnTexts, LEDGER_TAB } from './tab-texts.ts';

/** What a case begins with. */
export interface Situation {
  readonly rows: readonly (readonly string[])[];
  readonly platform?: Partial<PlatformOptions>;
  /** What was confirmed before: the rows of the ledger's tab, and the property that proves them. */
  readonly ledger?: { readonly rows: readonly (readonly string[])[]; readonly proof: string };
}

/** One case: the tab `Tab`, the platform behind it, and the add-on in between. */
export interface Scene {
  readonly emulator: Emulator;
  readonly platform: Platform;
  /** Runs a function of the add-on, as the sidebar does unless told otherwise. */
  call(name: string, argument?: unknown, options?: Partial<CallOptions>): Promise<CallReport>;
  /** Calls a function of the server as the sidebar does. */
  ask<Name extends keyof ServerFunctions>(
    name: Name,
    argument?: unknown,
    user?: string,
  ): Promise<ReturnType<ServerFunctions[Name]>>;
  /** Begins a run, agreeing to its deletes, when Google is so slow that its rows wait for the next call. */
  start(request: RunRequest, user?: string): Promise<RunProgress>;
  /** Carries a run on to its end. */
  finish(progress: RunProgress, user?: string): Promise<RunProgress>;
  /** Begins a run and carries it to its end. */
  run(request: RunRequest, user?: string): Promise<RunProgress>;
  /** The shown texts of a column below its header. */
  column(header: string, tabName?: string): readonly string[];
  requests(): readonly JournalEntry[];
  /** Lets time go by; triggers that fall due meanwhile fire. */
  wait(ms: number): Promise<void>;
  /**
   * Lets the platform's name lead nowhere, until the function that comes back is called.
   *
   * @param isLost Whether the n-th look-up from now on fails, counted from 1; absent: every one. Each request is one.
   */
  loseName(isLost?: (lookupNumber: number) => boolean): () => void;
  /** Looks at all that is left to see. */
  end(): void;
}

/** The emulator, and the way to begin a case in it. */
export interface Stage {
  readonly evidence: Evidence;
  begin(situation: Situation): Promise<Scene>;
  /** Calls back whenever cells have changed, by an execution or by hand; returns the way to stop. */
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
}

const HOST = 'usapi.hottask.com';

/** Opens a stage on which the owner and a colleague are connected. */
export async function openStage(options: NonNullable<SheetOptions['emulator']> = {}): Promise<Stage> {
  const evidence = collectEvidence();
  const names = openNames();
  const listeners = new Set<() => void>();
  const onEvent = (event: EmulatorEvent) => {
    evidence.lookAtEvent(event);
    if (event.kind === 'changed') for (const listener of listeners) listener();
  };
  const sheet = await openSheet([['nothing yet']], {
    isConnected: false,
    emulator: { hosts: names.hosts, onEvent, ...options },
    answer: (dialog) => {
      evidence.lookAtText('dialog', `${dialog.title}\n${dialog.message}`);
      return agreeing(dialog);
    },
  });
  names.leadTo(sheet.platform.origin);
  for (const user of [OWNER, COLLEAGUE]) await connect(sheet, user);
  await sheet.platform.close();
  const { emulator } = sheet;
  let last: Platform | undefined;
  return {
    evidence,
    begin: async ({ rows, platform: wanted, ledger }) => {
      // A case that failed did not end.
      await last?.close();
      const platform = await startPlatform({ secretKey: SECRET_KEY, chatbotId: CHATBOT_ID, ...wanted });
      last = platform;
      names.leadTo(platform.origin);
      clearSpreadsheet(emulator, rows);
      if (ledger !== undefined) {
        emulator.hands.addTab(LEDGER_TAB, ledger.rows);
        emulator.setProperty('document', 'ledger', ledger.proof);
        emulator.hands.activateTab('Tab');
      }
      evidence.watchRows(rows);
      return openScene(emulator, platform, evidence, names.lose);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      await last?.close();
      await emulator.close();
    },
  };
}

/** Where the platform's name leads. The table is read at every request, as names are resolved. */
function openNames() {
  let origin: string | undefined;
  let lookups = 0;
  let isLost: (lookupNumber: number) => boolean = () => false;
  const find = () => {
    isLost = () => false;
  };
  const hosts: Record<string, string> = {};
  const resolve = () => {
    lookups += 1;
    return isLost(lookups) ? undefined : origin;
  };
  Object.defineProperty(hosts, HOST, { get: resolve });
  return {
    hosts,
    leadTo: (next: string) => {
      origin = next;
      find();
    },
    lose: (isLookupLost: (lookupNumber: number) => boolean = () => true) => {
      lookups = 0;
      isLost = isLookupLost;
      return find;
    },
  };
}

/** Leaves one tab named `Tab` with the rows, no run, and no log. */
function clearSpreadsheet({ hands, setProperty, renewQuotas }: Emulator, rows: Situation['rows']): void {
  const oldNames = hands.snapshot().tabs.map((tab) => tab.name);
  hands.addTab('Next', rows);
  for (const name of oldNames) hands.deleteTab(name);
  hands.renameTab('Next', 'Tab');
  hands.activateTab('Tab');
  hands.activateTab('Tab', COLLEAGUE);
  forgetLedger(hands);
  for (const property of ['run', 'run.aside', 'run.cancel', 'run.last', 'ledger'])
    setProperty('document', property, '');
  // Each case has a day of its own, in which triggers have not run yet.
  renewQuotas();
  for (const user of [OWNER, COLLEAGUE])
    for (const property of ['deletes.secret', 'dayUse']) setProperty('user', property, '', user);
}

/** What the case before had confirmed is nothing that this case's platform knows. The tab is hidden, so that no snapshot shows it. */
function forgetLedger(hands: Emulator['hands']): void {
  try {
    hands.deleteTab(LEDGER_TAB);
  } catch {
    // No run has made it yet.
  }
}

function openScene(emulator: Emulator, platform: Platform, evidence: Evidence, loseName: Scene['loseName']): Scene {
  platform.journal.onEntry(evidence.lookAtRequest);
  const call: Scene['call'] = async (name, argument, options) => {
    const args = argument === undefined ? [] : [ofSeenTab(emulator, name, argument, options?.user)];
    const report = await emulator.call(name, args, { source: 'sidebar', ...options });
    evidence.lookAtCall(report);
    return report;
  };
  const ask = async (name: string, argument?: unknown, user?: string) =>
    returned(await call(name, argument, user === undefined ? {} : { user }));
  const scene: Scene = {
    emulator,
    platform,
    call,
    ask: ask as Scene['ask'],
    start: (request, user) =>
      startAgreed(scene, request, { stall: SLOW_READING, ...(user === undefined ? {} : { user }) }),
    finish: async (progress, user) => {
      let latest = progress;
      while (latest.state === 'running')
        latest = succeed(await scene.ask('continueRun', { runId: latest.runId }, user));
      return latest;
    },
    run: async (request, user) =>
      scene.finish(await startAgreed(scene, request, user === undefined ? {} : { user }), user),
    column: (header, tabName = 'Tab') => columnTexts(emulator.hands.snapshot(), tabName, header),
    requests: () => platform.journal.entries(),
    wait: async (ms) => {
      for (const report of await emulator.advanceClock(ms)) evidence.lookAtCall(report);
    },
    loseName,
    end: () => {
      evidence.lookAtCells(emulator.hands.snapshot());
      evidence.lookAtText('document property', JSON.stringify(emulator.properties('document')));
    },
  };
  return scene;
}

async function startAgreed(
  scene: Scene,
  request: RunRequest,
  options: Pick<CallOptions, 'stall' | 'user'>,
): Promise<RunProgress> {
  const ask = async (asked: RunRequest) => succeed(replyOf('startRun', await scene.call('startRun', asked, options)));
  let started: StartReply = await ask(request);
  if (started.kind === 'confirmDeletes') {
    started = await ask({ ...request, ...agreementTo(started.confirmation) });
  }
  if (started.kind !== 'started') throw new Error('The run asks twice whether it may delete.');
  return started.progress;
}

/** What a function of the server answered in a call; throws when the call was killed or threw. */
export function replyOf<Name extends keyof ServerFunctions>(_name: Name, report: CallReport) {
  return returned(report) as ReturnType<ServerFunctions[Name]>;
}

function returned({ outcome }: CallReport): unknown {
  if (outcome.kind === 'returned') return outcome.value;
  throw new Error(outcome.kind === 'threw' ? outcome.message : `killed: ${outcome.reason}`);
}

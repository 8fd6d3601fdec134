/** The add-on in the emulator against the stand-in, opened on a sheet: the situation of every end-to-end test. */
import { readFile } from 'node:fs/promises';
import type {
  CallOptions,
  CallReport,
  DialogAnswer,
  DialogRequest,
  Emulator,
  Json,
} from '../../playground/apps-script/emulator.ts';
import { startEmulator } from '../../playground/apps-script/start-emulator.ts';
import type { JournalEntry, Platform, PlatformOptions } from '../../playground/platform/platform.ts';
import { startPlatform } from '../../playground/platform/start-platform.ts';
import type { ServerFunctions } from '../../src/core/contract/server-functions.ts';
import type { RunProgress } from '../../src/core/engine/progress.ts';
import type { DeleteAgreement, DeleteConfirmation, RunRequest, StartReply } from '../../src/core/engine/run-request.ts';
import type { Reply } from '../../src/core/terms/failure.ts';

export const CHATBOT_ID = '3254a9d0424c4806b9ea3d0763abcdef';
export const SECRET_KEY = 'test-secret-key-4711-abcd';
export const OWNER = 'owner@example.com';
export const COLLEAGUE = 'colleague@example.com';

const FILES = ['Code.js', 'Sidebar.html', 'appsscript.json'] as const;

/** A tab whose reading takes so long that no request may leave in the same execution. */
export const SLOW_READING = { call: 'Sheet.getDataRange', ms: 170_000 } as const;

/** What a test may want otherwise. */
export interface SheetOptions {
  readonly platform?: Partial<PlatformOptions>;
  readonly emulator?: Partial<Parameters<typeof startEmulator>[0]>;
  readonly isConnected?: boolean;
  readonly answer?: (dialog: DialogRequest) => DialogAnswer;
}

/** A spreadsheet with one tab named `Tab`, the add-on in it, and the platform behind it. */
export interface TestSheet {
  readonly emulator: Emulator;
  readonly platform: Platform;
  readonly dialogs: readonly DialogRequest[];
  readonly toasts: readonly string[];
  /** Calls a function of the server as the sidebar does. */
  ask<Name extends keyof ServerFunctions>(
    name: Name,
    argument?: unknown,
    user?: string,
  ): Promise<ReturnType<ServerFunctions[Name]>>;
  /** Calls a function and gives back everything about the call. */
  call(name: string, argument?: unknown, user?: string): Promise<CallReport>;
  /** Begins a run when Google is so slow that no time is left to send anything: its rows wait for the next call. */
  begin(request: RunRequest, user?: string): Promise<Reply<StartReply>>;
  /** Chooses a menu item. */
  choose(functionName: string, user?: string): Promise<CallReport>;
  /** Runs a request to its end, agreeing to deletes. */
  run(request: RunRequest, user?: string): Promise<RunProgress>;
  /** The shown texts of a column, below the header, by its header text. */
  column(header: string, tabName?: string): readonly string[];
  /** What the platform was asked on an endpoint, as bodies. */
  sent(endpoint: string): readonly unknown[];
  /** What the platform was asked, tests of the connection aside. */
  requests(): readonly JournalEntry[];
  close(): Promise<void>;
}

/** Opens a sheet with the given rows, the first of which is usually the header row. */
export async function openSheet(rows: readonly (readonly string[])[], options: SheetOptions = {}): Promise<TestSheet> {
  const dialogs: DialogRequest[] = [];
  const toasts: string[] = [];
  const platform = await startPlatform({ secretKey: SECRET_KEY, chatbotId: CHATBOT_ID, ...options.platform });
  const emulator = await startEmulator({
    files: await readDist(),
    hosts: { 'usapi.hottask.com': platform.origin },
    owner: OWNER,
    editors: [COLLEAGUE],
    timeZone: 'Etc/UTC',
    startsAt: Date.UTC(2026, 10, 21, 9, 0, 0),
    onDialog: (dialog) => {
      dialogs.push(dialog);
      return options.answer?.(dialog) ?? agreeing(dialog);
    },
    onEvent: (event) => {
      if (event.kind === 'toast') toasts.push(event.message);
    },
    ...options.emulator,
  });
  emulator.hands.addTab('Tab', rows);
  emulator.hands.activateTab('Tab');
  const sheet = testSheet(emulator, platform, dialogs, toasts);
  if (options.isConnected !== false) await connect(sheet);
  platform.journal.clear();
  return sheet;
}

/** The answer of a person who agrees to everything, and types the number of deletes where it is asked for. */
export function agreeing({ kind, buttons, title, message }: DialogRequest): DialogAnswer {
  if (kind === 'prompt') return { button: 'OK', text: /type (\d+)/.exec(message)?.[1] ?? '' };
  return { button: buttons === 'YES_NO' || title.startsWith('Delete ') ? 'YES' : 'OK' };
}

/** The word of a person who agrees to all deletes that they were asked about. */
export function agreementTo({ deleteToken, listings }: DeleteConfirmation): DeleteAgreement {
  return { deleteToken, typedCount: listings.length };
}

/** Saves the right connection for a person. */
export async function connect(sheet: TestSheet, user?: string): Promise<void> {
  const input = { key: SECRET_KEY, chatbotId: CHATBOT_ID, authHeader: 'Authorization', sharing: 'me' };
  const reply = await sheet.ask('saveConnection', input, user);
  if (!reply.ok) throw new Error(reply.error.message);
}

/** Begins a run whose rows wait for the next call, and gives its progress. */
export async function beginWaiting(sheet: TestSheet, request: RunRequest, user?: string): Promise<RunProgress> {
  const started = succeed(await sheet.begin(request, user));
  if (started.kind !== 'started') throw new Error('The run did not start.');
  return started.progress;
}

/** The value of a reply that must be a success. */
export function succeed<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`${reply.error.kind}: ${reply.error.message}`);
  return reply.value;
}

/** The kind of failure of a reply, or `ok`. */
export function kindOf(reply: Reply<unknown>): string {
  return reply.ok ? 'ok' : reply.error.kind;
}

const OF_A_TAB: ReadonlySet<string> = new Set<keyof ServerFunctions>(['startRun', 'checkRows', 'previewRow']);

/** An argument as the sidebar makes it: where a test does not say otherwise, it is about the tab that the person sees. */
export function ofSeenTab({ hands }: Pick<Emulator, 'hands'>, name: string, argument: unknown, user?: string): Json {
  const isOfTab = OF_A_TAB.has(name) && typeof argument === 'object' && argument !== null && !('tabId' in argument);
  return (isOfTab ? { tabId: hands.activeTabId(user), ...argument } : argument) as Json;
}

function testSheet(
  emulator: Emulator,
  platform: Platform,
  dialogs: readonly DialogRequest[],
  toasts: readonly string[],
): TestSheet {
  const callWith = (name: string, argument: unknown, options: CallOptions) =>
    emulator.call(name, argument === undefined ? [] : [ofSeenTab(emulator, name, argument, options.user)], options);
  const call = (name: string, argument?: unknown, user?: string) =>
    callWith(name, argument, withUser({ source: 'sidebar' }, user));
  const ask = async (name: string, argument?: unknown, user?: string) => returned(await call(name, argument, user));
  const begin: TestSheet['begin'] = async (request, user) =>
    returned(
      await callWith('startRun', request, withUser({ source: 'sidebar', stall: SLOW_READING }, user)),
    ) as Reply<StartReply>;
  const sheet: TestSheet = {
    emulator,
    platform,
    dialogs,
    toasts,
    call,
    ask: ask as TestSheet['ask'],
    begin,
    choose: (functionName, user) => emulator.call(functionName, [], withUser({ source: 'menu' }, user)),
    run: (request, user) => runToEnd(sheet, request, user),
    column: (header, tabName = 'Tab') => columnTexts(emulator, header, tabName),
    sent: (endpoint) =>
      platform.journal
        .entries()
        .filter((entry) => entry.endpoint === endpoint)
        .map((entry) => entry.body),
    requests: () => platform.journal.entries().filter(({ endpoint }) => endpoint !== 'GetSource'),
    close: async () => {
      await emulator.close();
      await platform.close();
    },
  };
  return sheet;
}

async function runToEnd(sheet: TestSheet, request: RunRequest, user?: string): Promise<RunProgress> {
  let started: StartReply = succeed(await sheet.ask('startRun', request, user));
  if (started.kind === 'confirmDeletes') {
    started = succeed(await sheet.ask('startRun', { ...request, ...agreementTo(started.confirmation) }, user));
  }
  if (started.kind !== 'started') throw new Error('The run did not start.');
  let { progress } = started;
  while (progress.state === 'running') {
    progress = succeed(await sheet.ask('continueRun', { runId: progress.runId }, user));
  }
  return progress;
}

function columnTexts(emulator: Emulator, header: string, tabName: string): readonly string[] {
  const tab = emulator.hands.snapshot().tabs.find((candidate) => candidate.name === tabName);
  const rows = (tab?.cells ?? []).map((row) => row.map((cell) => cell.text));
  const headerIndex = rows.findIndex((row) => row.includes(header));
  const columnIndex = rows[headerIndex]?.indexOf(header) ?? -1;
  if (columnIndex === -1) return [];
  return rows.slice(headerIndex + 1).map((row) => row[columnIndex] ?? '');
}

/** What a server function replied in a call; throws when the call did not return, or replied with a failure. */
export function replied<T>(report: CallReport): T {
  return succeed(returned(report) as Reply<T>);
}

function returned(report: CallReport): unknown {
  if (report.outcome.kind === 'returned') return report.outcome.value;
  throw new Error(report.outcome.kind === 'threw' ? report.outcome.message : `killed: ${report.outcome.reason}`);
}

function withUser(options: CallOptions, user: string | undefined): CallOptions {
  return user === undefined ? options : { ...options, user };
}

async function readDist(): Promise<Record<string, string>> {
  const entries = FILES.map(async (name) => [
    name,
    await readFile(new URL(`../../dist/${name}`, import.meta.url), 'utf8'),
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

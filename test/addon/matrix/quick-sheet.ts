/**
 * A spreadsheet, the add-on and the platform's stand-in in this very thread: the same code as everywhere, without a thread, a fresh
 * context or a wire for each call, so that ten thousand sequences of runs take minutes. Each sheet is a world of its own.
 */
import { readFileSync } from 'node:fs';
import { projectOf, reportOf, settingsFor } from '../../../playground/apps-script/calls.ts';
import type { CallOptions, CallReport, Json, SpreadsheetHands } from '../../../playground/apps-script/emulator.ts';
import { createGoogle, fileOf, type Google } from '../../../playground/apps-script/google.ts';
import { bundleWorker } from '../../../playground/apps-script/machine/bundle-worker.ts';
import type { Host } from '../../../playground/apps-script/machine/host.ts';
import { NODE_FUNCTIONS } from '../../../playground/apps-script/machine/node-functions.ts';
import type { Ending, Entry, ExecutionSettings, FromGoogle } from '../../../playground/apps-script/machine/protocol.ts';
import { openRealm } from '../../../playground/apps-script/machine/run-in-realm.ts';
import { ServiceException } from '../../../playground/apps-script/machine/service-exception.ts';
import { TimedAnswer } from '../../../playground/apps-script/machine/serving.ts';
import { serveOperation } from '../../../playground/apps-script/serve-operation.ts';
import type {
  FetchedResponse,
  FetchOperations,
  FetchRequest,
} from '../../../playground/apps-script/services/url-fetch-app/operations.ts';
import { createHands } from '../../../playground/apps-script/spreadsheet/hands.ts';
import type { Answer } from '../../../playground/platform/answer.ts';
import { answerHere } from '../../../playground/platform/create-app.ts';
import type { ListingRecord } from '../../../playground/platform/platform.ts';
import { createPlatform, type UnservedPlatform } from '../../../playground/platform/start-platform.ts';
import type { ServerFunctions } from '../../../src/core/contract/server-functions.ts';
import type { RunProgress } from '../../../src/core/engine/progress.ts';
import { CHATBOT_ID, OWNER, ofSeenTab, SECRET_KEY, succeed } from '../listing-sheet.ts';

/**
 * What becomes of a request. A lost one did its work, and its answer never comes; a late one has yet to do it, and does so when a
 * test says so, or just before the second request about its key after one that was answered. Later than that none arrives.
 */
export type Fate = 'answered' | 'lost' | 'late';

/** A request, and what the platform knows the listing by that it is about. */
export interface SentRequest {
  readonly endpoint: string;
  readonly key: string;
}

/** One world. */
export interface QuickSheet {
  readonly hands: SpreadsheetHands;
  readonly platform: UnservedPlatform;
  /** Calls a function of the server as the sidebar does; throws what it threw. */
  ask<Name extends keyof ServerFunctions>(name: Name, argument?: unknown): ReturnType<ServerFunctions[Name]>;
  /** Calls a function and gives back everything about the call. */
  call(name: string, argument?: unknown, options?: Partial<CallOptions>): CallReport;
  /** What becomes of the next requests, one by one; those after them are answered. */
  nextFates(fates: readonly Fate[]): void;
  /** Requests that are late arrive now. */
  arrive(): void;
  /** How many requests are late. */
  late(): number;
  /** The requests that have left since the last look, whatever became of them. */
  sent(): readonly SentRequest[];
  /** Lets days go by. */
  waitDays(days: number): void;
}

/** Opens worlds, one after the other: the add-on's code is loaded once for all of them. */
export interface QuickSheets {
  /** A tab `Tab` with the rows, and a platform with the listings. The world before is over. */
  open(rows: readonly (readonly string[])[], listings: readonly ListingRecord[]): QuickSheet;
}

/** Carries a run to its end, or as far as it goes; tells how it stands then. */
export function finishRun(sheet: QuickSheet, runId: string): RunProgress | undefined {
  for (;;) {
    const reply = sheet.ask('continueRun', { runId });
    if (!reply.ok || reply.value.state !== 'running') return reply.ok ? reply.value : undefined;
  }
}

const DAY_MS = 24 * 60 * 60 * 1000;

const FILES = ['Code.js', 'Sidebar.html', 'appsscript.json'].map((name) => [
  name,
  readFileSync(new URL(`../../../dist/${name}`, import.meta.url), 'utf8'),
]);

/** Loads the add-on. */
export async function openQuickSheets(): Promise<QuickSheets> {
  const { realmSource } = await bundleWorker();
  const files: Readonly<Record<string, string>> = Object.fromEntries(FILES);
  const project = projectOf(files);
  let world: World | undefined;
  let asking: { readonly settings: ExecutionSettings; readonly id: number } | undefined;
  let killed: Ending | undefined;
  let executions = 0;
  const host: Host = {
    ask: (name, request, atMs) => {
      if (world === undefined || asking === undefined) throw new Error('No execution is under way.');
      return answered(world, asking.settings, asking.id, name, request, atMs);
    },
    kill: (ending) => {
      killed = ending;
      throw new Error('The execution was killed.');
    },
    htmlFiles: project.htmlFiles,
    ...NODE_FUNCTIONS,
  };
  const runIn = openRealm(realmSource, project, host);

  const run = ({ google }: World, entry: Entry, options: CallOptions): CallReport => {
    const settings = settingsFor(google, entry, { user: OWNER, ...options });
    executions += 1;
    asking = { settings, id: executions };
    killed = undefined;
    const own = runIn(settings);
    const ending = killed ?? own;
    google.clock.reach(ending.endMs);
    google.locks.releaseAll(executions, ending.endMs);
    return reportOf(ending, settings);
  };

  return {
    open: (rows, listings) => {
      const opened = worldWith(files, listings);
      world = opened;
      const sheet = sheetOf(opened, run);
      sheet.hands.addTab('Tab', rows);
      sheet.hands.activateTab('Tab');
      const connection = { key: SECRET_KEY, chatbotId: CHATBOT_ID, authHeader: 'Authorization', sharing: 'me' };
      succeed(sheet.ask('saveConnection', connection));
      sheet.platform.journal.clear();
      return sheet;
    },
  };
}

/** Google and the platform, and what is on its way between them. */
interface World {
  readonly google: Google;
  readonly platform: UnservedPlatform;
  fates: Fate[];
  late: Late[];
  sent: SentRequest[];
}

/** A request that has left and not arrived. */
interface Late {
  readonly request: FetchRequest;
  readonly key: string;
  /** Whether a later request about its key was answered. */
  isOvertaken: boolean;
}

function worldWith(files: Readonly<Record<string, string>>, listings: readonly ListingRecord[]): World {
  const google = createGoogle({
    files,
    hosts: {},
    owner: OWNER,
    timeZone: 'Etc/UTC',
    startsAt: Date.UTC(2026, 10, 21, 9),
  });
  const platform = createPlatform({ secretKey: SECRET_KEY, chatbotId: CHATBOT_ID, listings });
  return { google, platform, fates: [], late: [], sent: [] };
}

function sheetOf(world: World, run: (world: World, entry: Entry, options: CallOptions) => CallReport): QuickSheet {
  const { google, platform } = world;
  const { spreadsheet } = fileOf(google);
  const hands = createHands({ spreadsheet, owner: spreadsheet.owner, emit: google.emit });
  const call: QuickSheet['call'] = (name, argument, options) => {
    const seen = argument === undefined ? [] : [ofSeenTab({ hands }, name, argument)];
    const entry = { kind: 'function', name, argumentsJson: JSON.stringify(seen) } as const;
    return run(world, entry, { source: 'sidebar', ...options });
  };
  const ask = (name: string, argument?: unknown): Json => {
    const { outcome } = call(name, argument);
    if (outcome.kind === 'returned') return outcome.value;
    throw new Error(outcome.kind === 'threw' ? `${outcome.message}\n${outcome.stack}` : `killed: ${outcome.reason}`);
  };
  return {
    hands,
    platform,
    call,
    ask: ask as QuickSheet['ask'],
    nextFates: (fates) => {
      world.fates = [...fates];
    },
    arrive: () => arrive(world, () => true),
    late: () => world.late.length,
    sent: () => {
      const { sent } = world;
      world.sent = [];
      return sent;
    },
    waitDays: (days) => {
      google.clock.reach(google.clock.now() + days * DAY_MS);
    },
  };
}

/** What Google answers to an operation. */
function answered(
  world: World,
  { user, spreadsheet }: ExecutionSettings,
  executionId: number,
  name: string,
  request: unknown,
  atMs: number,
): FromGoogle {
  const asker = { executionId, user, fileId: spreadsheet.id, atMs };
  try {
    const served =
      name === 'fetch'
        ? fetched(world, request as FetchOperations['fetch']['request'], atMs)
        : serveOperation(world.google, name, request, asker);
    if (served instanceof Promise) throw new Error(`${name} would wait, and nobody else runs in this thread.`);
    if (served instanceof TimedAnswer) return { kind: 'answer', answer: served.answer, untilMs: served.untilMs };
    return { kind: 'answer', answer: served };
  } catch (error) {
    if (!(error instanceof ServiceException)) throw error;
    return { kind: 'exception', message: error.message };
  }
}

/** One request whose answer does not come takes all answers with it, as in `fetchAll`. */
function fetched(world: World, { requests }: FetchOperations['fetch']['request'], atMs: number) {
  const answers: FetchedResponse[] = [];
  let lost: string | undefined;
  for (const request of requests) {
    const fate = world.fates.shift() ?? 'answered';
    const key = keyOf(request);
    world.sent.push({ endpoint: request.url.split('/').at(-1) ?? '', key });
    arrive(world, (late) => late.key === key && late.isOvertaken);
    if (fate === 'answered') for (const late of world.late) late.isOvertaken ||= late.key === key;
    if (fate === 'late') world.late.push({ request, key, isOvertaken: false });
    const answer = fate === 'late' ? undefined : deliver(world, request);
    if (fate === 'answered' && answer !== undefined) answers.push(answer);
    else lost ??= request.url;
  }
  if (lost !== undefined) throw new ServiceException(`Address unavailable: ${lost}`);
  return new TimedAnswer(answers, atMs + world.google.latency.fetchMs);
}

function arrive(world: World, isMeant: (late: Late) => boolean): void {
  const arrived = world.late.filter(isMeant);
  world.late = world.late.filter((late) => !arrived.includes(late));
  for (const { request } of arrived) deliver(world, request);
}

function deliver({ platform }: World, request: FetchRequest): FetchedResponse | undefined {
  const { host, pathname } = new URL(request.url);
  const named = Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]);
  const headers = { host, ...Object.fromEntries(named) };
  return responseOf(answerHere(platform.parts, pathname, headers, textOf(request)));
}

function responseOf(answer: Answer): FetchedResponse | undefined {
  if (answer.kind === 'dropped') return undefined;
  const headers = Object.entries({ 'Content-Type': answer.contentType, ...answer.headers });
  const body = new TextEncoder().encode(answer.text);
  return { status: answer.status, headers: headers.map(([name, value]) => [name, [value]]), body };
}

function textOf({ body }: FetchRequest): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}

/** What the platform knows a listing by; `''` in a request about none. */
function keyOf(request: FetchRequest): string {
  const { Key, Keys, MLSNumber }: Readonly<Record<string, unknown>> = JSON.parse(textOf(request) || '{}');
  return String(Key ?? (Array.isArray(Keys) ? Keys.join() : undefined) ?? MLSNumber ?? '');
}

/** Calls of the add-on: what rights they have, what they are given, and the report about them. */

import type { CallOptions, CallReport, CallSource, Json } from './emulator.ts';
import { type File, fileOf, type Google } from './google.ts';
import { checkArguments } from './machine/json-rules.ts';
import type { AuthMode, Ending, Entry, ExecutionSettings, ProjectFiles, TriggerEvent } from './machine/protocol.ts';
import { MAX_SIMULTANEOUS_EXECUTIONS } from './machine/quotas.ts';
import { type ExecutionHost, runExecution } from './machine/run-execution.ts';
import { WorkerPool } from './machine/worker-pool.ts';
import { serveOperation } from './serve-operation.ts';

/** Runtime limits. @see https://developers.google.com/apps-script/guides/services/quotas (read 2026-11-21) */
const RUNTIME_LIMIT_MS = 6 * 60_000;

/** @see https://developers.google.com/apps-script/guides/triggers#restrictions (read 2026-11-21) */
const SIMPLE_TRIGGER_LIMIT_MS = 30_000;

/** What becomes of a function's value where somebody waits for it. */
const RETURNS: Readonly<Partial<Record<CallSource, ExecutionSettings['returns']>>> = {
  sidebar: 'script run',
  'web app': 'page',
};

const SIMPLE_TRIGGERS: readonly CallSource[] = ['open', 'install', 'edit'];

/** Starts executions and reports about them. */
export class Calls {
  readonly #google: Google;
  readonly #pool: WorkerPool;
  readonly #running = new Map<string, number>();
  #nextExecutionId = 1;

  constructor(google: Google) {
    this.#google = google;
    this.#pool = new WorkerPool(projectOf(google.options.files));
  }

  /** Runs a top-level function. */
  call(functionName: string, args: readonly Json[], options: CallOptions): Promise<CallReport> {
    const checked = checkArguments(args);
    if (checked.kind === 'illegal') return Promise.resolve(refused(checked.message));
    const event = args.length === 0 ? eventOf(options.source) : undefined;
    const entry: Entry =
      event === undefined
        ? { kind: 'function', name: functionName, argumentsJson: checked.json }
        : { kind: 'event', name: functionName, event };
    return this.run(entry, options);
  }

  /** Runs an entry. */
  async run(entry: Entry, options: CallOptions): Promise<CallReport> {
    const user = options.user ?? this.#google.owner;
    const running = this.#running.get(user) ?? 0;
    if (running >= MAX_SIMULTANEOUS_EXECUTIONS) {
      return refused('There are too many scripts running simultaneously for this Google user account.');
    }
    this.#running.set(user, running + 1);
    try {
      const settings = settingsFor(this.#google, entry, { ...options, user });
      return reportOf(
        await runExecution(executionHost(this.#google), this.#pool, this.#nextExecutionId++, settings),
        settings,
      );
    } finally {
      this.#running.set(user, (this.#running.get(user) ?? 1) - 1);
    }
  }

  /** Ends all workers. */
  close(): Promise<void> {
    return this.#pool.close();
  }
}

function executionHost(google: Google): ExecutionHost {
  return {
    clock: google.clock,
    serve: async (name, request, asker) => serveOperation(google, name, request, asker),
    release: (executionId, atMs) => google.locks.releaseAll(executionId, atMs),
  };
}

/** What an execution is started with. */
export function settingsFor(
  google: Google,
  entry: Entry,
  options: CallOptions & { readonly user: string },
): ExecutionSettings {
  const { manifest, happenings } = google;
  const { source, user, fileId, authMode: _authMode, ...disturbance } = options;
  const file = fileOf(google, fileId);
  const { spreadsheet } = file;
  const authMode = options.authMode ?? authModeOf(file, source);
  if (authMode === 'FULL') file.isEnabled = true;
  return {
    entry,
    returns: RETURNS[source] ?? 'plain',
    startMs: google.clock.now() + google.latency.startMs,
    runtimeLimitMs: SIMPLE_TRIGGERS.includes(source) ? SIMPLE_TRIGGER_LIMIT_MS : RUNTIME_LIMIT_MS,
    disturbance,
    watchedCalls: happenings.watched(),
    edges: google.edges,
    authMode,
    user,
    owner: spreadsheet.owner,
    editors: spreadsheet.editors,
    ...(manifest.oauthScopes === undefined ? {} : { scopes: manifest.oauthScopes }),
    hasUi: source !== 'trigger' && source !== 'web app',
    hasDocument: hasDocument(google, source),
    isConsentMissing: google.withdrawn.has(user),
    isViewer: spreadsheet.viewers.includes(user),
    isInstalled: google.deployment === 'published',
    scriptTimeZone: manifest.timeZone,
    projectName: google.options.projectName ?? 'Listing Sync',
    spreadsheet: {
      id: spreadsheet.id,
      name: spreadsheet.name,
      locale: spreadsheet.localeName,
      timeZone: spreadsheet.timeZone,
    },
    latency: google.latency,
  };
}

/** @see https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle (read 2026-11-21) */
function authModeOf({ isEnabled }: File, source: CallSource): AuthMode {
  if (source !== 'open' && source !== 'edit') return 'FULL';
  return isEnabled ? 'LIMITED' : 'NONE';
}

function hasDocument(google: Google, source: CallSource): boolean {
  if (source === 'web app') return google.edges.webAppDocument === 'there';
  return source !== 'trigger' || doClockTriggersHaveDocument(google);
}

function doClockTriggersHaveDocument({ edges, deployment }: Google): boolean {
  if (edges.clockTriggerDocument === 'by deployment') return deployment === 'bound';
  return edges.clockTriggerDocument === 'there';
}

function eventOf(source: CallSource): TriggerEvent | undefined {
  return source === 'open' || source === 'install' ? { kind: source } : undefined;
}

/** The files as the executions have them. */
export function projectOf(files: Readonly<Record<string, string>>): ProjectFiles {
  const entries = Object.entries(files);
  return {
    scripts: entries.filter(([name]) => /\.(js|gs)$/.test(name)).map(([name, content]) => ({ name, content })),
    htmlFiles: Object.fromEntries(
      entries.filter(([name]) => name.endsWith('.html')).map(([name, content]) => [name.slice(0, -5), content]),
    ),
  };
}

/** What is told of an execution that has ended. */
export function reportOf(ending: Ending, settings: ExecutionSettings): CallReport {
  const { outcome, trace, callMs, endMs, fetchedUrls, logs } = ending;
  const serviceCalls: Record<string, number> = {};
  for (const name of trace) serviceCalls[name] = (serviceCalls[name] ?? 0) + 1;
  return {
    outcome: outcome.kind === 'returned' ? { kind: 'returned', value: JSON.parse(outcome.valueJson) } : outcome,
    serviceCalls,
    serviceCallCount: trace.length,
    trace,
    callMs,
    virtualMs: endMs - settings.startMs + settings.latency.startMs,
    fetchedUrls,
    logs,
  };
}

/** A call that never became an execution. */
function refused(message: string): CallReport {
  return {
    outcome: { kind: 'threw', message, stack: '' },
    serviceCalls: {},
    serviceCallCount: 0,
    trace: [],
    callMs: [],
    virtualMs: 0,
    fetchedUrls: 0,
    logs: [],
  };
}

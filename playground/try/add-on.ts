/** The add-on's own functions as the terminal calls them: by name, with answers checked before they are believed. */
import * as v from 'valibot';
import type { Emulator, Json } from '../apps-script/emulator.ts';
import { type Attempt, done, problem } from './attempt.ts';

const json: v.GenericSchema<Json> = v.lazy(() =>
  v.union([v.string(), v.number(), v.boolean(), v.null(), v.array(json), v.record(v.string(), json)]),
);

const settings = v.objectWithRest(
  {
    mapping: v.record(v.string(), json),
    unmapped: v.array(v.string()),
    keyTypes: v.array(v.string()),
    ifEmpty: v.record(v.string(), json),
  },
  json,
);

const columnSource = v.looseObject({ kind: v.string(), header: v.optional(v.string()) });

const mappingView = v.object({
  tabId: v.number(),
  headerRowNumber: v.number(),
  fields: v.array(v.object({ field: v.string(), source: v.optional(columnSource), problem: v.optional(v.string()) })),
  leftOut: v.array(v.object({ header: v.string(), reason: v.string() })),
  settings,
});

const checkReport = v.object({
  rows: v.number(),
  operations: v.record(v.string(), v.number()),
  groups: v.array(v.object({ cause: v.string(), status: v.string(), rows: v.number() })),
  message: v.string(),
});

const progress = v.object({
  runId: v.string(),
  state: v.picklist(['running', 'finished', 'cancelled', 'stopped']),
  total: v.number(),
  done: v.number(),
  blankRows: v.number(),
  counts: v.record(v.string(), v.number()),
  requests: v.number(),
  message: v.string(),
  failure: v.optional(v.object({ message: v.string(), nextStep: v.string() })),
});

const startReply = v.variant('kind', [
  v.object({ kind: v.literal('started'), progress }),
  v.object({
    kind: v.literal('confirmDeletes'),
    confirmation: v.object({ listings: v.array(v.object({ key: v.string() })), deleteToken: v.string() }),
  }),
]);

const taken = v.object({ message: v.string() });

/** A tab's settings; what the terminal does not set goes back as it came. */
export type Settings = v.InferOutput<typeof settings>;

/** What the terminal needs of the mapping view. */
export type Mapping = v.InferOutput<typeof mappingView>;

const recipe = v.nullable(
  v.object({
    exportName: v.string(),
    lines: v.array(v.object({ words: v.string() })),
    ifEmpty: v.record(v.string(), json),
  }),
);

/** What is proposed for a recognised export, if anything. */
export type Recipe = v.InferOutput<typeof recipe>;

/** What a check found. */
export type Check = v.InferOutput<typeof checkReport>;

/** How far a run is. */
export type Progress = v.InferOutput<typeof progress>;

/** A run that started, or the deletes it wants a word on. */
export type Start = v.InferOutput<typeof startReply>;

/** The connected add-on, and what calling it has cost so far. */
export interface AddOn {
  connect(connection: { readonly key: string; readonly chatbotId: string }): Promise<Attempt<unknown>>;
  getMapping(): Promise<Attempt<Mapping>>;
  getRecipe(tabId: number): Promise<Attempt<Recipe>>;
  saveSettings(tabId: number, settings: Settings): Promise<Attempt<Mapping>>;
  /** Takes messages in, and makes the columns that they need. */
  takeEvents(text: string): Promise<Attempt<{ readonly message: string }>>;
  checkRows(request: {
    readonly tabId: number;
    readonly action: string;
    readonly scope: string;
  }): Promise<Attempt<Check>>;
  startRun(request: {
    readonly tabId: number;
    readonly action: string;
    readonly scope: string;
    readonly deleteToken?: string;
    readonly typedCount?: number;
  }): Promise<Attempt<Start>>;
  continueRun(runId: string): Promise<Attempt<Progress>>;
  /** Virtual milliseconds of all calls together. */
  virtualMs(): number;
}

/** Calls the add-on the way its sidebar does. */
export function createAddOn(emulator: Emulator): AddOn {
  let virtualMs = 0;

  async function call<T>(name: string, args: readonly Json[], value: v.GenericSchema<unknown, T>): Promise<Attempt<T>> {
    const report = await emulator.call(name, args, { source: 'sidebar' });
    virtualMs += report.virtualMs;
    switch (report.outcome.kind) {
      case 'returned':
        return unwrap(name, report.outcome.value, value);
      case 'threw':
        return problem(`${name} failed: ${report.outcome.message}`);
      case 'killed':
        return problem(`${name} was killed by the ${report.outcome.reason}.`);
      default:
        return report.outcome satisfies never;
    }
  }

  return {
    connect: (connection) =>
      call('saveConnection', [{ ...connection, authHeader: 'Authorization', sharing: 'me' }], v.unknown()),
    getMapping: () => call('getMapping', [], mappingView),
    getRecipe: (tabId) => call('getRecipe', [{ tabId }], recipe),
    saveSettings: (tabId, saved) => call('saveTabSettings', [{ tabId, settings: saved }], mappingView),
    takeEvents: (text) => call('takeEvents', [{ text, makesColumns: true }], taken),
    checkRows: (request) => call('checkRows', [request], checkReport),
    startRun: (request) => call('startRun', [request], startReply),
    continueRun: (runId) => call('continueRun', [{ runId }], progress),
    virtualMs: () => virtualMs,
  };
}

function unwrap<T>(name: string, answer: Json, value: v.GenericSchema<unknown, T>): Attempt<T> {
  const reply = v.safeParse(
    v.variant('ok', [
      v.object({ ok: v.literal(true), value }),
      v.object({ ok: v.literal(false), error: v.object({ message: v.string(), nextStep: v.string() }) }),
    ]),
    answer,
  );
  if (!reply.success) return problem(`${name} answered something unexpected: ${v.summarize(reply.issues)}`);
  if (!reply.output.ok) return problem(`${reply.output.error.message} ${reply.output.error.nextStep}`.trim());
  return done(reply.output.value);
}

/** Starts the Apps Script emulator: spreadsheets, one add-on, and the Google around them. */
import { Calls } from './calls.ts';
import type { CallOptions, CallReport, Disturbance, Emulator, EmulatorOptions, SpreadsheetHands } from './emulator.ts';
import { addFile, createGoogle, type File, fileOf, type Google } from './google.ts';
import type { HandEdit } from './machine/protocol.ts';
import { type StoreScope, storeName } from './machine/store-scope.ts';
import type { InstalledTrigger } from './services/script-app/triggers.ts';
import { createHands } from './spreadsheet/hands.ts';

/** How many edits wait for the add-on at most; later ones are not told. */
const MOST_WAITING_EDITS = 2;

/** Starts an emulator with one spreadsheet of one empty tab; `close` ends its workers. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const google = createGoogle(options);
  const calls = new Calls(google);
  const store = (scope: StoreScope, user = google.owner, fileId?: string) =>
    storeName(scope, { user, fileId: fileOf(google, fileId).spreadsheet.id });
  return {
    hands: handsIn(google, fileOf(google)),
    addSpreadsheet: (seed = {}) => {
      const file = addFile(google, seed);
      return { id: file.spreadsheet.id, hands: handsIn(google, file) };
    },
    before: (call, wanted, act) => google.happenings.add('before', call, wanted, act),
    after: (call, wanted, act) => google.happenings.add('after', call, wanted, act),
    call: (functionName, args, callOptions) => calls.call(functionName, args, callOptions),
    edit: (act, editOptions) => edit(google, calls, act, editOptions),
    ...(google.manifest.webApp === undefined ? {} : { webApp: google.manifest.webApp }),
    request: async (request, disturbance) => {
      if (google.manifest.webApp?.executeAs === 'USER_ACCESSING')
        throw new Error('Emulator: a web app that executes as whoever asks is not emulated');
      const name = request.method === 'POST' ? 'doPost' : 'doGet';
      const entry = { kind: 'event', name, event: { kind: 'request', request } } as const;
      return calls.run(entry, { ...disturbance, source: 'web app' });
    },
    evaluate: (body, callOptions) => calls.run({ kind: 'body', body }, { source: 'editor', ...callOptions }),
    properties: (scope, user, fileId) => google.properties.all(store(scope, user, fileId)),
    setProperty: (scope, key, value, user) => {
      google.properties.set(store(scope, user), { [key]: value });
    },
    renewQuotas: () => google.quotas.beginAnew(),
    triggers: (wantedId) =>
      google.triggers.all
        .filter(({ fileId }) => fileId === (wantedId ?? fileId))
        .map(({ id, functionName, user, dueAt }) => ({
          id,
          functionName,
          user,
          ...(dueAt === undefined ? {} : { dueAt }),
        })),
    leave: (user) => {
      google.departed.add(user);
    },
    withdrawConsent: (user) => {
      google.withdrawn.add(user);
    },
    grantConsent: (user) => {
      google.withdrawn.delete(user);
    },
    advanceClock: (ms, disturbance) => advanceClock(google, calls, ms, disturbance),
    now: () => google.clock.now(),
    close: () => calls.close(),
  };
}

function handsIn({ emit }: Google, { spreadsheet }: File): SpreadsheetHands {
  return createHands({ spreadsheet, owner: spreadsheet.owner, emit });
}

/**
 * A person's change, and what the add-on does upon it. Sheets keeps two events waiting at most.
 *
 * @see https://developers.google.com/apps-script/guides/triggers#restrictions (read 2026-11-29).
 */
async function edit(
  google: Google,
  calls: Calls,
  act: (hands: SpreadsheetHands) => void,
  options: Omit<CallOptions, 'source'> = {},
): Promise<readonly CallReport[]> {
  const file = fileOf(google, options.fileId);
  const edits: HandEdit[] = [];
  const { spreadsheet } = file;
  act(createHands({ spreadsheet, owner: spreadsheet.owner, emit: google.emit, edited: (one) => edits.push(one) }));
  const reports: CallReport[] = [];
  if (!file.isEnabled || !hasFunction(google, 'onEdit')) return reports;
  for (const one of edits.slice(0, MOST_WAITING_EDITS)) {
    const entry = { kind: 'event', name: 'onEdit', event: { kind: 'edit', edit: one } } as const;
    reports.push(await calls.run(entry, { ...options, source: 'edit' }));
  }
  return reports;
}

function hasFunction({ options }: Google, name: string): boolean {
  return Object.values(options.files).some((source) => new RegExp(`^function ${name}\\(`, 'm').test(source));
}

/** Moves the clock forward, stopping at every trigger that becomes due on the way. */
async function advanceClock(
  google: Google,
  calls: Calls,
  ms: number,
  disturbance: Disturbance = {},
): Promise<readonly CallReport[]> {
  const { clock, triggers } = google;
  const targetMs = clock.now() + ms;
  const reports: CallReport[] = [];
  for (let next = triggers.nextDue(targetMs); next !== undefined; next = triggers.nextDue(targetMs)) {
    const { trigger, dueAt } = next;
    clock.reach(dueAt);
    triggers.markFired(trigger, dueAt);
    const disturbed = reports.length === 0 ? disturbance : {};
    reports.push(
      ...(await Promise.all(strikesOf(google, trigger).map(() => fire(google, calls, next, disturbed)))).flat(),
    );
    triggers.skipMissed(trigger, clock.now());
  }
  clock.reach(targetMs);
  return reports;
}

/** How often a trigger that is due really strikes. */
function strikesOf({ edges, quotas, clock, departed }: Google, trigger: InstalledTrigger): readonly null[] {
  trigger.strikes += 1;
  // A person whose daily runtime is used up gets no more runs until tomorrow, and who has left gets none at all.
  if (departed.has(trigger.user) || !quotas.hasTriggerTime(trigger.user, clock.now())) return [];
  if (edges.clockTriggerCalls === 'every third is lost' && trigger.strikes % 3 === 0) return [];
  return edges.clockTriggerCalls === 'each twice' ? [null, null] : [null];
}

async function fire(
  { quotas, clock, withdrawn, deployment }: Google,
  calls: Calls,
  { trigger, dueAt }: NonNullable<ReturnType<Google['triggers']['nextDue']>>,
  disturbance: Disturbance,
): Promise<readonly CallReport[]> {
  const { user, fileId, functionName, id } = trigger;
  if (withdrawn.has(user) && deployment === 'bound') return [];
  const event = { kind: 'clock', triggerId: id, firedAtMs: dueAt } as const;
  const entry = { kind: 'event', name: functionName, event } as const;
  const report = await calls.run(entry, { source: 'trigger', user, fileId, ...disturbance });
  quotas.spendTriggerTime(user, report.virtualMs, clock.now());
  return [report];
}

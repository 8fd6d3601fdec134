/** Starts the Apps Script emulator: spreadsheets, one add-on, and the Google around them. */
import { Calls } from './calls.ts';
import type { CallReport, Disturbance, Emulator, EmulatorOptions, SpreadsheetHands } from './emulator.ts';
import { addFile, createGoogle, type File, fileOf, type Google } from './google.ts';
import { type StoreScope, storeName } from './machine/store-scope.ts';
import { createHands } from './spreadsheet/hands.ts';

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
    evaluate: (body, callOptions) => calls.run({ kind: 'body', body }, { source: 'editor', ...callOptions }),
    properties: (scope, user, fileId) => google.properties.all(store(scope, user, fileId)),
    setProperty: (scope, key, value, user) => {
      google.properties.set(store(scope, user), { [key]: value });
    },
    triggers: (wantedId) =>
      google.triggers.all
        .filter(({ fileId }) => fileId === (wantedId ?? fileId))
        .map(({ id, functionName, user, dueAt }) => ({
          id,
          functionName,
          user,
          ...(dueAt === undefined ? {} : { dueAt }),
        })),
    advanceClock: (ms, disturbance) => advanceClock(google, calls, ms, disturbance),
    now: () => google.clock.now(),
    close: () => calls.close(),
  };
}

function handsIn({ emit }: Google, { spreadsheet }: File): SpreadsheetHands {
  return createHands({ spreadsheet, owner: spreadsheet.owner, emit });
}

/** Moves the clock forward, stopping at every trigger that becomes due on the way. */
async function advanceClock(
  google: Google,
  calls: Calls,
  ms: number,
  disturbance: Disturbance = {},
): Promise<readonly CallReport[]> {
  const { clock, triggers, quotas } = google;
  const targetMs = clock.now() + ms;
  const reports: CallReport[] = [];
  for (let next = triggers.nextDue(targetMs); next !== undefined; next = triggers.nextDue(targetMs)) {
    const { trigger, dueAt } = next;
    clock.reach(dueAt);
    triggers.markFired(trigger, dueAt);
    // A person whose daily runtime is used up gets no more runs until tomorrow.
    if (!quotas.hasTriggerTime(trigger.user, clock.now())) continue;
    const event = { kind: 'clock', triggerId: trigger.id, firedAtMs: dueAt } as const;
    const entry = { kind: 'event', name: trigger.functionName, event } as const;
    const { user, fileId } = trigger;
    const disturbed = reports.length === 0 ? disturbance : {};
    const report = await calls.run(entry, { source: 'trigger', user, fileId, ...disturbed });
    quotas.spendTriggerTime(trigger.user, report.virtualMs, clock.now());
    triggers.skipMissed(trigger, clock.now());
    reports.push(report);
  }
  clock.reach(targetMs);
  return reports;
}

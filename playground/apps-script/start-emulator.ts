/** Starts the Apps Script emulator: one spreadsheet, one add-on, and the Google around them. */

import { Calls } from './calls.ts';
import type { CallReport, Emulator, EmulatorOptions } from './emulator.ts';
import { createGoogle, type Google } from './google.ts';
import { storeName } from './machine/store-scope.ts';
import { createHands } from './spreadsheet/hands.ts';

/** Starts an emulator with one spreadsheet of one empty tab; `close` ends its workers. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const google = createGoogle(options);
  const calls = new Calls(google);
  return {
    hands: createHands(google),
    call: (functionName, args, callOptions) => calls.call(functionName, args, callOptions),
    evaluate: (body, callOptions) => calls.run({ kind: 'body', body }, { source: 'editor', ...callOptions }),
    properties: (store, user = google.owner) => google.properties.all(storeName(store, user)),
    setProperty: (store, key, value, user = google.owner) => {
      google.properties.set(storeName(store, user), { [key]: value });
    },
    triggers: () =>
      google.triggers.all.map(({ id, functionName, user, dueAt }) => ({
        id,
        functionName,
        user,
        ...(dueAt === undefined ? {} : { dueAt }),
      })),
    advanceClock: (ms) => advanceClock(google, calls, ms),
    now: () => google.clock.now(),
    close: () => calls.close(),
  };
}

/** Moves the clock forward, stopping at every trigger that becomes due on the way. */
async function advanceClock(google: Google, calls: Calls, ms: number): Promise<readonly CallReport[]> {
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
    const report = await calls.run(entry, { source: 'trigger', user: trigger.user });
    quotas.spendTriggerTime(trigger.user, report.virtualMs, clock.now());
    reports.push(report);
  }
  clock.reach(targetMs);
  return reports;
}

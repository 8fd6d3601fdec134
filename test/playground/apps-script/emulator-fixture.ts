/** An emulator for one test, closed when the test is over, and short ways to run code in it. */
import { onTestFinished } from 'vitest';
import type { CallOptions, CallReport, Emulator, EmulatorOptions } from '../../../playground/apps-script/emulator.ts';
import { startEmulator } from '../../../playground/apps-script/start-emulator.ts';

/** Noon in UTC on the day the emulator's clock starts in tests. */
export const STARTS_AT_MS = Date.UTC(2026, 10, 21, 12);

/** Starts an emulator whose clock stands at noon (UTC) on 2026-11-21. */
export async function emulatorFor(options: Partial<EmulatorOptions> = {}): Promise<Emulator> {
  const emulator = await startEmulator({
    files: {},
    hosts: {},
    startsAt: STARTS_AT_MS,
    timeZone: 'Etc/UTC',
    ...options,
  });
  onTestFinished(() => emulator.close());
  return emulator;
}

/** An add-on of one script file, with a manifest that has no scopes unless given. */
export function addOn(
  code: string,
  manifest: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, string>> {
  return { 'Code.js': code, 'appsscript.json': JSON.stringify({ timeZone: 'Etc/UTC', ...manifest }) };
}

/** The value a body returns; fails the test with the error if it threw. */
export async function valueFrom(emulator: Emulator, body: string, options?: Partial<CallOptions>): Promise<unknown> {
  return returned(await emulator.evaluate(body, options));
}

/** The value a call returned; fails the test otherwise. */
export function returned(report: CallReport): unknown {
  if (report.outcome.kind === 'returned') return report.outcome.value;
  throw new Error(report.outcome.kind === 'threw' ? report.outcome.stack || report.outcome.message : 'killed');
}

/** The message a body throws with; `undefined` if it did not throw. */
export async function thrownBy(
  emulator: Emulator,
  body: string,
  options?: Partial<CallOptions>,
): Promise<string | undefined> {
  const { outcome } = await emulator.evaluate(body, options);
  return outcome.kind === 'threw' ? outcome.message : undefined;
}

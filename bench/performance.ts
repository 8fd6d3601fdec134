/** One performance of a contender: every execution it needed, where it was cut off on purpose, and how it ended. */
import type { CallReport, Emulator, Json } from '../playground/apps-script/emulator.ts';

/** How a performance ended. */
export type Ending =
  /** Everything was done. */
  | { readonly kind: 'finished' }
  /** An execution was killed and left no trace of what it did, so that every further one would go the same way. */
  | { readonly kind: 'stuck' }
  /** It went on, but so slowly that it was not watched to its end. */
  | { readonly kind: 'abandoned' }
  /** It was killed where the benchmark wanted it to be. */
  | { readonly kind: 'cutOff' };

/** A place in a performance: the n-th service call (from 1) of one of its executions (from 0). */
export interface CutOff {
  readonly executionIndex: number;
  readonly serviceCallNumber: number;
}

/** Runs executions one after the other and keeps their reports. */
export interface Executions {
  readonly reports: readonly CallReport[];
  /** Calls a function. Rejects when it throws: the scenarios give no contender a reason to. */
  execute(functionName: string, args: readonly Json[]): Promise<CallReport>;
}

/** The executions of a new performance; one of them is cut off if wished. */
export function startExecutions(emulator: Emulator, cutOff?: CutOff): Executions {
  const reports: CallReport[] = [];
  return {
    reports,
    execute: async (functionName, args) => {
      const isCutOff = cutOff?.executionIndex === reports.length;
      const kill = isCutOff ? { killAtServiceCall: cutOff.serviceCallNumber } : {};
      const report = await emulator.call(functionName, args, { source: 'sidebar', ...kill });
      reports.push(report);
      if (report.outcome.kind === 'threw') throw new Error(`${functionName} failed: ${report.outcome.message}`);
      return report;
    },
  };
}

/** Whether an execution was killed where the benchmark wanted it to be. */
export function wasCutOff({ outcome }: CallReport): boolean {
  return outcome.kind === 'killed' && outcome.reason === 'asked for';
}

/**
 * The worst moment near half of a performance's time: directly after a request was answered, before anything else. Where
 * all requests were answered before, the last of them; `undefined` where there was none.
 */
export function cutOffAtHalf(reports: readonly CallReport[]): CutOff | undefined {
  const halfMs = reports.reduce((sum, report) => sum + report.virtualMs, 0) / 2;
  let beforeMs = 0;
  for (const [executionIndex, report] of reports.entries()) {
    const share = (halfMs - beforeMs) / report.virtualMs;
    beforeMs += report.virtualMs;
    if (beforeMs < halfMs) continue;
    const callIndex = requestFrom(report.trace, Math.floor(Math.max(0, share) * report.trace.length));
    if (callIndex !== undefined) return { executionIndex, serviceCallNumber: callIndex + 2 };
  }
  return afterLastRequest(reports);
}

function afterLastRequest(reports: readonly CallReport[]): CutOff | undefined {
  const places = reports.flatMap(({ trace }, executionIndex) =>
    trace.flatMap((name, callIndex) =>
      isRequest(name) && callIndex < trace.length - 1 ? [{ executionIndex, serviceCallNumber: callIndex + 2 }] : [],
    ),
  );
  return places[places.length - 1];
}

const isRequest = (name: string) => name.startsWith('UrlFetchApp.fetch');

/** The index of the first request in a trace at or after a position that another service call follows. */
function requestFrom(trace: readonly string[], position: number): number | undefined {
  const found = trace.findIndex((name, index) => index >= position && isRequest(name));
  return found === -1 || found === trace.length - 1 ? undefined : found;
}

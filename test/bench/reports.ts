/** Reports of executions for the benchmark's tests: only what costs are counted from. */
import type { CallReport } from '../../playground/apps-script/emulator.ts';

/** A report of an execution that returned, with the given service calls and whatever else a test is about. */
export function reportOf(trace: readonly string[], more: Partial<CallReport> = {}): CallReport {
  return {
    outcome: { kind: 'returned', value: null },
    serviceCalls: {},
    serviceCallCount: trace.length,
    trace,
    callMs: trace.map(() => 0),
    virtualMs: 1000,
    fetchedUrls: 0,
    logs: [],
    ...more,
  };
}

/** Records of runs for the tests of the run, by intent. */
import type { RunRecord } from '../../../src/core/engine/run-record.ts';

/** Nobody's run of ten rows, two of which are done, with what the test says instead. */
export function runRecord(change: Partial<RunRecord> = {}): RunRecord {
  return {
    runId: 'run-1a2b',
    startId: '',
    action: 'sync',
    tabId: 7,
    tabName: 'Listings',
    chatbotId: 'c0ffee',
    address: 'https://usapi.hottask.com',
    startedBy: 'someone@example.com',
    userKey: 'user-1',
    startedAtMs: Date.parse('2026-11-21T09:00:00Z'),
    lastSignOfLifeMs: Date.parse('2026-11-21T09:02:30Z'),
    isExecuting: false,
    mapping: { push: 'as planned', sync: 'as planned', create: 'as planned', delete: 'as planned' },
    total: 10,
    hiddenRows: 0,
    blankRows: 0,
    cost: '',
    remarks: '',
    counts: { Updated: 2 },
    changedRows: 0,
    requests: 3,
    retries: 1,
    resumeAtMs: 0,
    heldUntilMs: 0,
    chunkSize: 100,
    waveWidth: 8,
    slowStartWidth: 100,
    failedWaves: 0,
    idleExecutions: 0,
    probes: 0,
    firstProblem: '',
    goneRows: [],
    furtherGoneRows: {},
    ...change,
  };
}

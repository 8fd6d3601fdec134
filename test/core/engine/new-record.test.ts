/** What is known of a run before anything has happened, and how fast it begins. */
import { describe, expect, test } from 'vitest';
import type { EndedRun } from '../../../src/core/engine/ended-run.ts';
import { type Beginning, newRecord } from '../../../src/core/engine/new-record.ts';
import type { RunRecord } from '../../../src/core/engine/run-record.ts';
import { outcomeOf, plannedOutcome, plannedSend } from './planned-rows.ts';
import { runRecord } from './records.ts';
import { times, updateRow } from './rows.ts';

const NOW_MS = Date.parse('2026-11-21T09:00:00Z');
const HOURS = 60 * 60_000;

function beginning(change: Partial<Beginning> = {}): Beginning {
  return {
    runId: 'run-1',
    tabId: 7,
    tabName: 'Listings',
    columns: 20,
    nowMs: NOW_MS,
    last: undefined,
    request: { action: 'sync', scope: 'tab', startId: 's1' },
    scoped: { hiddenRows: 4, blankRows: 5 },
    remarks: '',
    planned: [plannedSend(updateRow(2)), plannedSend(updateRow(3)), plannedOutcome(4, outcomeOf('Invalid'))],
    connection: { chatbotId: 'c0ffee', baseUrl: 'https://usapi.hottask.com', requestsAtOnce: 40 },
    person: { startedBy: 'someone@example.com', userKey: 'user-1' },
    ...change,
  };
}

test('a run begins with nothing done, nothing to wait for and nobody held up', () => {
  expect(newRecord(beginning())).toStrictEqual({
    runId: 'run-1',
    startId: 's1',
    action: 'sync',
    chatbotId: 'c0ffee',
    address: 'https://usapi.hottask.com',
    tabId: 7,
    tabName: 'Listings',
    startedBy: 'someone@example.com',
    userKey: 'user-1',
    startedAtMs: NOW_MS,
    lastSignOfLifeMs: NOW_MS,
    isExecuting: true,
    resumeAtMs: 0,
    heldUntilMs: 0,
    total: 3,
    hiddenRows: 4,
    blankRows: 5,
    cost: '',
    counts: {},
    remarks: '',
    changedRows: 0,
    mapping: { sync: 'as planned' },
    requests: 0,
    retries: 0,
    chunkSize: 110,
    waveWidth: 10,
    slowStartWidth: 100,
    failedWaves: 0,
    idleExecutions: 0,
    probes: 0,
    firstProblem: '',
    goneRows: [],
    furtherGoneRows: {},
  } satisfies RunRecord);
});

test('a run that no sidebar has named has no name, and a large one says what it will cost', () => {
  const planned = times(1_000, (index) => plannedSend(updateRow(index + 2)));
  const record = newRecord(beginning({ request: { action: 'sync', scope: 'tab' }, planned }));
  expect(record.startId).toBe('');
  expect(record.cost).not.toBe('');
});

describe('the first wave', () => {
  const ended = (change: Partial<RunRecord>, hoursAgo = 1): EndedRun => ({
    record: runRecord({ chatbotId: 'c0ffee', requests: 50, slowStartWidth: 100, ...change }),
    end: 'finished',
    endedAtMs: NOW_MS - hoursAgo * HOURS,
    isLogged: true,
  });

  test.each<readonly [string, EndedRun | undefined, number]>([
    ['is ten wide where nothing is known of the platform', undefined, 10],
    ['is twenty wide where the last run met no trouble', ended({}), 20],
    ['is ten wide where the last run met trouble', ended({ slowStartWidth: 50 }), 10],
    ['is ten wide where the last run sent nothing', ended({ requests: 0 }), 10],
    ['is ten wide where the last run was over another chatbot', ended({ chatbotId: 'other' }), 10],
    ['is ten wide where the last run was at another address', ended({ address: 'https://api.example.com' }), 10],
    ['is twenty wide for nearly two days after that', ended({}, 47.9), 20],
    ['is ten wide two days after that', ended({}, 48), 10],
  ])('%s', (_, last, waveWidth) => {
    expect(newRecord(beginning({ last })).waveWidth).toBe(waveWidth);
  });
});

import { expect, test } from 'vitest';
import { LOG_HEADERS, LOG_LINES, LOG_TAB_NAME, logLine } from '../../../src/core/engine/run-log.ts';
import { runRecord } from './records.ts';

const STARTED_AT = '2026-11-21 10:00:00';
const startedAtMs = Date.parse('2026-11-21T09:00:00Z');

test('a run that went wrong in places is one line under its headers', () => {
  const record = runRecord({
    action: 'delete',
    startedAtMs,
    total: 9,
    counts: { Deleted: 3, 'Not found': 1, Failed: 2 },
    requests: 12,
    retries: 4,
    firstProblem: 'K7: no answer',
    goneRows: ['K8: Deleted', 'K9: Failed'],
  });
  const line = logLine({ record, end: 'stopped', endedAtMs: startedAtMs + 61_499, isLogged: false }, STARTED_AT);
  expect(LOG_HEADERS.map((header, index) => [header, line[index]])).toEqual([
    ['Started', '2026-11-21 10:00:00'],
    ['Who', 'someone@example.com'],
    ['Tab', 'Listings'],
    ['Action', 'Delete listings'],
    ['Ended', 'stopped'],
    ['Rows', 9],
    ['Without outcome', 3],
    ['Pushed', ''],
    ['Updated', ''],
    ['Deleted', 3],
    ['Unchanged', ''],
    ['Invalid', ''],
    ['Not found', 1],
    ['Rejected', ''],
    ['Failed', 2],
    ['Unconfirmed', ''],
    ['Skipped', ''],
    ['Requests', 12],
    ['Retries', 4],
    ['Seconds', 61],
    ['First problem', 'K7: no answer'],
    ['Outcomes of rows that were gone', 'K8: Deleted; K9: Failed'],
  ]);
  expect(line).toHaveLength(LOG_HEADERS.length);
});

test('a run without problems leaves the last cells empty', () => {
  const line = logLine({ record: runRecord(), end: 'finished', endedAtMs: startedAtMs, isLogged: false }, STARTED_AT);
  expect(line.slice(-2)).toEqual(['', '']);
});

test.each([
  ['push', 'Push rows'],
  ['sync', 'Sync listings'],
  ['delete', 'Delete listings'],
] as const)('the action %s has the name it has in the menu: %s', (action, name) => {
  const line = logLine({ record: runRecord({ action }), end: 'finished', endedAtMs: 0, isLogged: false }, STARTED_AT);
  expect(line[LOG_HEADERS.indexOf('Action')]).toBe(name);
});

test('the last thousand runs are kept in a tab named Sync log', () => {
  expect([LOG_TAB_NAME, LOG_LINES]).toEqual(['Sync log', 1_000]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { progressOf } from '../../../src/core/engine/progress.ts';
import {
  addToCounts,
  doneRows,
  goneRowCount,
  headwayOf,
  isAlive,
  parseReached,
  parseRunRecord,
  runningView,
  withGoneRow,
  withOutcomes,
} from '../../../src/core/engine/run-record.ts';
import type { StatusCounts } from '../../../src/core/words/statuses.ts';
import { SYNC_STATUSES, type SyncStatus } from '../../../src/core/words/statuses.ts';
import { runRecord } from './records.ts';

const someStatus = fc.constantFrom(...SYNC_STATUSES.map(({ status }) => status));
const someCounts: fc.Arbitrary<StatusCounts> = fc
  .dictionary(someStatus, fc.nat(), { noNullPrototype: true })
  .map((counts) => ({ ...counts }));

describe('a stored record', () => {
  test('is read as it was written', () => {
    const change = fc.record({
      action: fc.constantFrom('push', 'sync', 'create', 'delete'),
      tabName: fc.string(),
      isExecuting: fc.boolean(),
      total: fc.nat(),
      counts: someCounts,
      resumeAtMs: fc.nat(),
      heldUntilMs: fc.nat(),
      goneRows: fc.array(fc.string()),
      furtherGoneRows: someCounts,
    });
    fc.assert(
      fc.property(change, fc.boolean(), (fields, isUndo) => {
        const undoes = { runId: 'run-0', fromMs: 1, toMs: 2 };
        const record = runRecord({ ...fields, ...(isUndo && { undoes }) });
        expect(parseRunRecord(JSON.stringify(record))).toEqual(record);
      }),
    );
  });

  test('of an earlier version holds nobody up beyond its pause', () => {
    const { heldUntilMs: _, ...stored } = runRecord({ resumeAtMs: 5 });
    expect(parseRunRecord(JSON.stringify(stored))).toStrictEqual(runRecord({ resumeAtMs: 5, heldUntilMs: 0 }));
  });

  test('loses counts of statuses that this version does not know', () => {
    const stored = { ...runRecord(), counts: { Updated: 2, Paused: 3 } };
    expect(parseRunRecord(JSON.stringify(stored))).toStrictEqual(runRecord({ counts: { Updated: 2 } }));
  });

  test.each([
    ['there is none', null],
    ['it is empty', ''],
    ['it is cut off', '{"runId":"run-1a2b"'],
    ['it is something else', '[]'],
    ['a member is missing', JSON.stringify({ ...runRecord(), runId: undefined })],
    ['its action is not known', JSON.stringify({ ...runRecord(), action: 'pull' })],
    ['it counts fewer than no rows', JSON.stringify(runRecord({ total: -1 }))],
    ['it counts parts of rows', JSON.stringify(runRecord({ counts: { Updated: 0.5 } }))],
    ['its rows that were gone are no texts', JSON.stringify({ ...runRecord(), goneRows: [1] })],
  ])('does not count when %s', (_, text) => {
    expect(parseRunRecord(text)).toBeUndefined();
  });
});

describe('a run counts as alive', () => {
  const nowMs = Date.parse('2026-11-21T10:00:00Z');
  const minutes = 60_000;

  test.each([
    ['for 90 seconds between slices', false, 89_999, 0, true],
    ['no longer between slices', false, 90_000, 0, false],
    ['for seven minutes while a slice is under way', true, 7 * minutes - 1, 0, true],
    ['no longer while a slice is under way', true, 7 * minutes, 0, false],
    ['while it waits because the platform asked to', false, 30 * minutes, nowMs + minutes, true],
    ['for 90 seconds after such a wait', false, 30 * minutes, nowMs - 89_999, true],
    ['no longer after such a wait', false, 30 * minutes, nowMs - 90_000, false],
    ['by its last sign of life, where that came after the wait', false, 1_000, nowMs - 30 * minutes, true],
  ])('%s', (_, isExecuting, silentMs, resumeAtMs, expected) => {
    const record = runRecord({ isExecuting, lastSignOfLifeMs: nowMs - silentMs, resumeAtMs });
    expect(isAlive(record, nowMs)).toBe(expected);
  });

  test.each([
    ['while another execution of it is to come', nowMs + minutes, 0, true],
    ['for 90 seconds after that', nowMs - 89_999, 0, true],
    ['no longer, where that one never came', nowMs - 90_000, 0, false],
    ['though its pause is over', nowMs + minutes, nowMs - 30 * minutes, true],
    ['while it waits, though nobody comes before', nowMs - 30 * minutes, nowMs + minutes, true],
  ])('%s', (_, heldUntilMs, resumeAtMs, expected) => {
    const record = runRecord({ lastSignOfLifeMs: nowMs - 30 * minutes, heldUntilMs, resumeAtMs });
    expect(isAlive(record, nowMs)).toBe(expected);
  });
});

test.each([
  ['a sign of life that is still to come', { lastSignOfLifeMs: 2e12, isExecuting: true }],
  ['a pause of years', { lastSignOfLifeMs: 1e12, resumeAtMs: 2e12 }],
  ['an execution that is announced for another year', { lastSignOfLifeMs: 1e12, heldUntilMs: 2e12 }],
])('a record with %s locks nobody out', (_, change) => {
  expect(isAlive(runRecord(change), 1.2e12)).toBe(false);
});

describe('counts', () => {
  test('grow by one for each outcome, and those given stay as they are', () => {
    const before: StatusCounts = { Updated: 2, Failed: 1 };
    expect(addToCounts(before, ['Updated', 'Invalid', 'Updated'])).toEqual({ Updated: 4, Failed: 1, Invalid: 1 });
    expect(before).toEqual({ Updated: 2, Failed: 1 });
  });

  test('lose no outcome', () => {
    fc.assert(
      fc.property(someCounts, fc.array(someStatus), (counts, statuses: readonly SyncStatus[]) => {
        const before = doneRows(runRecord({ counts }));
        expect(doneRows(runRecord({ counts: addToCounts(counts, statuses) }))).toBe(before + statuses.length);
      }),
    );
  });

  test.each<[StatusCounts, number, number]>([
    [{}, 0, 0],
    [{ Updated: 2, Failed: 1, Skipped: 4 }, 0, 7],
    [{ Updated: 2 }, 3, 5],
  ])('%j and %i rows that were let go add up to the rows that are done', (counts, changedRows, done) => {
    expect(doneRows(runRecord({ counts, changedRows }))).toBe(done);
  });
});

test.each([
  ['user-1', true],
  ['user-2', false],
])('the sidebar of %s sees whose run it is, and no key of a person', (userKey, isMine) => {
  const cost = 'About 400 requests and 1 minute in all.';
  const counts = { Updated: 2, Failed: 1 };
  expect(runningView(runRecord({ startId: 's1', counts, cost }), userKey)).toEqual({
    runId: 'run-1a2b',
    startId: 's1',
    action: 'sync',
    tabName: 'Listings',
    startedBy: 'someone@example.com',
    isMine,
    done: 3,
    total: 10,
    cost,
    counts,
    requests: 3,
    lastSignOfLife: '2026-11-21T09:02:30.000Z',
  });
});

describe('rows that were gone before their outcome could be written', () => {
  test('are named one by one, with long names cut', () => {
    const record = withGoneRow(withGoneRow(runRecord(), 'A1', 'Updated'), 'x'.repeat(41), 'Failed');
    expect(record.goneRows).toEqual(['A1: Updated', `${'x'.repeat(40)}: Failed`]);
    expect(goneRowCount(record)).toBe(2);
  });

  test('are counted by their status beyond the thirtieth', () => {
    const statuses = [...Array.from({ length: 31 }, () => 'Updated' as const), 'Failed' as const];
    const record = statuses.reduce((sum, status, index) => withGoneRow(sum, `A${index}`, status), runRecord());
    expect(record.goneRows).toHaveLength(30);
    expect(record.furtherGoneRows).toEqual({ Updated: 1, Failed: 1 });
    expect(goneRowCount(record)).toBe(32);
  });
});

describe('further outcomes', () => {
  test('are counted with the others', () => {
    const record = withOutcomes(runRecord({ total: 9, counts: { Updated: 2 } }), ['Updated', 'Failed']);
    expect(record).toEqual(runRecord({ total: 9, counts: { Updated: 3, Failed: 1 } }));
  });

  test('of rows that were copied make the run larger', () => {
    expect(withOutcomes(runRecord({ total: 1, counts: {} }), ['Updated', 'Updated']).total).toBe(2);
  });
});

test('requests and outcomes that were written are headway, outcomes of rows that were gone are none', () => {
  const record = runRecord({ requests: 5, counts: { Updated: 3 }, goneRows: ['A1: Updated'] });
  expect(headwayOf(record)).toBe(7);
});

describe('what a run reached since its record was kept', () => {
  const reached = { done: 7, requests: 6 };
  const text = JSON.stringify({ runId: 'r1', ...reached });

  test('counts where it is more', () => {
    const record = runRecord({ counts: { Updated: 5 }, requests: 5 });
    expect(runningView(record, '', reached)).toMatchObject({ done: 7, requests: 6 });
    expect(runningView(record, '', { done: 3, requests: 3 })).toMatchObject({ done: 5, requests: 5 });
  });

  test('is measured with the rows that were let go, as the execution itself counts them', () => {
    const record = runRecord({ total: 10, counts: { Updated: 5 }, changedRows: 2 });
    expect(runningView(record, '').done).toBe(7);
    expect(progressOf(record, { kind: 'running' }, []).done).toBe(7);
  });

  test.each([
    ['of this run', text, 'r1', { runId: 'r1', ...reached }],
    ['of another run', text, 'r2', undefined],
    ['that somebody wrote over', '{"runId":"r1","done":-1}', 'r1', undefined],
    ['that is forgotten', null, 'r1', undefined],
  ])('is read %s', (_, stored, runId, found) => {
    expect(parseReached(stored, runId)).toEqual(found);
  });
});

import { describe, expect, test } from 'vitest';
import { causeGroups } from '../../../src/core/engine/cause-groups.ts';
import type { RunRow } from '../../../src/core/engine/plan-rows.ts';
import type { RunProgress } from '../../../src/core/engine/progress.ts';
import { problemOf, progressOf, type RunState } from '../../../src/core/engine/progress.ts';
import type { RowProblem } from '../../../src/core/engine/row-problem.ts';
import type { RowOutcome } from '../../../src/core/own-cells/outcome.ts';
import type { Failure } from '../../../src/core/terms/failure.ts';
import type { SyncStatus } from '../../../src/core/words/statuses.ts';
import { runRecord } from './records.ts';
import { times } from './rows.ts';

const failure: Failure = { kind: 'quota', message: 'No more requests.', nextStep: 'Run again tomorrow.' };
const problem = (rowNumber: number): RowProblem => ({
  tabId: 7,
  rowNumber,
  columnNumber: 4,
  label: `K${rowNumber}`,
  status: 'Failed',
  detail: 'No.',
});

const COST = 'About 400 requests and 1 minute in all.';

describe('the progress of a run', () => {
  const record = runRecord({ counts: { Updated: 2, Failed: 1 }, hiddenRows: 4, blankRows: 5, cost: COST });

  test('says how far it is, without what only the server needs', () => {
    expect(progressOf(record, { kind: 'running' }, [problem(3)])).toStrictEqual({
      runId: 'run-1a2b',
      action: 'sync',
      tabName: 'Listings',
      total: 10,
      hiddenRows: 4,
      blankRows: 5,
      cost: COST,
      counts: { Updated: 2, Failed: 1 },
      changedRows: 0,
      requests: 3,
      state: 'running',
      done: 3,
      problems: [problem(3)],
      groups: causeGroups([problem(3)]),
      message: '3 of 10 rows done.',
      note: '',
    } satisfies RunProgress);
  });

  test.each<[RunState, string]>([
    [
      { kind: 'finished' },
      '2 Updated, 1 Failed (4 hidden rows and 5 blank rows left out). 7 rows of the run were deleted, cleared or changed meanwhile and not sent, or settled just as the run was cut off. 1 row needs a look: the Sync detail column says what to do.',
    ],
    [
      { kind: 'cancelled' },
      'Cancelled: 2 Updated, 1 Failed; 7 of 10 rows were not sent, or not accepted, and keep their status.',
    ],
    [
      { kind: 'stopped', failure },
      'No more requests. 3 of 10 rows have an outcome (2 Updated, 1 Failed); the others keep their status. Run again tomorrow.',
    ],
  ])('sums up a run that has ended: %j', (state, message) => {
    expect(progressOf(record, state, [])).toMatchObject({ state: state.kind, message });
  });

  test('says of the end what the counts do not say', () => {
    const told =
      '7 rows of the run were deleted, cleared or changed meanwhile and not sent, or settled just as the run was cut off.';
    expect(progressOf(record, { kind: 'finished' }, []).note).toBe(told);
    expect(progressOf({ ...record, total: 3 }, { kind: 'finished' }, []).note).toBe('');
    expect(progressOf(record, { kind: 'cancelled' }, []).note).toBe(
      '7 of 10 rows were not sent, or not accepted, and keep their status.',
    );
  });

  test('gives the reason of a stopped run only', () => {
    expect(progressOf(record, { kind: 'stopped', failure }, []).failure).toEqual(failure);
    expect(progressOf(record, { kind: 'cancelled' }, [])).not.toHaveProperty('failure');
  });

  test.each([
    ['after the last sign of life', 1, true],
    ['at the last sign of life', 0, false],
  ])('says that the run pauses until a time %s: %s', (_, laterMs, isPaused) => {
    const waiting = runRecord({ resumeAtMs: record.lastSignOfLifeMs + laterMs });
    expect(progressOf(waiting, { kind: 'running' }, []).message.includes('needs a moment')).toBe(isPaused);
  });

  test('carries the first hundred problems', () => {
    const { problems } = progressOf(
      record,
      { kind: 'running' },
      times(101, (index) => problem(index + 2)),
    );
    expect([problems.length, problems[0]?.rowNumber, problems[99]?.rowNumber]).toEqual([100, 2, 101]);
  });
});

describe('the problem of a row', () => {
  const row: RunRow = {
    row: { rowNumber: 12, values: [], texts: ['K12'] },
    action: 'sync',
    planner: {
      mapping: 'as planned',
      keyColumnIndexes: [0],
      keyOf: ({ texts }) => texts[0] ?? '',
      readColumnIndexes: [0],
      hidesLinks: false,
      needsText: () => false,
      labelOf: ({ texts }) => `label of ${texts[0] ?? ''}`,
      plan: () => ({ kind: 'settled', outcome: outcomeOf('Skipped') }),
    },
    identity: 'key\u00000\u0000K12',
    cells: { status: '', detail: '', syncedAt: '', mark: '' },
  };

  function outcomeOf(status: SyncStatus): RowOutcome {
    return { status, detail: `It is ${status}.`, fingerprint: { kind: 'keep' } };
  }

  test.each<SyncStatus>(['Pushed', 'Updated', 'Deleted', 'Unchanged', 'Skipped'])('%s needs nobody', (status) => {
    expect(problemOf(row, outcomeOf(status), 7, 20)).toEqual([]);
  });

  test.each<SyncStatus>(['Invalid', 'Not found', 'Rejected', 'Failed', 'Unconfirmed', 'Sending'])(
    '%s is shown at the status cell',
    (status) => {
      expect(problemOf(row, outcomeOf(status), 7, 20)).toEqual([
        {
          tabId: 7,
          rowNumber: 12,
          columnNumber: 21,
          key: { columnNumber: 1, text: 'K12' },
          label: 'label of K12',
          status,
          detail: `It is ${status}.`,
        },
      ]);
    },
  );

  test('of a row without a key has nothing to find it by but its number', () => {
    const keyless = { ...row, identity: 'all\u0000K12' };
    expect(problemOf(keyless, outcomeOf('Invalid'), 7, 20)[0]).not.toHaveProperty('key');
  });

  test('is shown at the cell to blame, where one is', () => {
    expect(problemOf(row, { ...outcomeOf('Invalid'), columnIndex: 0 }, 7, 20)).toMatchObject([{ columnNumber: 1 }]);
  });
});

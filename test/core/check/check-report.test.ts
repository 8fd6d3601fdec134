import { describe, expect, test } from 'vitest';
import type { CheckReport } from '../../../src/core/check/check-report.ts';
import { type CheckedTab, checkReport } from '../../../src/core/check/check-report.ts';
import type { PlannedRow } from '../../../src/core/engine/plan-rows.ts';
import { outcomeOf, plannedOutcome, plannedSend } from '../engine/planned-rows.ts';
import { deleteRow, pushRow, times, updateRow } from '../engine/rows.ts';

const tab: CheckedTab = {
  tabId: 7,
  tabName: 'Listings',
  scope: 'tab',
  hiddenRows: 0,
  blankRows: 0,
  statusColumnIndex: 20,
  notes: [],
};

const NOTHING_SENT = 'Nothing was sent. What the platform itself refuses shows only in a real run.';

describe('the report of a check', () => {
  const planned = [
    plannedSend(updateRow(2)),
    plannedOutcome(3, outcomeOf('Invalid', { columnIndex: 4 })),
    plannedSend(deleteRow(4)),
    plannedOutcome(5, outcomeOf('Unchanged')),
    plannedSend(updateRow(6)),
    plannedOutcome(7, outcomeOf('Invalid')),
  ];

  test('says what would be sent, what would not, and why', () => {
    const atRow = (rowNumber: number, columnNumber: number) => ({
      tabId: 7,
      rowNumber,
      key: { columnNumber: 1, text: `K${rowNumber}` },
      columnNumber,
      label: `label of K${rowNumber}`,
      status: 'Invalid' as const,
      detail: 'It is Invalid.',
    });
    expect(checkReport(planned, { ...tab, hiddenRows: 3, blankRows: 1 })).toStrictEqual({
      tabName: 'Listings',
      rows: 6,
      hiddenRows: 3,
      blankRows: 1,
      operations: { push: 0, update: 2, delete: 1 },
      counts: { Invalid: 2, Unchanged: 1 },
      problems: [atRow(3, 5), atRow(7, 21)],
      problemCount: 2,
      groups: [
        { cause: 'It is Invalid.', kind: 'other', status: 'Invalid', rows: 2, rowNumbers: [3, 7], first: atRow(3, 5) },
      ],
      changes: [],
      changingRows: 0,
      readyRowNumbers: [2, 4, 6],
      notes: [],
      message: `Ready: 2 to update, 1 to delete; not to be sent: 1 Unchanged, 2 Invalid (3 hidden rows and 1 blank row left out). ${NOTHING_SENT}`,
    } satisfies CheckReport);
  });

  test.each<[string, readonly PlannedRow[], string]>([
    ['only rows to push', times(3, (index) => plannedSend(pushRow(index))), 'Ready: 3 to push.'],
    ['only rows to delete', [plannedSend(deleteRow(2))], 'Ready: 1 to delete.'],
    ['no row to send', [plannedOutcome(2, outcomeOf('Skipped'))], 'No row is ready to be sent: 1 Skipped.'],
    ['no row at all', [], 'No row is ready to be sent.'],
  ])('sums up a check of %s', (_, rows, message) => {
    expect(checkReport(rows, tab).message).toBe(`${message} ${NOTHING_SENT}`);
  });

  test('offers the first five rows that would be sent for a look', () => {
    const rows = [plannedOutcome(2, outcomeOf('Invalid')), ...times(6, (index) => plannedSend(updateRow(index + 3)))];
    expect(checkReport(rows, tab).readyRowNumbers).toEqual([3, 4, 5, 6, 7]);
  });

  test('carries the first hundred problems, and groups and counts all of them', () => {
    const rows = times(101, (index) => plannedOutcome(index + 2, outcomeOf('Invalid')));
    const { problems, problemCount, groups } = checkReport(rows, tab);
    expect([problems.length, problems[99]?.rowNumber]).toEqual([100, 101]);
    expect(problemCount).toBe(101);
    expect(groups).toMatchObject([{ rows: 101 }]);
  });
});

test('a check of selected rows says that rows which a filter view hides are among them', () => {
  const { message } = checkReport([plannedSend(updateRow(2))], { ...tab, scope: 'selection' });
  expect(message).toContain('filter view or a slicer');
  expect(checkReport([plannedSend(updateRow(2))], tab).message).not.toContain('filter view');
});

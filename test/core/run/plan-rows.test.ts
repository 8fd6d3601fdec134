import { describe, expect, test } from 'vitest';
import { deleteConfirmation } from '../../../src/core/run/delete-token.ts';
import { fingerprintOf } from '../../../src/core/run/fingerprint.ts';
import { planRows } from '../../../src/core/run/plan-rows.ts';
import type { RowPlanner } from '../../../src/core/run/row-planner.ts';
import { collectRunRows, holdUnagreedDelete } from '../../../src/core/run/run-rows.ts';
import type { TableRow } from '../../../src/core/table/table.ts';
import { SERIAL } from './rows.ts';

const COLUMNS = { status: 1, detail: 2, syncedAt: 3, fingerprint: 4 };

/** Deletes the listing whose key stands in the first column. */
const deletePlanner: RowPlanner = {
  keyColumnIndexes: [0],
  readColumnIndexes: [0],
  labelOf: (row) => row.texts[0] ?? '',
  plan: (row) => ({ kind: 'send', operation: deleteOf(row.texts[0] ?? ''), notes: [] }),
};
const deleteOf = (key: string) => ({ kind: 'delete', serialNumber: SERIAL, key, keyType: 'URL' }) as const;

function tableRow(rowNumber: number, key: string, status = '', fingerprint = ''): TableRow {
  const texts = [key, status, '', '', fingerprint];
  return { rowNumber, values: texts, texts };
}

function plan(rows: readonly TableRow[], keepsMarks = false) {
  const collected = collectRunRows(rows, COLUMNS, 'delete', () => ({ ok: true, value: deletePlanner }), keepsMarks);
  if (!collected.ok) throw new Error('no planner');
  return planRows(collected.value.rows);
}

const outcomes = (planned: ReturnType<typeof plan>) =>
  planned.map((row) => (row.kind === 'settled' ? row.outcome.status : row.kind));

describe('planRows', () => {
  test('sends a row nobody has sent', () => {
    expect(outcomes(plan([tableRow(2, 'a')]))).toEqual(['send']);
  });

  test('sends the first of two rows with one key and makes the other Invalid, naming the first', () => {
    const planned = plan([tableRow(2, 'a'), tableRow(3, 'b'), tableRow(4, 'a')]);
    expect(outcomes(planned)).toEqual(
      ['send', 'send', 'settled'].map((kind, index) => (index === 2 ? 'Invalid' : kind)),
    );
    expect(planned[2]?.kind === 'settled' && planned[2].outcome.detail).toContain('Row 2 has the same key');
  });

  test('leaves a row alone whose content was confirmed', () => {
    expect(outcomes(plan([tableRow(2, 'a', 'Deleted', fingerprintOf(deleteOf('a')))]))).toEqual(['Unchanged']);
  });

  test('sends a confirmed row again when its status was cleared', () => {
    expect(outcomes(plan([tableRow(2, 'a', '', fingerprintOf(deleteOf('a')))]))).toEqual(['send']);
  });

  test('sends a row whose content changed since it was confirmed', () => {
    expect(outcomes(plan([tableRow(2, 'b', 'Deleted', fingerprintOf(deleteOf('a')))]))).toEqual(['send']);
  });

  test.each([
    ['Sending', 'run-1 delete', true],
    ['Unconfirmed', 'retry delete', true],
    ['Failed', 'retry delete', false],
    ['Failed', 'retry delete unclear', true],
    ['Rejected', '', false],
    ['', '', false],
  ])('remembers of a row that says "%s" whether a request may have arrived', (status, fingerprint, isUnclear) => {
    const [row] = plan([tableRow(2, 'a', status, fingerprint)]);
    expect(row?.kind === 'send' && row.send.isUnclear).toBe(isUnclear);
  });
});

describe('collectRunRows', () => {
  test('leaves out blank rows and counts them', () => {
    const rows = [tableRow(2, 'a'), tableRow(3, ''), tableRow(4, ' ')];
    const collected = collectRunRows(rows, COLUMNS, 'delete', () => ({ ok: true, value: deletePlanner }), false);
    expect(collected).toMatchObject({ ok: true, value: { blankRows: 2, rows: [{ row: { rowNumber: 2 } }] } });
  });

  test('keeps the action a row was marked with when a run is retried', () => {
    const asked: string[] = [];
    const rows = [tableRow(2, 'a', 'Failed', 'retry push')];
    collectRunRows(
      rows,
      COLUMNS,
      'sync',
      (action) => {
        asked.push(action);
        return { ok: true, value: deletePlanner };
      },
      true,
    );
    expect(asked).toEqual(['push']);
  });
});

describe('deletes', () => {
  test('are shown with their number, their first keys and a token for exactly them', () => {
    const rows = ['a', 'b', 'c', 'd', 'e', 'f'].map((key, index) => tableRow(index + 2, key));
    const confirmation = deleteConfirmation(plan(rows), 'Listings');
    expect(confirmation).toMatchObject({ tabName: 'Listings', count: 6, firstKeys: ['a', 'b', 'c', 'd', 'e'] });
    expect(deleteConfirmation(plan([...rows].reverse()), 'Listings')?.deleteToken).toBe(confirmation?.deleteToken);
    expect(deleteConfirmation(plan(rows.slice(1)), 'Listings')?.deleteToken).not.toBe(confirmation?.deleteToken);
  });

  test('that nobody agreed to are held back', () => {
    const agreed = fingerprintOf(deleteOf('a'));
    const planned = plan(
      [tableRow(2, 'a', '', `run-1 delete ${agreed}`), tableRow(3, 'b', '', `run-1 delete ${agreed}`)],
      true,
    );
    expect(outcomes(planned.map(holdUnagreedDelete))).toEqual(['send', 'Skipped']);
  });
});

import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../../src/core/actions/fingerprint.ts';
import type { Operation } from '../../../src/core/actions/operation.ts';
import type { RowPlanner, Step } from '../../../src/core/actions/row-planner.ts';
import { updateOf } from '../../../src/core/actions/sync-listings/update-operation.ts';
import { type PlannedRow, planRows, type RunRow } from '../../../src/core/engine/plan-rows.ts';
import { collectRunRows } from '../../../src/core/engine/run-rows.ts';
import { type KnownKeys, knownKeysOf, NOTHING_KNOWN } from '../../../src/core/ledger/known-keys.ts';
import { readLedger, withChange } from '../../../src/core/ledger/ledger.ts';
import { contentTag } from '../../../src/core/ledger/open-tries.ts';
import { triedContent } from '../../../src/core/own-cells/mark-cell.ts';
import { settledOutcome } from '../../../src/core/own-cells/outcome.ts';
import type { StatusCells } from '../../../src/core/own-cells/status-columns.ts';
import type { TableRow } from '../../../src/core/sheet/table.ts';
import { SERIAL } from './rows.ts';

const COLUMNS = { status: 1, detail: 2, syncedAt: 3, mark: 4 };

/** Deletes the listing whose key stands in the first column. */
const deletePlanner: RowPlanner = {
  mapping: 'as planned',
  keyColumnIndexes: [0],
  keyOf: (row) => row.texts[0] ?? '',
  readColumnIndexes: [0],
  hidesLinks: false,
  needsText: () => false,
  labelOf: (row) => row.texts[0] ?? '',
  plan: (row) => ({ kind: 'send', operation: deleteOf(row.texts[0] ?? ''), notes: [] }),
};
const deleteOf = (key: string) => ({ kind: 'delete', serialNumber: SERIAL, key, keyType: 'URL' }) as const;

function tableRow(rowNumber: number, key: string, status = '', fingerprint = ''): TableRow {
  const texts = [key, status, '', '', fingerprint];
  return { rowNumber, values: texts, texts };
}

function plan(rows: readonly TableRow[], known: KnownKeys = NOTHING_KNOWN, keepsMarks = false) {
  const collected = collectRunRows(rows, COLUMNS, 'delete', () => ({ ok: true, value: deletePlanner }), keepsMarks);
  if (!collected.ok) throw new Error('no planner');
  return planRows(collected.value.rows, known);
}

/** A ledger in which the delete of a key was confirmed so many days ago, for a row of tab 7, as a tab asks it. */
function knowing(key: string, days = 0, tabId = 7, believedDays = 30): KnownKeys {
  const fingerprint = fingerprintOf(deleteOf(key));
  const line = { state: 'deleted', operation: 'delete', fingerprint, atMs: 0, tabId: 7, place: '0123abcd' } as const;
  const settled = [{ line: { ...line, name: `URL ${key}` }, body: '' }];
  const { ledger } = withChange(readLedger([], undefined, 'file'), { settled, closed: [], opened: [] });
  return knownKeysOf(ledger, {
    place: '0123abcd',
    tabId,
    holderOf: (id) => (id === 7 ? 'row 5 of the tab “Old”' : undefined),
    nowMs: days * 24 * 3_600_000,
    believedDays,
    dayOf: () => '21 Nov',
  });
}

const outcomes = (planned: readonly PlannedRow[]) =>
  planned.map((row) => (row.kind === 'settled' ? row.outcome.status : row.kind));

describe('planRows', () => {
  test('sends a row nobody has sent', () => {
    expect(outcomes(plan([tableRow(2, 'a')]))).toEqual(['send']);
  });

  test('sends the first of two rows with one key and makes the other Invalid, naming the first', () => {
    const planned = plan([tableRow(2, 'a'), tableRow(3, 'b'), tableRow(4, 'a')]);
    expect(outcomes(planned)).toEqual(['send', 'send', 'Invalid']);
    expect(planned[2]?.kind === 'settled' && planned[2].outcome.detail).toContain('Row 2 has the same key');
  });

  test('leaves a row alone whose content was confirmed', () => {
    const [row] = plan([tableRow(2, 'a', 'Deleted')], knowing('a'));
    expect(row).toMatchObject({
      outcome: { status: 'Unchanged', detail: 'Already deleted on 21 Nov; nothing was sent.' },
    });
  });

  test('sends a confirmed row again when its status was cleared', () => {
    expect(outcomes(plan([tableRow(2, 'a')], knowing('a')))).toEqual(['send']);
  });

  test('sends a row whose content changed since it was confirmed', () => {
    expect(outcomes(plan([tableRow(2, 'b', 'Deleted')], knowing('a')))).toEqual(['send']);
  });

  test('holds a row whose key belongs to a row of another tab, and says which, unless it says the same', () => {
    const [row] = plan([tableRow(2, 'a')], knowing('a', 0, 8));
    const detail =
      'Row 5 of the tab “Old” has the same key, and only the first row counts. Correct the key or remove one of the rows.';
    expect(row).toMatchObject({ outcome: { status: 'Invalid', detail } });
    expect(outcomes(plan([tableRow(2, 'a', 'Deleted')], knowing('a', 0, 8)))).toEqual(['Unchanged']);
    expect(outcomes(plan([tableRow(2, 'b')], knowing('a', 0, 8)))).toEqual(['send']);
  });

  test.each([1, 30, 365])(
    'sends a row again whose content was confirmed more than the chosen %i days ago',
    (chosen) => {
      const daysLater = (days: number) => outcomes(plan([tableRow(2, 'a', 'Deleted')], knowing('a', days, 7, chosen)));
      expect(daysLater(chosen)).toEqual(['Unchanged']);
      expect(daysLater(chosen + 0.1)).toEqual(['send']);
    },
  );

  test.each([
    ['Sending', `run-1 delete ${fingerprintOf(deleteOf('a'))}`, true],
    ['Unconfirmed', `retry delete ${fingerprintOf(deleteOf('a'))}`, true],
    ['Failed', `retry delete ${fingerprintOf(deleteOf('a'))}`, false],
    ['Failed', `retry delete ${fingerprintOf(deleteOf('a'))} unclear`, true],
    ['Failed', `retry delete ${fingerprintOf(deleteOf('b'))} unclear`, false],
    ['Unconfirmed', `retry delete ${fingerprintOf(deleteOf('b'))}`, false],
    ['Failed', 'retry sync unclear', false],
    ['Rejected', '', false],
    ['', '', false],
  ])(
    'remembers of a row that says "%s" with "%s" whether its delete may have arrived',
    (status, fingerprint, isUnclear) => {
      const [row] = plan([tableRow(2, 'a', status, fingerprint)]);
      expect(row?.kind === 'send' && row.send.isUnclear).toBe(isUnclear);
    },
  );
});

describe('a planned row', () => {
  const NO_CELLS = { status: '', detail: '', syncedAt: '', mark: '' };
  const push = (id: number): Operation => ({
    kind: 'push',
    serialNumber: SERIAL,
    row: { ID: id, Data: { name: 'a' } },
  });
  const update = updateOf({ SerialNumber: SERIAL, Key: 'a', KeyType: 'URL' });
  const sends = (operation: Operation) => ({ kind: 'send', operation, notes: [] }) as const;

  /** Rows 2, 3, … that lead to the given steps. */
  function planSteps(
    steps: readonly Step[],
    cells: Partial<StatusCells> = {},
    known: KnownKeys = NOTHING_KNOWN,
  ): readonly PlannedRow[] {
    const rows = steps.map((step, index): RunRow => {
      const planner = { ...deletePlanner, keyColumnIndexes: [3, 0], plan: () => step };
      const row = tableRow(index + 2, 'a');
      return { row, action: 'sync', planner, identity: `key\u00000\u0000${index}`, cells: { ...NO_CELLS, ...cells } };
    });
    return planRows(rows, known);
  }

  /** A ledger in which whatever is asked about was confirmed. */
  const everything: KnownKeys = { ...NOTHING_KNOWN, confirmedMs: () => 0, dayOf: () => '21 Nov' };

  const outcomeOf = (row: PlannedRow | undefined) => (row?.kind === 'settled' ? row.outcome : undefined);

  test('carries what is sent, how often it was tried in this run and what a person should know', () => {
    const step: Step = { ...sends(push(7)), notes: ['Rounded.'], derived: ['DaysOnMarket'] };
    const [row] = planSteps([step], { mark: 'run-1 push try2' });
    expect(row).toMatchObject({ action: 'sync', identity: 'key\u00000\u00000', kind: 'send', row: { rowNumber: 2 } });
    expect(row?.kind === 'send' && row.send).toStrictEqual({
      rowNumber: 2,
      identity: 'key\u00000\u00000',
      operation: push(7),
      fingerprint: fingerprintOf(push(7)),
      isUnclear: false,
      hasOtherTry: false,
      attempts: 2,
      notes: ['Rounded.'],
      derived: ['DaysOnMarket'],
    });
  });

  test('that no run has touched begins with no try and nothing computed', () => {
    const [row] = planSteps([sends(push(7))]);
    expect(row).toMatchObject({ kind: 'send', send: { attempts: 0, notes: [], derived: [], isUnclear: false } });
  });

  test('whose mark says that a try may have arrived is unclear, whatever its status', () => {
    const [row] = planSteps([sends(push(7))], { mark: 'run-1 push try1 unclear' });
    expect(row).toMatchObject({ send: { isUnclear: true } });
  });

  test.each<[string, string, Operation, boolean]>([
    [
      'an unclear try of the same content',
      `retry sync unclear t1:${triedContent(fingerprintOf(push(7)))}`,
      push(7),
      false,
    ],
    ['an unclear try of other content', `retry sync unclear t1:${'0'.repeat(16)}`, push(7), true],
    ['an unclear try of nobody knows what', 'retry sync unclear', push(7), true],
    ['a try that was cut off, of other content', `run-0 sync t1:${'0'.repeat(16)} sending`, push(7), true],
    ['a try that did not arrive', 'retry sync', push(7), false],
    ['an unclear update, where it is deleted now', 'retry sync unclear', deleteOf('a'), false],
  ])('knows whether something else may still arrive: %s', (_, fingerprint, operation, hasOtherTry) => {
    const [row] = planSteps([sends(operation)], { status: 'Failed', mark: fingerprint });
    expect(row).toMatchObject({ send: { hasOtherTry } });
  });

  test.each<[string, string | undefined, Operation, boolean, boolean]>([
    ['nothing is open', undefined, push(7), false, false],
    ['the same content is open', contentTag(fingerprintOf(push(7))), push(7), false, false],
    ['other content is open', '01234567', push(7), true, false],
    ['a late update undoes no delete', '01234567', deleteOf('a'), false, false],
    ['the same delete is open', contentTag(fingerprintOf(deleteOf('a'))), deleteOf('a'), false, true],
  ])('heeds what the ledger has open for its key: %s', (_, tried, operation, hasOtherTry, isUnclear) => {
    const known = { ...NOTHING_KNOWN, of: () => ({ line: undefined, before: undefined, tried, isNamed: false }) };
    const [row] = planSteps([sends(operation)], {}, known);
    expect(row).toMatchObject({ send: { hasOtherTry, isUnclear } });
    expect(row?.kind === 'send' && row.send.wasOpen).toBe(tried === undefined ? undefined : true);
  });

  test('that its planner has settled keeps that outcome', () => {
    const outcome = settledOutcome('Invalid', 'ID is empty.', 0);
    const [row] = planSteps([{ kind: 'settled', outcome }]);
    expect(outcomeOf(row)).toBe(outcome);
  });

  test.each<[string, Operation, 'Deleted' | 'Updated', string]>([
    ['delete', deleteOf('a'), 'Deleted', 'Already deleted on 21 Nov; nothing was sent.'],
    ['update', update, 'Updated', 'Same as confirmed on 21 Nov; nothing was sent. Clear the status to send it again.'],
  ])('whose %s is confirmed says that nothing was sent', (_, operation, status, detail) => {
    const [row] = planSteps([sends(operation)], { status: 'Updated' }, everything);
    expect(outcomeOf(row)).toEqual({ status: 'Unchanged', detail, fingerprint: { kind: 'same', status } });
  });

  test.each<[string, Operation, Operation, string]>([
    [
      'ID',
      push(7),
      push(7),
      'Row 2 has the same ID, and only the first row counts. Correct the ID or remove one of the rows.',
    ],
    [
      'key',
      update,
      deleteOf('a'),
      'Row 2 has the same key, and only the first row counts. Correct the key or remove one of the rows.',
    ],
  ])('with the %s of an earlier one is Invalid at its key cell and names the first', (_, first, second, detail) => {
    const [, twin, third] = planSteps([first, second, second].map(sends));
    expect(outcomeOf(twin)).toEqual(settledOutcome('Invalid', detail, 3));
    expect(outcomeOf(third)).toEqual(settledOutcome('Invalid', detail, 3));
  });

  const invalid: Step = { kind: 'settled', outcome: settledOutcome('Invalid', 'Beds: “tree” is no number.') };

  test('is a twin of an Unchanged row too', () => {
    expect(outcomes(planSteps([sends(push(7)), sends(push(7))], { status: 'Pushed' }, everything))).toEqual([
      'Unchanged',
      'Invalid',
    ]);
  });

  test('is a twin of a row that cannot be sent: a typing error does not let another row take its place', () => {
    const held = { ...deletePlanner, keyOf: () => 'a', subjectOf: () => '12 Oak St', plan: () => invalid };
    const sending = { ...deletePlanner, keyOf: () => 'a', plan: () => sends({ ...deleteOf('a'), keyType: 'URL' }) };
    const rowOf = (planner: RowPlanner, rowNumber: number): RunRow => {
      const key = { keyOf: () => 'URL a' };
      return {
        row: tableRow(rowNumber, 'a'),
        action: 'sync',
        planner: { ...planner, ...key },
        identity: '',
        cells: NO_CELLS,
      };
    };
    const [first, second] = planRows([rowOf(held, 2), rowOf(sending, 3)], NOTHING_KNOWN);
    expect(outcomeOf(first)).toBe(invalid.kind === 'settled' ? invalid.outcome : undefined);
    expect(outcomeOf(second)).toMatchObject({
      status: 'Invalid',
      detail:
        'The row of 12 Oak St (row 2) has the same key, and only the first row counts. Correct the key or remove one of the rows.',
    });
  });

  test('is no twin of a row without any key', () => {
    const keyless = { ...deletePlanner, keyOf: () => '', plan: () => invalid };
    const rows = [2, 3].map((rowNumber): RunRow => {
      return { row: tableRow(rowNumber, ''), action: 'sync', planner: keyless, identity: '', cells: NO_CELLS };
    });
    expect(planRows(rows, NOTHING_KNOWN).map(outcomeOf)).toEqual(
      [invalid, invalid].map((step) => step.kind === 'settled' && step.outcome),
    );
  });
});

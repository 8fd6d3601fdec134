import { describe, expect, test } from 'vitest';
import type { SendRow } from '../../../src/core/actions/batch.ts';
import type { PlannerFor, RowPlanner } from '../../../src/core/actions/row-planner.ts';
import {
  collectRunRows,
  holdForbiddenDeletes,
  holdUnagreedDelete,
  isQueuedRow,
} from '../../../src/core/engine/run-rows.ts';
import { signedDelete } from '../../../src/core/own-cells/signed-delete.ts';
import type { TableRow } from '../../../src/core/sheet/table.ts';
import type { Action } from '../../../src/core/words/actions.ts';
import { failures } from '../../../src/core/words/failures.ts';
import { outcomeOf, plannedOutcome, plannedSend } from './planned-rows.ts';
import { deleteRow, pushRow } from './rows.ts';

const NO_CELLS = { status: '', detail: '', syncedAt: '', mark: '' };

describe('a row waits in a run', () => {
  test.each([
    ['run-1 sync', 'run-1', true],
    ['run-2 sync', 'run-1', false],
    ['retry sync', 'run-1', false],
    ['', 'run-1', false],
  ])('with "%s" in the run %s: %s', (mark, runId, isQueued) => {
    expect(isQueuedRow({ ...NO_CELLS, mark }, runId)).toBe(isQueued);
  });
});

describe('the rows of a run', () => {
  /** Key, name, and the add-on's own cells. */
  const COLUMNS = { status: 2, detail: 3, syncedAt: 4, mark: 5 };

  function plannerWith(keyColumnIndexes: readonly number[], readColumnIndexes = keyColumnIndexes): RowPlanner {
    return {
      mapping: 'as planned',
      keyColumnIndexes,
      keyOf: () => '',
      readColumnIndexes,
      hidesLinks: false,
      needsText: () => false,
      labelOf: () => '',
      plan: () => ({ kind: 'settled', outcome: outcomeOf('Skipped') }),
    };
  }

  const planners: { readonly [Name in Action]?: RowPlanner } = {
    push: plannerWith([1]),
    sync: plannerWith([0, 1]),
    delete: plannerWith([0]),
  };
  const plannerNamed = (action: Action) => planners[action] ?? plannerWith([]);

  const tableRow = (rowNumber: number, key: string, name = '', status = '', mark = ''): TableRow => {
    const texts = [key, name, status, '', '', mark];
    return { rowNumber, values: texts, texts };
  };

  function collect(
    rows: readonly TableRow[],
    {
      keepsMarks = false,
      plannerFor = (action: Action) => ({ ok: true as const, value: plannerNamed(action) }),
    }: { keepsMarks?: boolean; plannerFor?: PlannerFor } = {},
  ) {
    const collected = collectRunRows(rows, COLUMNS, 'delete', plannerFor, keepsMarks);
    if (!collected.ok) throw new Error(collected.error.message);
    return collected.value;
  }

  test('come with their action, its planner, their own cells and what identifies them', () => {
    const row = tableRow(2, 'a', 'first', 'Failed', 'retry delete');
    expect(collect([row])).toStrictEqual({
      rows: [
        {
          row,
          cells: { ...NO_CELLS, status: 'Failed', mark: 'retry delete' },
          action: 'delete',
          planner: plannerNamed('delete'),
          identity: 'key\u00000\u0000a',
        },
      ],
      emptied: [],
      blankRows: 0,
      keyColumnIndexes: [0],
    });
  });

  test('were emptied where a mark stands in a blank row, and leave the run', () => {
    const marked = tableRow(3, '', '', '', 'run-1 delete');
    const { rows, emptied, blankRows } = collect([tableRow(2, 'a', '', '', 'run-1 delete'), marked], {
      keepsMarks: true,
    });
    expect(rows.map(({ row }) => row.rowNumber)).toEqual([2]);
    expect(emptied.map(({ row }) => row)).toEqual([marked]);
    expect(blankRows).toBe(1);
  });

  test('are those in which a cell that is read is filled; the others are counted', () => {
    const { rows, blankRows } = collect([tableRow(2, 'a'), tableRow(3, ''), tableRow(4, ' ', 'b'), tableRow(5, 'c')]);
    expect(rows.map(({ row }) => row.rowNumber)).toEqual([2, 5]);
    expect(blankRows).toBe(2);
  });

  test('are none where only a column is filled that says more of another one', () => {
    const planner = { ...plannerWith([0], [0, 1]), valueColumnIndexes: [0] };
    const { rows, blankRows } = collect([tableRow(2, 'a', 'b'), tableRow(3, '', 'a notice')], {
      plannerFor: () => ({ ok: true, value: planner }),
    });
    expect([rows.map(({ row }) => row.rowNumber), blankRows]).toEqual([[2], 1]);
  });

  test('are identified without a key by all cells but the add-on’s own', () => {
    const plannerFor: PlannerFor = () => ({ ok: true, value: plannerWith([0], [0, 1]) });
    const { rows } = collect([tableRow(2, '', 'b', 'Failed', 'retry delete')], { plannerFor });
    expect(rows[0]?.identity).toBe('all\u0000\u0000b');
  });

  test.each<[string, boolean, readonly Action[]]>([
    ['keep the action they are marked with when a run goes on', true, ['push', 'delete', 'sync']],
    ['take the action of a new run, whatever a run that was cut off has left', false, ['delete', 'delete', 'delete']],
  ])('%s', (_, keepsMarks, actions) => {
    const { rows } = collect(
      [tableRow(2, 'a', 'b', 'Failed', 'retry push'), tableRow(3, 'a', 'b'), tableRow(4, 'a', 'b', '', 'run-1 sync')],
      { keepsMarks },
    );
    expect(rows.map(({ action }) => action)).toEqual(actions);
    expect(rows.map(({ planner }) => planner)).toEqual(actions.map(plannerNamed));
  });

  test('of several actions are identified by the key columns of all of them, each once', () => {
    const marked = [tableRow(2, 'a', 'b', '', 'retry push'), tableRow(3, 'c', 'd', '', 'retry sync')];
    const { rows, keyColumnIndexes } = collect(marked, { keepsMarks: true });
    expect(keyColumnIndexes).toEqual([1, 0]);
    expect(rows.map(({ identity }) => identity)).toEqual(['key\u00000\u0000b', 'key\u00000\u0000d']);
  });

  test.each<[string, readonly TableRow[], readonly Action[]]>([
    [
      'once for each of their actions',
      [tableRow(2, 'a'), tableRow(3, 'b'), tableRow(4, 'c', '', '', 'retry push')],
      ['delete', 'push'],
    ],
    ['for the action of the run when there are none, to know the key columns', [], ['delete']],
  ])('ask for a planner %s', (_, rows, actions) => {
    const asked: Action[] = [];
    const plannerFor: PlannerFor = (action) => {
      asked.push(action);
      return { ok: true, value: plannerNamed(action) };
    };
    expect(collect(rows, { keepsMarks: true, plannerFor }).keyColumnIndexes.length).toBeGreaterThan(0);
    expect(asked).toEqual(actions);
  });

  test('cannot be collected where one of their actions has no planner', () => {
    const error = failures.noIdColumn('Listings');
    const plannerFor: PlannerFor = (action) =>
      action === 'push' ? { ok: false, error } : { ok: true, value: plannerNamed(action) };
    const rows = [tableRow(2, 'a'), tableRow(3, 'b', '', '', 'retry push')];
    expect(collectRunRows(rows, COLUMNS, 'delete', plannerFor, true)).toEqual({ ok: false, error });
  });
});

describe('a delete that nobody agreed to', () => {
  const send = deleteRow(2);
  const planned = (mark: string, sent: SendRow = send) => ({
    ...plannedSend(sent),
    cells: { ...NO_CELLS, mark },
  });

  const CONSENT = { runId: 'run-1', secret: '0123456789abcdef'.repeat(2) };
  const SIGNED = signedDelete(CONSENT.secret, { runId: 'run-1', fingerprint: send.fingerprint });

  test.each([
    ['an unsigned mark, as anybody can type it', '', CONSENT],
    ['a made-up signature', ` s1:${'0'.repeat(16)}`, CONSENT],
    ['what was agreed to in another run', ` s1:${SIGNED}`, { ...CONSENT, runId: 'run-2' }],
    ['what another person agreed to', ` s1:${SIGNED}`, { ...CONSENT, secret: 'f'.repeat(32) }],
    ['a person who has agreed to nothing yet', ` s1:${SIGNED}`, { ...CONSENT, secret: '' }],
  ])('is held back where its mark is not this person’s: %s', (_, signature, consent) => {
    const row = planned(`run-1 delete ${send.fingerprint}${signature}`);
    expect(holdUnagreedDelete(row, consent)).toMatchObject({
      kind: 'settled',
      outcome: {
        status: 'Skipped',
        detail:
          'You did not agree to this delete in this run; somebody else did, or wrote its mark, so it was left out. Run again to confirm the delete.',
      },
    });
  });

  test.each([
    ['because the row was no delete when the run began', 'run-1 sync', 'became a delete'],
    [
      'because its key was changed since',
      `run-1 delete ${deleteRow(3).fingerprint}`,
      'became the delete of another listing',
    ],
    ['because the row has no mark', '', 'became a delete'],
  ])('is held back: %s', (_, mark, what) => {
    const { send: _unsent, ...row } = planned(mark);
    expect(holdUnagreedDelete(planned(mark), CONSENT)).toMatchObject({
      ...row,
      kind: 'settled',
      outcome: {
        status: 'Skipped',
        detail: `The row ${what} after the run had begun, so it was left out. Run again to confirm the delete.`,
        fingerprint: { kind: 'keep' },
      },
    });
  });

  test.each([
    ['a delete that this person agreed to', planned(`run-1 delete ${send.fingerprint} s1:${SIGNED}`)],
    ['a push', planned('run-1 push', pushRow(1))],
    ['a row that has its outcome', plannedOutcome(2, outcomeOf('Invalid'))],
  ])('is not %s', (_, row) => {
    expect(holdUnagreedDelete(row, CONSENT)).toBe(row);
  });
});

describe('a delete that was agreed to and is forbidden since', () => {
  const agreed = (mark = '') => ({ ...plannedSend(deleteRow(2)), cells: { ...NO_CELLS, mark } });

  test('is held back, and the others go on', () => {
    const push = plannedSend(pushRow(3));
    expect(holdForbiddenDeletes([agreed(), push], () => 'Not any more.')).toEqual([
      expect.objectContaining({ outcome: expect.objectContaining({ status: 'Skipped', detail: 'Not any more.' }) }),
      push,
    ]);
  });

  test('does not say that nothing was sent where a request may have arrived', () => {
    expect(holdForbiddenDeletes([agreed('run-1 delete sending')], () => 'Not any more.')).toMatchObject([
      {
        outcome: {
          status: 'Failed',
          detail: 'Not any more. An earlier request may have arrived: run again to see.',
          fingerprint: { kind: 'retry', isUnclear: true },
        },
      },
    ]);
  });

  test('is asked about only where there is one', () => {
    const push = plannedSend(pushRow(3));
    const neverAsked = () => {
      throw new Error('asked');
    };
    expect(holdForbiddenDeletes([push], neverAsked)).toEqual([push]);
  });
});

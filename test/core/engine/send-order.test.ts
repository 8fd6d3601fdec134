import { describe, expect, test } from 'vitest';
import { inSendOrder, takenBack } from '../../../src/core/engine/send-order.ts';
import { pushRow, updateRow } from './rows.ts';

const row = (name: string, status = '', attempts = 0, operation = pushRow(1).operation) => ({
  name,
  cells: { status, detail: '', syncedAt: '', mark: '' },
  send: { attempts, operation },
});
const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name);

const TRIED_ALONE = 'a listing that was tried';

const ROWS = [
  row('tried twice', 'Sending', 2),
  row('failed last time', 'Failed'),
  row('new'),
  row('part of a split request', 'Sending', 4),
  row('tried once, failed before', 'Failed', 1),
  row('updated last time', 'Updated'),
  row('failed last time, too', 'Failed'),
  row(TRIED_ALONE, 'Sending', 1, updateRow(2).operation),
  row('small part of a split request', 'Sending', 9),
];
const PARTS = ['part of a split request', 'small part of a split request'];
const FRESH = ['new', 'updated last time', 'failed last time', 'failed last time, too'];
const TRIED = ['tried twice', 'tried once, failed before'];

describe('each row has its turn, and rows of one turn are sent in row order', () => {
  test.each([
    ['what was tried last, as a rule', false, [...PARTS, ...FRESH, ...TRIED, TRIED_ALONE]],
    [
      'what was tried together before the rest, while it is found out what is to blame',
      true,
      [...PARTS, ...TRIED, ...FRESH, TRIED_ALONE],
    ],
  ])('%s', (_, isHalfOpen, order) => {
    expect(names(inSendOrder(ROWS, { runId: 'run-0000', isHalfOpen }))).toEqual(order);
  });
});

test.each([
  ['run-0000', 'F0 F1 F2 F3'],
  ['run-3fff', 'F0 F1 F2 F3'],
  ['run-4000', 'F1 F2 F3 F0'],
  ['run-ffff', 'F3 F0 F1 F2'],
  ['an id without digits', 'F0 F1 F2 F3'],
])('%s begins elsewhere among the rows that failed before: %s', (runId, order) => {
  const rows = [row('F0', 'Failed'), row('F1', 'Failed'), row('new'), row('F2', 'Failed'), row('F3', 'Failed')];
  expect(names(inSendOrder(rows, { runId, isHalfOpen: false })).join(' ')).toBe(`new ${order}`);
});

test('rows that are taken back go where their turn is', () => {
  const left = [row('tried', '', 1), row('not sent'), row('part', 'Sending', 4)];
  expect(names(takenBack(left, [row('further')]))).toEqual(['not sent', 'part', 'further', 'tried']);
});

import { expect, test } from 'vitest';
import { inSendOrder } from '../../../src/core/run/send-order.ts';

test('each row has its turn, and rows of one turn are sent in row order', () => {
  const rows = (
    [
      ['tried twice', 'Sending', 2],
      ['failed last time', 'Failed', 0],
      ['new', '', 0],
      ['part of a split request', 'Sending', 4],
      ['tried once, failed before', 'Failed', 1],
      ['updated last time', 'Updated', 0],
      ['failed last time, too', 'Failed', 0],
      ['small part of a split request', 'Sending', 9],
    ] as const
  ).map(([name, status, tries]) => ({
    name,
    cells: { status, detail: '', syncedAt: '', fingerprint: '' },
    send: { tries },
  }));
  expect(inSendOrder(rows).map(({ name }) => name)).toEqual([
    'part of a split request',
    'small part of a split request',
    'new',
    'updated last time',
    'failed last time',
    'failed last time, too',
    'tried twice',
    'tried once, failed before',
  ]);
});

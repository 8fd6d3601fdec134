import { expect, test } from 'vitest';
import { rowsWithin } from '../../../src/core/table/selected-rows.ts';

const data = { firstRowNumber: 2, lastRowNumber: 6 };
const span = (firstRowNumber: number, lastRowNumber: number) => ({ firstRowNumber, lastRowNumber });

test.each([
  ['one range', [span(3, 4)], [3, 4]],
  ['ranges picked one by one, in sheet order', [span(5, 5), span(2, 2)], [2, 5]],
  ['overlapping ranges, each row once', [span(2, 4), span(3, 5)], [2, 3, 4, 5]],
  ['a whole column, clipped to the data', [span(1, 1000)], [2, 3, 4, 5, 6]],
  ['the header only: nothing', [span(1, 1)], []],
  ['below the data: nothing', [span(7, 900)], []],
  ['no range: nothing', [], []],
])('counts %s', (_, spans, rowNumbers) => {
  expect(rowsWithin(spans, data)).toEqual(rowNumbers);
});

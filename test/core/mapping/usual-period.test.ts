/** Sums that do not say how often they are paid are paid as the other cells of their column say. */
import { expect, test } from 'vitest';
import type { CellValue } from '../../../src/core/sheet/table.ts';
import { readSheet, valuesOf } from './read-sheet.ts';

const rents = (header: string, cells: readonly CellValue[]) =>
  valuesOf(
    'RentPrice',
    readSheet(['MLS number', 'Sale or rent', header], ...cells.map((cell, row) => [`A${row}`, 'For rent', cell])),
  );

test.each<[string, string, CellValue[], unknown[]]>([
  ['by the week', 'Rent', ['£250 pw', '£300 pw', 280, '£275 pw'], [1083.33, 1300, 1213.33, 1191.67]],
  ['by the year', 'Rent', ['$24,000/yr', 30_000, '$36,000/yr'], [2000, 2500, 3000]],
  ['by the month', 'Rent', ['$2,400/mo', 2500, '$2,600/mo'], [2400, 2500, 2600]],
  ['by the month where few say otherwise', 'Rent', ['$600/wk', ...Array(9).fill(2500)], [2600, ...Array(9).fill(2500)]],
  ['as the header says', 'Monthly Rent', ['£250 pw', '£300 pw', 1200], [1083.33, 1300, 1200]],
])('%s', (_, header, cells, expected) => {
  expect(rents(header, cells)).toEqual(expected);
});

test('where the others say different things, those that say nothing are held', () => {
  expect(rents('Rent', ['$600/wk', '$24,000/yr', 2500, '$500/wk', '$30,000/yr'])).toEqual([
    2600,
    2000,
    expect.stringContaining('“2500” does not say how often it is paid'),
    2166.67,
    2500,
  ]);
});

test('what a column beside it says counts more', () => {
  const readings = readSheet(
    ['MLS number', 'HOA Fee', 'HOA Fee Frequency'],
    ['A1', '$1,200/yr', 'Annually'],
    ['A2', '$2,400/yr', 'Annually'],
    ['A3', 100, 'Monthly'],
    ['A4', '$3,600/yr', 'Annually'],
  );
  expect(valuesOf('HOAMonth', readings)).toEqual([100, 200, 100, 300]);
});

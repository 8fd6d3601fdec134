import { describe, expect, test } from 'vitest';
import { checkGroups, type ProblemRow } from '../../../src/core/check/check-groups.ts';
import type { RowProblem } from '../../../src/core/engine/progress.ts';
import type { Cause } from '../../../src/core/own-cells/outcome.ts';
import type { SyncStatus } from '../../../src/core/words/statuses.ts';
import { outcomeOf } from '../engine/planned-rows.ts';
import { times } from '../engine/rows.ts';

const noYear: Cause = { kind: 'empty', words: 'Year built is empty', field: 'YearBuilt' };
const noPrice: Cause = { kind: 'unreadable', words: 'Sale price: “call” is not a price.', field: 'SalePrice' };

function problemRow(rowNumber: number, causes?: readonly Cause[], status: SyncStatus = 'Invalid'): ProblemRow {
  const outcome = outcomeOf(status, causes === undefined ? {} : { causes });
  return { problem: problemAt(rowNumber, status), outcome };
}

function problemAt(rowNumber: number, status: SyncStatus = 'Invalid'): RowProblem {
  return { tabId: 7, rowNumber, columnNumber: 4, label: `K${rowNumber}`, status, detail: `It is ${status}.` };
}

const causesAndRows = (rows: readonly ProblemRow[]) => checkGroups(rows).map((group) => [group.cause, group.rows]);

describe('the problems of a check', () => {
  test('are put together by cause, with the first row of each', () => {
    expect(checkGroups([problemRow(2, [noYear]), problemRow(3, [noYear])])).toStrictEqual([
      {
        cause: 'Year built is empty',
        kind: 'empty',
        status: 'Invalid',
        rows: 2,
        field: 'YearBuilt',
        first: problemAt(2),
      },
    ]);
  });

  test('of a row without causes stand under its detail', () => {
    expect(checkGroups([problemRow(2)])).toStrictEqual([
      { cause: 'It is Invalid.', kind: 'other', status: 'Invalid', rows: 1, first: problemAt(2) },
    ]);
  });

  test('begin with what most rows have', () => {
    expect(causesAndRows([problemRow(2, [noYear]), problemRow(3, [noPrice]), problemRow(4, [noPrice])])).toEqual([
      ['Sale price: “call” is not a price.', 2],
      ['Year built is empty', 1],
    ]);
  });

  test('count a row in the group of each of its causes', () => {
    expect(causesAndRows([problemRow(2, [noYear, noPrice]), problemRow(3, [noPrice])])).toEqual([
      ['Sale price: “call” is not a price.', 2],
      ['Year built is empty', 1],
    ]);
  });

  test('of one cause but two statuses are two groups', () => {
    const groups = checkGroups([problemRow(2, [noYear], 'Invalid'), problemRow(3, [noYear], 'Rejected')]);
    expect(groups.map(({ status, rows }) => [status, rows])).toEqual([
      ['Invalid', 1],
      ['Rejected', 1],
    ]);
  });

  test('fill fifty groups at most, those with the fewest rows left out', () => {
    const rare = times(50, (index) => problemRow(index + 2, [{ kind: 'other', words: `Cause ${index}` }]));
    const groups = checkGroups([...rare, problemRow(60, [noYear]), problemRow(61, [noYear])]);
    expect(groups).toHaveLength(50);
    expect([groups[0]?.cause, groups[1]?.cause, groups[49]?.cause]).toEqual([
      'Year built is empty',
      'Cause 0',
      'Cause 48',
    ]);
  });

  test('are none where no row has one', () => {
    expect(checkGroups([])).toEqual([]);
  });
});

describe('a word that no vocabulary knows', () => {
  const unknown = (vocabulary: string): Cause => ({
    kind: 'unknownWord',
    words: 'Area unit: “tatami” is not known.',
    field: 'AreaUnit',
    unknownWord: { vocabulary, word: 'tatami' },
  });

  test('comes with what it could be taught to mean', () => {
    const [group] = checkGroups([problemRow(2, [unknown('areaUnit')])]);
    expect(group).toMatchObject({ kind: 'unknownWord', field: 'AreaUnit' });
    expect(group?.teach).toEqual({
      vocabulary: 'areaUnit',
      word: 'tatami',
      meanings: ['Square Feet', 'Square Meters'],
    });
  });

  test('of a vocabulary that there is not can mean nothing', () => {
    const [group] = checkGroups([problemRow(2, [unknown('colours')])]);
    expect(group?.teach).toEqual({ vocabulary: 'colours', word: 'tatami', meanings: [] });
  });
});

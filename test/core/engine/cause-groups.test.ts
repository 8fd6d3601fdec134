import { describe, expect, test } from 'vitest';
import { causeGroups } from '../../../src/core/engine/cause-groups.ts';
import type { RowProblem } from '../../../src/core/engine/row-problem.ts';
import type { Cause } from '../../../src/core/own-cells/outcome.ts';
import type { SyncStatus } from '../../../src/core/words/statuses.ts';
import { times } from './rows.ts';

const noYear: Cause = { kind: 'empty', words: 'Year built is empty', field: 'YearBuilt' };
const noPrice: Cause = { kind: 'unreadable', words: 'Sale price: “call” is not a price.', field: 'SalePrice' };

function problemRow(rowNumber: number, causes?: readonly Cause[], status: SyncStatus = 'Invalid'): RowProblem {
  const place = { tabId: 7, rowNumber, columnNumber: 4, label: `K${rowNumber}` };
  return { ...place, status, detail: `It is ${status}.`, ...(causes === undefined ? {} : { causes }) };
}

const causesAndRows = (rows: readonly RowProblem[]) => causeGroups(rows).map((group) => [group.cause, group.rows]);

describe('the problems of a result', () => {
  test('are put together by cause, with the first row of each', () => {
    expect(causeGroups([problemRow(2, [noYear]), problemRow(3, [noYear])])).toStrictEqual([
      {
        cause: 'Year built is empty',
        kind: 'empty',
        status: 'Invalid',
        rows: 2,
        rowNumbers: [2, 3],
        field: 'YearBuilt',
        first: problemRow(2, [noYear]),
      },
    ]);
  });

  test('of a row without causes stand under its detail', () => {
    expect(causeGroups([problemRow(2)])).toStrictEqual([
      { cause: 'It is Invalid.', kind: 'other', status: 'Invalid', rows: 1, rowNumbers: [2], first: problemRow(2) },
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
    const groups = causeGroups([problemRow(2, [noYear], 'Invalid'), problemRow(3, [noYear], 'Rejected')]);
    expect(groups.map(({ status, rows }) => [status, rows])).toEqual([
      ['Invalid', 1],
      ['Rejected', 1],
    ]);
  });

  test('fill fifty groups at most, those with the fewest rows left out', () => {
    const rare = times(50, (index) => problemRow(index + 2, [{ kind: 'other', words: `Cause ${index}` }]));
    const groups = causeGroups([...rare, problemRow(60, [noYear]), problemRow(61, [noYear])]);
    expect(groups).toHaveLength(50);
    expect([groups[0]?.cause, groups[1]?.cause, groups[49]?.cause]).toEqual([
      'Year built is empty',
      'Cause 0',
      'Cause 48',
    ]);
  });

  test('are none where no row has one', () => {
    expect(causeGroups([])).toEqual([]);
  });
});

test('rows that the platform answers alike, but for their keys, are one cause', () => {
  const told = (rowNumber: number): RowProblem => ({
    ...problemRow(rowNumber, undefined, 'Not found'),
    detail: `The platform has no listing K${rowNumber}.`,
  });
  expect(causesAndRows([told(2), told(3)])).toEqual([['The platform has no listing ….', 2]]);
});

test('a field that no column feeds is told apart from one with empty cells', () => {
  expect(causeGroups([problemRow(2, [{ ...noYear, isUnfed: true }])])).toMatchObject([{ isUnfed: true }]);
  const mayFeed = { header: 'Year', reason: 'it may be another year' };
  expect(causeGroups([problemRow(2, [{ ...noYear, isUnfed: true, mayFeed }])])).toMatchObject([{ mayFeed }]);
});

test('twenty rows of a cause are named', () => {
  const [all] = causeGroups(times(21, (index) => problemRow(index + 2, [noYear])));
  expect(all).toMatchObject({ rows: 21, rowNumbers: times(20, (index) => index + 2) });
});

describe('a word that no vocabulary knows', () => {
  const unknown = (vocabulary: string): Cause => ({
    kind: 'unknownWord',
    words: 'Area unit: “tatami” is not known.',
    field: 'AreaUnit',
    unknownWord: { vocabulary, word: 'tatami' },
  });

  test('comes with what it could be taught to mean', () => {
    const [group] = causeGroups([problemRow(2, [unknown('areaUnit')])]);
    expect(group).toMatchObject({ kind: 'unknownWord', field: 'AreaUnit' });
    expect(group?.teach).toEqual({
      vocabulary: 'areaUnit',
      word: 'tatami',
      meanings: ['Square Feet', 'Square Meters'],
    });
  });

  test('and looks like a typo comes with the word that was meant', () => {
    const typo: Cause = { ...unknown('listingStatus'), unknownWord: { vocabulary: 'listingStatus', word: 'Actve' } };
    expect(causeGroups([problemRow(2, [typo])])[0]?.teach?.suggestion).toBe('Active');
  });

  test('of a vocabulary that there is not can mean nothing', () => {
    const [group] = causeGroups([problemRow(2, [unknown('colours')])]);
    expect(group?.teach).toEqual({ vocabulary: 'colours', word: 'tatami', meanings: [] });
  });
});

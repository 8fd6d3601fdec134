import { describe, expect, test } from 'vitest';
import { placeWrites } from '../../../src/core/run/place-writes.ts';
import type { StatusCells } from '../../../src/core/table/status-columns.ts';
import type { Table } from '../../../src/core/table/table.ts';

const OWN = ['Sync status', 'Sync detail', 'Synced at', 'Sync fingerprint'];
const table: Table = { headers: ['ID', 'Name'], headerRowNumber: 1, rows: [], sampleRows: [] };
const header = ['ID', 'Name', ...OWN];
const cells = (status: string): StatusCells => ({ status, detail: 'd', syncedAt: 't', fingerprint: 'f' });
const write = (rowNumber: number, key: string, status: string) => ({
  rowNumber,
  identity: `key\u0000${key}`,
  cells: cells(status),
});
const blank = ['', '', '', ''];

describe('placeWrites', () => {
  test('writes adjacent own columns as one block', () => {
    const texts = [header, ['1', 'a', ...blank], ['2', 'b', ...blank]];
    expect(placeWrites(texts, table, [0], [write(2, '1', 'Pushed'), write(3, '2', 'Failed')])).toEqual({
      columns: { status: 2, detail: 3, syncedAt: 4, fingerprint: 5 },
      blocks: [
        {
          firstRowNumber: 2,
          firstColumnNumber: 3,
          texts: [
            ['Pushed', 'd', 't', 'f'],
            ['Failed', 'd', 't', 'f'],
          ],
        },
      ],
      unplaced: [],
      hasMoved: true,
    });
  });

  test('leaves rows in between as they are now', () => {
    const texts = [header, ['1', 'a', ...blank], ['2', 'b', 'mine', 'x', 'y', 'z'], ['3', 'c', ...blank]];
    const placement = placeWrites(texts, table, [0], [write(2, '1', 'Pushed'), write(4, '3', 'Pushed')]);
    expect(placement?.blocks[0]?.texts[1]).toEqual(['mine', 'x', 'y', 'z']);
  });

  test('follows a row that was sorted elsewhere', () => {
    const texts = [header, ['2', 'b', ...blank], ['1', 'a', ...blank]];
    expect(placeWrites(texts, table, [0], [write(2, '1', 'Pushed')])?.blocks[0]?.firstRowNumber).toBe(3);
  });

  test('follows the header row below inserted rows', () => {
    const texts = [['Title', '', '', '', '', ''], header, ['1', 'a', ...blank]];
    expect(placeWrites(texts, table, [0], [write(2, '1', 'Pushed')])?.blocks[0]?.firstRowNumber).toBe(3);
  });

  test('follows a key column and own columns that were moved', () => {
    const texts = [
      ['Sync status', 'Name', 'ID', ...OWN.slice(1)],
      ['', 'a', '1', '', '', ''],
    ];
    const placement = placeWrites(texts, table, [0], [write(2, '1', 'Pushed')]);
    expect(placement?.blocks.map((block) => [block.firstColumnNumber, block.texts[0]])).toEqual([
      [1, ['Pushed']],
      [4, ['d', 't', 'f']],
    ]);
  });

  test('follows a key column whose header was renamed', () => {
    const texts = [
      ['Number', 'Name', ...OWN],
      ['1', 'a', ...blank],
    ];
    expect(placeWrites(texts, table, [0], [write(2, '1', 'Pushed')])?.unplaced).toEqual([]);
  });

  test('gives back the write of a row that is gone', () => {
    const texts = [header, ['2', 'b', ...blank]];
    const lost = write(2, '1', 'Pushed');
    expect(placeWrites(texts, table, [0], [lost])).toMatchObject({ blocks: [], unplaced: [lost] });
  });

  test('places nothing when the own columns are gone', () => {
    expect(
      placeWrites(
        [
          ['ID', 'Name'],
          ['1', 'a'],
        ],
        table,
        [0],
        [write(2, '1', 'Pushed')],
      ),
    ).toBeUndefined();
  });
});

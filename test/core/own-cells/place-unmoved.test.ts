/** The short way of placing writes: rows that are still where they were need no look at the rest of the tab. */
import { describe, expect, test } from 'vitest';
import { placeUnmoved } from '../../../src/core/own-cells/place-writes.ts';
import type { RowWindow } from '../../../src/core/sheet/row-window.ts';
import type { CellValue } from '../../../src/core/sheet/table.ts';
import { groundOf, OWN_HEADERS, statusCells, statusWrite } from '../engine/tabs.ts';

const HEADERS = ['ID', 'Name', ...OWN_HEADERS];
const ground = groundOf(HEADERS);
const inRun = groundOf(HEADERS, { runId: 'run-1' });
const window: RowWindow = {
  firstRowNumber: 5,
  rows: [
    ['1', 'a', 'Sending', 'x', '', 'run-1 push'],
    ['2', 'b', '', '', '', 'run-1 push'],
    ['3', 'c', '', '', '', 'run-2 push'],
    ['4', 'd'],
    ['', 'e', 'Failed', 'x', 'y', 'run-1 push'],
  ],
};

describe('placeUnmoved', () => {
  test('writes rows where they stand', () => {
    const writes = [statusWrite(5, '1', 'Pushed'), statusWrite(6, '2', 'Failed')];
    expect(placeUnmoved(window, inRun, writes)).toMatchObject({
      own: { status: 2, detail: 3, syncedAt: 4, mark: 5 },
      blocks: [
        {
          firstRowNumber: 5,
          firstColumnNumber: 3,
          texts: [
            ['Pushed', 'd', 't', 'f'],
            ['Failed', 'd', 't', 'f'],
          ],
        },
      ],
      unplaced: [],
      hasMoved: false,
    });
  });

  test('writes only the rows and cells that are to change', () => {
    const writes = [
      { rowNumber: 6, identity: 'key\u00000\u00002', cells: { status: 'Pushed', detail: 'd' } },
      { rowNumber: 8, identity: 'key\u00000\u00004', cells: { mark: 'f' } },
    ];
    expect(placeUnmoved(window, ground, writes)?.blocks).toEqual([
      { firstRowNumber: 6, firstColumnNumber: 3, texts: [['Pushed', 'd']] },
      { firstRowNumber: 8, firstColumnNumber: 6, texts: [['f']] },
    ]);
  });

  test.each([
    ['every row has the key it had', [5, '1', 6, '2'], undefined, true],
    ['every row has the key it had and the mark of the run', [5, '1', 6, '2'], 'run-1', true],
    ['one row has another key', [5, '1', 6, '1'], undefined, false],
    ['one row has the mark of another run', [5, '1', 7, '3'], 'run-1', false],
    ['one row has no mark', [5, '1', 8, '4'], 'run-1', false],
    ['a row has no mark, and the run left none', [5, '1', 8, '4'], undefined, true],
    ['a row below the window', [5, '1', 10, '6'], undefined, false],
    ['a row above the window', [4, '0', 5, '1'], undefined, false],
  ] as const)('%s', (_, [oneNumber, oneKey, otherNumber, otherKey], runId, hasStayed) => {
    const writes = [statusWrite(oneNumber, oneKey, 'Pushed'), statusWrite(otherNumber, otherKey, 'Pushed')];
    expect(placeUnmoved(window, groundOf(HEADERS, runId === undefined ? {} : { runId }), writes) !== undefined).toBe(
      hasStayed,
    );
  });

  test('recognises a row without a key by its content, whatever its own cells say now', () => {
    const write = { rowNumber: 9, identity: 'all\u0000\u0000e', cells: statusCells('Pushed') };
    expect(placeUnmoved(window, inRun, [write])?.blocks[0]?.firstRowNumber).toBe(9);
  });

  test.each<[string, CellValue, boolean]>([
    ['the same number', 1200, true],
    ['that number as text', '1200', true],
    ['another number', 1201, false],
  ])('recognises a row whose key is a number by %s', (_, value, hasStayed) => {
    const now: RowWindow = { firstRowNumber: 5, rows: [[value, 'a', '', '', '', '']] };
    expect(placeUnmoved(now, ground, [statusWrite(5, '1200', 'Pushed')]) !== undefined).toBe(hasStayed);
  });

  test.each<[string, string | undefined, string, boolean]>([
    ['by the mark of its run, whatever a live formula of it shows by now', 'run-1', 'run-1 push', true],
    ['not, where it carries the mark of another run', 'run-1', 'run-2 push', false],
    ['not, where no run has marked it yet', undefined, '', false],
  ])('recognises a row without a key %s', (_, runId, mark, hasStayed) => {
    const now: RowWindow = { firstRowNumber: 9, rows: [['', 'other', '', '', '', mark]] };
    const write = { rowNumber: 9, identity: 'all\u0000\u0000e', cells: statusCells('Pushed') };
    const placement = placeUnmoved(now, groundOf(HEADERS, runId === undefined ? {} : { runId }), [write]);
    expect(placement !== undefined).toBe(hasStayed);
  });

  test('a row that had a key and has none now is not recognised, though it carries the mark', () => {
    const now: RowWindow = { firstRowNumber: 5, rows: [['', 'a', '', '', '', 'run-1 push']] };
    expect(placeUnmoved(now, inRun, [statusWrite(5, '1', 'Pushed')])).toBeUndefined();
  });

  test('tells rows where only the columns of keys and marks were looked at', () => {
    const now: RowWindow = {
      firstRowNumber: 5,
      rows: [['1', undefined, undefined, undefined, undefined, 'run-1 push']],
    };
    expect(placeUnmoved(now, inRun, [statusWrite(5, '1', 'Pushed')])?.blocks).toEqual([
      { firstRowNumber: 5, firstColumnNumber: 3, texts: [['Pushed', 'd', 't', 'f']] },
    ]);
  });
});

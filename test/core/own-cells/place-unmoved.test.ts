/** The short way of placing writes: rows that are still where they were need no look at the rest of the tab. */
import { describe, expect, test } from 'vitest';
import { placeUnmoved, type RowWindow, showsOwnColumns } from '../../../src/core/own-cells/place-writes.ts';
import { OWN_HEADERS, statusCells, statusWrite, tableOf } from '../engine/tabs.ts';

const table = tableOf(['ID', 'Name', ...OWN_HEADERS]);
const window: RowWindow = {
  firstRowNumber: 5,
  texts: [
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
    expect(placeUnmoved(window, table, [0], writes, 'run-1')).toEqual({
      columns: { status: 2, detail: 3, syncedAt: 4, fingerprint: 5 },
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

  test('writes only the rows and cells that change, and keeps what stands between them', () => {
    const writes = [statusWrite(6, '2', 'Pushed', { fingerprint: 'run-1 push' }), statusWrite(8, '4', 'Pushed')];
    expect(placeUnmoved(window, table, [0], writes)?.blocks).toEqual([
      {
        firstRowNumber: 6,
        firstColumnNumber: 3,
        texts: [
          ['Pushed', 'd', 't', 'run-1 push'],
          ['', '', '', 'run-2 push'],
          ['Pushed', 'd', 't', 'f'],
        ],
      },
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
    expect(placeUnmoved(window, table, [0], writes, runId) !== undefined).toBe(hasStayed);
  });

  test('recognises a row without a key by its content, whatever its own cells say now', () => {
    const write = { rowNumber: 9, identity: 'all\u0000\u0000e', cells: statusCells('Pushed') };
    expect(placeUnmoved(window, table, [0], [write], 'run-1')?.blocks[0]?.firstRowNumber).toBe(9);
  });

  test('places nothing in a tab that did not have the own columns', () => {
    expect(placeUnmoved(window, tableOf(['ID', 'Name']), [0], [statusWrite(5, '1', 'Pushed')])).toBeUndefined();
  });
});

describe('showsOwnColumns', () => {
  const SENDING = ['Sending', 'Being sent. If this stays, the run was cut off: run again, it is safe.'];
  const [status = '', detail = '', syncedAt = '', fingerprint = ''] = OWN_HEADERS;
  const usual = ['ID', 'Name', ...OWN_HEADERS];

  test.each([
    ['a row that is under way shows it', usual, ['1', 'a', ...SENDING, '', 'f'], true],
    ['another status does not', usual, ['1', 'a', 'Pushed', SENDING[1] ?? '', '', 'f'], false],
    ['another detail does not', usual, ['1', 'a', 'Sending', 'Being sent.', '', 'f'], false],
    ['the words in the wrong columns do not', usual, ['1', ...SENDING, '', 'f', ''], false],
    ['a row without own cells does not', usual, ['1', 'a'], false],
    [
      'the status may stand elsewhere',
      [status, 'ID', detail, syncedAt, fingerprint],
      ['Sending', '1', SENDING[1] ?? ''],
      true,
    ],
    ['the time must stand beside the detail', [status, detail, 'ID', syncedAt, fingerprint], SENDING, false],
    ['the fingerprint must stand beside the time', [status, detail, syncedAt, 'ID', fingerprint], SENDING, false],
    ['a tab without own columns never does', ['ID', 'Name'], ['1', 'a', ...SENDING], false],
  ])('%s', (_, headers, texts, expected) => {
    const shown: RowWindow = { firstRowNumber: 5, texts: [[], texts] };
    expect(showsOwnColumns(shown, tableOf(headers), [statusWrite(6, '1', 'Pushed')])).toBe(expected);
  });

  test.each([
    ['one row of several is enough', [5, 6], true],
    ['a row that is not to be written is no sign', [5], false],
    ['rows outside the window are no sign', [1, 20], false],
    ['nothing to write is no sign', [], false],
  ])('%s', (_, rowNumbers, expected) => {
    const shown: RowWindow = {
      firstRowNumber: 5,
      texts: [
        ['1', 'a'],
        ['2', 'b', ...SENDING, '', 'f'],
      ],
    };
    const writes = rowNumbers.map((rowNumber) => statusWrite(rowNumber, '1', 'Pushed'));
    expect(showsOwnColumns(shown, table, writes)).toBe(expected);
  });
});

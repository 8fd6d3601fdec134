/** What a look right after a write finds, and what puts it right. */
import { describe, expect, test } from 'vitest';
import type { Ground } from '../../../src/core/own-cells/place-writes.ts';
import {
  debrisWrites,
  isTorn,
  mayBeTwins,
  repairedPlacement,
  strayWrites,
} from '../../../src/core/own-cells/read-back.ts';
import type { TableRow } from '../../../src/core/sheet/table.ts';
import { groundOf, OWN_HEADERS, statusWrite } from '../engine/tabs.ts';

const HEADERS = ['ID', 'Name', ...OWN_HEADERS];
const BLANK = ['', '', '', ''];
const MARK = 'run-7 sync sending';
const cellsOf = (status: string, mark: string) => [status, 'd', 't', mark];

/** Rows as they were read, with what their own cells said. */
function groundWith(...rows: readonly (readonly string[])[]): Ground {
  const read = rows.map((values, index): TableRow => ({ rowNumber: index + 2, values, texts: [] }));
  const ground = groundOf(HEADERS);
  return { ...ground, table: { ...ground.table, rows: read } };
}

const ground = groundWith(['1', 'a', ...BLANK], ['2', 'b', ...BLANK], ['3', 'c', ...cellsOf('Updated', 'old')]);
const one = statusWrite(2, '1', 'Updated', { mark: 'one' });
const two = statusWrite(3, '2', 'Failed', { mark: 'two' });

/** What is written to put the rows right: by row number, their own cells. */
function repairsOf(
  rows: readonly (readonly string[])[],
  written = [one, two],
  earlier: (typeof one)[][] = [],
  before = ground,
) {
  const placement = repairedPlacement([HEADERS, ...rows], before, written, earlier);
  return placement?.written.map(({ rowNumber, cells }) => [rowNumber, cells.status, cells.mark]);
}

describe('a write', () => {
  const seen = (rows: readonly (readonly string[])[]) =>
    strayWrites({ firstRowNumber: 2, rows }, ground, [one, two]).map(({ rowNumber }) => rowNumber);

  test('stands where its row and its mark are seen', () => {
    expect(
      seen([
        ['1', 'a', ...cellsOf('Updated', 'one')],
        ['2', 'b', ...cellsOf('Failed', 'two')],
      ]),
    ).toEqual([]);
  });

  test('is astray in another row, and where cells swallowed it', () => {
    expect(
      seen([
        ['9', 'a', ...cellsOf('Updated', 'one')],
        ['2', 'b', ...BLANK],
      ]),
    ).toEqual([2, 3]);
  });

  test('of a row without a key is judged by its mark alone', () => {
    const keyless = { ...one, identity: 'all\u0000 something that changes' };
    const row = ['', 'live', ...cellsOf('Updated', 'one')];
    expect(strayWrites({ firstRowNumber: 2, rows: [row] }, ground, [keyless])).toEqual([]);
  });

  test('of a row without a key that gets no mark is astray in a row with one', () => {
    const keyless = { ...statusWrite(2, '1', 'Invalid', { mark: '' }), identity: 'all\u0000 something that changes' };
    const seenIn = (key: string) => {
      const rows = [[key, 'live', ...cellsOf('Invalid', '')]];
      return strayWrites({ firstRowNumber: 2, rows }, ground, [keyless]);
    };
    expect(seenIn('')).toEqual([]);
    expect(seenIn('3')).toEqual([keyless]);
  });
});

describe('rows that moved before they were written', () => {
  test('get what is theirs, and a row that got another’s says again what it said', () => {
    const rows = [
      ['3', 'c', ...cellsOf('Updated', 'one')],
      ['1', 'a', ...cellsOf('Failed', 'two')],
      ['2', 'b', ...BLANK],
    ];
    expect(repairsOf(rows)).toEqual([
      [3, 'Updated', 'one'],
      [4, 'Failed', 'two'],
      [2, 'Updated', 'old'],
    ]);
  });

  test('say what was written for them earlier in the execution', () => {
    const rows = [
      ['3', 'c', ...cellsOf('Updated', 'one')],
      ['2', 'b', ...cellsOf('Failed', 'two')],
      ['1', 'a', ...BLANK],
    ];
    const earlier = [[statusWrite(4, '3', 'Sending', { mark: 'mark' })]];
    expect(repairsOf(rows, [one, two], earlier)).toEqual([
      [4, 'Updated', 'one'],
      [2, 'Sending', 'mark'],
    ]);
  });

  test('count as never sent where nobody knows what they said, and blank rows are blank again', () => {
    const rows = [
      ['7', 'unknown', ...cellsOf('Updated', 'one')],
      ['', '', ...cellsOf('Failed', 'two')],
      ['1', 'a', ...BLANK],
      ['2', 'b', ...BLANK],
    ];
    const placement = repairedPlacement([HEADERS, ...rows], ground, [one, two], []);
    expect(placement?.written.slice(2).map(({ cells }) => [cells.status, cells.mark, cells.detail])).toEqual([
      ['', '', 'Rows were moved while statuses were written, so what this row said is lost. Run it again.'],
      ['', '', ''],
    ]);
  });

  test('count as never sent where they got another’s words without a mark, and that row has not got them', () => {
    const settled = statusWrite(4, '3', 'Not found', { mark: '' });
    const rows = [
      ['2', 'b', ...BLANK],
      ['3', 'c', ...BLANK],
      ['9', 'unread', ...cellsOf('Not found', '')],
    ];
    expect(repairsOf(rows, [settled])).toEqual([
      [3, 'Not found', ''],
      [4, '', ''],
    ]);
  });

  test('do not leave what was written above the header row, whoever has typed there by now', () => {
    const rows = [
      ['Our homes', '', ...cellsOf('Updated', 'one')],
      HEADERS,
      ['1', 'a', ...BLANK],
      ['2', 'b', ...cellsOf('Failed', 'two')],
    ];
    const moved = [one, statusWrite(5, '2', 'Failed', { mark: 'two' })];
    const placement = repairedPlacement([['', '', ...BLANK], ...rows], ground, moved, []);
    expect(placement?.written.map(({ rowNumber, cells }) => [rowNumber, cells.status, cells.detail])).toEqual([
      [4, 'Updated', 'd'],
      [2, '', ''],
    ]);
  });

  test('get all of their cells again where a column that came among ours left their mark in its place', () => {
    const own = { mark: 2, status: 3, detail: 4, syncedAt: 5 };
    const before = ['ID', 'Name', 'Sync mark', 'Sync status', 'Sync detail', 'Synced at'];
    const placed = groundOf(before, { own });
    const now = ['ID', 'Name', 'Sync mark', '', 'Sync status', 'Sync detail', 'Synced at'];
    const rows = [now, ['1', 'a', 'one', '', 'd', 't', '']];
    const keyless = { ...one, identity: 'all\u0000 something that changes' };
    for (const write of [one, keyless])
      expect(repairedPlacement(rows, placed, [write], [])).toMatchObject({ written: [write], hasMoved: true });
    expect(repairedPlacement([now, ['1', 'a', 'one', '', 'Updated', 'd', 't']], placed, [one], [])?.written).toEqual(
      [],
    );
  });

  test('that moved after they were written have taken their cells along', () => {
    const rows = [
      ['', '', ...BLANK],
      ['1', 'a', ...cellsOf('Updated', 'one')],
      ['2', 'b', ...cellsOf('Failed', 'two')],
    ];
    expect(repairedPlacement([HEADERS, ...rows], ground, [one, two], [])).toMatchObject({
      written: [],
      hasMoved: false,
    });
  });

  test('are right where they show another’s cells that say the same', () => {
    const [a, b] = [statusWrite(2, '1', 'Updated', { mark: 'same' }), statusWrite(3, '2', 'Updated', { mark: 'same' })];
    const rows = [
      ['', '', ...cellsOf('Updated', 'same')],
      ['1', 'a', ...cellsOf('Updated', 'same')],
      ['2', 'b', ...BLANK],
    ];
    expect(repairsOf(rows, [a, b])).toEqual([
      [4, 'Updated', 'same'],
      [2, '', ''],
    ]);
  });

  test('that share a key say again what they said, where all else of them tells them apart', () => {
    const twins = groundWith(['1', 'a', ...BLANK], ['2', 'b', ...BLANK], ['1', 'twin', ...BLANK]);
    const rows = [
      ['1', 'a', ...cellsOf('Sending', 'one')],
      ['1', 'twin', ...cellsOf('Not found', '')],
    ];
    const told = { ...statusWrite(4, '1', 'Invalid', { mark: '' }), identity: 'all\u00001\u0000twin' };
    const gone = statusWrite(3, '2', 'Not found', { mark: '' });
    const repaired = repairedPlacement([HEADERS, ...rows], twins, [gone], [[told]]);
    expect(repaired?.written.map(({ rowNumber, cells }) => [rowNumber, cells.status])).toEqual([[3, 'Invalid']]);
    expect(repaired?.unplaced).toEqual([gone]);
    const waiting = groundWith(['1', 'a', ...BLANK], ['2', 'b', ...BLANK], ['1', 'twin', ...cellsOf('Sending', MARK)]);
    // Which of them would wait from now on is not certain.
    const lost = repairedPlacement([HEADERS, ...rows], waiting, [gone], [])?.written;
    expect(lost?.map(({ rowNumber, cells }) => [rowNumber, cells.status, cells.mark])).toEqual([[3, '', '']]);
  });

  test('count as never sent where they were not read and say what was written for a row that is gone', () => {
    const gone = statusWrite(3, '2', 'Not found', { mark: '' });
    const rows = [
      ['1', 'a', ...cellsOf('Updated', 'one')],
      ['9', 'unread', ...cellsOf('Not found', '')],
    ];
    expect(repairsOf(rows, [one, gone])).toEqual([[3, '', '']]);
    const mere = { ...gone, cells: { status: 'Not found', mark: '' } };
    expect(repairsOf(rows, [one, mere])).toEqual([]);
  });

  test('and stand where their twin did are told by all that they hold', () => {
    const twins = groundWith(['1', 'a', ...cellsOf('Sending', MARK)], ['1', 'twin', ...cellsOf('Invalid', '')]);
    const told = { ...one, identity: 'all\u00001\u0000a' };
    const rows = [
      ['1', 'twin', ...cellsOf('Updated', 'one')],
      ['1', 'a', ...cellsOf('Sending', MARK)],
    ];
    expect(repairsOf(rows, [told], [], twins)).toEqual([
      [3, 'Updated', 'one'],
      [2, 'Invalid', ''],
    ]);
  });

  test('are not taken for a twin of theirs that is left', () => {
    const twins = groundWith(['1', 'a', ...BLANK], ['2', 'b', ...BLANK], ['1', 'twin', ...cellsOf('Invalid', '')]);
    const rows = [
      ['2', 'b', ...BLANK],
      ['1', 'twin', ...cellsOf('Invalid', '')],
    ];
    expect(repairedPlacement([HEADERS, ...rows], twins, [one], [])).toMatchObject({ written: [], unplaced: [one] });
  });

  test('that are gone are named, and nothing is changed where all stands right', () => {
    const gone = repairedPlacement([HEADERS, ['2', 'b', ...cellsOf('Failed', 'two')]], ground, [one, two], []);
    expect(gone).toMatchObject({ unplaced: [one], hasMoved: true });
    const rows = [
      ['1', 'a', ...cellsOf('Updated', 'one')],
      ['2', 'b', ...cellsOf('Failed', 'two')],
    ];
    expect(repairedPlacement([HEADERS, ...rows], ground, [one, two], [])).toMatchObject({
      blocks: [],
      hasMoved: false,
    });
  });
});

describe('rows in which words of ours stand in one another’s place', () => {
  const own = { status: 2, detail: 3, syncedAt: 4, mark: 5 };
  const lost = { status: '', mark: '', syncedAt: '', detail: expect.stringContaining('is lost. Run it again.') };
  const swept = (row: readonly string[], columns: Parameters<typeof debrisWrites>[1] = own) =>
    debrisWrites([HEADERS, row], columns, [2, 2]).map(({ rowNumber, cells }) => [rowNumber, cells]);

  test.each([
    ['a status where only marks do', ['1', 'a', 'Updated', 'd', 't', 'Failed']],
    ['a sentence where only statuses do', ['1', 'a', 'Being sent. If this stays', '', '', '']],
  ])('%s: say that it is lost', (_, row) => {
    expect(swept(row)).toEqual([[2, lost]]);
  });

  test.each([
    ['a status and a mark', ['1', 'a', 'Updated', 'd', 't', MARK]],
    ['nothing', ['1', 'a', '', '', '', '']],
    ['a status among blanks', ['1', 'a', ' Updated ', '', '', ' ']],
  ])('%s where it should be is left', (_, row) => {
    expect(swept(row)).toEqual([]);
  });

  test('a column that is gone says nothing', () => {
    expect(swept(['1', 'a', 'Being sent.', '', '', MARK], { mark: 5 })).toEqual([]);
  });
});

test.each([
  ['holds what it held', '1', 'a', false],
  ['holds something else', '1', 'b', true],
])('a twin that %s may be another one: %s %s', (_, key, name, isOther) => {
  const window = { firstRowNumber: 2, rows: [[key, name, ...cellsOf('Updated', 'one')]] };
  const twin = { ...one, identity: 'all\u00001\u0000a', isTwin: true } as const;
  expect(mayBeTwins(window, ground, [twin])).toBe(isOther);
  const { isTwin: _told, ...alone } = twin;
  expect(mayBeTwins(window, ground, [alone])).toBe(false);
});

test('columns are torn where their headers stand in another row than those of the keys', () => {
  const own = ['', '', ...OWN_HEADERS];
  expect(isTorn([HEADERS, ['1', 'a', ...BLANK]], ground)).toBe(false);
  expect(isTorn([own, ['ID', 'Name', ...BLANK], ['1', 'a', ...BLANK]], ground)).toBe(true);
  expect(
    isTorn(
      [
        ['ID', 'Name'],
        ['1', 'a'],
      ],
      ground,
    ),
  ).toBe(true);
});

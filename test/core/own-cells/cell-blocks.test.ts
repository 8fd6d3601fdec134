/** How the cells that change are cut into blocks: few calls, and no other cell written. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CellBlock, cellsToProtect, isRiskyText, toBlocks } from '../../../src/core/own-cells/cell-blocks.ts';
import type { StatusWrite } from '../../../src/core/own-cells/row-cells.ts';
import type { StatusCells } from '../../../src/core/own-cells/status-columns.ts';
import type { CellValue } from '../../../src/core/sheet/table.ts';
import type { StatusColumn } from '../../../src/core/words/own-headers.ts';
import { applyBlocks } from '../engine/tabs.ts';
import { sequencesTried } from '../sequences.ts';

/** The own columns as they are created, from column B on. */
const OWN = { mark: 1, status: 2, detail: 3, syncedAt: 4 };

/** A row's new texts; what is not named stays. */
type Change = readonly [rowNumber: number, change: Partial<StatusCells>];

const writesOf = (changes: readonly Change[]): readonly StatusWrite[] =>
  changes.map(([rowNumber, cells]) => ({ rowNumber, identity: `key\u00000\u0000${rowNumber}`, cells }));

/** Where blocks stand, in the words of Sheets: `B2:E3`. */
function rangesOf(blocks: readonly CellBlock[]): readonly string[] {
  const letter = (columnNumber: number) => String.fromCharCode(64 + columnNumber);
  return blocks.map(({ firstRowNumber, firstColumnNumber, texts }) => {
    const lastColumnNumber = firstColumnNumber + (texts[0]?.length ?? 0) - 1;
    const lastRowNumber = firstRowNumber + texts.length - 1;
    return `${letter(firstColumnNumber)}${firstRowNumber}:${letter(lastColumnNumber)}${lastRowNumber}`;
  });
}

const status = { status: 'S' };
const detail = { detail: 'D' };
const syncedAt = { syncedAt: 'T' };
const mark = { mark: 'F' };
const sending = { ...mark, ...status, ...detail };
const all = { ...sending, ...syncedAt };

describe('blocks hold exactly what is written', () => {
  test.each<[string, readonly Change[], readonly string[]]>([
    ['nothing at all', [], []],
    ['nothing of a row of which nothing changes', [[2, {}]], []],
    ['one cell', [[2, detail]], ['D2:D2']],
    ['cells side by side together', [[2, sending]], ['B2:D2']],
    ['cells that are apart by themselves', [[2, { ...mark, ...syncedAt }]], ['B2:B2', 'E2:E2']],
    [
      'neighbouring rows of one shape together',
      [
        [2, all],
        [3, all],
        [4, all],
      ],
      ['B2:E4'],
    ],
    [
      'rows in any order',
      [
        [4, all],
        [2, all],
        [3, all],
      ],
      ['B2:E4'],
    ],
    [
      'rows of several shapes by shape',
      [
        [2, all],
        [3, sending],
        [4, mark],
      ],
      ['B2:E2', 'B3:D3', 'B4:B4'],
    ],
    [
      'rows that alternate in two growing blocks',
      [
        [2, mark],
        [2, syncedAt],
        [3, mark],
        [3, syncedAt],
      ],
      ['B2:B3', 'E2:E3'],
    ],
    [
      'no row between two others',
      [
        [2, sending],
        [4, sending],
      ],
      ['B2:D2', 'B4:D4'],
    ],
  ])('%s', (_, changes, ranges) => {
    expect(rangesOf(toBlocks(writesOf(changes), OWN))).toEqual(ranges);
  });

  test('with the texts in the order of the columns', () => {
    expect(toBlocks(writesOf([[2, all]]), OWN)).toEqual([
      { firstRowNumber: 2, firstColumnNumber: 2, texts: [['F', 'S', 'D', 'T']] },
    ]);
  });
});

describe('the order of the own columns in the tab', () => {
  test.each([
    ['reversed', { syncedAt: 1, detail: 2, status: 3, mark: 4 }, ['B2:E2']],
    ['that of earlier versions', { status: 1, detail: 2, syncedAt: 3, mark: 4 }, ['B2:E2']],
    ['mixed', { syncedAt: 0, status: 1, mark: 2, detail: 3 }, ['A2:D2']],
    ['with another column between', { status: 0, detail: 2, syncedAt: 3, mark: 4 }, ['A2:A2', 'C2:E2']],
    ['each alone', { detail: 0, status: 2, syncedAt: 4, mark: 6 }, ['A2:A2', 'C2:C2', 'E2:E2', 'G2:G2']],
  ])('may be %s', (_, own, ranges) => {
    expect(rangesOf(toBlocks(writesOf([[2, all]]), own))).toEqual(ranges);
  });
});

describe('rows of two shapes that alternate', () => {
  const now = [
    ['k1', 'mark 1', 'Sending', 'Being sent.', ''],
    ['k2', 'mark 2', 'Sending', 'Being sent.', ''],
    ['k3', 'mark 3', 'Sending', 'Being sent.', ''],
    ['k4', 'mark 4', 'Sending', 'Being sent.', ''],
  ];

  test.each<readonly [string, Partial<StatusCells>, Partial<StatusCells>]>([
    ['confirmed and failed', all, sending],
    ['failed and confirmed', sending, all],
    ['under way and invalid', sending, { ...status, ...detail }],
    ['under way and waiting', sending, mark],
  ])('all say what was written for them: %s', (_, odd, even) => {
    const changes = [1, 2, 3, 4].map((rowNumber): Change => [rowNumber, rowNumber % 2 === 1 ? odd : even]);
    const written = applyBlocks(now, toBlocks(writesOf(changes), OWN));
    const textsOf = (row: readonly unknown[], change: Partial<StatusCells>) => [
      ...[row[0], change.mark ?? row[1], change.status ?? row[2], change.detail ?? row[3]],
      change.syncedAt ?? row[4],
    ];
    expect(written).toEqual(now.map((row, index) => textsOf(row, index % 2 === 0 ? odd : even)));
  });
});

test('whatever is written: the wanted cells say it afterwards, and no other cell has changed', () => {
  const cell: fc.Arbitrary<CellValue | undefined> = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('', 'a', 'b') },
    { weight: 1, arbitrary: fc.constantFrom(0, 7, true, { wallTime: '2026-11-21T00:00:00' }, undefined) },
  );
  const text = fc.constantFrom('', 'P', 'Q');
  const change = fc.record({ status: text, detail: text, syncedAt: text, mark: text }, { requiredKeys: [] });
  const sheet = fc.record({
    own: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 4, maxLength: 4 }),
    rows: fc.array(fc.array(cell, { minLength: 7, maxLength: 7 }), { minLength: 1, maxLength: 40 }),
    changes: fc.array(fc.option(change), { minLength: 1, maxLength: 40 }),
  });
  fc.assert(
    fc.property(sheet, ({ own: [a = 0, b = 0, c = 0, d = 0], rows, changes }) => {
      const own = { mark: a, status: b, detail: c, syncedAt: d };
      const writes = writesOf(
        changes.flatMap((cells, index): readonly Change[] =>
          cells === null || index >= rows.length ? [] : [[index + 1, cells]],
        ),
      );
      const expected = rows.map((row) => [...row]);
      for (const { rowNumber, cells } of writes)
        for (const column of Object.keys(cells) as StatusColumn[])
          expected[rowNumber - 1]?.splice(own[column], 1, cells[column]);
      const blocks = toBlocks([...writes].reverse(), own);
      expect(applyBlocks(rows, blocks)).toEqual(expected);
      const wanted = writes.reduce((sum, { cells }) => sum + Object.keys(cells).length, 0);
      const written = blocks.reduce((sum, { texts }) => sum + texts.length * (texts[0]?.length ?? 0), 0);
      expect(written).toBe(wanted);
    }),
    { numRuns: sequencesTried(200) },
  );
});

describe('text is text in every row', () => {
  test.each([
    ['=NA()', true],
    ['+ Extras shows the error #N/A. Correct the formula.', true],
    ['-1', true],
    ["'quoted", true],
    ['@home is empty.', true],
    ['450000', true],
    ['2026-11-21 09:30:00', true],
    ['May 5', true],
    ['TRUE', true],
    [' spaced', true],
    ['', false],
    ['Updated.', false],
    ['Straße: “x” is no address.', false],
    ['Row 2 has the same key, and only the first row counts.', false],
    ['run-1a2b sync try2', false],
    ['v1:confirmed', false],
  ])('%j may become something else: %s', (text, isRisky) => {
    expect(isRiskyText(text)).toBe(isRisky);
  });

  const blocksOf = (changes: readonly Change[]) => toBlocks(writesOf(changes), OWN);
  const done = { ...all, syncedAt: '2026-11-21 09:30:00', detail: 'Updated.' };

  test.each<[string, readonly Change[], ReturnType<typeof cellsToProtect>]>([
    [
      'times',
      [
        [2, done],
        [3, done],
      ],
      [{ columnNumber: 5, firstRowNumber: 2, rowCount: 2 }],
    ],
    [
      'what would become a formula, besides',
      [
        [2, done],
        [3, { ...done, detail: '+ Extras is empty.' }],
      ],
      [
        { columnNumber: 5, firstRowNumber: 2, rowCount: 2 },
        { columnNumber: 4, firstRowNumber: 3, rowCount: 1 },
      ],
    ],
    ['nothing of a row that only waits', [[2, mark]], []],
    ['nothing of a row that says Sending', [[2, { ...sending, detail: 'Being sent. If this stays, run again.' }]], []],
  ])('protected: %s', (_, changes, cells) => {
    expect(cellsToProtect(blocksOf(changes), OWN)).toEqual(cells);
  });
});

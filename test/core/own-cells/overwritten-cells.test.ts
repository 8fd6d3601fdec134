/** What was written into people's cells because a column moved in the very moment of writing, and what they held. */
import { describe, expect, test } from 'vitest';
import { misplacedCells, overwrittenCells, overwrittenHeaders } from '../../../src/core/own-cells/overwritten-cells.ts';
import type { Ground } from '../../../src/core/own-cells/place-writes.ts';
import type { CellValue } from '../../../src/core/sheet/table.ts';
import { groundOf, OWN_HEADERS } from '../engine/tabs.ts';

const OWN = ['Failed', 'why', 'then', 'mark'] as const;

function groundWith(headers: readonly string[], ...rows: readonly (readonly CellValue[])[]): Ground {
  const ground = groundOf(headers);
  const read = rows.map((values, index) => ({ rowNumber: index + 2, values, texts: [] }));
  return { ...ground, table: { ...ground.table, rows: read } };
}

/** Our cells of the second row, put where the columns stood before. */
const blockAt = (firstColumnNumber: number) => [
  { firstRowNumber: 2, firstColumnNumber, texts: [['s', 'd', 't', 'm']] },
];

/** The headers of our columns, put right of two columns. */
const NEW_HEADERS = OWN_HEADERS.map((header, index) => ({
  firstRowNumber: 1,
  firstColumnNumber: 3 + index,
  texts: [[header]],
}));

test('a column beside ours that took their place gets back what it held, whatever it is', () => {
  const ground = groundWith(['ID', 'Name', ...OWN_HEADERS], ['1', 450_000, ...OWN]);
  const rows = [
    ['', 'ID', 'Name', ...OWN_HEADERS],
    ['', '1', 's', 'd', 't', 'm', 'mark'],
  ];
  expect(overwrittenCells(rows, ground, blockAt(3))).toEqual([
    { rowNumber: 2, columnIndex: 2, header: 'Name', value: 450_000 },
  ]);
});

test('so does the key itself, where our columns stand right after it', () => {
  const ground = groundWith(['ID', ...OWN_HEADERS, 'Name'], ['1', ...OWN, 'a']);
  const rows = [
    ['', 'ID', ...OWN_HEADERS, 'Name'],
    ['', 's', 'd', 't', 'm', 'mark', 'a'],
  ];
  expect(overwrittenCells(rows, ground, blockAt(2))).toEqual([
    { rowNumber: 2, columnIndex: 1, header: 'ID', value: '1' },
  ]);
});

test('so does a row that was edited in the same moment, as long as no other has its key', () => {
  const ground = groundWith(
    ['ID', 'Name', ...OWN_HEADERS, 'City'],
    ['1', 'a', ...OWN, 'here'],
    ['2', 'b', ...OWN, 'here'],
  );
  const edited = ['', '1', 's', 'd', 't', 'm', 'mark', 'there'];
  const header = ['', 'ID', 'Name', ...OWN_HEADERS, 'City'];
  const other = ['', '2', 'b', ...OWN, 'here'];
  const foreign = (...rows: readonly (readonly CellValue[])[]) => overwrittenCells(rows, ground, blockAt(3));
  expect(foreign(header, edited, other)).toMatchObject([{ header: 'Name', value: 'a' }]);
  expect(foreign(header, edited, other, ['', '1', 'c', ...OWN, ''])).toMatchObject([
    { header: 'Name', value: undefined },
  ]);
});

test('so does a column that was renamed in the same moment, where no other was', () => {
  const ground = groundWith(['ID', 'Name', 'City', ...OWN_HEADERS], ['1', 'a', 'here', ...OWN]);
  const now = (...headers: readonly string[]) =>
    overwrittenCells(
      [
        ['', 'ID', ...headers, ...OWN_HEADERS],
        ['', '1', 'a', 's', 'd', 't', 'm', 'mark'],
      ],
      ground,
      blockAt(4),
    );
  expect(now('Name', 'Town')).toMatchObject([{ header: 'Town', value: 'here' }]);
  expect(now('Label', 'Town')).toMatchObject([{ header: 'Town', value: undefined }]);
});

test('of a row that moved as well, or was not read, nobody knows it', () => {
  const ground = groundWith(['ID', 'Name', ...OWN_HEADERS, 'City'], ['1', 'a', ...OWN, 'here']);
  const rows = [
    ['', 'ID', 'Name', ...OWN_HEADERS, 'City'],
    ['', '2', 's', 'd', 't', 'm', 'mark', 'there'],
  ];
  expect(overwrittenCells(rows, ground, blockAt(3))).toMatchObject([{ header: 'Name', value: undefined }]);
  expect(overwrittenCells(rows, groundWith(ground.table.headers), blockAt(3))).toMatchObject([{ value: undefined }]);
});

test('a header that ours took the place of is known by its absence', () => {
  const own = { status: 2, detail: 3, syncedAt: 4, mark: 5 };
  const before = groundOf(['ID', 'Name'], { own });
  const ground = { ...before, table: { ...before.table, rows: [{ rowNumber: 2, values: ['1', 'a'], texts: [] }] } };
  const rows = [
    ['', 'ID', ...OWN_HEADERS],
    ['', '1', 's', 'd', 't', 'm'],
  ];
  expect(overwrittenCells(rows, ground, [...NEW_HEADERS, ...blockAt(3)])).toEqual([
    { rowNumber: 1, columnIndex: 2, header: 'Name', value: 'Name' },
    { rowNumber: 2, columnIndex: 2, header: 'Name', value: 'a' },
  ]);
});

test('where our columns stand where they stood nothing is', () => {
  const ground = groundWith(['ID', 'Name', ...OWN_HEADERS], ['1', 'a', ...OWN]);
  expect(
    overwrittenCells(
      [
        ['ID', 'Name', ...OWN_HEADERS],
        ['1', 'a', 's', 'd', 't', 'm'],
      ],
      ground,
      blockAt(3),
    ),
  ).toEqual([]);
});

test('a header that was renamed meanwhile is none that ours took the place of', () => {
  const before = groundOf(['ID', 'Office'], { own: { status: 2, detail: 3, syncedAt: 4, mark: 5 } });
  const ground = { ...before, table: { ...before.table, rows: [{ rowNumber: 2, values: ['1', 'a'], texts: [] }] } };
  const rows = [
    ['ID', 'Desk', ...OWN_HEADERS],
    ['1', 'a', 's', 'd', 't', 'm'],
  ];
  expect(overwrittenCells(rows, ground, [...NEW_HEADERS, ...blockAt(3)])).toEqual([]);
});

test('a header that was renamed is known though the rows were sorted too', () => {
  const before = groundOf(['ID', 'Office'], { own: { status: 2, detail: 3, syncedAt: 4, mark: 5 } });
  const rowsBefore = [
    { rowNumber: 2, values: ['1', 'a'], texts: [] },
    { rowNumber: 3, values: ['2', 'b'], texts: [] },
  ];
  const ground = { ...before, table: { ...before.table, rows: rowsBefore } };
  const sorted = (office: string) => [
    ['ID', 'Desk', ...OWN_HEADERS],
    ['2', office, 's', 'd', 't', 'm'],
    ['1', 'a', '', '', '', ''],
  ];
  expect(overwrittenCells(sorted('b'), ground, [...NEW_HEADERS, ...blockAt(3)])).toEqual([]);
  expect(overwrittenCells(sorted('a'), ground, [...NEW_HEADERS, ...blockAt(3)])).not.toEqual([]);
});

test('a header that ours took the place of is none that was renamed, although another one was typed beside it', () => {
  const before = groundOf(['ID', 'Office'], { own: { status: 2, detail: 3, syncedAt: 4, mark: 5 } });
  const ground = { ...before, table: { ...before.table, rows: [{ rowNumber: 2, values: ['1', 'a'], texts: [] }] } };
  const rows = [
    ['ID', 'Agent', ...OWN_HEADERS],
    ['1', '', 's', 'd', 't', 'm'],
  ];
  expect(overwrittenCells(rows, ground, [...NEW_HEADERS, ...blockAt(3)])).toEqual([
    { rowNumber: 1, columnIndex: 2, header: 'Office', value: 'Office' },
    { rowNumber: 2, columnIndex: 2, header: 'Office', value: 'a' },
  ]);
});

test('a column of ours that took the place of one that was deleted gets back what it said, as read or as written since', () => {
  const ground = groundWith(['ID', ...OWN_HEADERS], ['1', ...OWN], ['2', ...OWN]);
  const rows = [
    ['ID', 'Sync detail', 'Synced at', 'Sync mark'],
    ['1', 's', 'd', 't', 'm'],
    ['2', 's', 'd', 't', 'm'],
  ];
  const blocks = [
    {
      firstRowNumber: 2,
      firstColumnNumber: 2,
      texts: [
        ['s', 'd'],
        ['s', 'd'],
      ],
    },
  ];
  const earlier = [[{ rowNumber: 3, identity: '', cells: { detail: 'since' } }]];
  expect(misplacedCells(rows, ground, blocks, earlier)).toEqual([
    { rowNumber: 2, columnIndex: 1, header: 'Sync detail', value: 'why' },
    { rowNumber: 2, columnIndex: 2, header: 'Synced at', value: 'then' },
    { rowNumber: 3, columnIndex: 1, header: 'Sync detail', value: 'since' },
    { rowNumber: 3, columnIndex: 2, header: 'Synced at', value: 'then' },
  ]);
});

test('a row that moved gets back what the row that held the same did', () => {
  const ground = groundWith(['ID', 'Name', ...OWN_HEADERS, 'City'], ['1', 'a', ...OWN, 'x'], ['2', 'b', ...OWN, 'y']);
  const rows = [
    ['', 'ID', 'Name', ...OWN_HEADERS, 'City'],
    ['', '2', 's', 'd', 't', 'm', 'mark', 'y'],
    ['', '1', 'a', '', '', '', '', 'x'],
  ];
  expect(overwrittenCells(rows, ground, blockAt(3))).toMatchObject([{ header: 'Name', value: 'b' }]);
});

describe('headers of ours that were written over because their row came to stand lower', () => {
  const ground = groundWith(['ID', 'Name', ...OWN_HEADERS], ['1', 'a', ...OWN]);
  const placed = (firstRowNumber: number, texts: readonly string[]) => ({
    own: ground.own,
    blocks: [{ firstRowNumber, firstColumnNumber: 3, texts: [texts] }],
  });
  const header = (rowNumber: number, columnIndex: number, text: string) => ({
    rowNumber,
    columnIndex,
    header: text,
    value: text,
  });

  test('are known by the headers beside them, whatever became of what was written', () => {
    const rows = [
      ['', '', '', '', '', ''],
      ['ID', 'Name', 's', 'd', { wallTime: '2026-11-30T14:00:00' }, 'Sync mark'],
      ['1', 'a', ...OWN],
    ];
    expect(overwrittenHeaders(rows, ground, placed(2, ['s', 'd', '2026-11-30 14:00']))).toEqual([
      header(2, 2, 'Sync status'),
      header(2, 3, 'Sync detail'),
      header(2, 4, 'Synced at'),
    ]);
  });

  test('are known under several new rows too, and beside a header that is a number', () => {
    const dated = groundWith(['ID', '2026', ...OWN_HEADERS], ['1', 'a', ...OWN], ['2', 'b', ...OWN]);
    const rows = [
      ['Our homes', '', '', '', '', ''],
      ['', '', 'x', 'x', 'x', 'x'],
      ['ID', 2026, 's', 'Sync detail', 'Synced at', 'Sync mark'],
    ];
    const { own } = dated;
    const blocks = [{ firstRowNumber: 2, firstColumnNumber: 3, texts: [['x'], ['s']] }];
    expect(overwrittenHeaders(rows, dated, { own, blocks })).toEqual([header(3, 2, 'Sync status')]);
  });

  test('are known where a person has renamed one of several headers beside them', () => {
    const three = groundWith(['ID', 'Name', 'City', ...OWN_HEADERS], ['1', 'a', 'b', ...OWN]);
    const block = { firstRowNumber: 2, firstColumnNumber: 4, texts: [['s', 'd', 't', 'm']] };
    const found = (...headers: readonly string[]) =>
      overwrittenHeaders([[], [...headers, 's', 'd', 't', 'm']], three, { own: three.own, blocks: [block] });
    expect(found('ID', 'Name', 'Town').map(({ value }) => value)).toEqual(expect.arrayContaining([...OWN_HEADERS]));
    expect(found('ID', 'Label', 'Town')).toEqual([]);
  });

  test('are none where a person renamed one in its place, or where no row shows the headers beside them', () => {
    const renamed = ['ID', 'Name', 'Our status', ...OWN_HEADERS.slice(1)];
    expect(overwrittenHeaders([renamed, ['1', 'a', 's', 'd']], ground, placed(2, ['s', 'd']))).toEqual([]);
    expect(overwrittenHeaders([[], ['2', 'b', 's', 'd']], ground, placed(2, ['s', 'd']))).toEqual([]);
  });
});

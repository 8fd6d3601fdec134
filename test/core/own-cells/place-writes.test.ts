import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeWrites } from '../../../src/core/own-cells/place-writes.ts';
import type { StatusWrite } from '../../../src/core/own-cells/row-cells.ts';
import { applyBlocks, groundOf, OWN_HEADERS, statusCells, statusWrite } from '../engine/tabs.ts';

const HEADERS = ['ID', 'Name', ...OWN_HEADERS];
const blank = ['', '', '', ''];
const ground = groundOf(HEADERS);
const pushed = ['Pushed', 'd', 't', 'f'];

describe('placeWrites', () => {
  test('writes adjacent own columns as one block', () => {
    const texts = [HEADERS, ['1', 'a', ...blank], ['2', 'b', ...blank]];
    const writes = [statusWrite(2, '1', 'Pushed'), statusWrite(3, '2', 'Failed')];
    expect(placeWrites(texts, ground, writes)).toMatchObject({
      own: { status: 2, detail: 3, syncedAt: 4, mark: 5 },
      blocks: [{ firstRowNumber: 2, firstColumnNumber: 3, texts: [pushed, ['Failed', 'd', 't', 'f']] }],
      unplaced: [],
      hasMoved: false,
    });
  });

  test('leaves rows in between alone', () => {
    const texts = [HEADERS, ['1', 'a', ...blank], ['2', 'b', 'mine', 'x', 'y', 'z'], ['4', 'd', ...blank]];
    const writes = [statusWrite(2, '1', 'Pushed'), statusWrite(4, '4', 'Pushed')];
    expect(placeWrites(texts, ground, writes)?.blocks.map((block) => block.texts)).toEqual([[pushed], [pushed]]);
  });

  test('writes nothing but the cells that are to change', () => {
    const texts = [HEADERS, ['1', 'a', 'Updated', 'x', 'y', 'z']];
    const write = { rowNumber: 2, identity: 'key\u00000\u00001', cells: { mark: 'f' } };
    expect(placeWrites(texts, ground, [write])?.blocks).toEqual([
      { firstRowNumber: 2, firstColumnNumber: 6, texts: [['f']] },
    ]);
  });

  test('places nothing when the own columns are gone', () => {
    const texts = [
      ['ID', 'Name'],
      ['1', 'a'],
    ];
    expect(placeWrites(texts, ground, [statusWrite(2, '1', 'Pushed')])).toBeUndefined();
  });

  test('gives back the write of a row that is gone', () => {
    const lost = statusWrite(2, '1', 'Pushed');
    const placement = placeWrites([HEADERS, ['2', 'b', ...blank]], ground, [lost]);
    expect(placement).toMatchObject({ blocks: [], unplaced: [lost], hasMoved: true });
  });

  describe('of a row that was sent with another key than it has now', () => {
    const mark = (key: string) => `run-7 sync k1:${key} sending`;
    const [keyA, keyB] = ['a'.repeat(16), 'b'.repeat(16)] as const;
    const running = { ...ground, runId: 'run-7' };
    const sent = (rowNumber: number, key: string, plannedKey: string) => ({
      ...statusWrite(rowNumber, key, 'Updated'),
      ifRekeyed: { plannedKey, cells: { status: 'Failed', detail: `not ${key}` } },
    });
    const statusesAfter = (rows: readonly (readonly string[])[], writes: readonly StatusWrite[]) => {
      const placement = placeWrites([HEADERS, ...rows], running, writes);
      const after = applyBlocks([HEADERS, ...rows], placement?.blocks ?? []);
      return [after.slice(1).map((row) => row[2]), placement?.unplaced.map(({ rowNumber }) => rowNumber)];
    };
    const row = (key: string, planned: string) => [key, 'x', 'Sending', '', '', mark(planned)];

    test('say so in it, and are given back', () => {
      expect(statusesAfter([row('NEW', keyA)], [sent(2, '1', keyA)])).toEqual([['Failed'], [2]]);
    });

    test('go to neither of two rows whose keys changed places', () => {
      const writes = [sent(2, '1', keyA), sent(3, '2', keyB)];
      expect(statusesAfter([row('2', keyA), row('1', keyB)], writes)).toEqual([
        ['Failed', 'Failed'],
        [2, 3],
      ]);
    });

    test('say nothing where its mark was copied', () => {
      const rows = [row('NEW', keyA), row('COPY', keyA)];
      expect(statusesAfter(rows, [sent(2, '1', keyA)])).toEqual([['Sending', 'Sending'], [2]]);
    });

    test('say nothing where its request is not under way any more', () => {
      const rows = [['NEW', 'x', '', '', '', `run-7 sync k1:${keyA}`]];
      expect(statusesAfter(rows, [sent(2, '1', keyA)])).toEqual([[''], [2]]);
    });
  });

  test('places the other rows when one is gone', () => {
    const lost = statusWrite(2, '1', 'Failed');
    const placement = placeWrites([HEADERS, ['2', 'b', ...blank]], ground, [lost, statusWrite(3, '2', 'Pushed')]);
    expect(placement?.blocks).toEqual([{ firstRowNumber: 2, firstColumnNumber: 3, texts: [pushed] }]);
    expect(placement?.unplaced).toEqual([lost]);
  });
});

describe('a row is found again', () => {
  test('where it was sorted to', () => {
    const texts = [HEADERS, ['2', 'b', ...blank], ['1', 'a', ...blank]];
    expect(placeWrites(texts, ground, [statusWrite(2, '1', 'Pushed')])?.blocks[0]?.firstRowNumber).toBe(3);
  });

  test('by its whole content but the add-on’s own cells, where it has no key', () => {
    const write = { rowNumber: 2, identity: 'all\u0000\u0000a', cells: statusCells('Pushed') };
    const texts = [HEADERS, ['', 'b', ...blank], ['', 'a', 'Sending', 'x', 'y', 'z']];
    expect(placeWrites(texts, ground, [write])?.blocks[0]?.firstRowNumber).toBe(3);
  });

  const twice = [
    HEADERS,
    ['1', 'a', ...blank],
    ['1', 'a', '', '', '', 'run-1 push'],
    ['2', 'b', '', '', '', 'run-2 push'],
  ];

  test.each([
    ['by the mark of its run, where two rows share the key', 'run-1', 2, '1', 3],
    ['by its old place, where two rows share the key and the run left no mark', undefined, 2, '1', 2],
    ['not at all, where two rows share the key and none stands in the old place', undefined, 5, '1', undefined],
    ['not at all, where only another run’s mark is on it', 'run-1', 4, '2', undefined],
    ['by its key whatever its mark, where the run left none', undefined, 4, '2', 4],
  ])('%s', (_, runId, rowNumber, key, expected) => {
    const placement = placeWrites(twice, groundOf(HEADERS, runId === undefined ? {} : { runId }), [
      statusWrite(rowNumber, key, 'Pushed'),
    ]);
    expect(placement?.blocks[0]?.firstRowNumber).toBe(expected);
    expect(placement?.unplaced).toHaveLength(expected === undefined ? 1 : 0);
  });
});

describe('the header row is found again', () => {
  test.each([
    ['below inserted rows', [['Title'], HEADERS, ['1', 'a', ...blank]], 1, 2, 3],
    ['in a tab that is shorter than its header row was deep', [HEADERS, ['1', 'a', ...blank]], 7, 8, 2],
    ['at its old place, though a copy of it stands below', [HEADERS, ['1', 'a', ...blank], HEADERS], 1, 2, 2],
    [
      'at its old place, though a copy of it with an example row stands above',
      [HEADERS, ['1', 'example', ...blank], HEADERS, ['1', 'a', ...blank]],
      ...([3, 9, 4] as const),
    ],
    ['with blanks around its words', [HEADERS.map((header) => ` ${header} `), ['1', 'a', ...blank]], 1, 2, 2],
  ])('%s', (_, texts, headerRowNumber, rowNumber, expected) => {
    const before = groundOf(HEADERS, { headerRowNumber });
    const placement = placeWrites(texts, before, [statusWrite(rowNumber, '1', 'Pushed')]);
    expect(placement?.blocks.map((block) => block.firstRowNumber)).toEqual([expected]);
  });

  test('not in a row that names only some of the own columns', () => {
    const texts = [HEADERS.slice(0, 5), ['1', 'a', ...blank]];
    expect(placeWrites(texts, ground, [statusWrite(2, '1', 'Pushed')])).toBeUndefined();
  });
});

describe('a key column is found again', () => {
  test.each([
    ['where it was moved', ['ID', 'Name'], ['Name', 'ID'], ['a', '1']],
    ['where it was moved, with blanks around its header', ['ID', 'Name'], ['Name', ' ID '], ['a', '1']],
    ['in its old place, where its header was renamed', ['ID', 'Name'], ['Number', 'Name'], ['1', 'a']],
    [
      'in its old place, where neither it nor its neighbour has a header',
      ['', '', 'x'],
      ['y', '', ''],
      ['1', 'a', 'b'],
    ],
  ])('%s', (_, headersBefore, headersNow, rowNow) => {
    const texts = [
      [...headersNow, ...OWN_HEADERS],
      [...rowNow, ...blank],
    ];
    const before = groundOf([...headersBefore, ...OWN_HEADERS]);
    expect(placeWrites(texts, before, [statusWrite(2, '1', 'Pushed')])?.unplaced).toEqual([]);
  });
});

describe('whether anything has moved', () => {
  const one = ['1', 'a', ...blank];
  const other = ['2', 'b', ...blank];
  const swapped = ['Sync status', 'Sync detail', 'Sync mark', 'Synced at'];

  test.each([
    ['no: all is where it was', [HEADERS, one, other], false],
    ['no: a column that is no key was renamed', [['ID', 'Title', ...OWN_HEADERS], one, other], false],
    ['yes: a row', [HEADERS, other, one], true],
    ['yes: one of the rows', [HEADERS, one, ['9', 'z', ...blank], other], true],
    ['yes: a row is gone', [HEADERS, one], true],
    ['yes: some own columns', [['ID', 'Name', ...swapped], one, other], true],
    [
      'yes: the key column',
      [
        ['Name', 'ID', ...OWN_HEADERS],
        ['a', '1'],
        ['b', '2'],
      ],
      true,
    ],
  ])('%s', (_, texts, expected) => {
    const writes = [statusWrite(2, '1', 'Pushed'), statusWrite(3, '2', 'Pushed')];
    expect(placeWrites(texts, ground, writes)?.hasMoved).toBe(expected);
  });

  test('yes: one of several key columns', () => {
    const texts = [
      ['ID', 'Area', 'Name', ...OWN_HEADERS],
      ['1', 'x', 'a'],
    ];
    const write = statusWrite(2, '1', 'Pushed');
    const placement = placeWrites(
      texts,
      groundOf(['ID', 'Name', 'Area', ...OWN_HEADERS], { keyColumnIndexes: [0, 1] }),
      [write],
    );
    expect(placement).toMatchObject({ unplaced: [], hasMoved: true });
  });

  test.each([
    ['no: own columns that were made where they were to stand', HEADERS, false],
    ['yes: own columns that were made elsewhere', ['ID', 'Name', 'New', ...OWN_HEADERS], true],
  ])('%s', (_, headersNow, expected) => {
    const own = { status: 2, detail: 3, syncedAt: 4, mark: 5 };
    const rows = [headersNow, ['1', 'a', ...blank]];
    expect(placeWrites(rows, groundOf(['ID', 'Name'], { own }), [statusWrite(2, '1', 'Pushed')])?.hasMoved).toBe(
      expected,
    );
  });
});

test('whatever is written, rows keep every cell but their own status cells, and each write lands on its row', () => {
  const text: fc.Arbitrary<string> = fc.constantFrom('', 'd', 'Pushed', 'Failed');
  const rowCount = fc.integer({ min: 1, max: 12 });
  const tab = rowCount.chain((count) =>
    fc.record({
      columns: fc.shuffledSubarray(HEADERS, { minLength: HEADERS.length }),
      keys: fc.shuffledSubarray(
        Array.from({ length: count }, (_, index) => `k${index}`),
        { minLength: count },
      ),
      cells: fc.array(fc.array(text, { minLength: 6, maxLength: 6 }), { minLength: count, maxLength: count }),
      sent: fc.array(fc.boolean(), { minLength: count, maxLength: count }),
    }),
  );
  fc.assert(
    fc.property(tab, ({ columns, keys, cells, sent }) => {
      const keyIndex = columns.indexOf('ID');
      const rows = cells.map((row, index) => row.with(keyIndex, keys[index] ?? ''));
      const writes = keys.flatMap((_, index) => (sent[index] ? [statusWrite(index + 2, `k${index}`, 'Pushed')] : []));
      const placement = placeWrites([columns, ...rows], ground, writes);
      if (placement === undefined) throw new Error('the own columns are there');
      const expected = rows.map((row, index) =>
        writes.some((write) => write.identity === `key\u00000\u0000${keys[index]}`)
          ? row.map((old, columnIndex) => pushed[OWN_HEADERS.indexOf(columns[columnIndex] ?? '')] ?? old)
          : row,
      );
      expect(applyBlocks([columns, ...rows], placement.blocks)).toEqual([columns, ...expected]);
    }),
  );
});

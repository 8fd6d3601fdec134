/** How what changes is cut into blocks: as few calls as possible, as long as few cells are written in vain. */
import { describe, expect, test } from 'vitest';
import { placeWrites, type TextBlock } from '../../../src/core/own-cells/place-writes.ts';
import type { StatusCells } from '../../../src/core/own-cells/status-columns.ts';
import { times } from '../engine/rows.ts';
import { applyBlocks, OWN_HEADERS, statusWrite, tableOf } from '../engine/tabs.ts';

const HEADERS = ['ID', ...OWN_HEADERS];

/** A row's new texts; what is not named stays. */
type Change = readonly [rowNumber: number, change: Partial<StatusCells>];

/** The blocks that bring changes to a tab whose rows all say the same. */
function blocksFor(changes: readonly Change[], headers: readonly string[] = HEADERS): readonly TextBlock[] {
  const now = { status: 's', detail: 'd', syncedAt: 't', fingerprint: 'f' };
  const textOf: Readonly<Record<string, string>> = {
    'Sync status': 's',
    'Sync detail': 'd',
    'Synced at': 't',
    'Sync fingerprint': 'f',
  };
  const lastRowNumber = Math.max(2, ...changes.map(([rowNumber]) => rowNumber));
  const texts = [
    headers,
    ...times(lastRowNumber - 1, (index) =>
      headers.map((header) => textOf[header] ?? (header === 'ID' ? `k${index}` : '')),
    ),
  ];
  const writes = changes.map(([rowNumber, change]) =>
    statusWrite(rowNumber, `k${rowNumber - 2}`, 's', { ...now, ...change }),
  );
  const blocks = placeWrites(texts, tableOf(headers), [headers.indexOf('ID')], writes)?.blocks ?? [];
  const written = applyBlocks(texts, blocks);
  for (const { rowNumber, cells } of writes) {
    const row = written[rowNumber - 1] ?? [];
    expect(Object.values(cells)).toEqual(OWN_HEADERS.map((header) => row[headers.indexOf(header)]));
  }
  return blocks;
}

/** Where blocks stand, in the words of Sheets: `B2:E3`. */
function rangesOf(blocks: readonly TextBlock[]): readonly string[] {
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
const fingerprint = { fingerprint: 'F' };
const all = { ...status, ...detail, ...syncedAt, ...fingerprint };

describe('only what changes is written', () => {
  test.each<[string, readonly Change[], readonly string[]]>([
    [
      'nothing where every cell says it already',
      [
        [2, {}],
        [3, {}],
      ],
      [],
    ],
    [
      'the rows that change',
      [
        [2, {}],
        [3, all],
        [4, all],
        [5, {}],
      ],
      ['B3:E4'],
    ],
    ['the first column that changes', [[2, status]], ['B2:B2']],
    ['a column in the middle', [[2, detail]], ['C2:C2']],
    ['the last column', [[2, fingerprint]], ['E2:E2']],
    ['all columns between two that change', [[2, { ...detail, ...fingerprint }]], ['C2:E2']],
    [
      'the rectangle around changes in several rows and columns',
      [
        [2, fingerprint],
        [4, detail],
      ],
      ['C2:E4'],
    ],
  ])('%s', (_, changes, ranges) => {
    expect(rangesOf(blocksFor(changes))).toEqual(ranges);
  });

  test('nothing where cells that a short row does not have stay empty', () => {
    const write = statusWrite(2, '1', '', { detail: '', syncedAt: '', fingerprint: '' });
    expect(placeWrites([HEADERS, ['1']], tableOf(HEADERS), [0], [write])?.blocks).toEqual([]);
  });
});

describe('columns are written together while that writes at most 10,000 cells in vain', () => {
  test.each<[string, readonly Change[], readonly string[]]>([
    [
      'two columns of one row each: 10,000',
      [
        [2, status],
        [5002, detail],
      ],
      ['B2:C5002'],
    ],
    [
      'two columns of one row each: 10,002',
      [
        [2, status],
        [5003, detail],
      ],
      ['B2:B2', 'C5003:C5003'],
    ],
    [
      'the left one below: 10,000',
      [
        [2, detail],
        [5002, status],
      ],
      ['B2:C5002'],
    ],
    [
      'the left one below: 10,002',
      [
        [2, detail],
        [5003, status],
      ],
      ['B5003:B5003', 'C2:C2'],
    ],
    [
      'two unchanged columns between: 10,000',
      times(5000, (index) => [index + 2, { ...status, ...fingerprint }]),
      ['B2:E5001'],
    ],
    [
      'two unchanged columns between: 10,002',
      times(5001, (index) => [index + 2, { ...status, ...fingerprint }]),
      ['B2:B5002', 'E2:E5002'],
    ],
    [
      'neighbours where the whole would be too much',
      [
        [2, { ...status, ...detail }],
        [3, status],
        [4000, syncedAt],
        [4001, { ...syncedAt, ...fingerprint }],
      ],
      ['B2:C3', 'D4000:E4001'],
    ],
    [
      'neighbours, with an unchanged column beside them',
      [
        [2, { ...status, ...detail }],
        [4000, fingerprint],
      ],
      ['B2:C2', 'E4000:E4000'],
    ],
    [
      'neighbours of many rows, which are written anyway',
      [...times(2000, (index): Change => [index + 2, { ...status, ...detail }]), [9000, fingerprint]],
      ['B2:C2001', 'E9000:E9000'],
    ],
    [
      'three neighbours, with a fourth far below',
      [
        [2, { ...status, ...syncedAt }],
        [9, detail],
        [4000, fingerprint],
      ],
      ['B2:D9', 'E4000:E4000'],
    ],
    [
      'nobody, where each changes far from the others',
      [
        [2, status],
        [6000, detail],
        [12_000, syncedAt],
      ],
      ['B2:B2', 'C6000:C6000', 'D12000:D12000'],
    ],
  ])('%s', (_, changes, ranges) => {
    expect(rangesOf(blocksFor(changes))).toEqual(ranges);
  });
});

describe('the order of the own columns in the tab', () => {
  test.each([
    ['reversed', ['ID', 'Sync fingerprint', 'Synced at', 'Sync detail', 'Sync status'], ['B2:E2']],
    ['mixed', ['Synced at', 'Sync status', 'Sync fingerprint', 'Sync detail', 'ID'], ['A2:D2']],
    [
      'with another column between',
      ['Sync status', 'ID', 'Sync detail', 'Synced at', 'Sync fingerprint'],
      ['A2:A2', 'C2:E2'],
    ],
    [
      'each alone',
      ['Sync detail', 'ID', 'Sync status', '', 'Synced at', 'x', 'Sync fingerprint'],
      ['A2:A2', 'C2:C2', 'E2:E2', 'G2:G2'],
    ],
  ])('may be %s', (_, headers, ranges) => {
    expect(rangesOf(blocksFor([[2, all]], headers))).toEqual(ranges);
  });
});

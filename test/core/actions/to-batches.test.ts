import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SendRow } from '../../../src/core/actions/batch.ts';
import { splitInHalves, splitIntoRows, toBatches } from '../../../src/core/actions/to-batches.ts';
import { deleteRow, pushRow, SERIAL, times, updateRow } from '../engine/rows.ts';

const rowCounts = (rows: Parameters<typeof toBatches>[0]) => toBatches(rows).map((batch) => batch.rows.length);

describe('toBatches', () => {
  test('sends one update per request, with its body', () => {
    const row = updateRow(2);
    const body = { SerialNumber: SERIAL, Key: 'K2', KeyType: 'MLSNumber' };
    expect(toBatches([row])).toEqual([
      {
        call: { endpoint: 'updateListing', bodyText: JSON.stringify(body) },
        rows: [row],
        attempts: 0,
        pauses: 0,
        notBeforeMs: 0,
      },
    ]);
  });

  test('sends a hundred chatbot rows per request', () => {
    expect(rowCounts(times(250, (index) => pushRow(index)))).toEqual([100, 100, 50]);
  });

  test('sends fewer chatbot rows per request when they are long', () => {
    const long = { text: 'x'.repeat(150_000) };
    expect(rowCounts(times(5, (index) => pushRow(index, long)))).toEqual([2, 2, 1]);
  });

  test.each([
    ['exactly 400,000 characters go together', 200_000, [2]],
    ['one character more does not', 200_001, [1, 1]],
  ])('counts what chatbot rows take as JSON: %s', (_, secondLength, counts) => {
    const rowOfLength = (id: number, length: number) =>
      pushRow(id, { text: 'x'.repeat(length - JSON.stringify({ ID: id, Data: { text: '' } }).length) });
    expect(rowCounts([rowOfLength(1, 200_000), rowOfLength(2, secondLength)])).toEqual(counts);
  });

  test.each([
    ['a', 1],
    ['é', 2],
    ['य', 3],
    ['\u2028', 3],
    ['🏠', 4],
  ])('counts the bytes of chatbot rows, not their characters: %s is %i', (character, bytes) => {
    const rowOfBytes = (id: number, length: number) => {
      const empty = JSON.stringify({ ID: id, Data: { text: '' } }).length;
      const characters = Math.floor((length - empty) / bytes);
      return pushRow(id, { text: character.repeat(characters) + 'x'.repeat(length - empty - characters * bytes) });
    };
    const { operation } = rowOfBytes(1, 200_000);
    expect(operation.kind === 'push' && Buffer.byteLength(JSON.stringify(operation.row))).toBe(200_000);
    expect(rowCounts([rowOfBytes(1, 200_000), rowOfBytes(2, 200_000)])).toEqual([2]);
    expect(rowCounts([rowOfBytes(1, 200_000), rowOfBytes(2, 200_001)])).toEqual([1, 1]);
  });

  test('keeps rows that were tried more often apart, so that none inherits tries', () => {
    const rows = [1, 3, 1].map((attempts, index) => ({ ...pushRow(index), attempts }));
    expect(toBatches(rows).map((batch) => [batch.attempts, batch.rows.length])).toEqual([
      [1, 2],
      [3, 1],
    ]);
    const deletes = times(60, (index) => ({ ...deleteRow(index + 2), attempts: index === 7 ? 3 : 0 }));
    expect(toBatches(deletes).map((batch) => [batch.attempts, batch.rows.length])).toEqual([
      [0, 50],
      [0, 9],
      [3, 1],
    ]);
  });

  test.each([
    [3, [100]],
    [4, [50, 50]],
    [5, [25, 25, 25, 25]],
    [9, times(50, () => 2)],
    [10, times(100, () => 1)],
  ])('sends rows that failed together after %i tries in requests of %j', (attempts, counts) => {
    expect(rowCounts(times(100, (index) => ({ ...pushRow(index), attempts })))).toEqual(counts);
  });

  test('sends up to fifty deletes one by one', () => {
    expect(rowCounts(times(50, (index) => deleteRow(index + 2)))).toEqual(times(50, () => 1));
  });

  test('sends more deletes in batches of fifty, apart by key type', () => {
    const rows = [...times(60, (index) => deleteRow(index + 2)), ...times(3, (index) => deleteRow(index + 100, 'URL'))];
    const batches = toBatches(rows);
    expect(batches.map((batch) => batch.rows.length)).toEqual([50, 10, 3]);
    expect(batches[2]?.call).toEqual({
      endpoint: 'deleteListings',
      body: { SerialNumber: SERIAL, Keys: ['K100', 'K101', 'K102'], KeyType: 'URL' },
    });
  });

  test('sends fewer keys in a request when they are long', () => {
    const long = (index: number): SendRow => {
      const row = deleteRow(index + 2);
      return { ...row, operation: { kind: 'delete', serialNumber: SERIAL, key: 'é'.repeat(20_000), keyType: 'URL' } };
    };
    expect(rowCounts(times(60, long))).toEqual([...times(6, () => 9), 6]);
  });

  test('carries every row exactly once and never an empty list', () => {
    const anyRow = fc
      .nat(2)
      .chain((kind) => fc.nat(500).map((n) => [pushRow(n), deleteRow(n + 2), updateRow(n + 2)][kind]));
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 200 }), (maybeRows) => {
        const rows = maybeRows.flatMap((row) => (row === undefined ? [] : [row]));
        const carried = toBatches(rows).flatMap((batch) => batch.rows);
        expect(new Set(carried)).toEqual(new Set(rows));
        expect(carried).toHaveLength(rows.length);
        expect(toBatches(rows).every((batch) => batch.rows.length > 0)).toBe(true);
      }),
    );
  });
});

test('splitInHalves makes two requests of a refused one', () => {
  const [batch] = toBatches(times(5, (index) => pushRow(index)));
  if (batch === undefined) throw new Error('no batch');
  const halves = splitInHalves(batch);
  expect(halves.map((half) => half.rows.length)).toEqual([3, 2]);
  expect(halves.map((half) => (half.call.endpoint === 'updateRows' ? half.call.body.rows.length : 0))).toEqual([3, 2]);
});

test('splitIntoRows makes one request per row', () => {
  const [batch] = toBatches(times(51, (index) => deleteRow(index + 2)));
  if (batch === undefined) throw new Error('no batch');
  expect(splitIntoRows(batch).map((single) => single.rows.length)).toEqual(times(50, () => 1));
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isKeyIdentity, locateRows, rowIdentity } from '../../../src/core/sheet/row-identity.ts';
import type { CellValue } from '../../../src/core/sheet/table.ts';

const row = (rowNumber: number, identity: string) => ({ rowNumber, identity });

describe('rowIdentity', () => {
  test('is made of the key cells when one of them is filled', () => {
    const own = new Set<number>();
    expect(rowIdentity(['A1', 'x'], [0], own)).toBe(rowIdentity([' A1 ', 'y'], [0], own));
    expect(rowIdentity(['A1', 'x'], [0], own)).not.toBe(rowIdentity(['A2', 'x'], [0], own));
  });

  test('is made of all cells but the add-on’s own when no key cell is filled', () => {
    const own = new Set([2]);
    const identity = (values: string[]) => rowIdentity(values, [0], own);
    expect(identity(['', 'x', 'Invalid'])).toBe(identity(['', 'x', '']));
    expect(identity(['', 'x', ''])).not.toBe(identity(['', 'y', '']));
  });
});

describe('an identity made of values', () => {
  const own = new Set([2]);

  test.each<readonly [string, readonly CellValue[], readonly CellValue[]]>([
    ['a number and the same number as text', [1200, 'x'], ['1200', 'x']],
    ['one moment in two formats', [{ wallTime: '2026-11-21T00:00:00' }], ['2026-11-21T00:00:00']],
    ['a tick box and its word', [true], ['true']],
    ['a key with blanks around it', ['A1', 'x'], [' A1\u00a0', 'x']],
  ])('takes for one: %s', (_, one, other) => {
    expect(rowIdentity(one, [0], own)).toBe(rowIdentity(other, [0], own));
  });

  test.each<readonly [string, readonly CellValue[], readonly CellValue[]]>([
    ['two numbers that one format shows alike', [1200.4], [1200.2]],
    ['padded digits and the number', ['00123'], [123]],
    ['two key cells whose texts run together alike', ['a', 'bc'], ['ab', 'c']],
    ['a key cell that is blank', ['', 'x'], ['x', '']],
  ])('tells apart: %s', (_, one, other) => {
    expect(rowIdentity(one, [0, 1], own)).not.toBe(rowIdentity(other, [0, 1], own));
  });

  test('without a key is made of everything else, a number too', () => {
    expect(rowIdentity(['', 7, 'Invalid'], [0], own)).toBe(rowIdentity(['', 7, ''], [0], own));
    expect(rowIdentity(['', 7, ''], [0], own)).not.toBe(rowIdentity(['', 8, ''], [0], own));
    expect(isKeyIdentity(rowIdentity(['', 7, ''], [0], own))).toBe(false);
    expect(isKeyIdentity(rowIdentity([0, 7, ''], [0], own))).toBe(true);
  });
});

describe('locateRows', () => {
  test('takes a row where it stands', () => {
    expect(locateRows([row(5, 'a')], [row(4, 'b'), row(5, 'a')])).toEqual([5]);
  });

  test('follows a row that moved', () => {
    expect(locateRows([row(5, 'a')], [row(5, 'b'), row(9, 'a')])).toEqual([9]);
  });

  test('gives up a row that is gone', () => {
    expect(locateRows([row(5, 'a')], [row(5, 'b')])).toEqual([undefined]);
  });

  test('gives up a row that moved and now stands in two places', () => {
    expect(locateRows([row(5, 'a')], [row(7, 'a'), row(9, 'a')])).toEqual([undefined]);
  });

  test('keeps the one of two equal rows that stayed, and finds the other', () => {
    expect(locateRows([row(5, 'a'), row(6, 'a')], [row(6, 'a'), row(9, 'a')])).toEqual([9, 6]);
  });

  test('finds every uniquely identified row wherever a shuffle puts it, and never one row twice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 30 }), fc.infiniteStream(fc.nat()), (identities, random) => {
        const before = identities.map((identity, index) => row(index + 2, identity));
        const shuffled = [...identities].sort(() => (Number(random.next().value) % 2 === 0 ? 1 : -1));
        const now = shuffled.map((identity, index) => row(index + 2, identity));
        const found = locateRows(before, now);
        expect(found.map((rowNumber) => now.find((other) => other.rowNumber === rowNumber)?.identity)).toEqual(
          identities,
        );
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});

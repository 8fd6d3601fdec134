/** Where the status columns go, and that nothing else changes its order. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ColumnMove, movesAfter } from '../../../src/core/own-cells/column-moves.ts';

/** The columns after the moves, as Sheets carries them out: the target is counted before each move. */
function carriedOut(columns: readonly string[], moves: readonly ColumnMove[]): string {
  const order = [...columns];
  for (const { from, before } of moves) {
    const [moved = ''] = order.splice(from - 1, 1);
    order.splice(before > from ? before - 2 : before - 1, 0, moved);
  }
  return order.join('');
}

test.each([
  ['from the right end to behind the key', 'KabSD', [3, 4], 0, 'KSDab'],
  ['back to the right end', 'KSDab', [1, 2], undefined, 'KabSD'],
  ['where the key stands right of them', 'SDaK', [0, 1], 3, 'aKSD'],
  ['where they stand apart and in another order', 'DKaSb', [3, 0], 1, 'KSDab'],
  ['where they stand there already', 'KSDa', [1, 2], 0, 'KSDa'],
])('they are moved %s', (_, columns, moved, after, expected) => {
  expect(carriedOut([...columns], movesAfter(moved, columns.length, after))).toBe(expected);
});

test('columns that stand where they shall are not moved at all', () => {
  expect(movesAfter([1, 2], 4, 0)).toEqual([]);
});

test('whatever stands where: they follow the key in their order, and the others keep theirs', () => {
  const tabs = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 3, maxLength: 5 });
  fc.assert(
    fc.property(tabs, fc.boolean(), ([key = 0, ...moved], isAtEnd) => {
      const columns = [...'01234567'];
      const others = columns.filter((column) => !moved.includes(Number(column)));
      const place = isAtEnd ? others.length : others.indexOf(String(key)) + 1;
      const expected = [...others.slice(0, place), ...moved, ...others.slice(place)].join('');
      expect(carriedOut(columns, movesAfter(moved, columns.length, isAtEnd ? undefined : key))).toBe(expected);
    }),
  );
});

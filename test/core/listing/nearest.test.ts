import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, nearestWord } from '../../../src/core/listing/nearest.ts';

describe('the distance between two words', () => {
  test.each([
    ['active', 'active', 0],
    ['actve', 'active', 1],
    ['acctive', 'active', 1],
    ['aktive', 'active', 1],
    ['atcive', 'active', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
  ])('from %j to %j is %d', (from, to, distance) => {
    expect(editDistance(from, to, 5)).toBe(distance);
  });

  test('is only known to be above the limit once it is above', () => {
    expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3);
    expect(editDistance('a', 'abcdefgh', 2)).toBe(3);
  });

  test('is the same in both directions and 0 only for equal words', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (one, other) => {
        expect(editDistance(one, other, 8)).toBe(editDistance(other, one, 8));
        expect(editDistance(one, other, 8) === 0).toBe(one === other);
      }),
    );
  });
});

test.each([
  ['pendng', ['active', 'pending'], 'pending'],
  ['sol', ['sold', 'solid'], 'sold'],
  ['xy', ['ab'], undefined],
  ['zebra', ['active'], undefined],
])('the word nearest to %j among %j is %j', (text, candidates, nearest) => {
  expect(nearestWord(text, candidates)).toBe(nearest);
});

/** How wide a wave may be. */
import { expect, test } from 'vitest';
import { widthWithin } from '../../../src/core/engine/wave-width.ts';

test.each([
  [330, 40],
  [240, 40],
  [239, 20],
  [120, 20],
  [119, 10],
  [60, 10],
  [10, 10],
])(
  'with %i seconds left, all answers of a wave of %i are there in time, ten at a time and 60 s each',
  (seconds, width) => {
    expect(widthWithin(seconds * 1000)).toBe(width);
  },
);

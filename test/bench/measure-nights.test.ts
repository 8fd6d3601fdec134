import { expect, test } from 'vitest';
import { measureNights } from '../../bench/measure-nights.ts';

test('a night sends what changed, and a seventh of the listings whose days are counted from a date', () => {
  const { listings, changed, sent } = measureNights(1_400);
  expect(sent).toHaveLength(7);
  for (const count of sent) {
    expect(count).toBeLessThanOrEqual(changed + listings / 7);
    expect(count).toBeGreaterThan(changed);
  }
});

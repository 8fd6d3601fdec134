import { describe, expect, test } from 'vitest';
import { parseDeleteHistory, recentDeletes, withDeletes } from '../../../src/core/engine/delete-history.ts';

const HOUR_MS = 3_600_000;
const NOON = 500 * 24 * HOUR_MS;

describe('the deletes of the last 24 hours', () => {
  test('are added up, whoever asked for them', () => {
    const history = withDeletes(withDeletes([], 2, NOON), 3, NOON + 5 * HOUR_MS);
    expect(recentDeletes(history, NOON + 6 * HOUR_MS)).toBe(5);
    expect(recentDeletes(history, NOON + 25 * HOUR_MS)).toBe(3);
    expect(recentDeletes(history, NOON + 30 * HOUR_MS)).toBe(0);
  });

  test('stay few entries: those of one minute are one, older ones than a day are gone', () => {
    const history = withDeletes(withDeletes([], 2, NOON), 3, NOON + 1_000);
    expect(history).toEqual([[NOON, 5]]);
    expect(withDeletes(history, 1, NOON + 25 * HOUR_MS)).toHaveLength(1);
  });

  test('are kept as they were stored, and what is no history counts as none', () => {
    expect(parseDeleteHistory(JSON.stringify([[NOON, 5]]))).toEqual([[NOON, 5]]);
    expect(parseDeleteHistory('[["yesterday",5]]')).toEqual([]);
    expect(parseDeleteHistory(null)).toEqual([]);
  });
});

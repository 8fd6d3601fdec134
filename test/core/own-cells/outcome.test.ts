import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cause, clipDetail, settledOutcome } from '../../../src/core/own-cells/outcome.ts';

describe('an outcome for which nothing was sent', () => {
  const cause: Cause = { kind: 'empty', words: 'Year is empty', field: 'YearBuilt' };

  test('keeps what was confirmed before', () => {
    expect(settledOutcome('Skipped', 'Action says Skip.')).toStrictEqual({
      status: 'Skipped',
      detail: 'Action says Skip.',
      fingerprint: { kind: 'keep' },
    });
  });

  test('names the column to blame and the causes, where they are known', () => {
    expect(settledOutcome('Invalid', 'Year is empty.', 0, [cause])).toStrictEqual({
      status: 'Invalid',
      detail: 'Year is empty.',
      fingerprint: { kind: 'keep' },
      columnIndex: 0,
      causes: [cause],
    });
  });

  test('says no more than a cell can show', () => {
    expect(settledOutcome('Invalid', 'x'.repeat(800)).detail).toBe(`${'x'.repeat(498)}…`);
  });
});

describe('a detail', () => {
  test.each([
    ['of 499 characters stays', 'x'.repeat(499), 'x'.repeat(499)],
    ['of 500 characters is cut short', 'x'.repeat(500), `${'x'.repeat(498)}…`],
  ])('%s', (_, text, clipped) => {
    expect(clipDetail(text)).toBe(clipped);
  });

  test('is always under 500 characters and begins like the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 1_200 }), (text) => {
        const clipped = clipDetail(text);
        expect(clipped.length).toBeLessThan(500);
        expect(text.startsWith(clipped.replace(/…$/, ''))).toBe(true);
      }),
    );
  });
});

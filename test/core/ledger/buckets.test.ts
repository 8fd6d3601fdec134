import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUCKETS, formatProof, parseProof } from '../../../src/core/ledger/buckets.ts';

/** A property holds 9 kB. @see https://developers.google.com/apps-script/guides/services/quotas (read 2026-11-21). */
const MOST_BYTES_OF_PROPERTY = 9 * 1024;

const sums = fc.array(fc.integer({ min: 0, max: 0xffffffff }), { minLength: BUCKETS, maxLength: BUCKETS });
const bucket = fc.integer({ min: 0, max: BUCKETS - 1 });
const buckets = fc.uniqueArray(bucket, { maxLength: BUCKETS }).map((list) => new Set(list.sort((a, b) => a - b)));
const floors = fc
  .uniqueArray(fc.tuple(bucket, fc.integer({ min: 1, max: 99_999_999 })), {
    selector: ([one]) => one,
    maxLength: BUCKETS,
  })
  .map((pairs) => new Map(pairs));

describe('what is remembered of a ledger', () => {
  it('is read again as it was written, and fits into one property', () => {
    const proofs = fc.record(
      { number: fc.nat(), bodyBytes: fc.nat(), now: sums, next: sums, floors, tried: buckets, tainted: buckets },
      { requiredKeys: ['number', 'bodyBytes', 'now', 'floors', 'tried', 'tainted'] },
    );
    fc.assert(
      fc.property(proofs, (proof) => {
        const text = formatProof(proof);
        expect(text.length).toBeLessThan(MOST_BYTES_OF_PROPERTY);
        expect(parseProof(text)).toEqual(proof);
      }),
    );
  });

  it.each([null, '', '{}', 'v1 1 2 3'])('is nothing where something else is stored: %s', (text) => {
    expect(parseProof(text)).toBeUndefined();
  });
});

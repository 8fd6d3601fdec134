import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDeleteSecret, isSignedDelete, signedDelete } from '../../../src/core/own-cells/signed-delete.ts';

const SECRET = '8c6e0f2a4b1d43c59a7e1f3b5d7c9e20';
const AGREED = { runId: 'run-0a1b2c3d4e5f', fingerprint: 'v1:0123456789abcdef0123456789abcdef' };

describe('the tag of a delete that was agreed to', () => {
  test('is sixteen hexadecimal digits, and the same each time', () => {
    expect(signedDelete(SECRET, AGREED)).toBe(signedDelete(SECRET, { ...AGREED }));
    expect(signedDelete(SECRET, AGREED)).toMatch(/^[0-9a-f]{16}$/);
    expect(isSignedDelete(SECRET, signedDelete(SECRET, AGREED), AGREED)).toBe(true);
  });

  test.each([
    ['another listing', SECRET, { ...AGREED, fingerprint: 'v1:0123456789abcdef0123456789abcdee' }],
    ['another run', SECRET, { ...AGREED, runId: 'run-0a1b2c3d4e50' }],
    ['another person', '8c6e0f2a4b1d43c59a7e1f3b5d7c9e21', AGREED],
  ])('is none for %s', (_, secret, agreed) => {
    expect(isSignedDelete(secret, signedDelete(SECRET, AGREED), agreed)).toBe(false);
  });

  test('is found by nobody who writes what they can see into a cell', () => {
    const seen = [AGREED.runId, AGREED.fingerprint, AGREED.fingerprint.slice(3, 19), '', '0'.repeat(16)];
    for (const tag of seen) expect(isSignedDelete(SECRET, tag, AGREED)).toBe(false);
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 16, maxLength: 16 });
    fc.assert(fc.property(digits, (tag) => !isSignedDelete(SECRET, tag, AGREED)));
  });

  test('differs wherever runs or fingerprints do', () => {
    const words = fc.stringMatching(/^[a-z0-9:-]{1,20}$/);
    fc.assert(
      fc.property(words, words, words, words, (runId, fingerprint, otherRun, otherPrint) => {
        const isSame = runId === otherRun && fingerprint === otherPrint;
        const tag = signedDelete(SECRET, { runId, fingerprint });
        expect(isSignedDelete(SECRET, tag, { runId: otherRun, fingerprint: otherPrint })).toBe(isSame);
      }),
    );
  });
});

describe('a person without a secret', () => {
  test.each(['', '0', SECRET.toUpperCase(), `${SECRET}0`, `${SECRET.slice(1)}g`])(
    '(%j) has agreed to nothing',
    (secret) => {
      expect(isDeleteSecret(secret)).toBe(false);
      expect(isSignedDelete(secret, signedDelete(SECRET, AGREED), AGREED)).toBe(false);
      expect(() => signedDelete(secret, AGREED)).toThrow(RangeError);
    },
  );
});

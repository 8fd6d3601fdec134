import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprintOf, hashText } from '../../../src/core/run/fingerprint.ts';
import { formatFingerprintCell, parseFingerprintCell } from '../../../src/core/run/fingerprint-cell.ts';

const push = (Data: Record<string, string | number>) =>
  ({ kind: 'push', serialNumber: '3254', row: { ID: 1, Data } }) as const;

describe('fingerprintOf', () => {
  test('does not depend on the order of a row’s columns', () => {
    expect(fingerprintOf(push({ a: 1, b: 2 }))).toBe(fingerprintOf(push({ b: 2, a: 1 })));
  });

  test.each([
    ['a value', push({ a: 2 })],
    ['a value’s type', push({ a: '1' })],
    ['a column', push({ b: 1 })],
    ['the chatbot', { ...push({ a: 1 }), serialNumber: '9999' }],
    ['the ID', { ...push({ a: 1 }), row: { ID: 2, Data: { a: 1 } } }],
    ['the operation', { kind: 'delete', serialNumber: '3254', key: '1', keyType: 'URL' } as const],
  ])('changes with %s', (_, operation) => {
    expect(fingerprintOf(operation)).not.toBe(fingerprintOf(push({ a: 1 })));
  });
});

test('hashText is the first 128 bits of SHA-256 over UTF-8, for every text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const expected = createHash('sha256').update(Buffer.from(text, 'utf8')).digest('hex').slice(0, 32);
      expect(hashText(text)).toBe(expected);
    }),
  );
});

test('hashText takes a lone surrogate as the replacement character, as encoders do', () => {
  expect(hashText('a\ud800b')).toBe(hashText('a\ufffdb'));
});

describe('the fingerprint cell', () => {
  const confirmed = `v1:${'0123456789abcdef'.repeat(2)}`;

  const FIRST = { tries: 0, isUnclear: false };

  test.each([
    ['', { confirmed: '' }],
    [
      'run-1 sync try2 unclear',
      { confirmed: '', mark: { runId: 'run-1', action: 'sync', agreedDelete: '', tries: 2, isUnclear: true } },
    ],
    [confirmed, { confirmed }],
    ['run-1a2b sync', { confirmed: '', mark: { runId: 'run-1a2b', action: 'sync', agreedDelete: '', ...FIRST } }],
    [
      `${confirmed} run-1a2b push`,
      { confirmed, mark: { runId: 'run-1a2b', action: 'push', agreedDelete: '', ...FIRST } },
    ],
    [
      `run-1 delete ${confirmed}`,
      { confirmed: '', mark: { runId: 'run-1', action: 'delete', agreedDelete: confirmed, ...FIRST } },
    ],
    ['retry push', { confirmed: '', mark: { runId: '', action: 'push', agreedDelete: '', ...FIRST } }],
  ] as const)('"%s" is read and written back', (text, cell) => {
    expect(parseFingerprintCell(text)).toEqual(cell);
    expect(formatFingerprintCell(cell)).toBe(text);
  });

  test.each(['x', 'v1:12', `${confirmed}x`, 'run-1', 'run-1 fly', '=A1', `sync ${confirmed}`])(
    'the foreign text "%s" counts as empty',
    (text) => {
      expect(parseFingerprintCell(text)).toEqual({ confirmed: '' });
    },
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type FingerprintCell,
  formatFingerprintCell,
  isFingerprintCell,
  parseFingerprintCell,
} from '../../../src/core/own-cells/fingerprint-cell.ts';
import type { Action } from '../../../src/core/words/actions.ts';

describe('the fingerprint cell', () => {
  const confirmed = `v1:${'0123456789abcdef'.repeat(2)}`;

  const FIRST = { signature: '', attempts: 0, isUnclear: false, isUnderWay: false };

  test.each<readonly [string, FingerprintCell]>([
    ['', { confirmed: '' }],
    [
      'run-1 sync try2 unclear',
      {
        confirmed: '',
        mark: { ...FIRST, runId: 'run-1', action: 'sync', agreedDelete: '', attempts: 2, isUnclear: true },
      },
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
    [
      `${confirmed} run-1 delete ${confirmed} try9 unclear`,
      {
        confirmed,
        mark: { ...FIRST, runId: 'run-1', action: 'delete', agreedDelete: confirmed, attempts: 9, isUnclear: true },
      },
    ],
    [
      'run-1 sync sending',
      { confirmed: '', mark: { ...FIRST, runId: 'run-1', action: 'sync', agreedDelete: '', isUnderWay: true } },
    ],
    [
      `run-1 delete ${confirmed} try2 unclear sending after push unclear`,
      {
        confirmed: '',
        mark: {
          ...{ ...FIRST, runId: 'run-1', action: 'delete', agreedDelete: confirmed, attempts: 2 },
          ...{ isUnclear: true, isUnderWay: true },
          before: { action: 'push', agreedDelete: '', isUnclear: true },
        },
      },
    ],
    [
      `run-1 delete ${confirmed} s1:00112233aabbccdd try1`,
      {
        confirmed: '',
        mark: {
          ...{ ...FIRST, runId: 'run-1', action: 'delete', agreedDelete: confirmed, attempts: 1 },
          signature: '00112233aabbccdd',
        },
      },
    ],
    [
      `${confirmed} run-1 sync k1:00112233aabbccdd try1 unclear t1:0123456789abcdef changed sending after sync unclear t1:fedcba9876543210`,
      {
        confirmed,
        mark: {
          ...{ ...FIRST, runId: 'run-1', action: 'sync', agreedDelete: '', attempts: 1, isUnclear: true },
          ...{ key: '00112233aabbccdd', tried: '0123456789abcdef', isChanged: true, isUnderWay: true },
          before: { action: 'sync', agreedDelete: '', isUnclear: true, tried: 'fedcba9876543210' },
        },
      },
    ],
    [
      'retry sync changed',
      { confirmed: '', mark: { ...FIRST, runId: '', action: 'sync', agreedDelete: '', isChanged: true } },
    ],
    ['retry push', { confirmed: '', mark: { runId: '', action: 'push', agreedDelete: '', ...FIRST } }],
  ])('"%s" is read and written back', (text, cell) => {
    expect(parseFingerprintCell(text)).toEqual(cell);
    expect(formatFingerprintCell(cell)).toBe(text);
  });

  test('gives back whatever a run has written', () => {
    const anyFingerprint = fc.constantFrom('', confirmed, `v1:${'f'.repeat(32)}`);
    const anyHash = fc.constantFrom('0123456789abcdef', 'f'.repeat(16));
    const anyWish = {
      action: fc.constantFrom<Action>('push', 'sync', 'delete'),
      agreedDelete: anyFingerprint,
      isUnclear: fc.boolean(),
      tried: anyHash,
      isChanged: fc.constant<true>(true),
    };
    const anyMark = fc.record(
      {
        ...{ ...anyWish, runId: fc.constantFrom('', 'run-1', 'run-9z8y7x'), attempts: fc.nat(99) },
        ...{
          isUnderWay: fc.boolean(),
          before: fc.record(anyWish, { requiredKeys: ['action', 'agreedDelete', 'isUnclear'] }),
        },
        ...{ signature: fc.constantFrom('', '0123456789abcdef'), key: anyHash },
      },
      { requiredKeys: ['action', 'agreedDelete', 'isUnclear', 'isUnderWay', 'runId', 'signature', 'attempts'] },
    );
    const anyCell = fc.record({ confirmed: anyFingerprint, mark: anyMark }, { requiredKeys: ['confirmed'] });
    fc.assert(
      fc.property(anyCell, (cell) => {
        const text = formatFingerprintCell(cell);
        expect(isFingerprintCell(text)).toBe(true);
        expect(parseFingerprintCell(text)).toEqual(cell);
      }),
    );
  });

  test('is read although spaces stand around it', () => {
    expect(parseFingerprintCell(` ${confirmed}\n`)).toEqual({ confirmed });
  });

  test.each(['', confirmed, ` ${confirmed} `, 'retry push', 'run-1 sync try2 unclear'])(
    '"%s" is one that a run may have written',
    (text) => {
      expect(isFingerprintCell(text)).toBe(true);
    },
  );

  test.each([
    'x',
    'v1:12',
    `${confirmed}x`,
    'run-1',
    'run-1 fly',
    '=A1',
    `sync ${confirmed}`,
    'run-1 sync try0',
    'run-1 sync sending unclear',
    'run-1 sync sending sending',
    'run-1 sync after push sending',
    `${confirmed} sending`,
    'run-1 sync after',
    'after sync',
    'run-1 sync k1:0011',
    'run-1 sync t1:0123456789abcdef unclear',
    'run-1 sync try1 k1:00112233aabbccdd',
  ])('the foreign text "%s" counts as empty', (text) => {
    expect(isFingerprintCell(text)).toBe(false);
    expect(parseFingerprintCell(text)).toEqual({ confirmed: '' });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMarkCell, isMarkCell, type MarkCell, parseMarkCell } from '../../../src/core/own-cells/mark-cell.ts';
import type { Action } from '../../../src/core/words/actions.ts';

describe('the mark cell', () => {
  const agreed = `v1:${'0123456789abcdef'.repeat(2)}`;

  const FIRST = { signature: '', attempts: 0, isUnclear: false, isUnderWay: false };

  test.each<readonly [string, MarkCell]>([
    ['', { isConfirmed: false }],
    [
      'run-1 sync try2 unclear',
      {
        isConfirmed: false,
        mark: { ...FIRST, runId: 'run-1', action: 'sync', agreedDelete: '', attempts: 2, isUnclear: true },
      },
    ],
    ['v1:confirmed', { isConfirmed: true }],
    ['run-1a2b sync', { isConfirmed: false, mark: { runId: 'run-1a2b', action: 'sync', agreedDelete: '', ...FIRST } }],
    [
      `v1:confirmed run-1a2b push`,
      { isConfirmed: true, mark: { runId: 'run-1a2b', action: 'push', agreedDelete: '', ...FIRST } },
    ],
    [
      `run-1 delete ${agreed}`,
      { isConfirmed: false, mark: { runId: 'run-1', action: 'delete', agreedDelete: agreed, ...FIRST } },
    ],
    [
      `v1:confirmed run-1 delete ${agreed} try9 unclear`,
      {
        isConfirmed: true,
        mark: { ...FIRST, runId: 'run-1', action: 'delete', agreedDelete: agreed, attempts: 9, isUnclear: true },
      },
    ],
    [
      'run-1 sync sending',
      { isConfirmed: false, mark: { ...FIRST, runId: 'run-1', action: 'sync', agreedDelete: '', isUnderWay: true } },
    ],
    [
      `run-1 delete ${agreed} try2 unclear sending after push unclear`,
      {
        isConfirmed: false,
        mark: {
          ...FIRST,
          runId: 'run-1',
          action: 'delete',
          agreedDelete: agreed,
          attempts: 2,
          isUnclear: true,
          isUnderWay: true,
          before: { action: 'push', agreedDelete: '', isUnclear: true },
        },
      },
    ],
    [
      `run-1 delete ${agreed} s1:00112233aabbccdd try1`,
      {
        isConfirmed: false,
        mark: {
          ...FIRST,
          runId: 'run-1',
          action: 'delete',
          agreedDelete: agreed,
          attempts: 1,
          signature: '00112233aabbccdd',
        },
      },
    ],
    [
      `v1:confirmed run-1 sync k1:00112233aabbccdd try1 unclear t1:0123456789abcdef changed sending after sync unclear t1:fedcba9876543210`,
      {
        isConfirmed: true,
        mark: {
          ...FIRST,
          runId: 'run-1',
          action: 'sync',
          agreedDelete: '',
          attempts: 1,
          isUnclear: true,
          key: '00112233aabbccdd',
          tried: '0123456789abcdef',
          isChanged: true,
          isUnderWay: true,
          before: { action: 'sync', agreedDelete: '', isUnclear: true, tried: 'fedcba9876543210' },
        },
      },
    ],
    [
      'retry sync changed',
      { isConfirmed: false, mark: { ...FIRST, runId: '', action: 'sync', agreedDelete: '', isChanged: true } },
    ],
    ['retry push', { isConfirmed: false, mark: { runId: '', action: 'push', agreedDelete: '', ...FIRST } }],
  ])('"%s" is read and written back', (text, cell) => {
    expect(parseMarkCell(text)).toEqual(cell);
    expect(formatMarkCell(cell)).toBe(text);
  });

  test('gives back whatever a run has written', () => {
    const anyFingerprint = fc.constantFrom('', agreed, `v1:${'f'.repeat(32)}`);
    const anyHash = fc.constantFrom('0123456789abcdef', 'f'.repeat(16));
    const anyWish = {
      action: fc.constantFrom<Action>('push', 'sync', 'create', 'delete'),
      agreedDelete: anyFingerprint,
      isUnclear: fc.boolean(),
      tried: anyHash,
      isChanged: fc.constant<true>(true),
    };
    const anyMark = fc.record(
      {
        ...anyWish,
        runId: fc.constantFrom('', 'run-1', 'run-9z8y7x'),
        attempts: fc.nat(99),
        isUnderWay: fc.boolean(),
        before: fc.record(anyWish, { requiredKeys: ['action', 'agreedDelete', 'isUnclear'] }),
        signature: fc.constantFrom('', '0123456789abcdef'),
        key: anyHash,
      },
      { requiredKeys: ['action', 'agreedDelete', 'isUnclear', 'isUnderWay', 'runId', 'signature', 'attempts'] },
    );
    const anyCell = fc.record({ isConfirmed: fc.boolean(), mark: anyMark }, { requiredKeys: ['isConfirmed'] });
    fc.assert(
      fc.property(anyCell, (cell) => {
        const text = formatMarkCell(cell);
        expect(isMarkCell(text)).toBe(true);
        expect(parseMarkCell(text)).toEqual(cell);
      }),
    );
  });

  test('is read although spaces stand around it', () => {
    expect(parseMarkCell(' v1:confirmed\n')).toEqual({ isConfirmed: true });
  });

  test.each(['', 'v1:confirmed', ' v1:confirmed ', 'retry push', 'run-1 sync try2 unclear'])(
    '"%s" is one that a run may have written',
    (text) => {
      expect(isMarkCell(text)).toBe(true);
    },
  );

  test.each([
    'x',
    'v1:12',
    'v1:confirmedx',
    agreed,
    'run-1',
    'run-1 fly',
    '=A1',
    'sync v1:confirmed',
    'run-1 sync try0',
    'run-1 sync sending unclear',
    'run-1 sync sending sending',
    'run-1 sync after push sending',
    'v1:confirmed sending',
    'run-1 sync after',
    'after sync',
    'run-1 sync k1:0011',
    'run-1 sync t1:0123456789abcdef unclear',
    'run-1 sync try1 k1:00112233aabbccdd',
  ])('the foreign text "%s" counts as empty', (text) => {
    expect(isMarkCell(text)).toBe(false);
    expect(parseMarkCell(text)).toEqual({ isConfirmed: false });
  });
});

import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../../src/core/actions/fingerprint.ts';
import { updateOf } from '../../../src/core/actions/sync-listings/update-operation.ts';

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

  test('stays the same from one version of the add-on to the next, or every row would be sent again', () => {
    expect(fingerprintOf(push({ a: 1, b: 'two' }))).toBe('v1:5a14eb1dc36b2c9f0725e2150b94833c');
    const body = { SerialNumber: '3254', Key: 'K1', KeyType: 'URL' } as const;
    expect(fingerprintOf(updateOf(body))).toBe('v1:25b571341dfa08e9276167b1a0bb1841');
    const deleted = { kind: 'delete', serialNumber: '3254', key: 'K1', keyType: 'URL' } as const;
    expect(fingerprintOf(deleted)).toBe('v1:7ac02755f173c08067401367e454f610');
  });
});

test('what was confirmed at one address of the platform is not confirmed at another', () => {
  const usual = fingerprintOf(push({ a: 1 }));
  expect(fingerprintOf(push({ a: 1 }), 'https://usapi.hottask.com')).toBe(usual);
  expect(fingerprintOf(push({ a: 1 }), 'https://api.example.com')).not.toBe(usual);
  expect(fingerprintOf(push({ a: 1 }), 'https://api.example.com')).not.toBe(
    fingerprintOf(push({ a: 1 }), 'https://api.example.org'),
  );
});

describe('the fingerprint of an update', () => {
  const body = { SerialNumber: '3254', Key: 'K1', KeyType: 'URL', City: 'Boulder' } as const;

  test('is that of its content, however often the body is built', () => {
    expect(fingerprintOf(updateOf({ ...body }))).toBe(fingerprintOf(updateOf(body)));
    expect(fingerprintOf(updateOf({ ...body, State: undefined }))).toBe(fingerprintOf(updateOf(body)));
  });

  test.each([
    ['a value', { ...body, City: 'Portland' }],
    ['a member', { ...body, State: 'CO' }],
    ['the chatbot', { ...body, SerialNumber: '9999' }],
  ])('changes with %s', (_, other) => {
    expect(fingerprintOf(updateOf(other))).not.toBe(fingerprintOf(updateOf(body)));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Endpoint } from '../../../src/core/api/endpoints.ts';
import { readAnswer, readRetryAfter } from '../../../src/core/api/response.ts';

const NOW = Date.UTC(2026, 10, 21);
const answered = (status: number, text: string, retryAfter = '') =>
  ({ kind: 'answered', status, text, retryAfter }) as const;
const envelope = (data: unknown, more: object = {}) =>
  JSON.stringify({ Data: data, Version: '1.0.0', Success: true, Code: 200, Message: '', ...more });
const read = (endpoint: Endpoint, status: number, text: string) => readAnswer(endpoint, answered(status, text), NOW);
const kindOf = (endpoint: Endpoint, status: number, text: string) => {
  const answer = read(endpoint, status, text);
  return answer.ok ? 'ok' : answer.error.kind;
};

describe('a documented answer', () => {
  test.each<[string, Endpoint, string, object]>([
    ['one updated listing', 'updateListing', envelope(1), { updatedCount: 1 }],
    ['no updated listing', 'updateListing', envelope(0), { updatedCount: 0 }],
    ['a delete count', 'deleteListings', envelope({ SuccessCount: 2 }), { deletedCount: 2 }],
    ['updated row IDs', 'updateRows', envelope([1, 2]), { updatedIds: [1, 2] }],
    ['no updated row', 'updateRows', envelope([]), { updatedIds: [] }],
    ['knowledge items', 'getSource', envelope([{ ID: 7, Type: 'Text' }]), { itemCount: 1 }],
    [
      'names in another case',
      'deleteListings',
      '{"data":{"successcount":1},"success":true,"code":200}',
      { deletedCount: 1 },
    ],
    ['a code written as text', 'updateListing', '{"Data":1,"Success":true,"Code":"200"}', { updatedCount: 1 }],
  ])('is read: %s', (_, endpoint, text, value) => {
    expect(read(endpoint, 200, text)).toEqual({ ok: true, value: { endpoint, ...value } });
  });
});

describe('an answer that is no success', () => {
  test.each<[string, number, string, string]>([
    ['401', 401, '', 'unauthorized'],
    ['403', 403, '<html>', 'unauthorized'],
    ['a refused key inside a 200', 200, '{"Success":false,"Code":401,"Message":"no"}', 'unauthorized'],
    ['429', 429, '', 'rateLimited'],
    ['408', 408, '', 'server'],
    ['425', 425, '', 'server'],
    ['500', 500, 'oops', 'server'],
    ['503 with an envelope', 503, envelope(1), 'server'],
    ['302', 302, '', 'moved'],
    ['400', 400, envelope(null, { Success: false, Code: 400 }), 'refused'],
    ['413', 413, '', 'refused'],
    ['Success false in a 200', 200, envelope(1, { Success: false }), 'refused'],
    ['another Code in a 200', 200, envelope(1, { Code: 500 }), 'refused'],
    ['HTML in a 200', 200, '<html><body>Sign in</body></html>', 'unreadable'],
    ['JSON that was cut off', 200, '{"Data":1,"Succ', 'unreadable'],
    ['an empty body', 200, '', 'unreadable'],
    ['JSON that is no object', 200, '[1]', 'unreadable'],
    ['an object without an envelope', 200, '{"Data":1}', 'unreadable'],
  ])('%s', (_, status, text, kind) => {
    expect(kindOf('updateListing', status, text)).toBe(kind);
  });

  test.each<[string, Endpoint, unknown]>([
    ['an update count that is text', 'updateListing', '1'],
    ['a negative count', 'updateListing', -1],
    ['a delete without SuccessCount', 'deleteListings', {}],
    ['a delete count of the wrong kind', 'deleteListings', { SuccessCount: '1' }],
    ['knowledge items where row IDs belong', 'updateRows', [{ ID: 377631, Type: 'Text' }]],
    ['row IDs as text', 'updateRows', ['1']],
    ['null', 'updateRows', null],
    ['row IDs where knowledge items belong', 'getSource', [1, 2]],
  ])('is unreadable: Data holds %s', (_, endpoint, data) => {
    expect(kindOf(endpoint, 200, envelope(data))).toBe('unreadable');
  });

  test('carries the platform’s words and its code', () => {
    const answer = read(
      'updateListing',
      200,
      envelope(null, { Success: false, Code: 422, Message: 'Year is  wrong\n' }),
    );
    expect(answer).toEqual({
      ok: false,
      error: {
        kind: 'refused',
        code: 422,
        message: 'The platform refused it (code 422) with the message "Year is wrong"',
      },
    });
  });

  test('shortens a message of any length', () => {
    const answer = read('updateListing', 200, envelope(null, { Success: false, Message: 'x'.repeat(5000) }));
    expect(answer.ok ? 0 : answer.error.message.length).toBeLessThan(400);
  });
});

test('reading never throws, whatever comes back', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<Endpoint>('updateListing', 'deleteListings', 'updateRows', 'getSource'),
      fc.nat(599),
      fc.oneof(fc.string(), fc.json()),
      fc.string(),
      (endpoint, status, text, retryAfter) => {
        expect(typeof readAnswer(endpoint, answered(status, text, retryAfter), NOW).ok).toBe('boolean');
      },
    ),
  );
});

test('no text but the documented envelope is ever taken for a success', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const answer = read('updateListing', 200, text);
      if (!answer.ok) return;
      const parsed = JSON.parse(text);
      expect(Object.keys(parsed).some((name) => name.toLowerCase() === 'data')).toBe(true);
    }),
  );
});

test.each([
  ['2', 2000],
  [' 120 ', 120_000],
  ['0', 0],
  ['Sat, 21 Nov 2026 00:00:30 GMT', 30_000],
  ['Fri, 20 Nov 2026 00:00:00 GMT', 0],
  ['', undefined],
  ['soon', undefined],
  ['-5', undefined],
  ['1.5', undefined],
])('Retry-After "%s" asks to wait %s ms', (header, waitMs) => {
  expect(readRetryAfter(header, NOW)).toBe(waitMs);
});

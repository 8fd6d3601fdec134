import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Endpoint } from '../../../src/core/platform/endpoints.ts';
import type { ApiError } from '../../../src/core/platform/errors.ts';
import { readAnswer, readRetryAfter, type TransportAnswer } from '../../../src/core/platform/read-answer.ts';

const NOW = Date.UTC(2026, 10, 21);
const answered = (status: number, text: string, retryAfter = '') =>
  ({ kind: 'answered', status, text, retryAfter }) as const;
const envelope = (data: unknown, more: object = {}) =>
  JSON.stringify({ Data: data, Version: '1.0.0', Success: true, Code: 200, Message: '', ...more });
const read = (endpoint: Endpoint, status: number, text: string) => readAnswer(endpoint, answered(status, text), NOW);
const errorOf = (status: number, text: string, retryAfter = '') => {
  const answer = readAnswer('updateListing', answered(status, text, retryAfter), NOW);
  return answer.ok ? undefined : answer.error;
};
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
    ['a success without a code', 'updateListing', '{"Data":1,"Success":true}', { updatedCount: 1 }],
  ])('is read: %s', (_, endpoint, text, value) => {
    expect(read(endpoint, 200, text)).toEqual({ ok: true, value: { endpoint, ...value } });
  });

  test.each([200, 201, 299])('is read whatever the 2xx status: %i', (status) => {
    expect(kindOf('updateListing', status, envelope(1))).toBe('ok');
  });
});

test.each<[TransportAnswer, ApiError]>([
  [
    { kind: 'failed', reason: 'DNS error' },
    { kind: 'network', message: 'The platform could not be reached: DNS error' },
  ],
  [
    { kind: 'throttled', retryAfterMs: 15_000 },
    { kind: 'rateLimited', message: 'Google asks to send fewer requests at a time', retryAfterMs: 15_000 },
  ],
  [
    { kind: 'quota', reason: 'Service invoked too many times for one day: urlfetch.' },
    { kind: 'quota', message: 'Service invoked too many times for one day: urlfetch.' },
  ],
])('no answer at all is an error without a code: %o', (answer, error) => {
  expect(readAnswer('updateListing', answer, NOW)).toStrictEqual({ ok: false, error });
});

describe('what a create answers, which no document says', () => {
  test.each<[string, unknown]>([
    ['the key of the new listing', 'a7f3'],
    ['how many were created', 1],
    ['the listing, with its key', { Key: 'a7f3', MLSNumber: '0045671' }],
  ])('is believed where it is %s', (_, data) => {
    expect(read('createListing', 200, envelope(data))).toEqual({ ok: true, value: { endpoint: 'createListing' } });
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['an empty text', ''],
    ['a text of spaces', '  '],
    ['none created', 0],
    ['a number below none', -1],
    ['half a listing', 0.5],
    ['a number that is not exact', 2 ** 60],
    ['yes', true],
    ['a listing without a key', { MLSNumber: '0045671' }],
    ['a listing whose key is empty', { Key: '', MLSNumber: '0045671' }],
    ['an empty object', {}],
  ])('says nothing clear where it is %s', (_, data) => {
    expect(kindOf('createListing', 200, envelope(data))).toBe('unreadable');
  });
});

test('listings come as the page that can be told from the answer, or as none', () => {
  expect(read('listListings', 200, envelope([{ Key: 'a7f3', MLSNumber: '0045671' }]))).toMatchObject({
    value: { endpoint: 'listListings', page: { listings: [{ key: 'a7f3', values: { MLSNumber: '0045671' } }] } },
  });
  expect(read('listListings', 200, envelope('soon'))).toEqual({
    ok: true,
    value: { endpoint: 'listListings', page: undefined },
  });
});

describe('an answer that is no success', () => {
  test.each<[string, number, string, string]>([
    ['401', 401, '', 'unauthorized'],
    ['403', 403, '<html>', 'unauthorized'],
    ['a refused key inside a 200', 200, '{"Success":false,"Code":401,"Message":"no"}', 'unauthorized'],
    ['a forbidden key inside a 200', 200, '{"Success":false,"Code":"403"}', 'unauthorized'],
    ['429', 429, '', 'rateLimited'],
    ['408', 408, '', 'server'],
    ['425', 425, '', 'server'],
    ['500', 500, 'oops', 'server'],
    ['503 with an envelope', 503, envelope(1), 'server'],
    ['199', 199, envelope(1), 'refused'],
    ['300', 300, envelope(1), 'moved'],
    ['302', 302, '', 'moved'],
    ['399', 399, '', 'moved'],
    ['400 without an envelope', 400, '', 'refused'],
    ['400', 400, envelope(null, { Success: false, Code: 400 }), 'refused'],
    ['413', 413, '', 'refused'],
    ['Success false in a 200', 200, envelope(1, { Success: false }), 'refused'],
    ['Success false without a Code', 200, '{"Data":1,"Success":false}', 'refused'],
    ['a Code without Success', 200, '{"Data":1,"Code":200}', 'refused'],
    ['another Code in a 200', 200, envelope(1, { Code: 422 }), 'refused'],
    ['a Code 500 in a 200', 200, envelope(1, { Success: false, Code: 500 }), 'server'],
    ['a Code 503 that says success', 200, envelope(1, { Code: 503 }), 'server'],
    ['a Code 408 as text', 200, envelope(1, { Success: false, Code: '408' }), 'server'],
    ['a Code 425', 200, envelope(1, { Success: false, Code: 425 }), 'server'],
    ['a Code 429', 200, envelope(1, { Success: false, Code: 429 }), 'rateLimited'],
    ['the last Code of HTTP', 200, envelope(1, { Success: false, Code: 599 }), 'server'],
    ['a Code beyond HTTP', 200, envelope(1, { Success: false, Code: 600 }), 'refused'],
    ['a Code far beyond HTTP', 200, envelope(1, { Success: false, Code: 5001 }), 'refused'],
    ['a Code that redirects', 200, envelope(1, { Success: false, Code: 302 }), 'refused'],
    ['a Code in words beside a refusal', 200, envelope(1, { Success: false, Code: '429 slow down' }), 'refused'],
    ['a Code in words beside a success', 200, envelope(1, { Code: '200 OK' }), 'unreadable'],
    ['a Code with decimals', 200, envelope(1, { Code: 200.5 }), 'unreadable'],
    ['a Code in a list', 200, envelope(1, { Code: ['200'] }), 'unreadable'],
    ['a Code that is nothing', 200, envelope(1, { Code: null }), 'unreadable'],
    ['202, which only accepts', 202, envelope(1), 'unreadable'],
    ['206, a part of an answer', 206, envelope(1), 'unreadable'],
    ['two members that differ in case', 200, '{"Success":true,"success":false,"Code":200,"Data":1}', 'unreadable'],
    ['two Data', 200, '{"Success":true,"Code":200,"data":0,"Data":1}', 'unreadable'],
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
    ['two counts of deletes', 'deleteListings', { SuccessCount: 2, successCount: 0 }],
    ['a delete count of the wrong kind', 'deleteListings', { SuccessCount: '1' }],
    ['knowledge items where row IDs belong', 'updateRows', [{ ID: 377631, Type: 'Text' }]],
    ['row IDs as text', 'updateRows', ['1']],
    ['null', 'updateRows', null],
    ['row IDs where knowledge items belong', 'getSource', [1, 2]],
  ])('is unreadable: Data holds %s', (_, endpoint, data) => {
    expect(kindOf(endpoint, 200, envelope(data))).toBe('unreadable');
  });

  test.each<[string, string, ApiError]>([
    [
      'with its words and its code',
      envelope(null, { Success: false, Code: 422, Message: 'Year is  wrong\n' }),
      { kind: 'refused', code: 422, message: 'The platform refused it (code 422) with the message "Year is wrong"' },
    ],
    [
      'without words',
      envelope(null, { Success: false, Code: 422 }),
      { kind: 'refused', code: 422, message: 'The platform refused it (code 422) without giving a reason' },
    ],
    [
      'with words that are no text',
      envelope(null, { Success: false, Code: 422, Message: { en: 'wrong' } }),
      { kind: 'refused', code: 422, message: 'The platform refused it (code 422) without giving a reason' },
    ],
    [
      'without a code',
      '{"Success":false,"Message":"Year is wrong"}',
      { kind: 'refused', message: 'The platform refused it with the message "Year is wrong"' },
    ],
    [
      'in a sentence of its own',
      '{"Success":false,"Message":"Year is wrong."}',
      { kind: 'refused', message: 'The platform refused it with the message "Year is wrong"' },
    ],
  ])('is a refusal of the platform %s', (_, text, error) => {
    expect(errorOf(200, text)).toStrictEqual(error);
  });

  test.each<[string, string, ApiError]>([
    ['its words', envelope(null, { Message: 'Down' }), unavailable('503 and the message "Down"')],
    [
      'its words, without their full stop',
      envelope(null, { Message: 'Down.' }),
      unavailable('503 and the message "Down"'),
    ],
    ['an envelope without words', envelope(null), unavailable('503')],
    ['no envelope', '<html>', unavailable('503')],
  ])('is an HTTP status with %s', (_, text, error) => {
    expect(errorOf(503, text)).toStrictEqual(error);
  });

  test('says how long the platform asked to wait', () => {
    expect(errorOf(200, envelope(null, { Success: false, Code: 429, Message: 'Slow down' }), '2')).toStrictEqual({
      kind: 'rateLimited',
      code: 429,
      message: 'The platform could not do it (code 429) with the message "Slow down"',
      retryAfterMs: 2000,
    });
    expect(errorOf(503, '', '2')).toStrictEqual({ ...unavailable('503'), retryAfterMs: 2000 });
  });

  test.each<[string, Omit<ApiError, 'kind'>]>([
    ['', { message: 'The answer is empty', code: 200 }],
    [' \n', { message: 'The answer is empty', code: 200 }],
    ['\n <html><body>Sign in</body></html>', { message: 'The answer is a web page, not data', code: 200 }],
    ['{"Data":1,"Succ', { message: 'The answer is cut off or not JSON', code: 200 }],
    ['{"Data":"<', { message: 'The answer is cut off or not JSON', code: 200 }],
    ['{"Data":1}', { message: 'The answer is not the documented envelope' }],
    [
      `{"Success":true,"Data":${'['.repeat(120)}${']'.repeat(120)}}`,
      { message: 'The answer is nested too deeply to be read', code: 200 },
    ],
    [envelope('1'), { message: 'The answer to RealEstateUpdate does not hold the data the document promises' }],
  ])('is unreadable: %j', (text, error) => {
    expect(errorOf(200, text)).toStrictEqual({ kind: 'unreadable', ...error });
  });

  test('carries the platform’s words without the key', () => {
    const text = envelope(null, { Success: false, Code: 422, Message: 'secret\u002dkey is wrong' });
    const answer = readAnswer('updateListing', answered(200, text), NOW, (words) =>
      words.replace('secret-key', '••••'),
    );
    expect(answer).toMatchObject({
      error: { message: 'The platform refused it (code 422) with the message "•••• is wrong"' },
    });
  });

  test('carries no part of a key that stands where its words are cut', () => {
    const text = envelope(null, { Success: false, Code: 422, Message: `${'x'.repeat(295)}secret-key is wrong` });
    const answer = readAnswer('updateListing', answered(200, text), NOW, (words) =>
      words.replace('secret-key', '••••'),
    );
    const shown = `${'x'.repeat(295)}••••…`;
    expect(answer).toMatchObject({
      error: { message: `The platform refused it (code 422) with the message "${shown}"` },
    });
  });

  test.each([
    ['300 characters', 'x'.repeat(300), 'x'.repeat(300)],
    ['301 characters', 'x'.repeat(301), `${'x'.repeat(299)}…`],
    ['5,000 characters', 'x'.repeat(5000), `${'x'.repeat(299)}…`],
  ])('carries 300 characters of the platform’s words at most: %s', (_, words, shown) => {
    const error = errorOf(200, envelope(null, { Success: false, Code: 422, Message: words }));
    expect(error?.message).toBe(`The platform refused it (code 422) with the message "${shown}"`);
  });
});

function unavailable(status: string): ApiError {
  return { kind: 'server', code: 503, message: `The platform answered with HTTP status ${status}` };
}

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

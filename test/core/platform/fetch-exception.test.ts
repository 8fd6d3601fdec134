import { describe, expect, test } from 'vitest';
import { exceptionText, readFetchException } from '../../../src/core/platform/fetch-exception.ts';

describe('what UrlFetchApp throws', () => {
  test.each([
    ['DNS error: https://usapi.hottask.com/x?y=1', { kind: 'failed', reason: 'DNS error: the platform' }],
    ['Address unavailable: https://usapi.hottask.com', { kind: 'failed', reason: 'Address unavailable: the platform' }],
    [
      'Service invoked too many times for one day: urlfetch.',
      { kind: 'quota', reason: 'Service invoked too many times for one day: urlfetch.' },
    ],
    [
      'Dienst an einem Tag zu häufig aufgerufen: urlfetch.',
      { kind: 'quota', reason: 'Dienst an einem Tag zu häufig aufgerufen: urlfetch.' },
    ],
    ['Service unavailable: UrlFetch', { kind: 'failed', reason: 'Service unavailable: UrlFetch' }],
    ['Service error: UrlFetch', { kind: 'failed', reason: 'Service error: UrlFetch' }],
    ['Timeout: secret-key-123', { kind: 'failed', reason: 'Timeout: ••••' }],
    ['\n Timeout:  https://usapi.hottask.com \t ', { kind: 'failed', reason: 'Timeout: the platform' }],
  ])('"%s"', (message, answer) => {
    expect(readFetchException(new Error(message), 'secret-key-123')).toEqual(answer);
  });

  test.each([
    'Service invoked too many times in a short time: urlfetch rate max. Try Utilities.sleep(1000) between calls.',
    'Bandwidth quota exceeded: https://usapi.hottask.com. Try reducing the rate of data transfer.',
    'Script invoked too many times per second for this Google user account.',
    'Dienst zu häufig aufgerufen: urlfetch. Versuchen Sie Utilities.sleep(1000) zwischen den Aufrufen.',
  ])('that asks to go slower is waited out for fifteen seconds: "%s"', (message) => {
    expect(readFetchException(new Error(message), 'secret-key-123')).toEqual({
      kind: 'throttled',
      retryAfterMs: 15_000,
    });
  });
});

test.each<[string, unknown, string]>([
  ['an Error', new Error('It went wrong'), 'It went wrong'],
  ['an error of another realm', { message: 'It went wrong' }, 'It went wrong'],
  ['a message that is no text', { message: 404 }, '404'],
  ['an object without a message', ['a', 'b'], 'a,b'],
  ['a text', 'It went wrong', 'It went wrong'],
  ['null', null, 'null'],
  ['nothing', undefined, 'undefined'],
])('%s has words', (_, exception, words) => {
  expect(exceptionText(exception)).toBe(words);
});

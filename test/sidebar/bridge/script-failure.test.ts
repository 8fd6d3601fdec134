/** What errors of `google.script.run` are turned into. */
import { describe, expect, test } from 'vitest';
import { noAnswerFailure, scriptFailure } from '../../../src/sidebar/bridge/script-failure.ts';

describe('an error of google.script.run', () => {
  test.each([
    [
      "ScriptError: We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
      'authorization',
    ],
    ['ScriptError: Authorization is required to perform that action.', 'authorization'],
    ['NetworkError: Connection failure due to HTTP 0', 'offline'],
    ['NetworkError: Connection failure due to HTTP 500', 'offline'],
    ['NetworkError: Connection failure due to HTTP 429', 'quota'],
    ['Exception: Service invoked too many times for one day: urlfetch.', 'quota'],
    ['There are too many simultaneous invocations: Spreadsheets', 'quota'],
    ['ScriptError: Exceeded maximum execution time', 'noAnswer'],
    ['Script function not found: getOverview', 'unexpected'],
    ['TypeError: x is not a function', 'unexpected'],
  ])('“%s” is of the kind %s', (text, kind) => {
    expect(scriptFailure(new Error(text)).kind).toBe(kind);
  });

  test('about several signed-in accounts names the fix in one sentence', () => {
    expect(scriptFailure(new Error('Error code PERMISSION_DENIED.')).nextStep).toBe(
      'Close and reopen the sidebar; if it happens again, use a browser profile that is signed in to one Google account only.',
    );
  });

  test('that is not known is quoted without its technical prefixes', () => {
    expect(scriptFailure(new Error('ScriptError: Exception: Range not found')).message).toBe(
      'Google reported: Range not found',
    );
  });

  test('that is very long is cut', () => {
    expect(scriptFailure('x'.repeat(5000)).message).toBe(`Google reported: ${'x'.repeat(200)}`);
  });

  test.each([[undefined], [null], [{}], [''], [42]])('%o still becomes a failure with words', (error) => {
    expect(scriptFailure(error).message).toBe('Google reported an error without a text.');
  });
});

test('a call that is never answered says how long it was waited for', () => {
  expect(noAnswerFailure(60_000)).toEqual({
    kind: 'noAnswer',
    message: 'Google did not answer within 60 seconds.',
    nextStep: 'Check your internet connection and try again; doing it twice is harmless.',
  });
});

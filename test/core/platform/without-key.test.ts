import { describe, expect, test } from 'vitest';
import { withoutKey } from '../../../src/core/platform/without-key.ts';

const KEY = 'a/b+c=d&e"f\\g';

describe('the key is removed from what comes from outside', () => {
  test.each([
    ['as it is', KEY],
    ['in capitals', KEY.toUpperCase()],
    ['as in an address', encodeURIComponent(KEY)],
    ['as in an address, with small digits', encodeURIComponent(KEY).toLowerCase()],
    ['as in JSON', JSON.stringify(KEY).slice(1, -1)],
    ['as in JSON that escapes slashes', JSON.stringify(KEY).slice(1, -1).replaceAll('/', '\\/')],
    [
      'as in JSON that escapes signs by their code',
      KEY.replaceAll('&', '\\u0026').replaceAll('"', '\\"').replaceAll('\\g', '\\\\g'),
    ],
    ['as in HTML with names', KEY.replaceAll('&', '&amp;').replaceAll('"', '&quot;')],
    ['as in HTML', KEY.replaceAll('/', '&#x2F;').replaceAll('"', '&#34;').replaceAll('&e', '&#038;e')],
  ])('%s', (_, spelled) => {
    expect(withoutKey(`The key ${spelled} is wrong: ${spelled}.`, KEY)).toBe('The key •••• is wrong: ••••.');
  });

  test('in no time where it has many backslashes', () => {
    const backslashes = '\\'.repeat(100);
    expect(withoutKey(backslashes.repeat(2), `${backslashes}a`)).toBe(backslashes.repeat(2));
    expect(withoutKey(`${backslashes.repeat(2)}a`, `${backslashes}a`)).toBe('••••');
  });

  test('and nothing else', () => {
    expect(withoutKey('a/b+c=d&e"f', KEY)).toBe('a/b+c=d&e"f');
    expect(withoutKey('There is no key.', '')).toBe('There is no key.');
  });
});

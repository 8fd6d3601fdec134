import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutKey } from '../../../src/core/platform/without-key.ts';

const KEY = 'a/b+c=d&e"f\\g';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const backwards = (text: string) => [...text].reverse().join('');

describe('the key is removed from what comes from outside', () => {
  test.each([
    ['as it is', KEY],
    ['in capitals', KEY.toUpperCase()],
    ['as in an address', encodeURIComponent(KEY)],
    ['as in an address, with small digits', encodeURIComponent(KEY).toLowerCase()],
    ['as in an address inside an address', encodeURIComponent(encodeURIComponent(KEY))],
    ['as in JSON', JSON.stringify(KEY).slice(1, -1)],
    ['as in JSON inside JSON', JSON.stringify(JSON.stringify(KEY).slice(1, -1)).slice(1, -1)],
    ['as in JSON that escapes slashes', JSON.stringify(KEY).slice(1, -1).replaceAll('/', '\\/')],
    [
      'as in JSON that escapes signs by their code',
      KEY.replaceAll('&', '\\u0026').replaceAll('"', '\\"').replaceAll('\\g', '\\\\g'),
    ],
    ['as in HTML with names', KEY.replaceAll('&', '&amp;').replaceAll('"', '&quot;')],
    ['as in HTML', KEY.replaceAll('/', '&#x2F;').replaceAll('"', '&#34;').replaceAll('&e', '&#038;e')],
    ['with a line break in it', 'a/b+c=\nd&e"f\\g'],
    ['with a line break of Windows and an indent', 'a/b+c=\r\n    d&e"f\\g'],
    ['with a line break that JSON has quoted twice', 'a/b+c=\\nd&e"f\\g'],
    ['with a space after every fourth sign', 'a/b+ c=d& e"f\\ g'],
    ['with spaces of no width', 'a/b\u200b+c=d\u00ad&e"f\u2060\\g'],
    ['with places where HTML may break a line', 'a/b+<wbr>c=d&e<br />"f\\g'],
    ['backwards', backwards(KEY)],
    ['backwards as in an address', encodeURIComponent(backwards(KEY))],
    ['as in an address, backwards', backwards(encodeURIComponent(KEY))],
    ['as hexadecimal digits', Buffer.from(KEY).toString('hex')],
    ['as hexadecimal digits in capitals', Buffer.from(KEY).toString('hex').toUpperCase()],
  ])('%s', (_, spelled) => {
    expect(withoutKey(`The key ${spelled} is wrong: ${spelled}.`, KEY)).toBe('The key •••• is wrong: ••••.');
  });

  test.each([
    ['alone', KEY],
    ['after a name', `Key ${KEY}`],
    ['after "Bearer"', `Bearer ${KEY}`],
    ['between a name and a password', `x:${KEY}:y`],
  ])('in Base64, %s', (_, whole) => {
    for (const code of [base64(whole), Buffer.from(whole).toString('base64url'), encodeURIComponent(base64(whole))]) {
      const left = withoutKey(`header ${code}`, KEY).slice('header '.length);
      expect(left).toContain('••••');
      // A digit at either end may be half of the key's; nothing that could be read is left of it.
      for (const part of left.split('••••'))
        expect(Buffer.from(decodeURIComponent(part), 'base64').toString()).not.toMatch(/a\/b|b\+c|e"f/);
    }
  });

  test('in Base64 that mail has broken into lines', () => {
    const code = base64(`Authorization: ${KEY}`);
    expect(withoutKey(`${code.slice(0, 24)}\r\n${code.slice(24)}`, KEY)).toBe('QXV0aG9yaXphdGlvbjog••••w==');
  });

  test('in the middle of words, also where it ends in half an escape', () => {
    expect(withoutKey('xsecret%41y', 'secret%')).toBe('x••••41y');
  });

  test('however it is broken and spelled, with what stands around it left as it was', () => {
    const sign = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code));
    const keys = fc.array(sign, { minLength: 8, maxLength: 60 }).map((signs) => signs.join(''));
    const spellings: readonly ((text: string) => string)[] = [
      (text) => text,
      encodeURIComponent,
      (text) => JSON.stringify(text).slice(1, -1),
      (text) => text.toUpperCase(),
      (text) => Buffer.from(text).toString('hex'),
      (text) => [...text].join('\u200b'),
      (text) => [...text].map((letter) => `&#${letter.charCodeAt(0)};`).join(''),
    ];
    fc.assert(
      fc.property(keys, fc.constantFrom(...spellings), (key, spell) => {
        expect(withoutKey(`Ünlü «${spell(key)}» ünlü`, key)).toBe('Ünlü «••••» ünlü');
      }),
    );
  });

  test('in no time where it has many backslashes', () => {
    const backslashes = '\\'.repeat(100);
    expect(withoutKey(backslashes.repeat(2), `${backslashes}a`)).toBe(backslashes.repeat(2));
    expect(withoutKey(`${backslashes.repeat(2)}a`, `${backslashes}a`)).toBe('••••');
  });

  test.each([
    ['beginnings of escapes', '%25'],
    ['beginnings of codes of HTML', '&#x000'],
    ['backslashes', '\\'],
    ['beginnings of the key', 'secret-key-471'],
    ['spaces', ' '],
  ])('in no time from a text of a hundred thousand %s', (_, part) => {
    const text = part.repeat(100_000);
    expect(withoutKey(`${text}secret-key-4711`, 'secret-key-4711')).toBe(`${text}••••`);
  });

  test('and nothing else', () => {
    expect(withoutKey('a/b+c=d&e"f', KEY)).toBe('a/b+c=d&e"f');
    expect(withoutKey('There is no key.', '')).toBe('There is no key.');
    expect(withoutKey('Row 7: 50%25 off\n“İstanbul” <b>\\n &amp; 100% 🏠', 'secret-key-4711')).toBe(
      'Row 7: 50%25 off\n“İstanbul” <b>\\n &amp; 100% 🏠',
    );
  });
});

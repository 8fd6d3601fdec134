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

  const LONG = 'red-Team-secret_4711-wxyz';
  const dashes = (dash: string) => LONG.replaceAll('-', dash);
  const each = (form: (sign: string) => string) => [...LONG].map(form).join('');
  const broken = (between: string) => `${LONG.slice(0, 9)}${between}${LONG.slice(9)}`;
  const passedOn: readonly (readonly [string, string])[] = [
    ...[
      '\u2010',
      '\u2011',
      '\u2012',
      '–',
      '—',
      '\u2212',
      '\uff0d',
      '--',
      '',
      ' ',
      '&ndash;',
      '&#8211;',
      '&amp;mdash;',
    ].map((dash) => [`with “${dash}” for each dash`, dashes(dash)] as const),
    ['with dashes as in an address', dashes('%E2%80%93')],
    ['with dashes as in JSON', dashes('\\u2014')],
    ...['\u2063', '\u2066', '\ufe0f', '\u034f', '\u3164', '\u{e0020}', '\u0000', '\u0332'].map(
      (sign) => [`with U+${sign.codePointAt(0)?.toString(16)} after every sign`, each((one) => one + sign)] as const,
    ),
    ...['&#8203;', '\\u200b', '%E2%80%8B', '&shy;', '&nbsp;', '<b>', '<!-- -->', '" + "', '=\r\n'].map(
      (between) => [`with “${between}” in it`, broken(between)] as const,
    ),
    ['in the other case', each((one) => (one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase()))],
    ['as in an old address', each((one) => `%u00${one.charCodeAt(0).toString(16)}`)],
    ['as in JavaScript', each((one) => `\\u{${one.charCodeAt(0).toString(16)}}`)],
    ['as in HTML without semicolons', each((one) => `&#${one.charCodeAt(0)}`)],
    ['as in HTML inside HTML', each((one) => `&amp;#${one.charCodeAt(0)};`)],
    [
      'as hexadecimal digits with colons',
      Buffer.from(LONG)
        .toString('hex')
        .replace(/..(?=.)/g, '$&:'),
    ],
    ['sign by sign', JSON.stringify([...LONG]).slice(2, -2)],
    ['in wide signs', each((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))],
    ['without its end', LONG.slice(0, 20)],
    ['without its beginning', LONG.slice(6)],
  ];
  test.each(passedOn)('%s, as far as letters and digits go', (_, spelled) => {
    const left = withoutKey(`The key ${spelled} is wrong.`, LONG);
    expect(left.replace(/[^A-Za-z0-9•]/g, '')).toBe('Thekey••••iswrong');
  });

  test('but no word that a long key happens to hold', () => {
    const words = 'The listing of the team is secret: WXYZ 4711.';
    expect(withoutKey(words, LONG)).toBe(words);
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
    ['beginnings of the key', 'secret-key-'],
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

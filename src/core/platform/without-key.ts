/** Removes the key from texts that come from outside, however they spell it. */
import { indexesOf, mayHold, skeletonRanges, type TextRange } from './key-skeleton.ts';

const MASK = '••••';

/** What stands between signs and is not seen, or breaks a line. */
const BREAK = String.raw`[\s\u00ad\u180e\u200b-\u200f\u2060\ufeff]+|<\/?w?br\s?\/?>`;

/** Backslashes in a row, or other signs, as many at a time as can be no escape and no break. */
const SIGN = String.raw`(?<backslash>\\)\\*|(?<others>[\w"'./:,;#{}\[\]()=+@-]+|[\s\S])`;

/** One sign as an address, JSON or HTML may spell it. */
const ESCAPE = String.raw`%(?:25)*(?<inAddress>[0-9a-f]{2})|\\+(?:u00|x)(?<inJson>[0-9a-f]{2})|&#x0*(?<inHtml>[0-9a-f]{2});|&#0*(?<decimal>\d{2,3});|&(?<name>amp|lt|gt|quot|apos);`;

/** A text that spells nothing in another way. */
const PLAIN = new RegExp(SIGN, 'gi');

/** The ways to read a text: as it stands, and with the line breaks that JSON has quoted. */
const READINGS: readonly RegExp[] = [
  new RegExp(`${BREAK}|${ESCAPE}|${SIGN}`, 'gi'),
  new RegExp(String.raw`${BREAK}|\\+[nrt]|${ESCAPE}|${SIGN}`, 'gi'),
];

const HTML_SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A text as it is meant, each of its signs with its place in the text as it is spelled. */
interface ReadText {
  /** In small letters. */
  readonly signs: string;
  readonly startIndexes: readonly number[];
  readonly endIndexes: readonly number[];
}

/**
 * The text with `••••` in place of the key: as it is, in capitals, spelled for an address, for JSON or for HTML, with breaks
 * in it, backwards, as hexadecimal digits, or in either alphabet of Base64, also where that spells more than the key. Of a key with
 * enough letters and digits these alone are compared, so that other dashes, quotes and what is not seen hide nothing; and of those
 * two thirds are enough.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4648 sections 4, 5 and 8 on Base64 and Base16 (read 2026-11-29).
 */
export function withoutKey(text: string, key: string): string {
  if (text === '' || key === '') return text;
  // A key that ends in half an escape reads as another one before certain signs; as it stands it is found all the same.
  const exact = [key, backwards(encodeURIComponent(key))].flatMap((code) => indexesOf(code, text));
  const codes = codesOf(key);
  const read = READINGS.flatMap((reading) => rangesOf(codes, text, reading));
  return masked(text, [...exact, ...read, ...skeletonRanges(text, key, codes)]);
}

/** The same of a long text, such as a list of listings, where at least the key's letters and digits are spelled as they are. */
export function longTextWithoutKey(text: string, key: string): string {
  return text.includes(key) || mayHold(text, codesOf(key)) ? withoutKey(text, key) : text;
}

/** What may stand for the key, apart from how its signs are spelled. */
function codesOf(key: string): readonly string[] {
  const quoted = JSON.stringify(key).slice(1, -1);
  return [key, quoted, quoted.replace(/\//g, '\\/'), backwards(key), hexDigits(key), ...base64Codes(key)];
}

function rangesOf(codes: readonly string[], text: string, reading: RegExp): readonly TextRange[] {
  const { signs, startIndexes, endIndexes } = readSigns(text, reading);
  // A sign of the key may look like an escape, and be one or not.
  const forms = codes.flatMap((code) => [readSigns(code, reading).signs, readSigns(code, PLAIN).signs]);
  return [...new Set(forms)].flatMap((form) =>
    indexesOf(form, signs).map(([first, end]): TextRange => [startIndexes[first] ?? 0, endIndexes[end - 1] ?? 0]),
  );
}

function readSigns(text: string, reading: RegExp): ReadText {
  const parts: string[] = [];
  const startIndexes: number[] = [];
  const endIndexes: number[] = [];
  for (const match of text.matchAll(reading)) {
    const signs = signsOf(match);
    const endIndex = match.index + match[0].length;
    // JSON makes twice as many backslashes each time it quotes: however many there are, they count as one.
    if (signs === '\\' && parts[parts.length - 1] === '\\') endIndexes[endIndexes.length - 1] = endIndex;
    else if (signs !== '') {
      parts.push(signs);
      const isRun = signs.length > 1;
      for (let offset = 0; offset < signs.length; offset += 1) {
        startIndexes.push(match.index + offset);
        endIndexes.push(isRun ? match.index + offset + 1 : endIndex);
      }
    }
  }
  return { signs: parts.join(''), startIndexes, endIndexes };
}

/** The sign that is meant, or several that stand for themselves; `''` for what only stands between signs. */
function signsOf({ groups = {} }: RegExpMatchArray): string {
  const { inAddress, inJson, inHtml, decimal, name, backslash, others = '' } = groups;
  const hex = inAddress ?? inJson ?? inHtml;
  if (hex !== undefined) return smallLetters(String.fromCharCode(Number.parseInt(hex, 16)));
  if (decimal !== undefined) return smallLetters(String.fromCharCode(Number(decimal)));
  if (name !== undefined) return HTML_SIGNS[name.toLowerCase()] ?? '';
  return backslash ?? smallLetters(others);
}

/** Of a single letter the small form may be longer; no key has such a letter. */
function smallLetters(signs: string): string {
  const small = signs.toLowerCase();
  return small.length === signs.length ? small : signs;
}

function masked(text: string, ranges: readonly TextRange[]): string {
  let result = '';
  let doneIndex = 0;
  for (const [startIndex, endIndex] of [...ranges].sort(([a], [b]) => a - b)) {
    if (startIndex >= doneIndex) result += text.slice(doneIndex, startIndex) + MASK;
    doneIndex = Math.max(doneIndex, endIndex);
  }
  return result + text.slice(doneIndex);
}

function backwards(text: string): string {
  return [...text].reverse().join('');
}

function hexDigits(key: string): string {
  return [...key].map((sign) => sign.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}

/** The digits of Base64; its other alphabet, for addresses, ends in `-_`. */
const BASE64_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** What of a key's Base64 is the same whatever stands before and after it: one code for each place in a group of three bytes. */
function base64Codes(key: string): readonly string[] {
  const bits = [...key].map((sign) => sign.charCodeAt(0).toString(2).padStart(8, '0')).join('');
  return [0, 4, 2].flatMap((skippedBits) => {
    const groups = bits.slice(skippedBits).match(/[01]{6}/g) ?? [];
    const code = groups.map((group) => BASE64_DIGITS[Number.parseInt(group, 2)] ?? '').join('');
    return [code, code.replace(/\+/g, '-').replace(/\//g, '_')];
  });
}

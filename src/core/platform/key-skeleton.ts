/**
 * Finds a key by its letters and digits alone. Dashes, quotes, spaces and what is not seen come and go where texts are passed on, so
 * nothing else of it is compared.
 */

/** Where a code begins in a text, and where it has ended. */
export type TextRange = readonly [startIndex: number, endIndex: number];

/** So few letters and digits stand in other words, too. */
const FEWEST_SIGNS = 8;

/** A part of a key this long shows too much of it. */
const FEWEST_OF_PART = 12;
const LARGEST_HIDDEN_PART = 2 / 3;

/** Signs spelled by their code, with the code; and what HTML says between signs. */
const CODES = [
  '%(?:25)*u(?<addressUnit>[0-9a-f]{4})',
  '%(?:25)*(?<addressByte>[0-9a-f]{2})',
  // Backslashes are taken all at once, whatever follows them.
  String.raw`\\+(?:u\{0*(?<jsonPoint>[0-9a-f]{1,6})\}|u(?<jsonUnit>[0-9a-f]{4})|x(?<jsonByte>[0-9a-f]{2})|[nrt])?`,
  String.raw`&(?:amp;)*#(?:x0*(?<htmlHex>[0-9a-f]{1,6})|0*(?<htmlDecimal>\d{1,7}));?`,
].join('|');
const BETWEEN = String.raw`&(?:amp;)*[a-z][a-z0-9]{1,20};|<!--|<\/?[a-z][^<>]{0,100}>`;
const READING = new RegExp(
  `${CODES}|${BETWEEN}|(?<plain>[a-z0-9]+)|(?<others>[^\\u0000-\\u007f])|[\\u0000-\\u007f]`,
  'giu',
);

/** A text's letters and digits in small form, each with its place in the text. */
interface Skeleton {
  readonly signs: string;
  readonly startIndexes: readonly number[];
  readonly endIndexes: readonly number[];
}

/**
 * Where one of the codes stands in a text, whatever stands between its letters and digits.
 *
 * @param key Also found where only a large part of it stands.
 * @param codes What else stands for the key.
 */
export function skeletonRanges(text: string, key: string, codes: readonly string[]): readonly TextRange[] {
  const { signs, startIndexes, endIndexes } = skeletonOf(text);
  const whole = [key, ...codes].map((code) => skeletonOf(code).signs).filter((code) => code.length >= FEWEST_SIGNS);
  return [...whole, ...partsOf(skeletonOf(key).signs)].flatMap((code) =>
    indexesOf(code, signs).map(([first, end]): TextRange => [startIndexes[first] ?? 0, endIndexes[end - 1] ?? 0]),
  );
}

/** Whether one of the codes stands in a text by its letters and digits, each of them spelled as it is: quick enough for long texts. */
export function mayHold(text: string, codes: readonly string[]): boolean {
  const signs = lettersAndDigits(text);
  return codes.map(lettersAndDigits).some((code) => code.length >= FEWEST_SIGNS && signs.includes(code));
}

function lettersAndDigits(text: string): string {
  return text.replace(/%[0-9a-f]{2}|\\u[0-9a-f]{4}|&#?\w{1,8};|[^a-z0-9]+/gi, '').toLowerCase();
}

/** Where a code stands in a text as it is. */
export function indexesOf(code: string, text: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  if (code === '') return ranges;
  for (let index = text.indexOf(code); index !== -1; index = text.indexOf(code, index + code.length))
    ranges.push([index, index + code.length]);
  return ranges;
}

/** All parts of a key that are so long that no more of it need be known. */
function partsOf(signs: string): readonly string[] {
  const length = Math.max(FEWEST_OF_PART, Math.ceil(signs.length * LARGEST_HIDDEN_PART));
  const count = Math.max(0, signs.length - length + 1);
  return Array.from({ length: count }, (_, index) => signs.slice(index, index + length));
}

function skeletonOf(text: string): Skeleton {
  const parts: string[] = [];
  const startIndexes: number[] = [];
  const endIndexes: number[] = [];
  for (const match of text.matchAll(READING)) {
    const { plain, ...spelled } = match.groups ?? {};
    const signs = plain?.toLowerCase() ?? plainForm(meantBy(spelled));
    parts.push(signs);
    for (let offset = 0; offset < signs.length; offset += 1) {
      const isRun = plain !== undefined;
      startIndexes.push(match.index + (isRun ? offset : 0));
      endIndexes.push(isRun ? match.index + offset + 1 : match.index + match[0].length);
    }
  }
  return { signs: parts.join(''), startIndexes, endIndexes };
}

/** The sign that a code means; `''` for what is no sign. */
function meantBy(spelled: Readonly<Record<string, string | undefined>>): string {
  const { others = '', htmlDecimal, addressUnit, addressByte, jsonPoint, jsonUnit, jsonByte, htmlHex } = spelled;
  if (others !== '') return others;
  const byte = addressByte ?? jsonByte;
  const hex = byte ?? addressUnit ?? jsonPoint ?? jsonUnit ?? htmlHex;
  const code = hex === undefined ? Number(htmlDecimal) : Number.parseInt(hex, 16);
  // Larger bytes are parts of a sign.
  return code <= (byte === undefined ? 0x10ffff : 0x7f) ? String.fromCodePoint(code) : '';
}

/** The letters and digits of a sign as they are typed: those that are wide, bold, circled or have a mark as well. */
function plainForm(sign: string): string {
  return sign
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

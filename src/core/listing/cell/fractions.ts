/** Turns written fractions into decimals, so that `2½` and `1 1/2` are read like any other number. */

const GLYPH_FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
]);
const ANY_FRACTION = /[½¼¾⅓⅔⅛⅜⅝⅞]|\d\/\d/;
const GLYPH = /(\d*) ?([½¼¾⅓⅔⅛⅜⅝⅞])/g;
/** A whole number and a proper fraction: `2 1/2`, `2-1/2`. */
const MIXED = /(\d+)[ -](1\/2|[13]\/4|[12]\/3)(?![\d/])/g;
/** A fraction that a unit follows: `1/4 acre`, `1/2 bath`. Bare `1/2` stays, for it can mean other things. */
const WITH_UNIT = /^([1-9])\/([2-8])(?= ?[a-z])/i;

/** The text with its fractions written as decimals: `2½ baths` → `2.5000 baths`, `¼ acre` → `0.2500 acre`. */
export function expandFractions(text: string): string {
  if (!ANY_FRACTION.test(text)) return text;
  return text
    .replace(GLYPH, (_, whole: string, glyph: string) => decimal(whole, GLYPH_FRACTIONS.get(glyph) ?? 0))
    .replace(MIXED, (_, whole: string, fraction: string) => decimal(whole, quotient(fraction)))
    .replace(WITH_UNIT, (fraction: string) => decimal('', quotient(fraction)));
}

/** Four decimals, because three could be taken for a group of thousands. */
function decimal(whole: string, fraction: number): string {
  return (Number(whole) + fraction).toFixed(4);
}

function quotient(fraction: string): number {
  const [numerator = '0', denominator = '1'] = fraction.split('/');
  return Number(numerator) / Number(denominator);
}

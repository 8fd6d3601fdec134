/** What a column's header says about all its values: the unit of an area, the currency of a price, how often it is paid. */
import { lazily } from '../../terms/lazily.ts';
import { type AreaUnit, takeAreaUnit } from '../vocabulary/area-unit.ts';
import { currencies, writtenForms } from '../vocabulary/currency.ts';
import { wordsOf } from '../vocabulary/normalize-word.ts';
import type { Period } from '../vocabulary/period.ts';

/** Everything a header says; absent where it says nothing. */
export interface HeaderHints {
  readonly areaUnit?: AreaUnit;
  readonly currencySymbol?: string;
  readonly period?: Period;
}

const PERIOD_BY_WORD: ReadonlyMap<string, Period> = new Map<string, Period>([
  ...periods(
    'month',
    'month monthly mo mth pcm pm mensual mensuel mensal monatlich mes mois monat mese mensile maand mies aylik',
  ),
  ...periods('week', 'week weekly wk pw'),
  ...periods('twoWeeks', 'biweekly fortnightly fortnight'),
  ...periods('quarter', 'quarter quarterly qtr'),
  ...periods('halfYear', 'semiannual semiannually biannual'),
  ...periods('year', 'year yearly annual annually annum yr pa anual jahr'),
  ...periods('day', 'night nightly daily'),
]);

const LETTER_CASE_CHANGE = /(\p{Ll})(?=\p{Lu})/gu;
const BETWEEN_WORDS = /[\s_()[\]{}/,:;#|-]+/;
/** Signs, the longest first, so that `R$` is not taken for `$`. */
const CURRENCY_SIGN = /US\$|CA\$|CDN\$|C\$|AU\$|A\$|NZ\$|HK\$|S\$|MX\$|R\$|NT\$|RD\$|\p{Sc}/u;
/** Codes of currencies that headers in capitals use as words: `TOP PRICE`. */
const ENGLISH_WORDS: ReadonlySet<string> = new Set(['ALL', 'TOP', 'TRY', 'MAD', 'CUP', 'MOP', 'PEN']);
const CURRENCY_CODE = /(?:^|[^A-Za-z])([A-Z]{3})(?![A-Za-z])/;

const SYMBOL_BY_SIGN = lazily(
  (): ReadonlyMap<string, string> =>
    new Map(currencies().flatMap((currency) => writtenForms(currency).map((sign) => [sign, currency.symbol]))),
);

/** A tab has few headers and many rows: each header is understood once. */
const UNDERSTOOD = new Map<string, HeaderHints>();
const MOST_REMEMBERED = 1_000;

/** What a header says: `Size (m²)` → Square Meters; `Rent pw (£)` → £ a week; `LotSizeAcres` → Acres. */
export function hintsOfHeader(header: string): HeaderHints {
  const known = UNDERSTOOD.get(header);
  if (known !== undefined) return known;
  const hints = understand(header);
  if (UNDERSTOOD.size >= MOST_REMEMBERED) UNDERSTOOD.clear();
  UNDERSTOOD.set(header, hints);
  return hints;
}

function understand(header: string): HeaderHints {
  const areaUnit = areaUnitIn(header);
  const currencySymbol = currencyIn(header);
  const period = wordsOf(header)
    .map((word) => PERIOD_BY_WORD.get(word))
    .find((found) => found !== undefined);
  return {
    ...(areaUnit !== undefined && { areaUnit }),
    ...(currencySymbol !== undefined && { currencySymbol }),
    ...(period !== undefined && { period }),
  };
}

function areaUnitIn(header: string): AreaUnit | undefined {
  const words = header.replace(LETTER_CASE_CHANGE, '$1 ').toLowerCase().split(BETWEEN_WORDS);
  for (let wordIndex = 0; wordIndex < words.length; wordIndex += 1) {
    const unit = takeAreaUnit(words.slice(wordIndex).join(' '))?.meaning;
    if (unit !== undefined) return unit;
  }
  return undefined;
}

function currencyIn(header: string): string | undefined {
  const sign = CURRENCY_SIGN.exec(header)?.[0] ?? CURRENCY_CODE.exec(header)?.[1];
  return sign === undefined || ENGLISH_WORDS.has(sign) ? undefined : SYMBOL_BY_SIGN().get(sign);
}

function periods(period: Period, words: string): readonly (readonly [string, Period])[] {
  return words.split(' ').map((word) => [word, period] as const);
}

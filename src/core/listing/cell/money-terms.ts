/** Understands what is written around a sum: currency, thousands, how often it is paid, per which area. */
import { lazily } from '../../terms/lazily.ts';
import { type AreaUnit, areaUnitSpellings } from '../vocabulary/area-unit.ts';
import { type CurrencyEntry, currencies, isSameCurrency, writtenForms } from '../vocabulary/currency.ts';
import { type LexiconEntry, lexicon, takeWord } from '../vocabulary/lexicon.ts';
import { LOWER_BOUNDS, MAGNITUDES, MIL_BY_LANGUAGE, PRICE_REMARKS } from '../vocabulary/money-words.ts';
import { PER_PERSON_WORDS, type Period, periodWords } from '../vocabulary/period.ts';
import { EACH_EXPLAINED, TWICE_EXPLAINED } from '../vocabulary/period-of.ts';
import { languageOf } from './numeral-style.ts';
import type { Quantity } from './split-quantity.ts';

/** What is known about a sum besides its digits. */
export interface MoneyTerms {
  readonly factor: number;
  readonly currency: CurrencyEntry | undefined;
  readonly period: Period | undefined;
  readonly areaUnit: AreaUnit | undefined;
  readonly remark: string | undefined;
}

/** The terms, or why the text is no single sum; `undefined` as reason means that it has unknown words. */
export type TermsReading =
  | { readonly kind: 'terms'; readonly terms: MoneyTerms }
  | { readonly kind: 'refused'; readonly because?: string };

type Term =
  | { readonly kind: 'factor'; readonly factor: number }
  | { readonly kind: 'mil' }
  | { readonly kind: 'currency'; readonly currency: CurrencyEntry }
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'areaUnit'; readonly unit: AreaUnit }
  | { readonly kind: 'remark' }
  | { readonly kind: 'unclear'; readonly because: string }
  | { readonly kind: 'bound' };

const RANGE_EXPLAINED = 'It gives a range; type one amount.';
const BOUND_EXPLAINED = 'It names a bound, not the amount itself.';
const MIL_EXPLAINED = 'After a number “mil” can mean thousand or million; type the whole number.';
const CURRENCIES_EXPLAINED = 'It names two currencies.';

/** Both lists hold all of them. */
const currencyWords = lazily((): readonly LexiconEntry<Term>[] =>
  currencies().flatMap((currency) =>
    writtenForms(currency).map((written) =>
      entry(written.toLowerCase().replace(/\.$/, ''), { kind: 'currency', currency }),
    ),
  ),
);

const HEAD_WORDS = lexicon<Term>(() => [
  ...currencyWords(),
  ...LOWER_BOUNDS.map((word) => entry(word, { kind: 'bound' })),
  ...PRICE_REMARKS.map((word) => entry(word, { kind: 'remark' })),
]);

const TAIL_WORDS = lexicon<Term>(() => [
  ...MAGNITUDES.flatMap(({ factor, words }) => words.map((word) => entry(word, { kind: 'factor', factor }))),
  entry('mil', { kind: 'mil' }),
  ...periodWords().flatMap(({ period, words }) => words.map((word) => entry(word, { kind: 'period', period }))),
  ...currencyWords(),
  ...areaUnitSpellings().flatMap(({ unit, spellings }) => spellings.flatMap((spelling) => perArea(spelling, unit))),
  entry('psf', { kind: 'areaUnit', unit: 'Square Feet' }),
  ...PER_PERSON_WORDS.map((word) => entry(word, { kind: 'unclear', because: EACH_EXPLAINED })),
  ...['biweekly', 'bi-weekly', 'bi weekly', 'bimonthly', 'bi-monthly', 'bi monthly'].map((word) =>
    entry(word, { kind: 'unclear', because: TWICE_EXPLAINED }),
  ),
  entry('psm', { kind: 'areaUnit', unit: 'Square Meters' }),
  ...PRICE_REMARKS.map((word) => entry(word, { kind: 'remark' })),
  entry('+', { kind: 'bound' }),
  entry('and up', { kind: 'bound' }),
]);

const RANGE_TAIL = /^[a-z]{0,2} ?(?:-|–|—|~|to|bis|and|or|a|à) ?[^\d\s]{0,4} ?\d/;
/** Swiss and German writers put a dash where the cents would be: `4'700.-`. */
const DASHED_CENTS = /^[.,][-–—]+/;
const DOTS_AND_BRACKETS = /[.()[\]]/g;
const BETWEEN_TERMS = /^[,;:*·\s]+/;

const NOTHING_SAID: TermsReading = {
  kind: 'terms',
  terms: { factor: 1, currency: undefined, period: undefined, areaUnit: undefined, remark: undefined },
};

/** What was understood last: the cells of a column mostly have the same signs around their digits. */
let last: { readonly head: string; readonly tail: string; readonly locale: string; readonly reading: TermsReading } = {
  head: '',
  tail: '',
  locale: '',
  reading: NOTHING_SAID,
};

/** Reads everything around the digits of a sum. */
export function readTerms({ head, tail }: Quantity, locale: string): TermsReading {
  if (head !== last.head || tail !== last.tail || locale !== last.locale) {
    last = { head, tail, locale, reading: understand({ head, tail }, locale) };
  }
  return last.reading;
}

/** Whoever writes so beside a price does not want it shown. */
const NO_PRICE =
  /^(?:poa|por|(?:price )?(?:on|upon) (?:request|application)|call(?: for (?:price|pricing))?|contact (?:agent|for price)|(?:preis )?auf anfrage|(?:prix )?sur demande|(?:precio )?a consultar|sob consulta|su richiesta)$/;

/** Whether words that stand apart from a sum make it a bound, none at all, or one by area: `From`, `POA`, `per m²`. */
export function qualifiesSum(words: string): boolean {
  const text = words.trim().toLowerCase();
  const taken = takeWord(HEAD_WORDS, text);
  if ((taken?.meaning.kind === 'bound' && taken.rest === '') || NO_PRICE.test(text)) return true;
  return takeWord(TAIL_WORDS, text)?.meaning.kind === 'areaUnit';
}

/** Whether words that stand apart from a sum say something of it that is understood: `Lakh`, `EUR`, `per month`. */
export function saysOfSum(words: string): boolean {
  return readTerms({ head: '', numeral: '', tail: words.trim().toLowerCase() }, '').kind === 'terms';
}

function understand(quantity: Pick<Quantity, 'head' | 'tail'>, locale: string): TermsReading {
  if (RANGE_TAIL.test(quantity.tail)) return { kind: 'refused', because: RANGE_EXPLAINED };
  const head = tidy(quantity.head.replace(/\.$/, ''));
  const tail = tidy(quantity.tail.replace(DASHED_CENTS, '').replace(DOTS_AND_BRACKETS, ''));
  const inHead = readWords(HEAD_WORDS, head, NOTHING_SAID, locale);
  return readWords(TAIL_WORDS, tail, inHead, locale);
}

function readWords(words: typeof HEAD_WORDS, text: string, before: TermsReading, locale: string): TermsReading {
  let reading = before;
  let rest = text;
  while (rest !== '' && reading.kind === 'terms') {
    const taken = takeWord(words, rest);
    if (taken === undefined) return { kind: 'refused' };
    reading = withTerm(reading.terms, taken.meaning, taken.word, locale);
    rest = taken.rest.replace(BETWEEN_TERMS, '');
  }
  return reading;
}

function withTerm(terms: MoneyTerms, term: Term, word: string, locale: string): TermsReading {
  switch (term.kind) {
    case 'factor':
      return { kind: 'terms', terms: { ...terms, factor: terms.factor * term.factor } };
    case 'mil':
      return withMil(terms, locale);
    case 'currency':
      return withCurrency(terms, term.currency);
    case 'period':
      return { kind: 'terms', terms: { ...terms, period: term.period } };
    case 'areaUnit':
      return { kind: 'terms', terms: { ...terms, areaUnit: term.unit } };
    case 'remark':
      return { kind: 'terms', terms: { ...terms, remark: word } };
    case 'unclear':
      return { kind: 'refused', because: term.because };
    case 'bound':
      return { kind: 'refused', because: BOUND_EXPLAINED };
    default:
      return term satisfies never;
  }
}

function withMil(terms: MoneyTerms, locale: string): TermsReading {
  const factor = MIL_BY_LANGUAGE[languageOf(locale)];
  return factor === undefined
    ? { kind: 'refused', because: MIL_EXPLAINED }
    : { kind: 'terms', terms: { ...terms, factor: terms.factor * factor } };
}

/** Of `$` and `CAD` the one that says more counts. */
function withCurrency(terms: MoneyTerms, currency: CurrencyEntry): TermsReading {
  if (terms.currency === undefined || terms.currency.symbol === '$') {
    const fits = terms.currency === undefined || isSameCurrency(terms.currency.symbol, currency.symbol);
    return fits ? { kind: 'terms', terms: { ...terms, currency } } : { kind: 'refused', because: CURRENCIES_EXPLAINED };
  }
  const fits = isSameCurrency(terms.currency.symbol, currency.symbol);
  return fits ? { kind: 'terms', terms } : { kind: 'refused', because: CURRENCIES_EXPLAINED };
}

function tidy(text: string): string {
  return text
    .trim()
    .replace(BETWEEN_TERMS, '')
    .replace(/[:,;]$/, '');
}

function perArea(spelling: string, unit: AreaUnit): readonly LexiconEntry<Term>[] {
  return ['/', '/ ', 'per ', 'a '].map((link) => entry(link + spelling, { kind: 'areaUnit', unit }));
}

function entry(word: string, meaning: Term): LexiconEntry<Term> {
  return { word, meaning };
}

/** Reads sums of money with whatever people write around them. */
import type { Cell } from '../../sheet/table.ts';
import { lazily } from '../../terms/lazily.ts';
import type { FieldName } from '../fields.ts';
import { found, nothing, type ReadContext, type Reading, unreadable } from '../reading.ts';
import type { AreaUnit } from '../vocabulary/area-unit.ts';
import { isOwnCurrency } from '../vocabulary/locale-currency.ts';
import { WORDS_INSTEAD_OF_PRICES } from '../vocabulary/money-words.ts';
import { wordKey } from '../vocabulary/normalize-word.ts';
import { type Period, perMonth } from '../vocabulary/period.ts';
import { entryOf, withoutQuantity } from './entry.ts';
import { expectationOf } from './expectation.ts';
import { type MoneyTerms, readTerms } from './money-terms.ts';
import { type Numeral, parseNumeral, resolveNumeral } from './numeral.ts';
import { numeralStyleIn } from './numeral-style.ts';
import { isOnlyNines, standIn } from './only-nines.ts';
import { AMBIGUOUS_EXPLAINED } from './read-number.ts';
import { splitQuantity } from './split-quantity.ts';

/** A sum as the cell gives it: nothing is converted yet, and what the cell does not say is absent. */
export interface MoneyValue {
  readonly amount: number;
  readonly currencySymbol?: string | undefined;
  /** The currency is that of the number format, which may follow the locale instead of a person's word. */
  readonly isCurrencyOfFormat?: true | undefined;
  readonly period?: Period | undefined;
  /** How often it is paid where nothing nearer says so, as other cells of the column do; `mixed` where they do not agree. */
  readonly usualPeriod?: Period | 'mixed' | undefined;
  /** `$250/sqft` is a sum per square foot. */
  readonly areaUnit?: AreaUnit | undefined;
}

/** Beyond this cents are lost, and no home costs as much in any currency. */
const LARGEST_SUM = 1e13;

const INSTEAD_OF_PRICE = lazily((): ReadonlySet<string> => new Set(WORDS_INSTEAD_OF_PRICES.map(wordKey)));
const PLAIN_NUMBER = /^[\d.,\s'’]*$/;
const PERCENT = /%\s*$/;
/** Sums people type to get past a required field. */
const NINES = 7;

/** Fees that can truly be 0. */
const CAN_BE_ZERO: ReadonlySet<FieldName> = new Set<FieldName>(['HOAMonth', 'DepositFee']);
/** Fields that can truly be 1. */
const CAN_BE_ONE: ReadonlySet<FieldName> = new Set<FieldName>(['HOAMonth', 'DepositFee', 'UnitAreaPrice']);

const MONTHS_EXPLAINED = 'Type the amount, not a number of monthly rents.';
const MONTHS_OF_RENT = /\b(?:months?|monats?mieten?|kaltmieten?|nmm|kmm|mmm?|meses|mois|mensalidades?)\b/i;

/**
 * Reads a sum: `$1,250,000`, `R$ 6.800`, `1.2M`, `₹ 85 Lakh`, `£250 pw`. Words such as `Call` and stand-ins such as 1 or
 * 9999999 are empty, with a note; ranges and bounds are unreadable.
 */
export function readMoney(cell: Cell, context: ReadContext, field: FieldName): Reading<MoneyValue> {
  const entry = entryOf(cell);
  switch (entry.kind) {
    case 'number':
      return inColumn(withoutPlaceholder(readNumberCell(entry.value, cell.text, context, field), field), context);
    case 'text':
      return inColumn(withoutPlaceholder(readMoneyText(entry.text, context, field), field), context);
    default:
      return withoutQuantity(entry, expectationOf(field));
  }
}

function inColumn(reading: Reading<MoneyValue>, { notation }: ReadContext): Reading<MoneyValue> {
  const usualPeriod = notation?.usualPeriod;
  return usualPeriod === undefined || reading.kind !== 'value' || reading.value.period !== undefined
    ? reading
    : { ...reading, value: { ...reading.value, usualPeriod } };
}

/** A number cell's format can show currency and period, but never changes its value. */
function readNumberCell(amount: number, shown: string, context: ReadContext, field: FieldName): Reading<MoneyValue> {
  if (amount < 0 || amount > LARGEST_SUM || PERCENT.test(shown)) return unreadable(expectationOf(field));
  if (PLAIN_NUMBER.test(shown)) return found({ amount });
  const quantity = splitQuantity(shown);
  const reading = quantity === undefined ? undefined : readTerms(quantity, context.locale);
  return reading?.kind === 'terms' ? found(formattedMoney(amount, reading.terms, context)) : found({ amount });
}

/** A rent that portals give twice: `£1,450 pcm (£335 pw)`. */
const TWICE = /^([^()]*)\(([^()]*)\)$/;
/** Both are rounded. */
const ROUNDED = 0.01;

function readMoneyText(text: string, context: ReadContext, field: FieldName): Reading<MoneyValue> {
  const [, first = '', second = ''] = TWICE.exec(text) ?? [];
  const isTwice = second !== '' && /\d/.test(first) && /\d/.test(second);
  const rents = isTwice ? [first, second].map((part) => readOneSum(part.trim(), context, field)) : [];
  const [one, other] = rents.map((rent) => (rent.kind === 'value' ? monthlyOf(rent.value) : undefined));
  const isSame = one !== undefined && other !== undefined && Math.abs(one - other) <= one * ROUNDED;
  return (isSame ? rents[0] : undefined) ?? readOneSum(text, context, field);
}

function monthlyOf({ amount, period }: MoneyValue): number | undefined {
  return period === undefined ? undefined : perMonth(amount, period);
}

function readOneSum(text: string, context: ReadContext, field: FieldName): Reading<MoneyValue> {
  const expected = expectationOf(field);
  const quantity = splitQuantity(text);
  if (quantity === undefined) return readWordsOnly(text, expected);
  if (field === 'DepositFee' && MONTHS_OF_RENT.test(quantity.tail) && !quantity.tail.startsWith('/')) {
    return unreadable(expected, MONTHS_EXPLAINED);
  }
  const reading = readTerms(quantity, context.locale);
  if (reading.kind === 'refused') return unreadable(expected, reading.because);
  const numeral = parseNumeral(quantity.numeral);
  return numeral === undefined ? unreadable(expected) : readSum(numeral, reading.terms, text, context, expected);
}

function readWordsOnly(text: string, expected: string): Reading<never> {
  return INSTEAD_OF_PRICE().has(wordKey(text))
    ? nothing(`“${text}” is not a price, so none is sent`)
    : unreadable(expected);
}

function readSum(
  numeral: Numeral,
  terms: MoneyTerms,
  text: string,
  context: ReadContext,
  expected: string,
): Reading<MoneyValue> {
  const digits = resolveSum(numeral, terms, context);
  if (digits === undefined) return unreadable(expected, AMBIGUOUS_EXPLAINED);
  const amount = terms.factor === 1 ? digits : Math.round(digits * terms.factor * 100) / 100;
  if (amount > LARGEST_SUM) return unreadable(expected);
  return found(moneyOf(amount, terms), terms.remark === undefined ? undefined : `“${text}” is sent as ${amount}`);
}

/**
 * Nobody writes money with three decimals, so a dot or comma before three digits groups thousands, or the number is
 * asked about: it is grouped where the locale or the currency groups so. Only `1.125 M` can mean decimals.
 */
function resolveSum(numeral: Numeral, terms: MoneyTerms, context: ReadContext): number | undefined {
  if (numeral.kind === 'exact') return numeral.value;
  const styles = [numeralStyleIn(context), terms.currency?.decimals ?? 'unsure'] as const;
  if (terms.factor !== 1) return resolveNumeral(numeral, styles[0]);
  return styles.some((style) => resolveNumeral(numeral, style) === numeral.asGroups) ? numeral.asGroups : undefined;
}

function withoutPlaceholder(reading: Reading<MoneyValue>, field: FieldName): Reading<MoneyValue> {
  if (reading.kind !== 'value') return reading;
  const { amount } = reading.value;
  if (amount === 0 && !CAN_BE_ZERO.has(field)) return nothing();
  return (amount === 1 && !CAN_BE_ONE.has(field)) || isOnlyNines(amount, NINES) ? standIn(amount) : reading;
}

/** Another currency than the locale's own is what a person has chosen. */
function formattedMoney(amount: number, terms: MoneyTerms, { locale }: ReadContext): MoneyValue {
  const isOwn = terms.currency !== undefined && isOwnCurrency(terms.currency.symbol, locale);
  return moneyOf(amount, terms, isOwn ? true : undefined);
}

function moneyOf(amount: number, { currency, period, areaUnit }: MoneyTerms, isCurrencyOfFormat?: true): MoneyValue {
  return { amount, currencySymbol: currency?.symbol, isCurrencyOfFormat, period, areaUnit };
}

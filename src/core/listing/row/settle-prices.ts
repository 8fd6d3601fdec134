/** Settles sums of money: per month where the platform wants months, in one currency, per the row's area unit. */
import { hintsOfHeader } from '../cell/header-hints.ts';
import type { MoneyValue } from '../cell/read-money.ts';
import type { FieldValue } from '../read-field.ts';
import { convertArea, type PlatformAreaUnit } from '../vocabulary/area-unit.ts';
import { currencyOf, isSameCurrency } from '../vocabulary/currency.ts';
import { type Period, perMonth } from '../vocabulary/period.ts';
import { addNote, type ListingDraft, labelOf, quote, reportProblem } from './listing-draft.ts';

const PRICE_FIELDS = ['SalePrice', 'RentPrice', 'UnitAreaPrice', 'HOAMonth', 'ZestimatePrice', 'DepositFee'] as const;

/** A currency a price names; a number format alone is not certain, for it may follow the spreadsheet's locale. */
interface PriceCurrency {
  readonly symbol: string;
  readonly isCertain: boolean;
}

type PriceField = (typeof PRICE_FIELDS)[number];

/** Sets all prices, the currency symbol where only the prices tell it, and the price per area where it is not given. */
export function settlePrices(draft: ListingDraft): void {
  for (const field of PRICE_FIELDS) {
    const money = moneyOf(draft, field);
    if (money !== undefined) settlePrice(draft, field, money);
  }
  settleCurrency(draft);
  askHowOftenPaid(draft);
  deriveUnitAreaPrice(draft);
  noteMissingPrice(draft);
}

function settlePrice(draft: ListingDraft, field: PriceField, money: MoneyValue): void {
  switch (field) {
    case 'SalePrice':
    case 'ZestimatePrice':
    case 'DepositFee':
      settlePlainPrice(draft, field, money);
      return;
    case 'RentPrice':
    case 'HOAMonth':
      settleMonthlyPrice(draft, field, money);
      return;
    case 'UnitAreaPrice':
      settlePricePerArea(draft, money);
      return;
    default:
      field satisfies never;
  }
}

/** A sum that is paid once. `$2,500/mo` as a sale price is a rent in the wrong column or a listing of the wrong type. */
function settlePlainPrice(draft: ListingDraft, field: PriceField, money: MoneyValue): void {
  if (money.period !== undefined && money.period !== 'once') {
    reportProblem(draft, field, `${shownIn(draft, field)} is paid again and again, so it looks like a rent.`);
  } else if (money.areaUnit !== undefined) {
    reportProblem(draft, field, `${shownIn(draft, field)} is a price per area, not a whole price.`);
  } else if (field === 'DepositFee' && isNumberOfRents(draft, money)) {
    reportProblem(
      draft,
      field,
      `${shownIn(draft, field)} beside such a rent looks like a number of weeks or months. Type the amount.`,
    );
  } else {
    draft.values[field] = money.amount;
  }
}

/** Deposits are asked for as five weeks' or two months' rent, and some sheets hold just the number. */
function isNumberOfRents(
  { values: { RentPrice: rent } }: ListingDraft,
  { amount, currencySymbol }: MoneyValue,
): boolean {
  const isCount = Number.isInteger(amount) && amount > 0 && amount <= MOST_RENTS;
  return isCount && currencySymbol === undefined && rent !== undefined && rent >= amount * MOST_RENTS;
}

const MOST_RENTS = 12;

function settleMonthlyPrice(draft: ListingDraft, field: PriceField, money: MoneyValue): void {
  if (money.areaUnit !== undefined) {
    reportProblem(draft, field, `${shownIn(draft, field)} is a price per area, not a whole price.`);
    return;
  }
  const period = periodSaid(draft, field, money) ?? 'month';
  if (period === 'mixed') {
    const unsaid = 'does not say how often it is paid, and other cells of its column say different things';
    reportProblem(draft, field, `${shownIn(draft, field)} ${unsaid}. Write it behind the amount, such as /mo or /yr.`);
    return;
  }
  const amount = period === 'month' ? money.amount : perMonth(money.amount, period);
  if (amount === undefined) {
    reportProblem(draft, field, `${shownIn(draft, field)} is not paid by the month; give the amount per month.`);
    return;
  }
  draft.values[field] = amount;
  if (period !== 'month') draft.derived.push(field);
}

/** How often a sum is paid, as its cell, its header or the other cells of its column say. */
function periodSaid(draft: ListingDraft, field: PriceField, money: MoneyValue): Period | 'mixed' | undefined {
  return money.period ?? hintsOfHeader(draft.readings[field]?.header ?? '').period ?? money.usualPeriod;
}

/** Where rents are named by the year as often as by the month, a bare one may be twelve times what it seems. */
function askHowOftenPaid(draft: ListingDraft): void {
  const { CurrencySymbol: symbol = '', RentPrice: rent = 0 } = draft.values;
  const money = moneyOf(draft, 'RentPrice');
  const isOpen = rent !== 0 && money !== undefined && draft.readings.RentPrice?.header !== '';
  if (!isOpen || currencyOf(symbol)?.rents !== 'perYear' || periodSaid(draft, 'RentPrice', money)) return;
  const unsaid = `does not say how often it is paid, and rents in ${symbol} are named by the year as often as by the month`;
  reportProblem(
    draft,
    'RentPrice',
    `${shownIn(draft, 'RentPrice')} ${unsaid}. Write /yr or /mo behind the amount, or add a column Rent Frequency that says Yearly or Monthly.`,
  );
}

/** A price per square foot becomes one per square meter, or back, where the row's areas are in the other unit. */
function settlePricePerArea(draft: ListingDraft, money: MoneyValue): void {
  const from = money.areaUnit ?? hintsOfHeader(draft.readings.UnitAreaPrice?.header ?? '').areaUnit;
  const to: PlatformAreaUnit | undefined = draft.values.AreaUnit;
  const isConverted = from !== undefined && to !== undefined && from !== to;
  draft.values.UnitAreaPrice = isConverted ? round(money.amount / convertArea(1, from, to)) : money.amount;
  if (isConverted) draft.derived.push('UnitAreaPrice');
}

/** Finds the currency in the prices, or checks the given one against them: no price may be sent in a wrong currency. */
function settleCurrency(draft: ListingDraft): void {
  const isGiven = draft.readings.CurrencySymbol !== undefined && draft.readings.CurrencySymbol.reading.kind !== 'empty';
  let symbol = draft.values.CurrencySymbol;
  for (const field of PRICE_FIELDS) {
    const own = currencyIn(draft, field);
    if (own === undefined) continue;
    if (symbol !== undefined && !isSameCurrency(symbol, own.symbol)) reportCurrency(draft, field, own, symbol);
    // Between `$` and `CA$` the one that says more counts.
    else if (!isGiven && (symbol === undefined || symbol === '$')) symbol = own.symbol;
  }
  if (isGiven || symbol === undefined) return;
  draft.values.CurrencySymbol = symbol;
  draft.derived.push('CurrencySymbol');
}

function currencyIn(draft: ListingDraft, field: PriceField): PriceCurrency | undefined {
  const money = moneyOf(draft, field);
  if (money === undefined) return undefined;
  if (money.currencySymbol !== undefined) return { symbol: money.currencySymbol, isCertain: !money.isCurrencyOfFormat };
  const symbol = hintsOfHeader(draft.readings[field]?.header ?? '').currencySymbol;
  return symbol === undefined ? undefined : { symbol, isCertain: true };
}

function reportCurrency(draft: ListingDraft, field: PriceField, own: PriceCurrency, symbol: string): void {
  const contradiction = `is in ${own.symbol}, but the listing's currency is ${symbol}`;
  if (own.isCertain) reportProblem(draft, field, `${shownIn(draft, field)} ${contradiction}.`);
  else addNote(draft, field, `the cell's format ${contradiction}`);
}

function deriveUnitAreaPrice(draft: ListingDraft): void {
  const { SalePrice: price = 0, BuildingArea: area = 0, UnitAreaPrice: given } = draft.values;
  const isOpen = given === undefined && draft.readings.UnitAreaPrice?.reading.kind !== 'unreadable';
  const pricePerArea = price > 0 && area > 0 ? round(price / area) : 0;
  if (!isOpen || pricePerArea === 0) return;
  draft.values.UnitAreaPrice = pricePerArea;
  draft.derived.push('UnitAreaPrice');
}

function noteMissingPrice(draft: ListingDraft): void {
  const { SaleType: saleType } = draft.values;
  if (saleType === undefined) return;
  const field = saleType === 'for_sale' ? 'SalePrice' : 'RentPrice';
  const reading = draft.readings[field]?.reading;
  const isExplained = reading !== undefined && reading.kind !== 'value' && 'note' in reading;
  const isReported = draft.problems.some((problem) => problem.field === field);
  if (draft.values[field] === undefined && !isExplained && !isReported) draft.notes.push(`${labelOf(field)} is empty.`);
}

function moneyOf(draft: ListingDraft, field: PriceField): MoneyValue | undefined {
  const value = draft.readings[field]?.value;
  return isMoney(value) ? value : undefined;
}

function isMoney(value: FieldValue | undefined): value is MoneyValue {
  return typeof value === 'object' && 'amount' in value;
}

function shownIn(draft: ListingDraft, field: PriceField): string {
  return quote(draft.readings[field]?.shown ?? '');
}

function round(amount: number): number {
  return Math.round(amount * 100) / 100;
}

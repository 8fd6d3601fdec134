/** Understands what a column beside an amount says of it: its unit, how often it is paid, its currency. */

import type { Cell } from '../../sheet/table.ts';
import { entryOf } from '../cell/entry.ts';
import { readTerms } from '../cell/money-terms.ts';
import type { AreaValue } from '../cell/read-area.ts';
import type { MoneyValue } from '../cell/read-money.ts';
import type { FieldValue } from '../read-field.ts';
import { nothing, type Reading, unreadable } from '../reading.ts';
import { areaUnitOf } from '../vocabulary/area-unit.ts';
import { currencyOf, isSameCurrency } from '../vocabulary/currency.ts';
import { namesPeriod, periodOf, whyNoPeriod } from '../vocabulary/period-of.ts';
import { quote } from './listing-draft.ts';

/** A cell of a column that says something of an amount. */
export interface BesideCell {
  readonly header: string;
  readonly cell: Cell;
  /** Whether the amount cannot be understood where the cell is blank, though it is filled in other rows. */
  readonly isMeasure: boolean;
}

/** The amount with what the cell beside it says. One that contradicts it, or cannot be understood, makes it unreadable. */
export function withBeside(
  reading: Reading<FieldValue>,
  beside: BesideCell,
  expected: string,
  locale: string,
): Reading<FieldValue> {
  if (reading.kind !== 'value' || typeof reading.value !== 'object') return reading;
  const entry = entryOf(beside.cell);
  if (entry.kind === 'blank') return beside.isMeasure ? unmeasured(reading, beside.header) : reading;
  const text = entry.kind === 'text' ? entry.text : beside.cell.text;
  const value = 'amount' in reading.value ? moneyWith(reading.value, text, locale) : areaWith(reading.value, text);
  if (value === 'unknown') {
    const why = 'amount' in reading.value ? whyNoPeriod(text) : undefined;
    return unreadable(expected, [`“${beside.header}” says ${quote(text)} beside it.`, why].filter(Boolean).join(' '));
  }
  if (value === 'contradiction') {
    return unreadable(
      expected,
      `“${beside.header}” says ${quote(text)} beside it, and the cell itself something else.`,
    );
  }
  return { ...reading, value };
}

/** A bare amount beside a word that may be how often it is paid is asked about; by the month it is the same in any case. */
export function withPerhapsPeriod(
  reading: Reading<FieldValue>,
  { header, cell }: BesideCell,
  expected: string,
): Reading<FieldValue> {
  if (reading.kind !== 'value' || typeof reading.value !== 'object' || !('amount' in reading.value)) return reading;
  const entry = entryOf(cell);
  const isOther = entry.kind === 'text' && namesPeriod(entry.text) && periodOf(entry.text) !== 'month';
  if (reading.value.period !== undefined || !isOther) return reading;
  const meanings = /^y$/i.test(cell.text.trim())
    ? 'paid by the year, or merely yes'
    : 'how often it is paid, or for how long the home is let';
  const because = `“${header}” says ${quote(cell.text)} beside it: ${meanings}. Write /mo or /yr behind the amount.`;
  return unreadable(expected, because);
}

/** Nobody knows what an amount means whose unit is missing where other rows have one; 0 is 0 in every unit. */
function unmeasured(reading: Extract<Reading<FieldValue>, { kind: 'value' }>, header: string): Reading<FieldValue> {
  const { value } = reading;
  const isMeasured =
    typeof value === 'object' && (('period' in value && value.period !== undefined) || 'unit' in value);
  const isZero = typeof value === 'object' && 'amount' in value && value.amount === 0;
  return isMeasured || isZero ? reading : nothing(`not sent, because “${header}” is blank beside it`);
}

type With<Value> = Value | 'unknown' | 'contradiction';

function areaWith(area: FieldValue, text: string): With<FieldValue> {
  const unit = areaUnitOf(text);
  if (unit === undefined) return 'unknown';
  if (!isArea(area)) return area;
  return area.unit !== undefined && area.unit !== unit ? 'contradiction' : { ...area, unit };
}

function moneyWith(money: MoneyValue, text: string, locale: string): With<MoneyValue> {
  const said = saidOf(text, locale);
  if (said === undefined) return 'unknown';
  const { factor, period, currencySymbol, areaUnit } = said;
  const own = money.currencySymbol;
  if (period !== undefined && money.period !== undefined && money.period !== period) return 'contradiction';
  const isOther = currencySymbol !== undefined && own !== undefined && !isSameCurrency(own, currencySymbol);
  if (isOther && money.isCurrencyOfFormat === undefined) return 'contradiction';
  return {
    amount: factor === 1 ? money.amount : Math.round(money.amount * factor * 100) / 100,
    currencySymbol: currencySymbol ?? own,
    isCurrencyOfFormat: currencySymbol === undefined ? money.isCurrencyOfFormat : undefined,
    period: period ?? money.period,
    usualPeriod: money.usualPeriod,
    areaUnit: areaUnit ?? money.areaUnit,
  };
}

interface Said extends Omit<MoneyValue, 'amount'> {
  readonly factor: number;
}

/** What a text beside a sum says; `undefined` where it is not understood, or names a bound. */
function saidOf(text: string, locale: string): Said | undefined {
  const period = periodOf(text);
  if (period !== undefined) return { factor: 1, period };
  const currency = currencyOf(text);
  if (currency !== undefined) return { factor: 1, currencySymbol: currency.symbol };
  const terms = readTerms({ head: '', numeral: '', tail: text.toLowerCase() }, locale);
  if (terms.kind === 'refused') return undefined;
  const { factor, areaUnit, period: often, currency: named } = terms.terms;
  return { factor, areaUnit, period: often, currencySymbol: named?.symbol };
}

function isArea(value: FieldValue): value is AreaValue {
  return typeof value === 'object' && 'size' in value;
}

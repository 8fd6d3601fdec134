/** Settles which of two asked prices of a row holds: the reduced one where it is filled and lower, else the row asks. */

import { expectationOf } from '../cell/expectation.ts';
import { hintsOfHeader } from '../cell/header-hints.ts';
import type { MoneyValue } from '../cell/read-money.ts';
import type { FieldName } from '../fields.ts';
import type { FieldValue } from '../read-field.ts';
import { unreadable } from '../reading.ts';
import { isSameCurrency } from '../vocabulary/currency.ts';
import { quote, type SourceReading, sourceReading } from './listing-draft.ts';

/** A price of less than this part of the other is rather the sum by which it was reduced. */
const LEAST_PART = 0.5;

/** The price that a row asks for now, of its own price and one that a column names as reduced, new or current. */
export function presentPrice(field: FieldName, own: SourceReading, reduced: SourceReading): SourceReading {
  if (reduced.reading.kind === 'empty' || own.reading.kind === 'unreadable') return own;
  if (reduced.reading.kind === 'unreadable' || own.reading.kind === 'empty') return reduced;
  const [before, now] = [own.value, reduced.value];
  if (!isMoney(before) || !isMoney(now) || before.amount === now.amount) return own;
  const isLower = now.amount < before.amount && now.amount >= before.amount * LEAST_PART;
  if (!isLower || !areComparable(before, now)) return asked(field, own, reduced);
  // Currency and period that only the other header or cell names count for both.
  const header = saysTerms(reduced.header) ? reduced.header : own.header;
  return sourceReading(
    { ...reduced.reading, value: withTermsOf(before, now) },
    header,
    reduced.shown,
    reduced.isWritten,
  );
}

function asked(field: FieldName, own: SourceReading, reduced: SourceReading): SourceReading {
  const both = `“${own.header}” says ${quote(own.shown)} and “${reduced.header}” ${quote(reduced.shown)}`;
  const because = `${both}. Empty one of them, or choose the price under Mapping.`;
  return { ...sourceReading(unreadable(expectationOf(field), because), own.header, own.shown), staysEmpty: true };
}

function areComparable(one: MoneyValue, other: MoneyValue): boolean {
  const [{ currencySymbol: first, period, areaUnit }, { currencySymbol: second }] = [one, other];
  const isOneCurrency = first === undefined || second === undefined || isSameCurrency(first, second);
  const isOnePeriod = period === undefined || other.period === undefined || period === other.period;
  return isOneCurrency && isOnePeriod && areaUnit === other.areaUnit;
}

function withTermsOf(before: MoneyValue, now: MoneyValue): MoneyValue {
  const { currencySymbol, isCurrencyOfFormat } = now.currencySymbol === undefined ? before : now;
  const usualPeriod = now.usualPeriod ?? before.usualPeriod;
  return { ...now, currencySymbol, isCurrencyOfFormat, period: now.period ?? before.period, usualPeriod };
}

function saysTerms(header: string): boolean {
  const { currencySymbol, period } = hintsOfHeader(header);
  return currencySymbol !== undefined || period !== undefined;
}

function isMoney(value: FieldValue | undefined): value is MoneyValue {
  return typeof value === 'object' && 'amount' in value;
}

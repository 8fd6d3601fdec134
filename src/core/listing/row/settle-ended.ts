/** Settles what changes for a listing once it is sold or an offer was accepted: its price, and the days it was offered. */

import { daysBetween } from '../cell/date-text.ts';
import { expectationOf } from '../cell/expectation.ts';
import { nothing, unreadable } from '../reading.ts';
import { addNote, type ListingDraft, quote, type SourceReading, sourceReading } from './listing-draft.ts';

/** Takes the sold price in a row that is sold, and counts days only to the day on which the offer ended. */
export function settleEnded(draft: ListingDraft): void {
  const { SalePrice: price, DaysOnMarket: days } = draft.readings;
  if (price?.whenSold !== undefined) {
    if (draft.statusIntent === 'sold') takeSoldPrice(draft, price, price.whenSold);
    else askForPrice(draft, price, price.whenSold);
  } else if (price !== undefined) leaveOldPrice(draft, price);
  const ended = endOf(draft, days);
  if (days !== undefined && ended.isOver) draft.readings.DaysOnMarket = countedTo(ended.day, days);
}

function takeSoldPrice(draft: ListingDraft, price: SourceReading, whenSold: SourceReading): void {
  if (whenSold.reading.kind !== 'empty') {
    draft.readings.SalePrice = whenSold;
  } else if (price.reading.kind === 'value') {
    addNote(draft, 'SalePrice', `“${whenSold.header}” is empty, so the price of “${price.header}” is sent`);
  }
}

/** What a home was sold for once says nothing of one that is offered now. */
function leaveOldPrice(draft: ListingDraft, { header, shown, reading }: SourceReading): void {
  const isOffered = draft.statusIntent === 'active' || draft.statusIntent === 'comingSoon';
  if (!isOffered || reading.kind !== 'value' || !SOLD_PRICE.test(header)) return;
  addNote(draft, 'SalePrice', `“${header}” says what a home was sold for, and this one is not sold, so none is sent`);
  draft.readings.SalePrice = sourceReading(nothing(), header, shown);
}

const SOLD_PRICE = /^\s*(?:last[\s_-]*)?(?:sold|closed?|closing)[\s_-]*price\s*$/i;

/** Beside a list price a *Sale Price* is what a home was sold for; of one that is not sold it may be what is asked now. */
function askForPrice(draft: ListingDraft, price: SourceReading, sale: SourceReading): void {
  if (!isSalePriceName(sale.header) || sale.reading.kind !== 'value' || sale.shown === price.shown) return;
  const both = `“${price.header}” says ${quote(price.shown)} and “${sale.header}” ${quote(sale.shown)}`;
  const because = `${both}, and the home is not sold. Empty one of them, or choose the price under Mapping.`;
  draft.readings.SalePrice = sourceReading(unreadable(expectationOf('SalePrice'), because), price.header, price.shown);
}

const SALE_PRICE =
  /^\s*(?:sales?[\s_-]*price|verkaufspreis|precio[\s_-]*(?:de[\s_-]*)?venta|prix[\s_-]*de[\s_-]*vente|prezzo[\s_-]*di[\s_-]*vendita|pre[cç]o[\s_-]*de[\s_-]*venda)\s*$/i;

/** Whether a header names what is asked for a home or, beside a list price, what it was sold for. */
export function isSalePriceName(header: string): boolean {
  return SALE_PRICE.test(header);
}

function endOf(
  { statusIntent }: ListingDraft,
  days: SourceReading | undefined,
): { readonly isOver: boolean; readonly day: string | undefined } {
  switch (statusIntent) {
    case 'sold':
      return { isOver: true, day: days?.endedOn?.sold ?? days?.endedOn?.offer };
    case 'pending':
    case 'underContract':
      return { isOver: true, day: days?.endedOn?.offer };
    default:
      return { isOver: false, day: undefined };
  }
}

/** A number of days is as good as before; days that were counted until today are counted anew, or left open. */
function countedTo(day: string | undefined, source: SourceReading): SourceReading {
  const { reading, header, shown } = source;
  if (reading.kind !== 'value' || reading.since === undefined) return source;
  const days = day === undefined ? Number.NaN : daysBetween(reading.since, day);
  if (days >= 0) return sourceReading({ kind: 'value', value: days, isDerived: true }, header, shown);
  const because =
    day === undefined ? 'the day on which the offer ended is not given' : `it ended on ${day}, before that`;
  return sourceReading(nothing(`not counted from ${reading.since}, because ${because}`), header, shown);
}

/** Completes a column that feeds a field with those that say more of it: its unit, the sold price, the end of the offer. */

import type { PartRole, SourcePart } from '../listing/field-source.ts';
import { flagIntent } from '../listing/row/join-status.ts';
import { LISTING_STATUS, type StatusIntent } from '../listing/vocabulary/listing-status.ts';
import { matchWord } from '../listing/vocabulary/match-word.ts';
import { type Candidate, duplicateObstacle } from './candidate.ts';
import { shareOf } from './column-shape.ts';
import { companionsOf } from './companion-columns.ts';
import { reducedPriceNamed } from './header-grammar.ts';
import { isSpots, spotParts } from './joined-columns.ts';
import { headerKeys, normalizeHeader } from './normalize-header.ts';
import { isOfferBox, isTicked } from './offer-columns.ts';
import type { TabColumn } from './tab-columns.ts';

interface More {
  readonly role: PartRole;
  readonly column: TabColumn;
}

/** Most cells must be days, or yes and no, before a column counts as one of them. */
const MOST = 0.6;

/** The day of a sale or a lease: `Sold Date`, `CloseDate`, `Date Leased`, `last_sold_date`. */
const SOLD_ON =
  /\b(?:sold|close|closed|closing|sale|settled|settlement|leased|rented|let|completion)\b.*\b(?:date|on|day)\b|\bdate (?:of )?(?:sold|close|closed|closing|sale|settled|settlement|leased|rented|let)\b/;
/** The day on which an offer was accepted: `Pending Date`, `PurchaseContractDate`, `Under Contract Date`. */
const OFFER_ON =
  /\b(?:pending|under contract|contract|offer accepted|accepted|purchase contract|in escrow|contingent)\b.*\b(?:date|on|day)\b|\bdate (?:pending|under contract|accepted)\b/;
/** The day on which a home was taken off the market, by a sale, an offer or the seller: where nothing says more. */
const LEFT_ON = /\boff ?market\b.*\b(?:date|on|day)\b|\bdate (?:taken )?off ?(?:the )?market\b/;
/** The day on which the seller took a home back, or had no agent any more. */
const GONE_ON =
  /\b(?:withdrawn|withdrawal|expired|cancell?ed|cancellation|terminated|termination)\b.*\b(?:date|on|day)\b|\bdate (?:withdrawn|expired|cancell?ed|terminated)\b|^(?:listing )?(?:expiration|expiry) date$/;
/** The day on which a home was offered, for the first time or again. */
const LISTED_ON =
  /^(?:(?:original|mls) )?(?:list|listed|listing|listing contract|on market|relist|relisted|back on market)(?: on)? (?:date|day)$|^date (?:listed|relisted)$|^listed on$/;
const NOT_THE_END =
  /\blisting contract\b|\blist\b|\bexpir|\bnext\b|\bopen house\b|\b(?:for|on) sale\b|\b(?:start|end|until|available|estimated|expected|tax)\b/;

/** The candidate with the columns that say more of its own; as it was where there are none. */
export function completeSource(candidate: Candidate, columns: readonly TabColumn[]): Candidate {
  const { field, source, columns: own } = candidate;
  const [column] = own;
  if (source.kind !== 'column' || column === undefined) return candidate;
  const more = moreOf(candidate, column, columns);
  if (more.length === 0) return candidate;
  const obstacle = candidate.obstacle ?? duplicateObstacle(more.map((one) => one.column));
  const parts: readonly SourcePart[] = [
    { role: 'amount', header: column.header },
    ...more.map(({ role, column: { header } }) => ({ role, header })),
  ];
  const names = more.map((one) => `"${one.column.header}"`).sort();
  return {
    ...candidate,
    field,
    source: { kind: 'joined', parts },
    reason: `${candidate.reason}; ${names.join(' and ')} ${names.length === 1 ? 'says' : 'say'} more of it`,
    ...(obstacle === undefined ? {} : { obstacle }),
  };
}

function moreOf({ field }: Candidate, column: TabColumn, columns: readonly TabColumn[]): readonly More[] {
  const others = columns.filter((other) => other !== column && !other.isDuplicate);
  const companions = companionsOf(column, field, columns);
  switch (field) {
    case 'SalePrice':
      return [...companions, ...reducedPrices(field, column, others), ...soldPrice(column, others)];
    case 'RentPrice':
      return [...companions, ...reducedPrices(field, column, others)];
    case 'ParkingSpots':
      return isSpots(column) ? [] : spotParts(others).map((part) => ({ role: 'within', column: part }));
    case 'DaysOnMarket':
      return shareOf(column.shape, 'date') > 0 ? endDates(others) : [];
    case 'SaleType':
      return isOfferBox(column) ? [] : others.filter(isOfferBox).sort(byHeader).map(asOffer);
    case 'Status':
      return [...pastSale(others), ...flags(column, others), ...turningDays(others)];
    default:
      return companions;
  }
}

/** A column for the price of homes that were sold, beside one for what is asked. */
function soldPrice(column: TabColumn, others: readonly TabColumn[]): readonly More[] {
  if (isSoldPrice(column)) return [];
  const [sold] = others
    .filter((other) => isSoldPrice(other) && shareOf(other.shape, 'number') + shareOf(other.shape, 'money') > 0)
    .sort(byFilling);
  return sold === undefined ? [] : [{ role: 'whenSold', column: sold }];
}

/** Columns for the price after a change, beside one for what was asked before or is asked still. */
function reducedPrices(
  field: 'SalePrice' | 'RentPrice',
  column: TabColumn,
  others: readonly TabColumn[],
): readonly More[] {
  if (isSoldPrice(column)) return [];
  const isSale = ({ header, meanings }: TabColumn) =>
    reducedPriceNamed(header) === undefined && meanings.some((meaning) => meaning.field === 'SalePrice');
  // A plain *Reduced Price* is of the price for sale, unless the tab has only one price.
  const kinds = field === 'SalePrice' ? ['sale'] : others.some(isSale) ? ['rent'] : ['rent', 'sale'];
  return others
    .filter(({ header, shape }) => {
      const isPrice = shareOf(shape, 'number') + shareOf(shape, 'money') >= MOST;
      return isPrice && kinds.includes(reducedPriceNamed(header) ?? '');
    })
    .sort(byHeader)
    .map((other) => ({ role: 'reduced', column: other }));
}

/** Whether the column holds what homes were sold for, which says nothing of one that is still offered. */
export function isSoldPrice({ meanings }: TabColumn): boolean {
  return meanings.some(({ field, leadsWhen }) => field === 'SalePrice' && leadsWhen === 'sold');
}

function endDates(others: readonly TabColumn[]): readonly More[] {
  const named = (pattern: RegExp) =>
    others
      .filter(({ header, shape }) => {
        const words = normalizeHeader(header);
        return pattern.test(words) && !NOT_THE_END.test(words) && shareOf(shape, 'date') >= MOST;
      })
      .sort(byFilling)[0];
  const sold = named(SOLD_ON);
  const offer = named(OFFER_ON) ?? named(LEFT_ON);
  return [
    ...(sold === undefined ? [] : [{ role: 'soldOn' as const, column: sold }]),
    ...(offer === undefined || offer === sold ? [] : [{ role: 'offerOn' as const, column: offer }]),
  ];
}

/** Days that a mere *Active* may contradict, with those on which the offer began. */
function turningDays(others: readonly TabColumn[]): readonly More[] {
  const days = others.filter(({ shape }) => shareOf(shape, 'date') >= MOST).sort(byHeader);
  const named = (role: PartRole, pattern: RegExp, otherwise?: RegExp) =>
    days
      .filter(({ header }) => {
        const words = normalizeHeader(header);
        return pattern.test(words) && otherwise?.test(words) !== true;
      })
      .map((column) => ({ role, column }));
  const ends = [
    ...named('soldOn', SOLD_ON, NOT_THE_END),
    ...named('offerOn', OFFER_ON, NOT_THE_END),
    ...named('goneOn', GONE_ON),
  ];
  return ends.length === 0 ? [] : [...ends, ...named('listedOn', LISTED_ON)];
}

/** Downloads leave the status of past sales blank at times, and say so only in the column of who sells. */
function pastSale(others: readonly TabColumn[]): readonly More[] {
  const { signed: saleTypeKey } = headerKeys('SALE TYPE');
  const saleType = others.find(({ key, shape }) => key === saleTypeKey && shareOf(shape, 'soldWord') > 0);
  return saleType === undefined ? [] : [{ role: 'otherwise', column: saleType }];
}

/** Columns that say of an offer or a sale what the status may not. */
const OF_OFFER =
  /^(?:(?:offer|contract|sales?|market|listing|deal) (?:status|stage)|(?:property |listing )?(?:availability|stage)|(?:property |listing )?(?:label|tag|badge|banner|ribbon)s?)$/;

/**
 * Tick boxes that are named after a status, and further columns of statuses: one of an unknown name as well where the status
 * itself says nowhere more than that the homes are offered.
 */
function flags(status: TabColumn, others: readonly TabColumn[]): readonly More[] {
  const isTick = (column: TabColumn) => flagIntent(column.header) !== undefined && isTicked(column);
  const isStatus = ({ header, shape }: TabColumn) =>
    /\bstatus$/.test(normalizeHeader(header)) && shareOf(shape, 'statusWord') + shareOf(shape, 'soldWord') >= MOST;
  // One cell is enough where the name is about the sale; what is no status in it says nothing.
  const isOfOffer = ({ header, shape }: TabColumn) =>
    OF_OFFER.test(normalizeHeader(header)) && shareOf(shape, 'statusWord') + shareOf(shape, 'soldWord') > 0;
  const isSilent = saysOnlyActive(status);
  const isUnnamed = (column: TabColumn) => isSilent && column.meanings.length === 0 && saysMoreThanActive(column);
  return others
    .filter((column) => isTick(column) || isStatus(column) || isOfOffer(column) || isUnnamed(column))
    .sort(byHeader)
    .map((column) => ({ role: 'flag', column }));
}

function saysOnlyActive({ shape }: TabColumn): boolean {
  const texts = textsOf(shape);
  return texts.length > 0 && texts.every((text) => intentOf(text) === 'active');
}

/** Most cells are statuses, of those that are offered and of those that are not. */
function saysMoreThanActive({ shape }: TabColumn): boolean {
  if (shareOf(shape, 'statusWord') + shareOf(shape, 'soldWord') < MOST) return false;
  const intents = new Set(textsOf(shape).map(intentOf));
  intents.delete(undefined);
  return intents.has('active') && intents.size > 1;
}

function textsOf({ words }: TabColumn['shape']): readonly string[] {
  return [...(words?.keys() ?? [])].filter((text) => text !== '');
}

function intentOf(text: string): StatusIntent | undefined {
  const match = matchWord(LISTING_STATUS, text);
  return match.kind === 'meaning' ? match.meaning : undefined;
}

/** A tick box beside words for sale and for rent: it says them where they are blank, and must not deny them. */
function asOffer(column: TabColumn): More {
  return { role: 'offer', column };
}

function byHeader(one: TabColumn, other: TabColumn): number {
  return one.header < other.header ? -1 : 1;
}

function byFilling(one: TabColumn, other: TabColumn): number {
  return other.shape.filled - one.shape.filled || (one.header < other.header ? -1 : 1);
}

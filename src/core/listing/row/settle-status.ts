/** Settles what a row asks for: its status and whether it is for sale or for rent. */

import type { ListingSources } from '../field-source.ts';
import type { FieldName } from '../fields.ts';
import type { StatusPolicies } from '../policies.ts';
import { found, nothing } from '../reading.ts';
import { LISTING_STATUS, platformStatus, type StatusIntent } from '../vocabulary/listing-status.ts';
import { matchWord } from '../vocabulary/match-word.ts';
import { SALE_TYPE, type SaleType } from '../vocabulary/sale-type.ts';
import { isMeaning } from '../vocabulary/vocabulary.ts';
import { addNote, type ListingDraft, labelOf, sourceReading } from './listing-draft.ts';
import { haveSameSource } from './source-reader.ts';

/** Members that fit only one kind of listing, and the price that takes their place in the other. */
const ONLY_WITH: Readonly<Record<SaleType, readonly FieldName[]>> = {
  for_sale: ['SalePrice', 'HOAMonth', 'ZestimatePrice'],
  for_rent: ['RentPrice', 'SpaceType', 'DepositFee'],
};
const PRICE_OF: Readonly<Record<SaleType, FieldName>> = { for_sale: 'SalePrice', for_rent: 'RentPrice' };
const OTHER: Readonly<Record<SaleType, SaleType>> = { for_sale: 'for_rent', for_rent: 'for_sale' };
const IN_WORDS: Readonly<Record<SaleType, string>> = { for_sale: 'for sale', for_rent: 'for rent' };

/** Sets the intent, and the platform's status where it has one; an accepted offer stays Active if the tab wants that. */
export function settleStatus(draft: ListingDraft, policies: Pick<StatusPolicies, 'pending' | 'underContract'>): void {
  const intent = draft.readings.Status?.value;
  if (typeof intent !== 'string' || !isMeaning(LISTING_STATUS, intent)) return;
  draft.statusIntent = intent;
  const staysActive = hasAcceptedOffer(intent) && policies[intent] === 'active';
  const status = platformStatus(intent) ?? (staysActive ? 'Active' : undefined);
  if (status !== undefined) draft.values.Status = status;
}

/**
 * Sets the sale type and takes away what fits only the other kind, with a note, unless the tab sends both; notes what hints at
 * a missing one.
 */
export function settleSaleType(draft: ListingDraft, sources: ListingSources, sendsBothPrices: boolean): void {
  readSharedColumn(draft, sources);
  const saleType = draft.readings.SaleType?.value;
  if (typeof saleType !== 'string' || !isMeaning(SALE_TYPE, saleType)) {
    if (haveSameSource(sources, 'SalePrice', 'RentPrice')) keepOneKind(draft);
    else noteSaleTypeHint(draft);
    return;
  }
  draft.values.SaleType = saleType;
  for (const field of ONLY_WITH[OTHER[saleType]]) {
    // One column for both kinds of price has given its number to the kind that the listing is.
    const keeps = sendsBothPrices && !haveSameSource(sources, field, PRICE_OF[saleType]);
    if (!keeps) leaveOut(draft, sources, field, saleType);
  }
}

/** What is over, in a column that says *for sale* or *for rent* of the others. */
const WAS_FOR_RENT =
  /\b(?:rented|leased|let|vermietet|alquilad[oa]|alugad[oa]|arrendad[oa]|affittat[oa]|verhuurd)\b|\blouée?/i;
const WAS_FOR_SALE = /\b(?:sold|sale|verkauft|vendid[oa]|vendue?|vendut[oa]|verkocht)\b/i;

/** A status or a type that is the sale type as well need not say it in every row. */
function readSharedColumn(draft: ListingDraft, sources: ListingSources): void {
  const source = draft.readings.SaleType;
  if (source?.reading.kind !== 'unreadable' || source.staysEmpty === true) return;
  const isShared = haveSameSource(sources, 'SaleType', 'Status') || haveSameSource(sources, 'SaleType', 'PropertyType');
  if (!isShared && matchWord(LISTING_STATUS, source.shown).kind !== 'meaning') return;
  const { header, shown } = source;
  const saleType = WAS_FOR_RENT.test(shown) ? 'for_rent' : WAS_FOR_SALE.test(shown) ? 'for_sale' : undefined;
  draft.readings.SaleType = sourceReading(saleType === undefined ? nothing() : found(saleType), header, shown);
}

/** One price for both kinds, of a row that does not say which: a rent if it is paid again and again, else neither. */
function keepOneKind(draft: ListingDraft): void {
  const { SalePrice: price } = draft.readings;
  draft.readings.SalePrice = undefined;
  const value = price?.value;
  const isRent =
    typeof value === 'object' && 'period' in value && value.period !== undefined && value.period !== 'once';
  if (isRent) return;
  draft.readings.RentPrice = undefined;
  if (price?.reading.kind === 'value') {
    addNote(
      draft,
      'SalePrice',
      'not sent, because the row does not say whether it is for sale or for rent; say so in the row',
    );
  }
}

function leaveOut(draft: ListingDraft, sources: ListingSources, field: FieldName, saleType: SaleType): void {
  const source = draft.readings[field];
  if (source === undefined) return;
  draft.readings[field] = undefined;
  // A fixed value serves every row, and a shared price column has served the other price: neither is news.
  const isNews = source.reading.kind !== 'empty' && sources[field]?.kind !== 'fixed';
  if (isNews && !haveSameSource(sources, field, PRICE_OF[saleType])) {
    addNote(draft, field, `left out, because the listing is ${IN_WORDS[saleType]}`);
  }
}

/** Says what the row looks like without deciding it. */
function noteSaleTypeHint(draft: ListingDraft): void {
  if (draft.readings.SaleType?.reading.kind === 'unreadable') return;
  const hasSalePrice = draft.readings.SalePrice?.value !== undefined;
  const hasRent = draft.readings.RentPrice?.value !== undefined;
  if (hasSalePrice === hasRent) return;
  const [field, words] = hasRent ? (['RentPrice', 'for rent'] as const) : (['SalePrice', 'for sale'] as const);
  addNote(draft, 'SaleType', `not given; only ${labelOf(field)} is filled, so the listing may be ${words}`);
}

function hasAcceptedOffer(intent: StatusIntent): intent is 'pending' | 'underContract' {
  return intent === 'pending' || intent === 'underContract';
}

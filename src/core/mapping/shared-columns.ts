/** Columns that feed two fields: a price that is a sale price or a rent by the row, a status that says *for rent* as well. */

import { type FieldSource, valueHeadersOf } from '../listing/field-source.ts';
import { FIELDS, type FieldName } from '../listing/fields.ts';
import { APPLIED_FROM } from './candidate.ts';
import { normalizeHeader } from './normalize-header.ts';
import type { ColumnMatch } from './proposal.ts';

const SHARING: readonly (readonly [FieldName, FieldName])[] = [
  ['SaleType', 'Status'],
  ['SaleType', 'PropertyType'],
  ['SalePrice', 'RentPrice'],
  ['Bedrooms', 'Bathrooms'],
];

const OTHER_PRICE = { SalePrice: 'RentPrice', RentPrice: 'SalePrice' } as const;

/** Words by which a header says which of the two prices it is. */
const NAMES_ONE_PRICE = new Set(
  (
    'sale sales sold selling purchase buy close closed closing rent rental rents lease leasing monthly month weekly week ' +
    'pcm pw mo kauf kaufpreis verkaufspreis miete kaltmiete warmmiete venta alquiler renta arriendo venda aluguel vente ' +
    'loyer location vendita affitto canone koop huur vraagprijs koopprijs huurprijs kira satis najmu sprzedazy'
  ).split(' '),
);

/** Whether one column may feed both fields: each row's own words tell which of them it is. */
export function mayShare(one: FieldName, other: FieldName): boolean {
  return SHARING.some((pair) => one !== other && pair.includes(one) && pair.includes(other));
}

/**
 * The matches, with the one price of a tab as its rent too, where a column says of each row whether it is for sale or for
 * rent and the price's header does not.
 */
export function sharePrice(matches: readonly ColumnMatch[]): readonly ColumnMatch[] {
  const applied = (field: FieldName) => matches.find((match) => match.field === field && match.isApplied);
  const saleType = applied('SaleType');
  const [price, ...others] = [applied('SalePrice'), applied('RentPrice')].filter((match) => match !== undefined);
  if (saleType === undefined || saleType.source.kind === 'fixed' || price === undefined || others.length > 0)
    return matches;
  const field = price.field === 'SalePrice' ? OTHER_PRICE.SalePrice : OTHER_PRICE.RentPrice;
  const proposed = matches.find((match) => match.field === field);
  const [header] = valueHeadersOf(price.source);
  const isFree = proposed === undefined || valueHeadersOf(proposed.source)[0] === header;
  if (!isFree || header === undefined || namesOnePrice(header)) return matches;
  const shared: ColumnMatch = {
    field,
    source: withoutSoldPrice(price.source),
    confidence: APPLIED_FROM,
    isApplied: true,
    reason: `"${header}" is the price of what is for sale and the rent of what is for rent, as each row says`,
  };
  return FIELDS.flatMap(({ name }) => (name === field ? [shared] : matches.filter((match) => match.field === name)));
}

function namesOnePrice(header: string): boolean {
  return normalizeHeader(header)
    .split(' ')
    .some((word) => NAMES_ONE_PRICE.has(word));
}

/** What a home was sold for is no rent. */
function withoutSoldPrice(source: FieldSource): FieldSource {
  if (source.kind !== 'joined') return source;
  const parts = source.parts.filter(({ role }) => role !== 'whenSold');
  const [first] = parts;
  return parts.length === 1 && first !== undefined
    ? { kind: 'column', header: first.header }
    : { kind: 'joined', parts };
}

/** Makes a message of a row: the document's members with the document's names, types and limits, or why there is none. */
import type { ListingReading } from '../listing/listing-reading.ts';
import { namesStreet, streetOf } from '../listing/street-name.ts';
import type { StatusIntent } from '../listing/vocabulary/listing-status.ts';
import { plainText } from '../sheet/table.ts';
import type { EventFieldName } from './event-fields.ts';
import { EVENT_FIELDS } from './event-fields.ts';
import { cellHash } from './event-stamp.ts';
import type { JsonNode } from './json-node.ts';
import type { EventRow } from './merge-row.ts';
import { isLease, propertyTypeOf, subTypeOf, typeOfSubType } from './property-words.ts';
import { type Publisher, type PublishMark, publishId } from './publish-mark.ts';
import { brokenLimits } from './seed-limits.ts';

/** How a row is published. */
export interface PublishContext {
  readonly nowMs: number;
  /** Who publishes; absent for a message that is copied and not sent. */
  readonly publisher?: Publisher;
  /** What the row says of a message that was under way when something cut it off. */
  readonly underWay?: PublishMark;
  /** Who gets the message; `''` for a message that is copied and not sent. */
  readonly recipient: string;
  /** Whether an address without a flag is hidden. */
  readonly hidesUnflagged: boolean;
  /** Whether rows are published that hold nothing but what messages wrote. */
  readonly includesReceived: boolean;
}

/** What becomes of a row. */
export type PublishedRow =
  | {
      readonly kind: 'message';
      readonly message: JsonNode;
      /** The message's id; `''` for one that is not sent. */
      readonly id: string;
      /** When the message says that things are so. */
      readonly atMs: number;
    }
  | { readonly kind: 'invalid'; readonly why: string }
  | { readonly kind: 'skipped'; readonly why: string };

/** Statuses of messages by what a person's word asks for. Other words count only as the document spells them. */
const STATUS_BY_INTENT: { readonly [Intent in StatusIntent]?: string } = {
  active: 'Active',
  comingSoon: 'Prelisted',
  sold: 'Sold',
};

const STATUSES = ['Active', 'Pending', 'Sold', 'Canceled', 'Prelisted', 'OffMarket', 'Private'];

/** The message of a row. Nothing is cut to fit: what breaks a limit is said instead. */
export function publishRow(row: EventRow, reading: ListingReading, context: PublishContext): PublishedRow {
  const text = (name: EventFieldName) => plainText(row.cells[name] ?? '').trim();
  const status = statusOf(text('status'), reading);
  if (status === 'Private') return { kind: 'skipped', why: 'Private listings are never published.' };
  if (!context.includesReceived && isReceivedOnly(row)) {
    return { kind: 'skipped', why: 'Everything in this row came by messages, so it is not published back.' };
  }
  const [problem] = reading.problems;
  if (problem !== undefined) return { kind: 'invalid', why: problem.message };
  const objectAt = (nowMs: number) => withoutEmpties(listingObject(row, reading, status, { ...context, nowMs }));
  const { object, id, atMs } = identified(objectAt, context);
  const broken = [...missingWords(object), ...brokenLimits(object)];
  if (broken.length > 0) return { kind: 'invalid', why: `${broken.join('; ')}. Correct the row and publish again.` };
  const message = withoutEmpties({
    topic: 'realestate/listing#update',
    id,
    recipient: context.recipient,
    data: { type: 'UpdateAction', object },
  });
  return { kind: 'message', message, id, atMs };
}

/** The message of a row that was under way is the same again, unless the row was changed since. */
function identified(objectAt: (nowMs: number) => JsonNode, { nowMs, publisher, underWay }: PublishContext) {
  const made = (atMs: number) => {
    const object = objectAt(atMs);
    return { object, atMs, id: publisher === undefined ? '' : publishId(publisher, object) };
  };
  const again = underWay === undefined ? undefined : made(underWay.atMs);
  return underWay !== undefined && again?.id.endsWith(underWay.hash) === true ? again : made(nowMs);
}

function listingObject(row: EventRow, reading: ListingReading, status: string, context: PublishContext): JsonNode {
  const { values } = reading;
  const text = (name: EventFieldName) => plainText(row.cells[name] ?? '').trim();
  const isRental = values.SaleType === 'for_rent' || /rent|lease/i.test(text('saleType'));
  const subType = subTypeOf(text('propertyType'));
  const price = isRental ? values.RentPrice : values.SalePrice;
  const currency = /^[A-Z]{3}$/.test(text('currency')) ? text('currency') : '';
  const number = (name: EventFieldName, value?: number) =>
    value ?? (text(name) === '' ? undefined : Number(text(name)));
  const counted = (name: EventFieldName, value?: number) => String(number(name, value) ?? '');
  return {
    type: 'PropertyListing',
    ...place(row, reading, context),
    brokerAttribution: text('brokerAttribution'),
    closeDate: dateTime(text('soldDate')),
    image: (values.Images ?? []).map((url) => ({ type: 'ImageObject', url })),
    listingAgent: named('RealEstateAgent', text('listingAgent')),
    listingContractDate: dateTime(text('listDate')),
    listingId: row.stamp.listingId.replace(/^#.*/, '') || identifier(text('mlsName'), text('mlsNumber')),
    listingOffice: named('RealEstateOffice', text('listingOffice')),
    listingOriginatingSystem: named('MultipleListingService', text('mlsName')),
    listingPrice: price === undefined ? undefined : { type: 'PriceSpecification', price, priceCurrency: currency },
    listingStatus: status,
    livingArea: quantity(text('livingArea'), values.BuildingArea, values.AreaUnit),
    lotSize: quantity(text('lotSize'), values.LotArea, values.AreaUnit),
    modificationTimestamp: new Date(context.nowMs).toISOString(),
    numberOfBathrooms: counted('bathrooms', values.Bathrooms),
    numberOfBedrooms: counted('bedrooms', values.Bedrooms),
    numberOfRooms: counted('rooms'),
    originatingSystemKey: values.MLSNumber ?? text('mlsNumber'),
    originatingSystemName: text('mlsName'),
    propertySubType: subType ?? (propertyTypeOf(text('propertyType')) === undefined ? text('propertyType') : ''),
    propertyType: typeCode(text('propertyType'), subType, isRental),
    purchaseContractDate: dateTime(text('pendingDate')),
    stories: number('stories'),
    universalPropertyId: text('upi'),
    yearBuilt: values.YearBuilt,
  };
}

/** What tells where the home is: without street and coordinates, and without a page that names the street, where it must not show. */
function place(row: EventRow, { values }: ListingReading, { hidesUnflagged }: PublishContext): JsonNode {
  const text = (name: EventFieldName) => plainText(row.cells[name] ?? '').trim();
  const flag = text('showAddress').toUpperCase();
  // Only a clear yes is one: what a seller meant by another word is not guessed.
  const isHidden = flag === '' ? hidesUnflagged && row.stamp.content !== '' : !/^(?:Y|YES|TRUE|1)$/.test(flag);
  const street = streetOf(values.Address ?? '');
  const url = values.Url ?? '';
  const common = {
    addressCountry: text('country').toUpperCase(),
    addressLocality: values.City ?? '',
    addressRegion: text('state'),
    postalCode: values.ZIP ?? '',
    // A row that does not say is published without a flag: who gets it decides as we do.
    internetAddressDisplayYN: flag === '' ? '' : isHidden ? 'N' : 'Y',
  };
  if (isHidden) return { ...common, url: street !== undefined && namesStreet(url, street) ? '' : url };
  const { Latitude: latitude, Longitude: longitude, Address: streetAddress = '' } = values;
  return { ...common, url, latitude, longitude, streetAddress };
}

function statusOf(word: string, { statusIntent }: ListingReading): string {
  const known = STATUSES.find((status) => status.toLowerCase() === word.toLowerCase());
  return known ?? (statusIntent === undefined ? word : (STATUS_BY_INTENT[statusIntent] ?? word));
}

/** Residential or commercial, for sale or for rent. */
function typeCode(words: string, subType: string | undefined, isRental: boolean): string {
  const code = propertyTypeOf(words) ?? (subType === undefined ? '' : typeOfSubType(subType));
  if (!isRental || code === '' || isLease(code)) return code;
  return code === 'COMS' || code === 'BUSO' ? 'COML' : 'RLSE';
}

const UNIT_CODES: Readonly<Record<string, readonly [code: string, text: string]>> = {
  'sq ft': ['SqFt', 'Square Feet'],
  ac: ['AC', 'Acres'],
  'm²': ['MTK', 'Square Meters'],
  ha: ['HAR', 'Hectares'],
  'sq yd': ['YDK', 'Square Yards'],
};

/** The area as the cell says it, so that it comes back the same; else as it was read. */
function quantity(text: string, value: number | undefined, unit: string | undefined): JsonNode | undefined {
  const [, digits, word] = /^(\d+(?:\.\d+)?) (sq ft|ac|m²|ha|sq yd)$/.exec(text) ?? [];
  const [unitCode, unitText] = UNIT_CODES[word ?? (unit === 'Square Meters' ? 'm²' : 'sq ft')] ?? ['', ''];
  const amount = digits === undefined ? value : Number(digits);
  return amount === undefined ? undefined : { type: 'QuantitativeValue', unitCode, unitText, value: amount };
}

function named(type: string, name: string): JsonNode | undefined {
  return name === '' ? undefined : { type, name };
}

function identifier(mlsName: string, mlsNumber: string): string {
  return mlsName === '' || mlsNumber === '' ? '' : `${mlsName}+${mlsNumber}`;
}

function dateTime(day: string): string {
  return /^\d{4}-\d{2}-\d{2}/.test(day) ? `${day.slice(0, 10)}T00:00:00Z` : day;
}

function missingWords(object: JsonNode): readonly string[] {
  const isKnown = ['originatingSystemKey', 'url', 'listingId'].some((member) => object[member] !== undefined);
  return [
    ...(isKnown ? [] : ['The row has no MLS number and no page address']),
    ...(object.listingStatus === undefined ? ['The row has no listing status'] : []),
    ...(object.propertyType === undefined ? ['The row has no property type that the document knows'] : []),
  ];
}

/** Whether a row holds nothing of a person's. */
function isReceivedOnly({ cells, stamp }: EventRow): boolean {
  if (stamp.content === '') return false;
  return EVENT_FIELDS.every(({ name, code }) => {
    const text = plainText(cells[name] ?? '');
    return text === ''
      ? stamp.cells.get(code) === undefined || stamp.cells.get(code)?.hash === cellHash('')
      : stamp.cells.get(code)?.hash === cellHash(text);
  });
}

/** Leaves out what is absent or empty. */
function withoutEmpties(node: JsonNode): JsonNode {
  return Object.fromEntries(
    Object.entries(node).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

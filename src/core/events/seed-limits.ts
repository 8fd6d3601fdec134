/**
 * What the document says of each member of a listing: its type, its allowed values, its longest text.
 *
 * @see https://reflex.bhhsresource.com/docs/topic/message/listing.update the table under "Payload" (read 2026-11-21).
 */
import { clipText } from '../terms/clip-text.ts';
import type { JsonNode } from './json-node.ts';
import { nodeOf } from './json-node.ts';
import { PROPERTY_TYPE_CODES, SUB_TYPE_CODES } from './property-words.ts';

/** What a member may be. */
interface Limit {
  readonly type: 'string' | 'number' | 'object' | 'array';
  readonly allowed?: readonly string[];
  readonly longest?: number;
  readonly format?: 'date-time' | 'uri';
}

const text = (more: Omit<Limit, 'type'> = {}): Limit => ({ type: 'string', ...more });
const NUMBER: Limit = { type: 'number' };
const OBJECT: Limit = { type: 'object' };

const COUNTRIES = ['CA', 'DE', 'GR', 'IN', 'IT', 'MX', 'PE', 'PT', 'ES', 'AE', 'GB', 'US'];
const STATUSES = ['Active', 'Pending', 'Sold', 'Canceled', 'Prelisted', 'OffMarket', 'Private'];

/** The members of `data.object`, in the document's order. */
export const LISTING_LIMITS: Readonly<Record<string, Limit>> = {
  type: text({ allowed: ['PropertyListing'] }),
  addressCountry: text({ allowed: COUNTRIES }),
  addressLocality: text({ longest: 50 }),
  addressRegion: text(),
  brokerAttribution: text(),
  buyerAgent: OBJECT,
  buyerOffice: OBJECT,
  closeDate: text({ format: 'date-time' }),
  image: { type: 'array' },
  internetAddressDisplayYN: text({ allowed: ['Y', 'N'] }),
  latitude: NUMBER,
  listingAgent: OBJECT,
  listingContractDate: text({ format: 'date-time' }),
  listingId: text(),
  listingOffice: OBJECT,
  listingOriginatingSystem: OBJECT,
  listingPrice: OBJECT,
  listingStatus: text({ allowed: STATUSES }),
  livingArea: OBJECT,
  longitude: NUMBER,
  lotSize: OBJECT,
  modificationTimestamp: text({ format: 'date-time' }),
  numberOfBathrooms: text(),
  numberOfBedrooms: text(),
  numberOfRooms: text(),
  originatingSystemKey: text(),
  originatingSystemName: text(),
  postalCode: text({ longest: 12 }),
  propertySubType: text({ allowed: SUB_TYPE_CODES }),
  propertyType: text({ allowed: PROPERTY_TYPE_CODES, longest: 4 }),
  purchaseContractDate: text({ format: 'date-time' }),
  stories: NUMBER,
  streetAddress: text({ longest: 75 }),
  universalPropertyId: text(),
  url: text({ format: 'uri' }),
  yearBuilt: NUMBER,
};

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const URI = /^[a-z][a-z0-9+.-]*:\/\/[^\s<>"]+$/i;

/** What of a listing breaks the document, each in words; a member that the document does not know breaks nothing. */
export function brokenLimits(listing: JsonNode): readonly string[] {
  return Object.entries(listing).flatMap(([member, value]) => {
    const limit = LISTING_LIMITS[member];
    const why = limit === undefined ? undefined : brokenLimit(value, limit);
    return why === undefined ? [] : [`${member} ${why}`];
  });
}

function brokenLimit(value: unknown, limit: Limit): string | undefined {
  if (!isOfType(value, limit.type)) return `must be ${limit.type === 'number' ? 'a number' : `of type ${limit.type}`}`;
  if (typeof value !== 'string') return undefined;
  const shown = `“${clipText(value, 60)}”`;
  if (limit.allowed !== undefined && !limit.allowed.includes(value)) {
    const some =
      limit.allowed.length > 10 ? `${limit.allowed.slice(0, 3).join(', ')} and others` : limit.allowed.join(', ');
    return `${shown} is not among what the document allows: ${some}`;
  }
  if (limit.longest !== undefined && value.length > limit.longest) {
    return `has ${value.length} characters; the document allows ${limit.longest}`;
  }
  if (limit.format === 'date-time' && !DATE_TIME.test(value)) return `${shown} is no date`;
  return limit.format === 'uri' && !URI.test(value) ? `${shown} is no address` : undefined;
}

function isOfType(value: unknown, type: Limit['type']): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return nodeOf(value) !== undefined;
  return type === 'number' ? typeof value === 'number' && Number.isFinite(value) : typeof value === 'string';
}

/**
 * Reads a page of `RealEstateList`, whose answer no public document shows: tolerant of shapes and spellings, and silent where
 * it would have to guess.
 */
import { FIELDS, type FieldName, isFieldName } from '../listing/fields.ts';

/** A listing as the platform lists it. */
export interface ListedListing {
  /** The platform's own key; `''` where no member can be told to be it. */
  readonly key: string;
  /** What it says of each documented field. */
  readonly values: { readonly [Name in FieldName]?: unknown };
}

/** A page of listings. */
export interface ListingPage {
  readonly listings: readonly ListedListing[];
  /** How many there are on all pages; absent where the page does not say, or says two numbers. */
  readonly total?: number;
}

type Json = Readonly<Record<string, unknown>>;

/** Members that hold the listings of a page, in lower case. */
const LIST_MEMBERS: ReadonlySet<string> = new Set(['list', 'items', 'rows', 'records', 'data', 'results', 'listings']);

/** Members that say how many there are on all pages, in lower case. */
const TOTAL_MEMBERS: ReadonlySet<string> = new Set(['virtualcount', 'totalcount', 'total', 'count', 'totalrecords']);

/** Members that may be the platform's own key where none is called `Key`, in lower case. */
const KEY_MEMBERS: ReadonlySet<string> = new Set(['id', 'realestatekey', 'realestateid', 'newoakskey', 'listingkey']);

const FIELD_BY_LOWER_NAME: ReadonlyMap<string, string> = new Map(FIELDS.map(({ name }) => [name.toLowerCase(), name]));

/**
 * The page that an answer's `Data` is; `undefined` where that is not certain. That nothing is listed is only believed where an
 * empty list says so, or a total of 0.
 *
 * @see "Get Real Estate List" of the NewOaks developer guide, https://www.newoaks.ai/guides/developer/api (read 2026-11-21),
 * whose answer is cut off. `List` with `VirtualCount` is what another service on the same host answers.
 */
export function readListingPage(data: unknown): ListingPage | undefined {
  if (Array.isArray(data)) return pageOf(data, undefined);
  if (!isObject(data)) return undefined;
  const total = totalOf(data);
  const lists = Object.entries(data).filter(([name, value]) => LIST_MEMBERS.has(name.toLowerCase()) && value !== null);
  const [only, ...others] = lists.map(([, value]) => value);
  if (only === undefined) return total === 0 ? { listings: [], total } : undefined;
  if (others.length > 0 || !Array.isArray(only)) return undefined;
  return pageOf(only, total);
}

function pageOf(items: readonly unknown[], total: number | undefined): ListingPage | undefined {
  const listings = items.map(listingOf);
  if (!listings.every((listing) => listing !== undefined)) return undefined;
  return { listings, ...(total !== undefined && { total }) };
}

function listingOf(item: unknown): ListedListing | undefined {
  if (!isObject(item)) return undefined;
  const values: { [Name in FieldName]?: unknown } = {};
  for (const [member, value] of Object.entries(item)) {
    const name = FIELD_BY_LOWER_NAME.get(member.toLowerCase());
    if (name === undefined || !isFieldName(name)) continue;
    // Two members that are one but for their case contradict each other, or one of them means something else.
    if (name in values && values[name] !== value) return undefined;
    values[name] = value;
  }
  return { key: keyOf(item, values.Key), values };
}

function keyOf(item: Json, named: unknown): string {
  if (isKey(named)) return String(named);
  const keys = Object.entries(item).flatMap(([name, value]) =>
    KEY_MEMBERS.has(name.toLowerCase()) && isKey(value) ? [String(value)] : [],
  );
  const [only, ...others] = new Set(keys);
  return only === undefined || others.length > 0 ? '' : only;
}

function isKey(value: unknown): value is string | number {
  return typeof value === 'number' ? Number.isSafeInteger(value) : typeof value === 'string' && value.trim() !== '';
}

function totalOf(data: Json): number | undefined {
  const totals = Object.entries(data).flatMap(([name, value]) =>
    TOTAL_MEMBERS.has(name.toLowerCase()) && typeof value === 'number' && Number.isInteger(value) && value >= 0
      ? [value]
      : [],
  );
  const [only, ...others] = new Set(totals);
  return others.length > 0 ? undefined : only;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

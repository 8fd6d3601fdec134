/**
 * The body of `RealEstateUpdate`: its type and the check that every body must pass before it is sent, both derived from
 * the field catalogue.
 */
import { FIELDS, type FieldDefinition, type FieldName, type KeyType } from './fields.ts';

/** One member of `ExtensionColumn`: the document spells `Key` with a capital and `value` without. */
export interface ExtensionEntry {
  readonly Key: string;
  readonly value: string;
}

/** A JSON value a member of the body can have. */
export type BodyValue = string | number | readonly string[] | readonly ExtensionEntry[];

/** The values of a listing by documented name; absent where the row has none. */
export type ListingValues = { readonly [Name in FieldName]?: BodyValue | undefined };

/** A whole body; what identifies the listing is always there. */
export interface ListingBody extends ListingValues {
  readonly SerialNumber: string;
  readonly Key: string;
  readonly KeyType: KeyType;
}

/** What one member must be, worked out once from the catalogue. */
interface MemberCheck {
  readonly name: string;
  readonly isRequired: boolean;
  readonly isIdentity: boolean;
  accepts(value: unknown): boolean;
}

const IDENTITY: ReadonlySet<FieldName> = new Set<FieldName>(['SerialNumber', 'Key', 'KeyType']);
const REQUIRED: readonly FieldName[] = FIELDS.filter((field) => field.isRequired).map((field) => field.name);
const CHECKS: readonly MemberCheck[] = FIELDS.map((field) => ({
  name: field.name,
  isRequired: field.isRequired,
  isIdentity: IDENTITY.has(field.name),
  accepts: valueCheck(field),
}));
const CHECK_BY_NAME: ReadonlyMap<string, MemberCheck> = new Map(CHECKS.map((check) => [check.name, check]));

/** The required members a listing misses, in the document's order. */
export function missingFields(values: ListingValues): readonly FieldName[] {
  return REQUIRED.filter((name) => values[name] === undefined);
}

/** Whether a body is one the document allows; `lenient` forgives missing required members except the identity. */
export function isListingBody(body: unknown, strictness: 'strict' | 'lenient'): body is ListingBody {
  return isRecord(body) && hasGoodMembers(body, strictness === 'strict');
}

/** One walk over the members, in which the needed ones are counted. */
function hasGoodMembers(body: Readonly<Record<string, unknown>>, isStrict: boolean): boolean {
  let memberIndex = 0;
  let neededCount = 0;
  for (const name in body) {
    const check = checkOf(name, memberIndex);
    const value = body[name];
    if (check === undefined || (value !== undefined && !check.accepts(value))) return false;
    if (value !== undefined && (isStrict ? check.isRequired : check.isIdentity)) neededCount += 1;
    memberIndex += 1;
  }
  return neededCount === (isStrict ? REQUIRED.length : IDENTITY.size);
}

/** Bodies are built in the catalogue's order, so a member's check is nearly always the one in its place. */
function checkOf(name: string, memberIndex: number): MemberCheck | undefined {
  const check = CHECKS[memberIndex];
  return check?.name === name ? check : CHECK_BY_NAME.get(name);
}

function valueCheck({ kind, options = [], isRequired }: FieldDefinition): (value: unknown) => boolean {
  switch (kind) {
    case 'choice':
      return (value) => typeof value === 'string' && options.includes(value);
    case 'urlList':
      return (value) => Array.isArray(value) && value.every(isFilledText);
    case 'extension':
      return (value) => Array.isArray(value) && value.every(isExtensionEntry);
    case 'count':
    case 'bathrooms':
    case 'year':
    case 'days':
    case 'money':
    case 'area':
    case 'latitude':
    case 'longitude':
      return Number.isFinite;
    case 'text':
    case 'id':
    case 'zip':
    case 'state':
    case 'url':
    case 'currency':
      return isRequired ? isFilledText : isText;
    default:
      return kind satisfies never;
  }
}

/** An empty text clears the member. */
function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isFilledText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isExtensionEntry(entry: unknown): boolean {
  if (!isRecord(entry)) return false;
  const { Key: key, value, ...others } = entry;
  return isFilledText(key) && typeof value === 'string' && Object.keys(others).length === 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The body of `RealEstateUpdate`: its type and the schemas that every body must pass before it is sent, both derived
 * from the field catalogue.
 */
import * as v from 'valibot';
import { FIELDS, type FieldDefinition, type FieldName, type KeyType } from './fields.ts';

/** One member of `ExtensionColumn`: the document spells `Key` with a capital and `value` without. */
export interface ExtensionEntry {
  readonly Key: string;
  readonly value: string;
}

/** A JSON value a member of the body can have. */
export type BodyValue = string | number | readonly string[] | readonly ExtensionEntry[];

/** The values of a listing by documented name; absent where the row has none. */
export type ListingValues = { readonly [Name in FieldName]?: BodyValue };

/** A whole body; what identifies the listing is always there. */
export interface ListingBody extends ListingValues {
  readonly SerialNumber: string;
  readonly Key: string;
  readonly KeyType: KeyType;
}

const IDENTITY: readonly FieldName[] = ['SerialNumber', 'Key', 'KeyType'];

const filledText = v.pipe(v.string(), v.nonEmpty());
const finiteNumber = v.pipe(v.number(), v.finite());
const extensionEntry = v.strictObject({ Key: filledText, value: v.string() });

const STRICT_BODY = bodySchema((definition) => definition.isRequired);
const LENIENT_BODY = bodySchema((definition) => isIdentity(definition));

/** The required members a listing misses, in the document's order. */
export function missingFields(values: ListingValues): readonly FieldName[] {
  return FIELDS.filter((definition) => definition.isRequired && values[definition.name] === undefined).map(
    (definition) => definition.name,
  );
}

/** Whether a body is one the document allows; `lenient` forgives missing required members except the identity. */
export function isListingBody(body: unknown, strictness: 'strict' | 'lenient'): body is ListingBody {
  return v.is(strictness === 'strict' ? STRICT_BODY : LENIENT_BODY, body);
}

function bodySchema(isRequired: (definition: FieldDefinition) => boolean) {
  const members = FIELDS.map((definition: FieldDefinition) => {
    const member = memberSchema(definition);
    return [definition.name, isRequired(definition) ? member : v.optional(member)] as const;
  });
  return v.strictObject(Object.fromEntries(members));
}

function memberSchema(definition: FieldDefinition): v.GenericSchema<unknown, unknown> {
  switch (definition.kind) {
    case 'choice':
      return v.picklist(definition.options ?? []);
    case 'urlList':
      return v.pipe(v.array(filledText), v.minLength(1));
    case 'extension':
      return v.array(extensionEntry);
    case 'count':
    case 'bathrooms':
    case 'year':
    case 'days':
    case 'money':
    case 'area':
    case 'latitude':
    case 'longitude':
      return finiteNumber;
    case 'text':
    case 'id':
    case 'zip':
    case 'state':
    case 'url':
    case 'currency':
      return filledText;
    default:
      return definition.kind satisfies never;
  }
}

function isIdentity(definition: FieldDefinition): boolean {
  return IDENTITY.some((name) => name === definition.name);
}

import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { FIELDS, type FieldDefinition } from '../../../src/core/listing/fields.ts';
import { isListingBody, missingFields } from '../../../src/core/listing/listing-body.ts';

const BODY: Readonly<Record<string, unknown>> = {
  SerialNumber: '3254a9d0424c4806b9ea3d0763abcdef',
  Key: 'ML81707355',
  KeyType: 'MLSNumber',
  SaleType: 'for_sale',
  Status: 'Active',
  CurrencySymbol: '$',
  PropertyType: 'Townhouse',
  Bedrooms: 0,
  Bathrooms: 2.5,
  Url: 'https://homes.example.com/1',
  MLSNumber: 'ML81707355',
  YearBuilt: 1998,
  DaysOnMarket: 12,
  LotArea: 6000,
  BuildingArea: 1850,
  AreaUnit: 'Square Feet',
  Images: ['https://homes.example.com/1.jpg'],
  ParkingSpots: 2,
  ExtensionColumn: [{ Key: 'Listing agent', value: '' }],
};
const IDENTITY = { SerialNumber: '3254', Key: 'K1', KeyType: 'URL' };

describe('a body the document allows', () => {
  test('has every required member, and may have optional ones', () => {
    expect(isListingBody(BODY, 'strict')).toBe(true);
  });

  test('may miss anything but what identifies the listing where the tab sends what the row has', () => {
    expect(isListingBody(IDENTITY, 'lenient')).toBe(true);
    expect(isListingBody(IDENTITY, 'strict')).toBe(false);
    expect(isListingBody({ ...IDENTITY, Key: undefined }, 'lenient')).toBe(false);
  });

  test.each([
    ['a member the document does not know', { Sauna: 'yes' }],
    ['an empty text that is required', { PropertyType: '' }],
    ['a number as text', { Bedrooms: '3' }],
    ['a number that JSON cannot say', { SalePrice: Number.NaN }],
    ['another word than the documented ones', { Status: 'Pending' }],
    ['a picture without address', { Images: ['https://homes.example.com/1.jpg', ''] }],
    ['an extra column without name', { ExtensionColumn: [{ Key: '', value: 'x' }] }],
    ['an extra column with more than name and value', { ExtensionColumn: [{ Key: 'a', value: 'x', Value: 'x' }] }],
    ['an extra column whose value is a number', { ExtensionColumn: [{ Key: 'a', value: 1 }] }],
    ['null', { City: null }],
  ])('never has %s', (_, members) => {
    expect(isListingBody({ ...BODY, ...members }, 'strict')).toBe(false);
    expect(isListingBody({ ...IDENTITY, ...members }, 'lenient')).toBe(false);
  });

  test('may clear what is not required, with an empty text or list', () => {
    expect(isListingBody({ ...BODY, City: '', Images: [], ExtensionColumn: [] }, 'strict')).toBe(true);
  });

  test.each([null, undefined, 'body', 7, [BODY]])('is an object, not %j', (body) => {
    expect(isListingBody(body, 'lenient')).toBe(false);
  });
});

test('missing members are named in the document’s order; 0 is not missing', () => {
  const { Status: _, YearBuilt: __, City: ___, ...rest } = BODY;
  expect(missingFields(rest)).toEqual(['Status', 'YearBuilt']);
  expect(missingFields({ ...BODY, Key: undefined })).toEqual(['Key']);
});

describe('the check compiled from the catalogue', () => {
  const filledText = v.pipe(v.string(), v.nonEmpty());
  const numeric = new Set(['count', 'bathrooms', 'year', 'days', 'money', 'area', 'latitude', 'longitude']);

  function memberSchema({ kind, options = [], isRequired }: FieldDefinition): v.GenericSchema<unknown, unknown> {
    if (kind === 'choice') return v.picklist(options);
    if (kind === 'urlList') return v.array(filledText);
    if (kind === 'extension') return v.array(v.strictObject({ Key: filledText, value: v.string() }));
    if (numeric.has(kind)) return v.pipe(v.number(), v.finite());
    return isRequired ? filledText : v.string();
  }

  function bodySchema(isRequired: (definition: FieldDefinition) => boolean) {
    const members = FIELDS.map((definition) => {
      const member = memberSchema(definition);
      return [definition.name, isRequired(definition) ? member : v.optional(member)] as const;
    });
    return v.strictObject(Object.fromEntries(members));
  }

  const SCHEMAS = {
    strict: bodySchema((definition) => definition.isRequired),
    lenient: bodySchema((definition) => definition.name in IDENTITY),
  };

  const anyValue = fc.oneof(
    fc.constantFrom<unknown>(undefined, null, '', '0', 0, -0, Number.NaN, Number.POSITIVE_INFINITY, true, [], {}),
    fc.constantFrom<unknown>(
      'Active',
      'Square Feet',
      'URL',
      'for_rent',
      '3D',
      'Room',
      ['https://a.example/1.jpg'],
      [''],
    ),
    fc.array(fc.record({ Key: fc.string({ maxLength: 2 }), value: fc.oneof(fc.string(), fc.integer()) }), {
      maxLength: 2,
    }),
    fc.array(fc.dictionary(fc.constantFrom('Key', 'value', 'Value'), fc.string({ maxLength: 2 })), { maxLength: 2 }),
    fc.array(fc.oneof(fc.string({ maxLength: 3 }), fc.constant(1)), { maxLength: 3 }),
    fc.string({ maxLength: 5 }),
    fc.double(),
  );
  const names = [...FIELDS.map((field) => field.name), 'Sauna', 'key', 'toString'];
  const changes = fc.dictionary(fc.constantFrom(...names), anyValue, { maxKeys: 4, noNullPrototype: true });
  const anyBody = fc.oneof(
    fc.tuple(fc.constantFrom(BODY, IDENTITY, {}), changes).map(([body, changed]) => ({ ...body, ...changed })),
    anyValue,
  );

  test.each(['strict', 'lenient'] as const)(
    'agrees with a schema of the same fields on every body (%s)',
    (strictness) => {
      fc.assert(
        fc.property(anyBody, (body) => {
          expect(isListingBody(body, strictness)).toBe(v.is(SCHEMAS[strictness], body));
        }),
        { numRuns: 5_000 },
      );
    },
  );
});

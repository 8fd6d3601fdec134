import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LISTING_MESSAGES } from '../../../playground/demo/listing-messages.ts';
import { EVENT_FIELDS, type EventFieldName } from '../../../src/core/events/event-fields.ts';
import { eventRowOf, layoutOf } from '../../../src/core/events/event-layout.ts';
import type { EventRow } from '../../../src/core/events/merge-row.ts';
import { PROPERTY_TYPE_CODES, SUB_TYPE_CODES } from '../../../src/core/events/property-words.ts';
import { isPublishedBy, markText, parsePublishMark } from '../../../src/core/events/publish-mark.ts';
import { type PublishContext, publishRow } from '../../../src/core/events/publish-row.ts';
import { listingReader } from '../../../src/core/listing/read-listing.ts';
import { mapTab } from '../../../src/core/mapping/map-tab.ts';
import { DEFAULT_TAB_SETTINGS } from '../../../src/core/settings/tab-settings.ts';
import type { CellValue } from '../../../src/core/sheet/table.ts';
import { cellsOf, EMPTY_TAB, NOON, SEQUENCES_MS, sequences, takeInto, update } from './listing-message.ts';

const HEADERS = EVENT_FIELDS.map(({ header }) => header);
const CONTEXT = {
  nowMs: NOON.nowMs,
  recipient: 'https://pod.example/profile/card#me',
  hidesUnflagged: true,
  includesReceived: true,
};
const PUBLIC = { internetAddressDisplayYN: 'Y' };

/** What feeds what in a tab whose columns are all there: decided once, by the rows of a few listings. */
const SOURCES = (() => {
  const { rows } = takeInto(EMPTY_TAB, LISTING_MESSAGES).ground;
  const sampleRows = rows.map((row, at) => ({ rowNumber: at + 2, values: valuesOf(row), texts: [] }));
  return mapTab({ headers: HEADERS, headerRowNumber: 1, rows: sampleRows, sampleRows }, DEFAULT_TAB_SETTINGS).resolved
    .sources;
})();
const LAYOUT = layoutOf(HEADERS, SOURCES);
const READ = listingReader(SOURCES, DEFAULT_TAB_SETTINGS, { locale: 'en_US', today: '2025-06-30' });

/** The message of a row. */
function published(row: EventRow, context: PublishContext = CONTEXT) {
  const values = valuesOf(row);
  const seen = eventRowOf(values, LAYOUT, new Set());
  return publishRow({ ...seen, stamp: row.stamp }, READ({ rowNumber: 2, values, texts: [] }), context);
}

function valuesOf(row: EventRow): readonly CellValue[] {
  return EVENT_FIELDS.map(({ name }) => row.cells[name] ?? '');
}

function rowOf(...messages: readonly unknown[]): EventRow {
  const [row] = takeInto(EMPTY_TAB, messages).ground.rows;
  if (row === undefined) throw new Error('no row');
  return row;
}

function objectOf(row: EventRow, context = CONTEXT): unknown {
  const result = published(row, context);
  if (result.kind !== 'message') throw new Error(result.why);
  return (result.message.data as { readonly object: unknown }).object;
}

const edited = (row: EventRow, cells: Partial<Record<EventFieldName, CellValue>>): EventRow => ({
  ...row,
  cells: { ...row.cells, ...cells },
});

describe('a row as a message', () => {
  it('has the members of the document, with its names and types', () => {
    const row = rowOf(
      update({
        ...PUBLIC,
        addressCountry: 'USA',
        addressLocality: 'Otter Bay',
        addressRegion: 'NC',
        postalCode: '02790',
        latitude: 35.123,
        longitude: -75.5,
        numberOfBathrooms: '2.5',
        numberOfRooms: '8',
        livingArea: { value: 1500, unitCode: 'FTK' },
        lotSize: { value: 0.75, unitCode: 'ACR' },
        yearBuilt: 1988,
        stories: 2,
        image: ['https://img.example/1.jpg'],
        listingContractDate: '2025-05-30T14:15:22Z',
        brokerAttribution: 'desk@otter.example',
        listingAgent: { name: 'Ada' },
        listingOffice: { name: 'Otter Homes' },
        universalPropertyId: 'US-1',
      }),
    );
    const result = published(row);
    expect(result).toMatchObject({
      kind: 'message',
      message: { topic: 'realestate/listing#update', recipient: CONTEXT.recipient, data: { type: 'UpdateAction' } },
    });
    expect(objectOf(row)).toEqual({
      type: 'PropertyListing',
      addressCountry: 'US',
      addressLocality: 'Otter Bay',
      addressRegion: 'NC',
      postalCode: '02790',
      internetAddressDisplayYN: 'Y',
      url: 'https://www.example.org/otter-bay/3-heron-quay',
      latitude: 35.123,
      longitude: -75.5,
      streetAddress: '3 Heron Quay',
      brokerAttribution: 'desk@otter.example',
      image: [{ type: 'ImageObject', url: 'https://img.example/1.jpg' }],
      listingAgent: { type: 'RealEstateAgent', name: 'Ada' },
      listingContractDate: '2025-05-30T00:00:00Z',
      listingId: '4001',
      listingOffice: { type: 'RealEstateOffice', name: 'Otter Homes' },
      listingOriginatingSystem: { type: 'MultipleListingService', name: 'obx' },
      listingPrice: { type: 'PriceSpecification', price: 250_000, priceCurrency: 'USD' },
      listingStatus: 'Active',
      livingArea: { type: 'QuantitativeValue', unitCode: 'SqFt', unitText: 'Square Feet', value: 1500 },
      lotSize: { type: 'QuantitativeValue', unitCode: 'AC', unitText: 'Acres', value: 0.75 },
      modificationTimestamp: '2025-06-30T12:00:00.000Z',
      numberOfBathrooms: '2.5',
      numberOfBedrooms: '3',
      numberOfRooms: '8',
      originatingSystemKey: '0017',
      originatingSystemName: 'obx',
      propertySubType: 'TownhousePropertyType',
      propertyType: 'RESI',
      stories: 2,
      universalPropertyId: 'US-1',
      yearBuilt: 1988,
    });
  });

  it('is a lease where the row is for rent, with the monthly rent', () => {
    const lease = rowOf(
      update({ ...PUBLIC, propertyType: 'RLSE', listingPrice: { price: 2400, priceCurrency: 'USD' } }),
    );
    expect(objectOf(lease)).toMatchObject({ propertyType: 'RLSE', listingPrice: { price: 2400 } });
  });

  it.each([
    ['N', { internetAddressDisplayYN: 'N' }],
    ['nothing', {}],
  ])('tells neither street nor coordinates nor a page that names the street where the flag is %s', (_what, flag) => {
    const object = objectOf(rowOf(update({ ...flag, latitude: 35, longitude: -75 })));
    expect(object).toMatchObject({ type: 'PropertyListing', ...flag });
    for (const member of ['streetAddress', 'latitude', 'longitude', 'url']) expect(object).not.toHaveProperty(member);
  });

  it.each(['maybe', '0', 'hidden'])('is as careful where nobody knows what the flag means: %s', (showAddress) => {
    const row = edited(rowOf(update({ ...PUBLIC, latitude: 35, longitude: -75 })), { showAddress });
    const object = objectOf(row);
    expect(object).toMatchObject({ internetAddressDisplayYN: 'N' });
    for (const member of ['streetAddress', 'latitude', 'longitude', 'url']) expect(object).not.toHaveProperty(member);
  });

  it.each<[string, Partial<Record<EventFieldName, CellValue>>, string]>([
    [
      'street',
      { address: `3 Heron ${'Quay '.repeat(20)}` },
      'streetAddress has 107 characters; the document allows 75',
    ],
    ['city', { city: 'x'.repeat(51) }, 'addressLocality has 51 characters; the document allows 50'],
    ['postal code', { zip: '123456789-1234' }, '“123456789-1234” is not a ZIP or postal code'],
    ['pending date', { pendingDate: 'next week' }, 'purchaseContractDate “next week” is no date'],
    ['country', { country: 'FR' }, 'addressCountry “FR” is not among what the document allows: CA, DE, GR and others'],
    ['status', { status: 'Contingent' }, 'listingStatus “Contingent” is not among what the document allows'],
    ['type', { propertyType: 'Castle' }, 'propertySubType “Castle” is not among what the document allows'],
    ['sold date', { soldDate: 'soon' }, 'closeDate “soon” is no date'],
    ['status that is missing', { status: '' }, 'The row has no listing status'],
  ])('is none where the document’s limits are broken: %s', (_what, cells, why) => {
    const result = published(edited(rowOf(update(PUBLIC)), cells));
    expect(result).toMatchObject({ kind: 'invalid' });
    expect(result.kind === 'invalid' && result.why).toContain(why);
  });

  it('is none for a private listing, nor for a row that came by messages alone', () => {
    const row = rowOf(update(PUBLIC));
    expect(published(edited(row, { status: 'Private' }))).toMatchObject({ kind: 'skipped' });
    const own = { ...CONTEXT, includesReceived: false };
    expect(published(row, own)).toMatchObject({ kind: 'skipped' });
    expect(published(edited(row, { bedrooms: 4 }), own)).toMatchObject({ kind: 'message' });
  });
});

it.each(SUB_TYPE_CODES)('the sub-type %s comes back as it went out', (propertySubType) => {
  expect(objectOf(rowOf(update({ ...PUBLIC, propertySubType })))).toMatchObject({ propertySubType });
});

it.each(PROPERTY_TYPE_CODES)('the type %s comes back as it went out', (propertyType) => {
  const said = update({ ...PUBLIC, propertyType, propertySubType: undefined });
  expect(objectOf(rowOf(said))).toMatchObject({ propertyType });
});

describe('a message that is sent', () => {
  const publisher = { address: 'https://pod.example/publish/', fileMark: '0a1b2c3d' };
  const sent = (row: EventRow, more: Partial<PublishContext> = {}) => {
    const result = published(row, { ...CONTEXT, publisher, ...more });
    if (result.kind !== 'message') throw new Error(result.why);
    return result;
  };
  const row = rowOf(update(PUBLIC));
  const first = sent(row);
  const underWay = parsePublishMark(markText(first.id, first.atMs));
  const laterMs = CONTEXT.nowMs + 60_000;

  it('has an id that says whose it is', () => {
    expect(first.id).toMatch(/^https:\/\/pod\.example\/publish\/0a1b2c3d-[0-9a-f]{16}$/);
    expect(first.message.id).toBe(first.id);
    expect(isPublishedBy(first.id, '0a1b2c3d')).toBe(true);
    expect(isPublishedBy(first.id, '99999999')).toBe(false);
  });

  it('is the same again where it was cut off, and another one where the row has changed or a person publishes once more', () => {
    if (underWay === undefined) throw new Error('The mark cannot be read.');
    expect(sent(row, { nowMs: laterMs, underWay })).toEqual(first);
    const changed = sent(edited(row, { bedrooms: 7 }), { nowMs: laterMs, underWay });
    expect(changed.id).not.toBe(first.id);
    expect(changed.atMs).toBe(laterMs);
    expect(sent(row, { nowMs: laterMs }).id).not.toBe(first.id);
  });

  it.each(['', 'Accepted by the pod.', 'Being sent as 12 of yesterday. '])(
    'is not under way where a row says “%s”',
    (detail) => {
      expect(parsePublishMark(detail)).toBeUndefined();
    },
  );

  it('is passed over when it comes back', () => {
    const { ground } = takeInto(EMPTY_TAB, [update()]);
    const own = { ...ground, ownMark: '0a1b2c3d' };
    const { taken } = takeInto(own, [{ ...first.message, time: '2025-06-30T13:00:00Z' }]);
    expect(taken.counts.passed).toEqual({ 'messages that this file published': 1 });
    expect(taken.rows).toEqual([]);
    expect(takeInto({ ...own, ownMark: 'ffffffff' }, [first.message]).taken.counts.passed).toEqual({});
  });
});

const listing = fc.record(
  {
    listingStatus: fc.constantFrom('Active', 'Pending', 'Sold', 'Canceled', 'Prelisted', 'OffMarket'),
    propertyType: fc.constantFrom('RESI', 'RLSE', 'LAND', 'COML', 'COMS', 'FARM', 'MOBI'),
    propertySubType: fc.constantFrom(
      'TownhousePropertyType',
      'OfficePropertyType',
      'UnimprovedLandPropertyType',
      'CabinPropertyType',
    ),
    listingPrice: fc.record({
      price: fc.integer({ min: 2, max: 9_000_000 }),
      priceCurrency: fc.constantFrom('USD', 'EUR'),
    }),
    numberOfBathrooms: fc.constantFrom('1', '2.5', '0', ''),
    numberOfRooms: fc.constantFrom('7', ''),
    livingArea: fc.record({
      value: fc.double({ min: 1, max: 9000, noNaN: true }),
      unitCode: fc.constantFrom('FTK', 'MTK', 'AC'),
    }),
    lotSize: fc.record({
      value: fc.double({ min: 0.001, max: 90, noNaN: true }),
      unitCode: fc.constantFrom('ACR', 'HAR', 'YDK'),
    }),
    yearBuilt: fc.integer({ min: 1700, max: 2026 }),
    postalCode: fc.constantFrom('02790', '90210', 'SW1A 1AA'),
    addressCountry: fc.constantFrom('US', 'United States', 'CA', undefined),
    internetAddressDisplayYN: fc.constantFrom('Y', 'N', undefined),
    image: fc.constantFrom(['https://img.example/1.jpg', 'https://img.example/2.jpg'], undefined),
    closeDate: fc.constantFrom('2025-06-01T10:00:00Z', undefined),
    stories: fc.constantFrom(1, 2.5, undefined),
  },
  { requiredKeys: ['listingStatus', 'propertyType', 'propertySubType', 'listingPrice'] },
);

describe('a message that comes back', () => {
  it(
    'changes no cell of the row it was made of',
    () => {
      fc.assert(
        fc.property(listing, (object) => {
          const { ground } = takeInto(EMPTY_TAB, [update(object)]);
          const [row] = ground.rows;
          if (row === undefined) throw new Error('no row');
          const result = published(row);
          if (result.kind !== 'message') return;
          const back = { ...result.message, time: '2025-06-30T12:00:00Z', id: 'back' };
          const after = takeInto(ground, [back]);
          expect(cellsOf(after.ground)).toEqual(cellsOf(ground));
          expect(after.ground.rows).toHaveLength(1);
        }),
        { numRuns: sequences(100) },
      );
    },
    SEQUENCES_MS,
  );
});

/** The table of the `realestate/listing#update` document, line by line: member → column → request → member out. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSheet, succeed, type TestSheet } from './listing-sheet.ts';

type Members = Readonly<Record<string, unknown>>;

/** One line of the table. */
interface Line {
  /** What the message says. */
  readonly said: unknown;
  /** The cells that say it, by header; none for what no cell may or need hold. */
  readonly cells: Members;
  /** What the request says of it. */
  readonly sent: Members;
  /** What the message of the row says; absent for what is left out. */
  readonly out?: unknown;
}

const PICTURES = ['https://img.alder.example/1.jpg', 'https://img.alder.example/2.jpg'];
const PAGE = 'https://www.alder.example/homes/9-wharf-lane';
const WHARF: Readonly<Record<string, Line>> = {
  type: { said: 'PropertyListing', cells: {}, sent: {}, out: 'PropertyListing' },
  addressCountry: { said: 'US', cells: { Country: 'US' }, sent: {}, out: 'US' },
  addressLocality: {
    said: 'Port Alder',
    cells: { City: 'Port Alder' },
    sent: { City: 'Port Alder' },
    out: 'Port Alder',
  },
  addressRegion: { said: 'NJ', cells: { State: 'NJ' }, sent: { State: 'NJ' }, out: 'NJ' },
  brokerAttribution: {
    said: 'desk@alder.example',
    cells: { 'Broker attribution': 'desk@alder.example' },
    sent: { extra: { Key: 'Broker attribution', value: 'desk@alder.example' } },
    out: 'desk@alder.example',
  },
  // Of a buyer nothing reaches a cell.
  buyerAgent: {
    said: { type: 'RealEstateAgent', name: 'Bea Buyer', email: 'bea@example.org', identifier: { agentKey: 'b-1' } },
    cells: {},
    sent: {},
  },
  buyerOffice: { said: { type: 'RealEstateOffice', name: 'Buyers at Sea' }, cells: {}, sent: {} },
  closeDate: {
    said: '2025-05-02T14:15:22Z',
    cells: { 'Sold date': '2025-05-02' },
    sent: {},
    out: '2025-05-02T00:00:00Z',
  },
  image: {
    said: PICTURES.map((url) => ({ type: 'ImageObject', '@id': `${url}#it`, id: `${url}#it`, name: 'a.jpg', url })),
    cells: { Images: PICTURES.join('\n') },
    sent: { Images: PICTURES },
    out: PICTURES.map((url) => ({ type: 'ImageObject', url })),
  },
  internetAddressDisplayYN: { said: 'Y', cells: { 'Show address': 'Y' }, sent: {}, out: 'Y' },
  latitude: { said: 40.75, cells: { Latitude: 40.75 }, sent: { Latitude: 40.75 }, out: 40.75 },
  // A person's own e-mail address and telephone number reach no cell either.
  listingAgent: {
    said: { type: 'RealEstateAgent', name: 'Lou Lister', telephone: '1-555-010-0144', email: 'lou@example.org' },
    cells: { 'Listing agent': 'Lou Lister' },
    sent: {},
    out: { type: 'RealEstateAgent', name: 'Lou Lister' },
  },
  // Sold after 31 days.
  listingContractDate: {
    said: '2025-04-01T14:15:22Z',
    cells: { 'List date': '2025-04-01' },
    sent: { DaysOnMarket: 31 },
    out: '2025-04-01T00:00:00Z',
  },
  // The row's hidden stamp remembers it.
  listingId: { said: 'ALDER+0045', cells: {}, sent: {}, out: 'ALDER+0045' },
  listingOffice: {
    said: { type: 'RealEstateOffice', name: 'Alder Homes' },
    cells: { 'Listing office': 'Alder Homes' },
    sent: {},
    out: { type: 'RealEstateOffice', name: 'Alder Homes' },
  },
  listingOriginatingSystem: {
    said: { type: 'MultipleListingService', name: 'Alder MLS', identifier: { resoouid: 'not-yet-available' } },
    cells: { 'MLS name': 'Alder MLS' },
    sent: { extra: { Key: 'MLS name', value: 'Alder MLS' } },
    out: { type: 'MultipleListingService', name: 'Alder MLS' },
  },
  listingPrice: {
    said: { type: 'PriceSpecification', price: 475_000, priceCurrency: 'USD' },
    cells: { 'List price': 475_000, Currency: 'USD' },
    sent: { SalePrice: 475_000, CurrencySymbol: '$', UnitAreaPrice: 316.67 },
    out: { type: 'PriceSpecification', price: 475_000, priceCurrency: 'USD' },
  },
  listingStatus: { said: 'Sold', cells: { 'Listing status': 'Sold' }, sent: { Status: 'Sold' }, out: 'Sold' },
  livingArea: {
    said: { type: 'QuantitativeValue', unitCode: 'SqFt', unitText: 'Square Feet', value: 1500 },
    cells: { 'Living area': '1500 sq ft' },
    sent: { BuildingArea: 1500, AreaUnit: 'Square Feet' },
    out: { type: 'QuantitativeValue', unitCode: 'SqFt', unitText: 'Square Feet', value: 1500 },
  },
  longitude: { said: -73.98, cells: { Longitude: -73.98 }, sent: { Longitude: -73.98 }, out: -73.98 },
  lotSize: {
    said: { type: 'QuantitativeValue', unitCode: 'AC', unitText: 'Acres', value: 0.5 },
    cells: { 'Lot size': '0.5 ac' },
    sent: { LotArea: 21_780 },
    out: { type: 'QuantitativeValue', unitCode: 'AC', unitText: 'Acres', value: 0.5 },
  },
  // What is published is as new as its row.
  modificationTimestamp: {
    said: '2025-06-17T00:00:00',
    cells: {},
    sent: {},
    out: expect.stringMatching(/^2025-06-30T12:\d\d:\d\d\.\d{3}Z$/),
  },
  numberOfBathrooms: { said: '2', cells: { Bathrooms: 2 }, sent: { Bathrooms: 2 }, out: '2' },
  numberOfBedrooms: { said: '3', cells: { Bedrooms: 3 }, sent: { Bedrooms: 3 }, out: '3' },
  numberOfRooms: { said: '7', cells: { Rooms: 7 }, sent: {}, out: '7' },
  // The document's table says text, its example a number.
  originatingSystemKey: {
    said: 12_345,
    cells: { 'MLS number': '12345' },
    sent: { Key: '12345', MLSNumber: '12345' },
    out: '12345',
  },
  originatingSystemName: { said: 'Alder MLS', cells: { 'MLS name': 'Alder MLS' }, sent: {}, out: 'Alder MLS' },
  postalCode: { said: '07031', cells: { ZIP: '07031' }, sent: { ZIP: '07031' }, out: '07031' },
  propertySubType: {
    said: 'ApartmentPropertyType',
    cells: { 'Property type': 'Apartment' },
    sent: { PropertyType: 'Apartment' },
    out: 'ApartmentPropertyType',
  },
  propertyType: { said: 'RESI', cells: { 'Sale or rent': 'For sale' }, sent: { SaleType: 'for_sale' }, out: 'RESI' },
  purchaseContractDate: {
    said: '2025-04-20T14:15:22Z',
    cells: { 'Pending date': '2025-04-20' },
    sent: {},
    out: '2025-04-20T00:00:00Z',
  },
  stories: { said: 2, cells: { Stories: 2 }, sent: { extra: { Key: 'Stories', value: '2' } }, out: 2 },
  streetAddress: {
    said: '9 Wharf Lane',
    cells: { Address: '9 Wharf Lane' },
    sent: { Address: '9 Wharf Lane' },
    out: '9 Wharf Lane',
  },
  universalPropertyId: { said: 'US-04015-N-9', cells: { UPI: 'US-04015-N-9' }, sent: {}, out: 'US-04015-N-9' },
  url: { said: PAGE, cells: { 'Listing URL': PAGE }, sent: { Url: PAGE }, out: PAGE },
  yearBuilt: { said: 1988, cells: { 'Year built': 1988 }, sent: { YearBuilt: 1988 }, out: 1988 },
};

/** The document's headers: `id` tells the message, `time` when it was; the rest is about its way here. */
const MESSAGE = {
  topic: 'realestate/listing#update',
  id: 'https://feed.alder.example/publish/77',
  '@id': 'https://feed.alder.example/publish/77',
  time: '2025-06-17T00:00:05Z',
  agent: 'https://pod.example/profile/card#me',
  originalRecipient: 'https://pod.example/profile/card#me',
  instrument: 'https://feed.alder.example/',
  source: 'https://feed.alder.example/',
  data: {
    type: 'UpdateAction',
    object: Object.fromEntries(Object.entries(WHARF).map(([member, { said }]) => [member, said])),
  },
};

let sheet: TestSheet;
let cells: Members;
let request: Members;
let published: Members;

beforeAll(async () => {
  sheet = await openSheet([], {
    emulator: { timeZone: 'America/New_York', startsAt: Date.parse('2025-06-30T12:00:00Z') },
  });
  succeed(await sheet.ask('takeEvents', { text: JSON.stringify(MESSAGE), makesColumns: true }));
  const [headers = [], row = []] = sheet.emulator.hands.values('Tab');
  cells = Object.fromEntries(headers.map((header, at) => [String(header), row[at]]));
  const { tabId, settings } = succeed(await sheet.ask('getMapping'));
  succeed(await sheet.ask('saveTabSettings', { tabId, settings: { ...settings, missing: 'send' } }));
  await sheet.run({ action: 'sync', scope: 'tab' });
  request = sheet.sent('RealEstateUpdate').at(-1) as Members;
  sheet.emulator.hands.select('Tab', ['A2:A2']);
  const { text } = succeed(await sheet.ask('exportEvents', { tabId, recipient: '', includesReceived: true }));
  published = JSON.parse(text).data.object;
});
afterAll(() => sheet.close());

test.each(Object.entries(WHARF))('%s', (member, line) => {
  expect(cells).toMatchObject(line.cells);
  const { extra, ...fields } = line.sent;
  expect(request).toMatchObject(fields);
  if (extra !== undefined) expect(request.ExtensionColumn).toContainEqual(extra);
  expect(published[member]).toEqual(line.out);
});

test('and nothing else reaches a cell, the request or the message of the row', () => {
  const lines = Object.values(WHARF);
  const filled = Object.keys(cells).filter((header) => cells[header] !== '' && !/^(?:Event|Synced|Sync) /.test(header));
  expect(filled.sort()).toEqual([...new Set(lines.flatMap((line) => Object.keys(line.cells)))].sort());
  const fields = lines.flatMap(({ sent: { extra: _, ...sent } }) => Object.keys(sent));
  expect(Object.keys(request).sort()).toEqual([...fields, 'ExtensionColumn', 'KeyType', 'SerialNumber'].sort());
  const out = Object.entries(WHARF).flatMap(([member, line]) => (line.out === undefined ? [] : [member]));
  expect(Object.keys(published).sort()).toEqual(out.sort());
});

/** Everything that the document of `RealEstateUpdate` shows can be sent from a sheet. */
import { afterEach, expect, test } from 'vitest';
import { DEFAULT_TAB_SETTINGS } from '../../src/core/settings/tab-settings.ts';
import { CHATBOT_ID, openSheet, succeed, type TestSheet } from './listing-sheet.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

/** @see https://chat.gaiagpt.me/guides/developer/api/realestate/update: all 35 members at once (read 2026-11-21) */
const BODY = {
  SerialNumber: CHATBOT_ID,
  Key: 'HOME-7',
  KeyType: 'NewOaks',
  SaleType: 'for_sale',
  Status: 'Active',
  CurrencySymbol: '$',
  PropertyType: 'Single Family Residential',
  Bedrooms: 3,
  Bathrooms: 2.5,
  Url: 'https://homes.example.com/listing/7',
  MLSNumber: 'MLS70707',
  YearBuilt: 1998,
  DaysOnMarket: 2,
  LotArea: 800,
  BuildingArea: 2500,
  AreaUnit: 'Square Feet',
  Images: ['https://homes.example.com/7a.jpg', 'https://homes.example.com/7b.jpg'],
  Tours: 'OpenHouse',
  ParkingSpots: 8,
  Description: 'A home for a family',
  ExtensionColumn: [
    { Key: 'Pool', value: 'Yes' },
    { Key: 'Garage', value: '2 cars' },
  ],
  Location: 'Residential Area',
  Address: '7 Elm St',
  City: 'Los Angeles',
  State: 'CA',
  ZIP: '90001',
  Latitude: 30.96,
  Longitude: -78.93,
  SalePrice: 100_000,
  UnitAreaPrice: 100,
  HOAMonth: 500,
  ZestimatePrice: 100_000,
  RentPrice: 2_500,
  SpaceType: 'Entire place',
  DepositFee: 5_000,
};

const { SerialNumber: _, KeyType: __, ExtensionColumn: extension, Images: images, ...members } = BODY;
const CELLS: readonly (readonly [string, string])[] = [
  ...Object.entries(members).map(([name, value]) => [name, String(value)] as const),
  ['Images', images.join(';')],
  ...extension.map(({ Key: name, value }) => [name, value] as const),
];

async function open(cells: readonly (readonly [string, string])[], settings: Partial<typeof DEFAULT_TAB_SETTINGS>) {
  sheet = await openSheet([cells.map(([header]) => header), cells.map(([, value]) => value)], {
    platform: { adoptsUnknown: true },
  });
  const { tabId } = succeed(await sheet.ask('getMapping'));
  succeed(await sheet.ask('saveTabSettings', { tabId, settings: { ...DEFAULT_TAB_SETTINGS, ...settings } }));
  return sheet.run({ action: 'sync', scope: 'tab' });
}

test('all 35 members at once, a price and a rent for one home among them', async () => {
  const mapping = { ParkingSpots: { kind: 'column', header: 'ParkingSpots' } } as const;
  const progress = await open(CELLS, { mapping, sendsBothPrices: true, extraHeaders: ['Pool', 'Garage'] });
  expect(progress.counts).toEqual({ Updated: 1 });
  expect(sheet.sent('RealEstateUpdate')).toEqual([BODY]);
});

test('zeros that a person has set, and what clears a field', async () => {
  const cells = CELLS.filter(([header]) => ['MLSNumber', 'SaleType', 'Status', 'PropertyType', 'Url'].includes(header));
  const zero = { kind: 'fixed', value: '0' } as const;
  const zeros = [
    ...['Bedrooms', 'Bathrooms', 'YearBuilt', 'DaysOnMarket', 'LotArea', 'BuildingArea', 'ParkingSpots'],
    ...['Latitude', 'Longitude', 'SalePrice', 'UnitAreaPrice', 'HOAMonth', 'ZestimatePrice', 'RentPrice', 'DepositFee'],
  ];
  const cleared = ['Images', 'Description', 'ExtensionColumn', 'Location', 'Address', 'City', 'State', 'ZIP'];
  const progress = await open(cells, {
    mapping: {
      ...Object.fromEntries(zeros.map((field) => [field, zero])),
      AreaUnit: { kind: 'fixed', value: 'Square Meters' },
      CurrencySymbol: { kind: 'fixed', value: '€' },
    },
    ifEmpty: Object.fromEntries(cleared.map((field) => [field, { kind: 'clear' }])),
    sendsBothPrices: true,
  });
  expect(progress.counts).toEqual({ Updated: 1 });
  const [sent] = sheet.sent('RealEstateUpdate');
  expect(sent).toMatchObject(Object.fromEntries(zeros.map((field) => [field, 0])));
  expect(sent).toMatchObject(Object.fromEntries(cleared.map((field) => [field, /Images|Ext/.test(field) ? [] : ''])));
});

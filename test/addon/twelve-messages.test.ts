/** The twelve messages about five homes, one after the other, in a sheet of New York on 30 June 2025. */
import { afterEach, describe, expect, test } from 'vitest';
import { LISTING_MESSAGES } from '../../playground/demo/listing-messages.ts';
import { openSheet, succeed, type TestSheet } from './listing-sheet.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

type Cells = Readonly<Record<string, unknown>>;

const openIn = (locale = 'en_US') =>
  openSheet([], {
    emulator: { locale, timeZone: 'America/New_York', startsAt: Date.parse('2025-06-30T12:00:00Z') },
  });

async function take(...messages: readonly unknown[]) {
  const text = messages.map((one) => JSON.stringify(one)).join('\n');
  return succeed(await sheet.ask('takeEvents', { text, makesColumns: true }));
}

/** The rows of the tab by their MLS number, each cell by its header. */
function rowsNow(): ReadonlyMap<string, Cells> {
  const [headers = [], ...rows] = sheet.emulator.hands.values('Tab');
  const cellsOf = (row: readonly unknown[]) =>
    Object.fromEntries(headers.map((header, at) => [String(header), row[at]]));
  return new Map(rows.map(cellsOf).map((cells) => [String(cells['MLS number']), cells]));
}

/** What a message changed, without the hidden stamp: the row and its new cells. */
async function changesOf(message: unknown) {
  const before = rowsNow();
  await take(message);
  return [...rowsNow()].flatMap(([number, cells]) => {
    const old = before.get(number);
    if (old === undefined) return [[number, 'new']];
    const changed = Object.entries(cells).filter(([name, value]) => name !== 'Event stamp' && value !== old[name]);
    return changed.length === 0 ? [] : [[number, Object.fromEntries(changed)]];
  });
}

test('each touches the cells that it speaks of, and no other', async () => {
  sheet = await openIn();
  const changes: unknown[] = [];
  for (const message of LISTING_MESSAGES) changes.push(await changesOf(message));
  expect(changes).toEqual([
    [['0045680', 'new']],
    [['902114', 'new']],
    [['VT-77', 'new']],
    [['SV-12', 'new']],
    [
      [
        '902114',
        {
          'List price': 379_900,
          'Event status': 'Updated',
          'Event detail': 'List price 389900 → 379900',
          'Event at': '2025-06-18 11:42:10',
        },
      ],
    ],
    [],
    [
      [
        'SV-12',
        {
          'Listing status': 'OffMarket',
          'Event status': 'Removed',
          'Event detail': 'Removed by the sender 2025-06-24 (was Contingent)',
          'Event at': '2025-06-24 16:26:54',
        },
      ],
    ],
    [
      [
        '0045680',
        {
          'Listing status': 'OffMarket',
          'Event status': 'Removed',
          'Event detail': 'Removed by the sender 2025-06-25 (was Active)',
          'Event at': '2025-06-25 06:00:00',
        },
      ],
    ],
    [
      [
        '902114',
        {
          'Buyer agent compensation': '2.5 %',
          'Event detail': 'Buyer agent compensation – → 2.5 %',
          'Event at': '2025-06-26 06:00:00',
        },
      ],
    ],
    [],
    [['R-5', 'new']],
    [],
  ]);
  const before = sheet.emulator.hands.snapshot();
  await take(...LISTING_MESSAGES);
  expect(sheet.emulator.hands.snapshot()).toEqual(before);
});

test('dates of the list are written for every listing, also once one of them was pending and sold', async () => {
  sheet = await openIn();
  for (const message of LISTING_MESSAGES) await take(message);
  expect(sheet.column('List date')).toEqual(['2025-04-01', '2025-06-01', '2025-06-20', '', '']);
  expect(sheet.column('Pending date')).toEqual(['2025-04-20', '', '', '', '']);
});

describe.each(['en_US', 'de_DE'])('in a sheet of %s', (locale) => {
  test('numbers stay the numbers they are, and texts the texts, with their zeros', async () => {
    sheet = await openIn(locale);
    await take(...LISTING_MESSAGES);
    expect(rowsNow().get('0045680')).toMatchObject({
      'MLS number': '0045680',
      ZIP: '07031',
      Latitude: 40.751,
      Longitude: -74.02,
      'Living area': '1850 sq ft',
      'Lot size': '0.5 ac',
      'Listing status': 'OffMarket',
    });
    expect(rowsNow().get('VT-77')).toMatchObject({ 'Lot size': '1.5740 ac', 'Open house': '2031-07-12 12:00 – 14:00' });
    expect(rowsNow().get('R-5')).toMatchObject({
      Bathrooms: 1.5,
      'Monthly rent': 2400,
      'List price': '',
      'Show address': 'N',
    });
  });
});

test('no e-mail address, telephone number or buyer reaches a cell, except what must be shown', async () => {
  sheet = await openIn();
  await take(...LISTING_MESSAGES);
  const cells = sheet.emulator.hands.values('Tab').slice(1).flat().map(String);
  expect(cells.filter((cell) => cell.includes('@'))).toEqual(['desk@alderhomes.example']);
  expect(cells.filter((cell) => /555-010-0144|Bea Buyer/.test(cell))).toEqual([]);
  const { settings } = succeed(await sheet.ask('getMapping'));
  expect(settings.extraHeaders).toEqual(['MLS name', 'Stories', 'Broker attribution']);
});

const FIXED = { ParkingSpots: { kind: 'fixed', value: '2' }, CurrencySymbol: { kind: 'fixed', value: '$' } };

async function settle(more: Cells) {
  const { tabId, settings } = succeed(await sheet.ask('getMapping'));
  const saved = { ...settings, mapping: { ...settings.mapping, ...FIXED }, ...more };
  succeed(await sheet.ask('saveTabSettings', { tabId, settings: saved }));
}

const byNumber = (header: string) => new Map([...rowsNow()].map(([number, cells]) => [number, cells[header]]));

test('a home without a year is Invalid until the tab says that it goes without', async () => {
  sheet = await openIn();
  const [, orchard] = LISTING_MESSAGES;
  await take(JSON.parse(JSON.stringify(orchard).replace('"yearBuilt":2004,', '')));
  await settle({});
  await sheet.run({ action: 'sync', scope: 'tab' });
  expect(byNumber('Sync status').get('902114')).toBe('Invalid');
  expect(byNumber('Sync detail').get('902114')).toContain('Year built');
  await settle({ ifEmpty: { YearBuilt: { kind: 'leaveOut' } } });
  await sheet.run({ action: 'sync', scope: 'tab' });
  expect(sheet.sent('RealEstateUpdate')).toMatchObject([{ SalePrice: 389_900, Bathrooms: 2.5, Status: 'Active' }]);
});

test('a rental whose address must not show goes without it, and is held where its page names the street', async () => {
  sheet = await openIn();
  const rental = LISTING_MESSAGES.at(-2);
  await take(rental);
  await settle({ keyTypes: ['URL'] });
  await sheet.run({ action: 'sync', scope: 'tab' });
  expect(byNumber('Sync detail').get('R-5')).toContain('the row’s key names the street');
  expect(sheet.sent('RealEstateUpdate')).toEqual([]);
  await settle({ keyTypes: ['MLSNumber'], missing: 'send' });
  await sheet.run({ action: 'sync', scope: 'tab' });
  const [body] = sheet.sent('RealEstateUpdate');
  expect(body).toMatchObject({ Key: 'R-5', SaleType: 'for_rent', RentPrice: 2400, City: 'Port Alder' });
  expect(JSON.stringify(body)).not.toMatch(/Quay|Latitude|Longitude|"Address"/);
});

test('a home that is Active is sent as Active, though a day of an offer and of a sale are beside it', async () => {
  sheet = await openIn();
  const [harbour] = LISTING_MESSAGES;
  await take(harbour);
  await settle({ missing: 'send' });
  await sheet.run({ action: 'sync', scope: 'tab' });
  expect(rowsNow().get('0045680')).toMatchObject({ 'Pending date': '2025-04-20', 'Sold date': '2025-05-02' });
  expect(sheet.sent('RealEstateUpdate')).toMatchObject([{ Status: 'Active', SalePrice: 475_000 }]);
});

test('a removed home is deleted by the next sync only, after the usual question', async () => {
  sheet = await openIn();
  await take(...LISTING_MESSAGES);
  expect(sheet.requests()).toEqual([]);
  const { tabId } = succeed(await sheet.ask('getMapping'));
  expect(succeed(await sheet.ask('startRun', { action: 'sync', scope: 'tab', tabId }))).toMatchObject({
    kind: 'confirmDeletes',
    confirmation: { listings: [{}, {}] },
  });
});

test('the message of two rows goes where a person says, and names all that it leaves out', async () => {
  sheet = await openIn();
  const claim = {
    ...LISTING_MESSAGES.at(-1),
    data: {
      object: {
        originatingSystemKey: '902114',
        url: 'https://www.lakeside.example/homes/8-harbour-walk',
        listingStatus: 'Staged',
        propertyType: 'RESI',
        streetAddress: '12 Prairie Loop',
        addressRegion: 'NE',
        postalCode: '9109',
        numberOfBedrooms: '-1',
        lotSize: { value: 0.47 },
        yearBuilt: 2163,
        closeDate: '0001-01-01T00:00:00',
        soldPrice: { price: 0 },
        image: [],
        modificationTimestamp: '2031-01-01T00:00:00',
      },
    },
  };
  await take(...LISTING_MESSAGES.slice(0, -1), claim);
  const { tabId } = succeed(await sheet.ask('getMapping'));
  const [waiting] = succeed(await sheet.ask('getEvents')).aside;
  const row = { id: waiting?.id ?? '', choice: 'row', tabId, rowNumber: 3 };
  expect(succeed(await sheet.ask('settleKept', row))).toMatchObject({ counts: { updated: 1 } });
  const cells = rowsNow().get('902114');
  expect(cells).toMatchObject({
    'Listing status': 'Staged',
    ZIP: '9109',
    'Lot size': '1.2 ac',
    Bedrooms: 4,
    'Year built': 2004,
    'Sold date': '',
    'Sold price': '',
    Images: '',
  });
  for (const words of ['ZIP 9109', 'Bedrooms -1', 'Lot size 0.47', 'Year built 2163', 'Sold date 0001-01-01T00:00:00'])
    expect(cells?.['Event detail']).toContain(words);
  await sheet.run({ action: 'sync', scope: 'tab' });
  expect(byNumber('Sync status').get('902114')).toBe('Invalid');
  const [, orchard] = LISTING_MESSAGES;
  const tomorrow = { ...orchard, time: '2025-06-30T11:00:00Z', id: 'https://feed.lakeside.example/publish/13' };
  const text = JSON.stringify(tomorrow).replace('2025-06-18T00:00:00', '2025-06-30T10:00:00');
  expect(await take(JSON.parse(text))).toMatchObject({ counts: { updated: 1, stale: 0 } });
  expect(rowsNow().get('902114')).toMatchObject({ 'Listing status': 'Active', ZIP: '45371' });
});

describe('the same messages', () => {
  const lines = LISTING_MESSAGES.map((one) => JSON.stringify(one));

  test.each([
    ['an inbox page', `{"next":"t","contains":[${lines.join(',')}]}`],
    ['a list in a fence with a byte-order mark', `\uFEFF\`\`\`json\n[${lines.join(',\n')}]\n\`\`\`\n`],
    ['files put together', LISTING_MESSAGES.map((one) => JSON.stringify(one, null, 2)).join('\n')],
  ])('make the same rows as %s', async (_what, text) => {
    sheet = await openIn();
    await take(...LISTING_MESSAGES);
    const cells = sheet.emulator.hands.values('Tab');
    await sheet.close();
    sheet = await openIn();
    succeed(await sheet.ask('takeEvents', { text, makesColumns: true }));
    expect(sheet.emulator.hands.values('Tab')).toEqual(cells);
  });
});

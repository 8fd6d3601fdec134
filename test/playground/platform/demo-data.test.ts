/** The demo data: what it promises to show, and that the stand-in is seeded to match. */
import { describe, expect, test } from 'vitest';
import { DEMO_CHATBOT_ID, DEMO_SECRET_KEY, DEMO_TABS, demoListings, demoRows } from '../../../playground/demo-data.ts';
import { startPlatform } from '../../../playground/platform/start-platform.ts';

function column(tabName: string, header: string): readonly string[] {
  const rows = DEMO_TABS.find(({ name }) => name === tabName)?.rows ?? [];
  const index = rows[0]?.indexOf(header) ?? -1;
  return rows.slice(1).map((row) => row[index] ?? '');
}

/** "Update Real Estate": the required members, under the labels of the demo sheet (read 2026-11-21). */
const REQUIRED_HEADERS = [
  'Sale or rent',
  'Listing status',
  'Currency symbol',
  'Property type',
  'Bedrooms',
  'Bathrooms',
  'Listing URL',
  'MLS number',
  'Year built',
  'Days on market',
  'Lot area',
  'Building area',
  'Area unit',
  'Parking spots',
];

describe('the tabs', () => {
  test.each([
    ['Listings', 25, 31],
    ['Chatbot rows', 15, 7],
    ['Portal export', 32, 27],
  ])('%s has %i rows and %i different headers', (name, rowCount, headerCount) => {
    const rows = DEMO_TABS.find((tab) => tab.name === name)?.rows ?? [];
    expect(rows).toHaveLength(rowCount);
    expect(new Set(rows[0]).size).toBe(headerCount);
    expect(rows.filter((row) => row.length !== headerCount && row.length !== 1)).toEqual([]);
  });

  test.each(REQUIRED_HEADERS)('the listings fill the required %s, but for one year', (header) => {
    const blanks = column('Listings', header).filter((cell) => cell === '');
    expect(blanks).toHaveLength(header === 'Year built' ? 1 : 0);
  });

  test.each([
    ['Action', 'Skip'],
    ['Action', 'Delete'],
    ['Bedrooms', 'three'],
    ['Listing status', 'Maybe later'],
    ['Listing status', 'Withdrawn'],
    ['Listing status', 'Expired'],
    ['Lot area', '#REF!'],
  ])('among the listings one has the %s %s', (header, cell) => {
    expect(column('Listings', header).filter((other) => other === cell)).toHaveLength(1);
  });

  test('one MLS number and one row ID occur twice', () => {
    const numbers = column('Listings', 'MLS number');
    const ids = column('Chatbot rows', 'ID');
    expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual(['LK26-1002']);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual(['104']);
  });

  test('every address in the data leads to a reserved example host', () => {
    const cells = DEMO_TABS.flatMap(({ rows }) => rows.slice(1).flat());
    const hosts = cells.flatMap((cell) => [...cell.matchAll(/https?:\/\/([^/\s,]+)/g)].map(([, host]) => host));
    expect([...new Set(hosts)].sort()).toEqual(['images.example.com', 'www.example.com']);
  });
});

describe('the seed of the stand-in', () => {
  test('it has every listing of both tabs except two', () => {
    const known = new Set(demoListings().map((listing) => listing.Url));
    const urlHeader = DEMO_TABS[2]?.rows[0]?.find((header) => header.startsWith('URL (SEE')) ?? '';
    const urls = [...column('Listings', 'Listing URL'), ...column('Portal export', urlHeader)];
    expect(urls.filter((url) => url !== '' && !known.has(url))).toEqual([
      'https://www.example.com/homes/lk26-1090',
      'https://www.example.com/IL/Glenview/4-Copperleaf-Ct-60025/home/90000026',
    ]);
  });

  test('its listings have keys of their own', () => {
    const keys = demoListings().map((listing) => listing.Key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('it has every good row ID except two', () => {
    expect(demoRows().map((row) => row.ID)).toEqual([101, 102, 103, 104, 105, 106, 107, 108, 110, 111]);
  });

  test('a stand-in starts with it', async () => {
    const platform = await startPlatform({
      secretKey: DEMO_SECRET_KEY,
      chatbotId: DEMO_CHATBOT_ID,
      listings: demoListings(),
      rows: demoRows(),
    });
    expect([platform.listings().length, platform.rows().length]).toEqual([demoListings().length, 10]);
    await platform.close();
  });
});

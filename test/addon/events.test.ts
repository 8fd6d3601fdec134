/** Messages about listings that are pasted into a sheet, in the emulator. */
import { afterEach, describe, expect, test } from 'vitest';
import { openSheet, succeed, type TestSheet } from './listing-sheet.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

/** A whole listing, as far as it is not said otherwise. */
function house(object: Readonly<Record<string, unknown>> = {}, day = 1) {
  return {
    topic: 'realestate/listing#update',
    data: {
      object: {
        listingId: 'h-1',
        originatingSystemName: 'Dune MLS',
        originatingSystemKey: '0071',
        listingStatus: 'Active',
        propertyType: 'RESI',
        propertySubType: 'SingleFamilyPropertyType',
        streetAddress: '8 Dune Road',
        addressLocality: 'Sandport',
        addressRegion: 'NC',
        postalCode: '02790',
        latitude: 35.123,
        longitude: -75.5,
        listingPrice: { price: 512_000, priceCurrency: 'USD' },
        numberOfBedrooms: '4',
        numberOfBathrooms: '2.5',
        livingArea: { value: 2150, unitCode: 'FTK' },
        lotSize: { value: 1.234, unitCode: 'ACR' },
        yearBuilt: 2001,
        listingContractDate: '2026-10-01T00:00:00',
        internetAddressDisplayYN: 'Y',
        description: '=HYPERLINK("https://evil.example")',
        brokerAttribution: 'desk@dune.example',
        image: ['https://img.example/8/1.jpg', 'https://img.example/8/2.jpg'],
        url: 'https://www.dune.example/h-1',
        modificationTimestamp: `2026-11-0${day}T10:00:00Z`,
        ...object,
      },
    },
    time: `2026-11-0${day}T10:00:01Z`,
    id: `https://dune.example/publish/${day}`,
  };
}

const pasted = (...messages: readonly unknown[]) => ({ text: messages.map((one) => JSON.stringify(one)).join('\n') });

async function take(...messages: readonly unknown[]) {
  return succeed(await sheet.ask('takeEvents', { ...pasted(...messages), makesColumns: true }));
}

test('listings of a second MLS are known by their page, since two of them may have one number', async () => {
  sheet = await openSheet([]);
  await take(house());
  const other = {
    listingId: 'k-1',
    originatingSystemName: 'Cape MLS',
    streetAddress: '9 Cape Road',
    url: 'https://www.cape.example/k-1',
  };
  const { message } = await take(house(other));
  expect(message).toMatch(/^1 new\. These listings are of more than one MLS/);
  expect(sheet.column('MLS number')).toEqual(['0071', '0071']);
  const { tabId, settings } = succeed(await sheet.ask('getMapping'));
  const fixed = { kind: 'fixed', value: '2' };
  const asked = {
    ...settings,
    mapping: { ...settings.mapping, ParkingSpots: fixed, CurrencySymbol: { ...fixed, value: '$' } },
  };
  succeed(await sheet.ask('saveTabSettings', { tabId, settings: asked }));
  await sheet.run({ action: 'sync', scope: 'tab' });
  expect(sheet.sent('RealEstateUpdate')).toMatchObject([
    { Key: 'https://www.dune.example/h-1', KeyType: 'URL' },
    { Key: 'https://www.cape.example/k-1', KeyType: 'URL' },
  ]);
  // Who wants the number first is not overruled by the next message.
  const keyTypes = ['NewOaks', 'MLSNumber', 'URL'];
  succeed(await sheet.ask('saveTabSettings', { tabId, settings: { ...asked, keyTypes } }));
  await take(house({ ...other, listingPrice: { price: 1_000 } }, 2));
  expect(succeed(await sheet.ask('getMapping')).settings.keyTypes).toEqual(keyTypes);
});

describe('messages pasted into an empty tab', () => {
  test.each(['en_US', 'de_DE'])('become rows whose text stays text, and are sent as they say: %s', async (locale) => {
    sheet = await openSheet([], { emulator: { locale } });
    const preview = succeed(await sheet.ask('previewEvents', pasted(house())));
    expect(preview).toMatchObject({ message: '1 new.', rows: [{ label: '8 Dune Road', kind: 'new' }] });
    expect(preview.missingColumns).toContain('MLS number');
    expect(sheet.emulator.hands.values('Tab').flat().join('')).toBe('');
    expect(await take(house())).toMatchObject({ counts: { new: 1 }, message: '1 new.' });
    expect(sheet.column('MLS number')).toEqual(['0071']);
    expect(sheet.column('ZIP')).toEqual(['02790']);
    expect(sheet.column('Description')).toEqual(['=HYPERLINK("https://evil.example")']);
    expect(sheet.column('Lot size')).toEqual(['1.2340 ac']);
    expect(sheet.column('List date')).toEqual(['2026-10-01']);
    expect(sheet.column('Event status')).toEqual(['New']);
    const settings = succeed(await sheet.ask('getMapping'));
    const fixed = { CurrencySymbol: '$', ParkingSpots: '2', YearBuilt: '2001' };
    const mapping = Object.fromEntries(
      Object.entries(fixed).map(([field, value]) => [field, { kind: 'fixed', value }]),
    );
    const { tabId } = settings;
    succeed(
      await sheet.ask('saveTabSettings', {
        tabId,
        settings: { ...settings.settings, mapping: { ...settings.settings.mapping, ...mapping } },
      }),
    );
    await sheet.run({ action: 'sync', scope: 'tab' });
    expect(sheet.sent('RealEstateUpdate')).toMatchObject([
      {
        Key: '0071',
        KeyType: 'MLSNumber',
        SaleType: 'for_sale',
        Status: 'Active',
        SalePrice: 512_000,
        ZIP: '02790',
        Latitude: 35.123,
        LotArea: 53_753.04,
        BuildingArea: 2150,
        Bathrooms: 2.5,
        Description: '=HYPERLINK("https://evil.example")',
        Images: ['https://img.example/8/1.jpg', 'https://img.example/8/2.jpg'],
        ExtensionColumn: expect.arrayContaining([{ Key: 'Broker attribution', value: 'desk@dune.example' }]),
      },
    ]);
  });

  test('write nothing when they come again', async () => {
    sheet = await openSheet([]);
    const other = house({ listingId: 'h-2', originatingSystemKey: '0072', url: 'https://dune.example/h-2' });
    await take(house(), other);
    const before = sheet.emulator.hands.snapshot();
    expect(await take(other, house(), other)).toMatchObject({ counts: { new: 0, updated: 0, same: 3 } });
    expect(sheet.emulator.hands.snapshot()).toEqual(before);
  });
});

describe('messages for a sheet that people keep', () => {
  const kept = [
    ['Our notes', 'MLS #', 'Price', 'Status', 'Beds'],
    ['call them', '0070', '300000', 'Active', '2'],
    ['', '0071', '', '', '=1+4'],
  ];

  test('fill what is blank, keep formulas and what people wrote, and make only the columns that were agreed to', async () => {
    sheet = await openSheet(kept);
    const said = house({ listingPrice: { price: 500_000 } });
    const { missingColumns } = succeed(await sheet.ask('previewEvents', pasted(said)));
    expect(missingColumns).toContain('Living area');
    expect(missingColumns).not.toContain('List price');
    const taken = succeed(await sheet.ask('takeEvents', { ...pasted(said), makesColumns: false }));
    expect(taken.counts).toMatchObject({ new: 0, updated: 1 });
    expect(sheet.column('Price')).toEqual(['300000', '500000']);
    expect(sheet.column('Status')).toEqual(['Active', 'Active']);
    expect(sheet.column('Beds')).toEqual(['2', '5']);
    expect(sheet.column('Event status')).toEqual(['', 'Kept 1']);
    expect(sheet.column('Event detail')[1]).toContain(
      'Bedrooms is protected, merged or a formula (5); the message says 4',
    );
    expect(sheet.emulator.hands.values('Tab')[0]).not.toContain('Living area');
    // What nobody wanted is not proposed again.
    expect(succeed(await sheet.ask('previewEvents', pasted(said))).missingColumns).toEqual([]);
  });

  test('write the row that a listing has, wherever it was sorted to', async () => {
    sheet = await openSheet([]);
    const other = house({ listingId: 'h-2', originatingSystemKey: '0072', streetAddress: '9 Dune Road', url: null });
    await take(house(), other);
    sheet.emulator.hands.sort('Tab', 1, false);
    await take(house({ listingPrice: { price: 499_000 } }, 2));
    expect(sheet.column('MLS number')).toEqual(['0072', '0071']);
    expect(sheet.column('List price')).toEqual(['512000', '499000']);
  });

  test('leave a removed listing in its row, as OffMarket', async () => {
    sheet = await openSheet([]);
    await take(house(), house({ deleted: true }, 2));
    expect(sheet.column('Listing status')).toEqual(['OffMarket']);
    expect(sheet.column('Event status')).toEqual(['Removed']);
  });
});

describe('messages that fit nowhere', () => {
  test('are kept in the hidden tab Sync events, without the secrets that were pasted with them', async () => {
    sheet = await openSheet([]);
    const odd = {
      topic: 'realestate/listing#update',
      apiKey: 'sk-123456789',
      data: { object: { listingStatus: 'Active' } },
    };
    expect(await take(house(), odd)).toMatchObject({ counts: { new: 1, aside: 1 } });
    const lines = sheet.emulator.hands.values('Sync events');
    expect(lines[1]?.[2]).toContain('It names no listing');
    expect(lines.flat().join(' ')).not.toContain('sk-123456789');
    expect(sheet.column('Listing status')).toEqual(['Active']);
  });

  test('are kept whole however long they are', async () => {
    sheet = await openSheet([]);
    const description = 'A long story. '.repeat(30_000);
    await take(house(), {
      topic: 'realestate/listing#update',
      data: { object: { listingStatus: 'Active', description } },
    });
    const [, line = []] = sheet.emulator.hands.values('Sync events');
    expect(line.slice(7).join('')).toContain(description);
  });

  test.each([
    ['MLS number,Price\n1,2', 'notMessages'],
    ['', 'notMessages'],
  ])('is said of what is no JSON: “%s”', async (text, kind) => {
    sheet = await openSheet([]);
    expect(await sheet.ask('takeEvents', { text, makesColumns: true })).toMatchObject({ ok: false, error: { kind } });
  });

  test('is refused where the tab is the add-on’s own', async () => {
    sheet = await openSheet([]);
    await take({ listingStatus: 'Active' }, house());
    sheet.emulator.hands.activateTab('Sync events');
    expect(await sheet.ask('takeEvents', { ...pasted(house()), makesColumns: true })).toMatchObject({
      error: { kind: 'ownTab' },
    });
  });
});

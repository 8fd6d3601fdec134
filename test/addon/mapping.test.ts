import { afterEach, describe, expect, test } from 'vitest';
import type { StatusPolicies } from '../../src/core/listing/policies.ts';
import type { TabSettings } from '../../src/core/settings/tab-settings.ts';
import { headersMark } from '../../src/core/terms/headers-mark.ts';
import { kindOf, openSheet, type SheetOptions, succeed, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

async function open(rows: readonly (readonly string[])[], more: SheetOptions = {}): Promise<void> {
  sheet = await openSheet(rows, { platform: { listings: records('A1', 'A2', 'A3') }, ...more });
}

async function saveSettings(change: Partial<TabSettings>): Promise<void> {
  const { tabId, settings } = succeed(await sheet.ask('getMapping'));
  succeed(await sheet.ask('saveTabSettings', { tabId, settings: { ...settings, ...change } }));
}

const syncTab = () => sheet.run({ action: 'sync', scope: 'tab' });
const policies = { pending: 'skip', underContract: 'skip', hold: 'skip', soldRental: 'sold' } as const;

describe('the policies of a tab', () => {
  test.each<[string, Partial<StatusPolicies>, string, string | undefined]>([
    ['Pending', { pending: 'active' }, 'Updated', 'Active'],
    ['Pending', { pending: 'delete' }, 'Deleted', undefined],
    ['Pending', { underContract: 'active' }, 'Skipped', undefined],
    ['Contingent', { underContract: 'active' }, 'Updated', 'Active'],
    ['On hold', { hold: 'delete' }, 'Deleted', undefined],
    ['On hold', {}, 'Skipped', undefined],
  ])('decide what becomes of "%s" with %j: %s', async (word, change, status, sent) => {
    await open([LISTING_HEADERS, listingRow('A1', { 'Listing status': word }), listingRow('A2')]);
    await saveSettings({ policies: { ...policies, ...change } });
    await syncTab();
    expect(sheet.column('Sync status')[0]).toBe(status);
    const bodies = sheet.sent('RealEstateUpdate') as { Key: string; Status: string }[];
    expect(bodies.find((body) => body.Key === 'A1')?.Status).toBe(sent);
  });

  test.each([
    ['sold', 'Updated'],
    ['skip', 'Skipped'],
    ['delete', 'Deleted'],
  ] as const)('decide what becomes of a rental that was let (%s)', async (soldRental, status) => {
    const rental = listingRow('A1', { 'Listing status': 'Leased', 'Sale or rent': 'For rent', 'Sale price': '' });
    await open([LISTING_HEADERS, rental, listingRow('A2')]);
    await saveSettings({ policies: { ...policies, soldRental } });
    await syncTab();
    expect(sheet.column('Sync status')[0]).toBe(status);
  });
});

describe('an empty required field', () => {
  const rows = [LISTING_HEADERS, listingRow('A1', { 'Year built': '' }), listingRow('A2')];

  test('is left out where the tab says so for that field, and only for that field', async () => {
    await open([...rows, listingRow('A3', { 'Parking spots': '' })]);
    await saveSettings({ ifEmpty: { YearBuilt: { kind: 'leaveOut' } } });
    await sheet.ask('checkRows', { action: 'sync', scope: 'tab' });
    const preview = succeed(await sheet.ask('previewRow', { action: 'sync', rowNumber: 2 }));
    expect(JSON.parse(preview.request?.body ?? '{}')).not.toHaveProperty('YearBuilt');
    expect(succeed(await sheet.ask('previewRow', { action: 'sync', rowNumber: 4 })).outcome?.detail).toContain(
      'Parking spots',
    );
  });

  test('takes the tab’s default', async () => {
    await open(rows);
    await saveSettings({ ifEmpty: { YearBuilt: { kind: 'default', value: '1900' } } });
    await syncTab();
    expect(sheet.sent('RealEstateUpdate')).toEqual([
      expect.objectContaining({ Key: 'A1', YearBuilt: 1900 }),
      expect.objectContaining({ Key: 'A2', YearBuilt: 1998 }),
    ]);
  });
});

test('a word is taught once and applies to the tab from then on', async () => {
  await open([
    LISTING_HEADERS,
    listingRow('A1', { 'Listing status': 'Frisch' }),
    listingRow('A2', { 'Listing status': 'frisch' }),
  ]);
  const report = succeed(await sheet.ask('checkRows', { action: 'sync', scope: 'tab' }));
  expect(report.groups.map(({ kind, teach }) => [kind, teach?.vocabulary])).toContainEqual([
    'unknownWord',
    'listingStatus',
  ]);
  await saveSettings({ taughtWords: { listingStatus: { Frisch: 'active' } } });
  await syncTab();
  expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated']);
});

describe('a check', () => {
  test('puts rows together by cause, most rows first', async () => {
    await open([
      LISTING_HEADERS,
      listingRow('A1', { 'Parking spots': '' }),
      listingRow('A2', { 'Parking spots': '', 'Year built': '' }),
      listingRow('A3'),
    ]);
    const report = succeed(await sheet.ask('checkRows', { action: 'sync', scope: 'tab' }));
    expect(report.groups.map(({ cause, rows, field }) => [cause, rows, field])).toEqual([
      ['Parking spots is empty', 2, 'ParkingSpots'],
      ['Year built is empty', 1, 'YearBuilt'],
    ]);
    expect(report.readyRowNumbers).toEqual([4]);
  });

  test('shows the exact request of a row, with the key masked', async () => {
    await open([LISTING_HEADERS, listingRow('A1')]);
    const preview = succeed(await sheet.ask('previewRow', { action: 'sync', rowNumber: 2 }));
    await syncTab();
    expect(JSON.parse(preview.request?.body ?? '')).toEqual(sheet.sent('RealEstateUpdate')[0]);
    expect(preview.request?.curl).toContain("-H 'Authorization: <your key>'");
    expect(preview.derived).toEqual(['Price per area']);
  });
});

describe('the mapping view', () => {
  test('says that the header row changed since the settings were saved, and which columns in use are gone', async () => {
    await open([LISTING_HEADERS, listingRow('A1')]);
    await saveSettings({
      seenHeaders: headersMark(LISTING_HEADERS),
      mapping: { MLSNumber: { kind: 'column', header: 'MLS number' } },
    });
    expect(succeed(await sheet.ask('getMapping')).changedHeaders).toEqual({ isChanged: false, gone: [] });
    sheet.emulator.hands.type('Tab', 'A1', 'MLS #');
    const view = succeed(await sheet.ask('getMapping'));
    expect(view.changedHeaders).toEqual({ isChanged: true, gone: ['MLS number'] });
  });

  test('stops a run when a chosen column is gone, instead of guessing another', async () => {
    await open([LISTING_HEADERS, listingRow('A1')]);
    await saveSettings({ mapping: { YearBuilt: { kind: 'column', header: 'Year built' } } });
    sheet.emulator.hands.type('Tab', 'J1', 'Built');
    expect(kindOf(await sheet.ask('startRun', { action: 'sync', scope: 'tab' }))).toBe('headersChanged');
    const view = succeed(await sheet.ask('getMapping'));
    expect(view.fields.find(({ field }) => field === 'YearBuilt')?.problem).toContain('Year built');
  });

  test('lets a tab without a header row be given one', async () => {
    await open([
      ['1', '2'],
      ['3', '4'],
    ]);
    const view = succeed(await sheet.ask('getMapping'));
    expect(view).toMatchObject({ columns: [], settings: { keyTypes: ['NewOaks', 'MLSNumber', 'URL'] } });
    expect(view).not.toHaveProperty('headerRowNumber');
    await saveSettings({ headerRowNumber: 1 });
    expect(succeed(await sheet.ask('getMapping')).headerRowNumber).toBe(1);
  });

  test('offers the other tabs to copy the settings to', async () => {
    await open([LISTING_HEADERS, listingRow('A1')]);
    const otherId = sheet.emulator.hands.addTab('Second', [LISTING_HEADERS]);
    const view = succeed(await sheet.ask('getMapping'));
    expect(view.otherTabs).toContainEqual({ tabId: otherId, tabName: 'Second' });
  });

  test('survives renaming the tab', async () => {
    await open([LISTING_HEADERS, listingRow('A1')]);
    await saveSettings({ missing: 'send' });
    sheet.emulator.hands.renameTab('Tab', 'Spring');
    expect(succeed(await sheet.ask('getMapping')).settings.missing).toBe('send');
  });
});

test('ticked columns are sent as extra information, the others are not', async () => {
  await open([
    [...LISTING_HEADERS, 'Pool', 'Internal note'],
    [...listingRow('A1'), 'Yes', 'call back'],
  ]);
  await saveSettings({ extraHeaders: ['Pool'] });
  await syncTab();
  expect(sheet.sent('RealEstateUpdate')).toEqual([
    expect.objectContaining({ ExtensionColumn: [{ Key: 'Pool', value: 'Yes' }] }),
  ]);
});

test('an address behind a word is found in any row, however many plain addresses stand above it', async () => {
  const plain = Array.from({ length: 60 }, (_, index) => listingRow(`A${index}`));
  const hidden = { 'Listing URL': '=HYPERLINK("https://homes.example.com/hidden", "View")' };
  await open([LISTING_HEADERS, ...plain, listingRow('B1', hidden)]);
  sheet.emulator.hands.select('Tab', ['A62']);
  await sheet.run({ action: 'sync', scope: 'selection' });
  expect(sheet.sent('RealEstateUpdate')).toEqual([
    expect.objectContaining({ Key: 'B1', Url: 'https://homes.example.com/hidden' }),
  ]);
});

test('an address behind a word is found, whether the word was made by a formula or not', async () => {
  await open([
    LISTING_HEADERS,
    listingRow('A1', { 'Listing URL': '=HYPERLINK("https://homes.example.com/A1", "View")' }),
  ]);
  await syncTab();
  expect(sheet.sent('RealEstateUpdate')).toEqual([expect.objectContaining({ Url: 'https://homes.example.com/A1' })]);
});

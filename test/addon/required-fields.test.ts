/** What a chatbot has answered about required fields is kept in the file, for every run after it. */
import { afterEach, expect, test } from 'vitest';
import { DEFAULT_TAB_SETTINGS } from '../../src/core/settings/tab-settings.ts';
import { openSheet, succeed, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const WITHOUT_PARKING = { 'Parking spots': '' } as const;
const ROWS = [LISTING_HEADERS, listingRow('A1', WITHOUT_PARKING), listingRow('A2', WITHOUT_PARKING), listingRow('A3')];
const syncTab = () => sheet.run({ action: 'sync', scope: 'tab' });

async function open(reading: 'members' | 'examples'): Promise<void> {
  sheet = await openSheet(ROWS, { platform: { adoptsUnknown: true, reading } });
  const { tabId } = succeed(await sheet.ask('getMapping'));
  const ifEmpty = { ParkingSpots: { kind: 'leaveOut' } } as const;
  succeed(await sheet.ask('saveTabSettings', { tabId, settings: { ...DEFAULT_TAB_SETTINGS, ifEmpty } }));
}

test('a refusal is asked for once, and the next run and every check know it', async () => {
  await open('members');
  await syncTab();
  expect(sheet.column('Sync status')).toEqual(['Rejected', 'Invalid', 'Updated']);
  expect(sheet.column('Sync detail')[1]).toContain('takes no listing without Parking spots; it said: “ParkingSpots is');
  sheet.platform.journal.clear();
  await syncTab();
  expect(sheet.requests()).toEqual([]);
  expect(sheet.column('Sync status')).toEqual(['Invalid', 'Invalid', 'Updated']);
  const { groups } = succeed(await sheet.ask('checkRows', { action: 'sync', scope: 'tab' }));
  expect(groups).toMatchObject([{ kind: 'empty', field: 'ParkingSpots', rows: 2, isRefused: true }]);
});

test('an acceptance lets the others follow, in the next run at once', async () => {
  await open('examples');
  await syncTab();
  expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated', 'Updated']);
  sheet.emulator.hands.type('Tab', 'A2', 'B1');
  sheet.emulator.hands.type('Tab', 'A3', 'B2');
  sheet.platform.journal.clear();
  await syncTab();
  expect(sheet.sent('RealEstateUpdate').map((body) => JSON.stringify(body).includes('ParkingSpots'))).toEqual([
    false,
    false,
  ]);
});

/** What the sidebar asks without sending anything, and a run that tries one row first. */
import { afterEach, expect, test } from 'vitest';
import { openSheet, succeed, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, openListingSheet } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

test('rows are checked and looked at before anybody has connected, and nothing is sent', async () => {
  sheet = await openListingSheet(['A1', 'A2'], { isConnected: false });
  expect(succeed(await sheet.ask('checkRows', { action: 'sync', scope: 'tab' })).operations).toMatchObject({
    update: 2,
  });
  const preview = succeed(await sheet.ask('previewRow', { action: 'sync', rowNumber: 2 }));
  expect(preview.request?.body).toContain('"SerialNumber": "yourChatbotId"');
  expect(sheet.requests()).toEqual([]);
});

test('one row is sent first: the first that has something to send, and no other row is touched', async () => {
  sheet = await openSheet([
    LISTING_HEADERS,
    listingRow('A1', { Bedrooms: 'three?' }),
    listingRow('A2'),
    listingRow('A3'),
  ]);
  await sheet.run({ action: 'sync', scope: 'tab', isTrial: true });
  expect(sheet.sent('RealEstateUpdate')).toMatchObject([{ Key: 'A2' }]);
  expect(sheet.column('Sync status').map((status) => status !== '')).toEqual([false, true, false]);
});

test('nobody is told of a run that had no row to try', async () => {
  sheet = await openSheet([LISTING_HEADERS, listingRow('A1', { Bedrooms: 'three?' })]);
  const reply = await sheet.ask('startRun', { action: 'sync', scope: 'tab', isTrial: true });
  expect(reply).toMatchObject({ ok: false, error: { message: 'None of these rows has anything to send.' } });
});

test.each([
  [['ID', 'Question', 'Answer'], 'chatbotRows'],
  [['MLS number', 'Price'], 'listings'],
])('the sidebar is told what a tab with %o holds: %s', async (headers, kind) => {
  sheet = await openSheet([headers, headers.map(() => '1')]);
  expect(succeed(await sheet.ask('getOverview')).tab?.kind).toBe(kind);
});

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
  const progress = await sheet.run({ action: 'sync', scope: 'tab', isTrial: true });
  expect(progress).toMatchObject({ total: 1, done: 1, note: '' });
  expect(sheet.sent('RealEstateUpdate')).toMatchObject([{ Key: 'A2' }]);
  expect(sheet.column('Sync status').map((status) => status !== '')).toEqual([false, true, false]);
});

test('nobody is told of a run that had no row to try', async () => {
  sheet = await openSheet([LISTING_HEADERS, listingRow('A1', { Bedrooms: 'three?' })]);
  const reply = await sheet.ask('startRun', { action: 'sync', scope: 'tab', isTrial: true });
  expect(reply).toMatchObject({ ok: false, error: { message: 'None of these rows has anything to send.' } });
});

test('an empty tab is no mistake: the sidebar says how it is filled', async () => {
  sheet = await openSheet([LISTING_HEADERS]);
  sheet.emulator.hands.addTab('New', []);
  sheet.emulator.hands.activateTab('New');
  expect(succeed(await sheet.ask('getOverview')).tabProblem).toMatchObject({
    kind: 'emptyTab',
    message: '“New” is empty',
    nextStep: expect.stringContaining('Paste your listings here'),
  });
});

test.each([
  [['ID', 'Question', 'Answer'], 'chatbotRows'],
  [['MLS number', 'Price'], 'listings'],
])('the sidebar is told what a tab with %o holds: %s', async (headers, kind) => {
  sheet = await openSheet([headers, headers.map(() => '1')]);
  expect(succeed(await sheet.ask('getOverview')).tab?.kind).toBe(kind);
});

test('a typo is corrected in every cell that holds it, not in formulas, and the run tells its cause with the cure', async () => {
  const status = (text: string) => ({ 'Listing status': text });
  sheet = await openSheet([
    LISTING_HEADERS,
    listingRow('A1', status('Actve')),
    listingRow('A2', status('Sold')),
    listingRow('A3', status('Actve')),
    listingRow('A4', status('="Act"&"ve"')),
  ]);
  const { groups } = await sheet.run({ action: 'sync', scope: 'tab' });
  expect(groups[0]).toMatchObject({ rows: 3, rowNumbers: [2, 4, 5], teach: { word: 'Actve', suggestion: 'Active' } });
  const columnNumber = LISTING_HEADERS.indexOf('Listing status') + 1;
  const typo = { tabId: groups[0]?.first.tabId ?? 0, columnNumber, from: 'Actve' };
  expect(await sheet.ask('replaceText', { ...typo, to: '=HYPERLINK("x")' })).toMatchObject({
    ok: false,
    error: { kind: 'badArgument' },
  });
  expect(succeed(await sheet.ask('replaceText', { ...typo, to: 'Active' })).cells).toBe(2);
  expect(sheet.column('Listing status')).toEqual(['Active', 'Sold', 'Active', 'Actve']);
  expect(await sheet.ask('replaceText', { ...typo, columnNumber: 2, from: 'Gone', to: 'Active' })).toMatchObject({
    error: { message: 'No cell of that column holds “Gone” any more, so nothing was replaced.' },
  });
});

test('a problem leads to its listing wherever the rows were moved meanwhile, and says so when it is gone', async () => {
  const bad = { Bedrooms: 'three?' };
  sheet = await openSheet([LISTING_HEADERS, listingRow('A1'), listingRow('A2', bad), listingRow('A3')]);
  const { problems } = succeed(await sheet.ask('checkRows', { action: 'sync', scope: 'tab', tabId: 0 }));
  const { tabId = 0, rowNumber = 0, columnNumber = 0, key } = problems[0] ?? {};
  const cell = { tabId, rowNumber, columnNumber, ...(key && { key }) };
  expect([rowNumber, key?.text]).toEqual([3, 'A2']);
  sheet.emulator.hands.insertRows('Tab', 2, 2);
  expect(await sheet.ask('goToCell', cell)).toMatchObject({ ok: true });
  expect(succeed(await sheet.ask('getOverview')).tab?.selection.a1).toBe('E5');
  sheet.emulator.hands.deleteRows('Tab', 5, 1);
  expect(await sheet.ask('goToCell', cell)).toMatchObject({
    error: { kind: 'rowGone', message: 'No single row holds “A2” any more.' },
  });
});

/** Rows that were simply deleted from a tab: their listings are told of after a sync, and deleted only by the usual question. */
import { afterEach, expect, test } from 'vitest';
import { succeed, type TestSheet } from './listing-sheet.ts';
import { listingRows, openListingSheet } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const sync = { action: 'sync', scope: 'tab' } as const;
const keysThere = () => sheet.platform.listings().map(({ MLSNumber }) => MLSNumber);

test('what no row shows any more is listed with its address, and goes by the usual question', async () => {
  sheet = await openListingSheet(['A1', 'A2', 'A3', 'A4', 'A5']);
  const tabId = sheet.emulator.hands.activeTabId();
  const find = async () => succeed(await sheet.ask('findLeft', { tabId }));
  await sheet.run(sync);
  expect(await find()).toEqual({ left: 0, words: '' });

  // A2 goes, A3 moves to another tab, A4 is cut off by a filter only, and A5 loses its key for a while.
  sheet.emulator.hands.deleteRows('Tab', 3, 1);
  sheet.emulator.hands.deleteRows('Tab', 3, 1);
  sheet.emulator.hands.addTab('Archive', [['Number'], ['A3']]);
  sheet.emulator.hands.hideRows('Tab', 3, 1);
  sheet.emulator.hands.type('Tab', 'A4', '');
  sheet.emulator.hands.type('Tab', 'I4', '');
  sheet.emulator.hands.activateTab('Tab');
  expect(await find()).toMatchObject({ left: 0, words: expect.stringContaining('it cannot be told') });
  sheet.emulator.hands.type('Tab', 'A4', 'A5');
  sheet.emulator.hands.type('Tab', 'I4', 'https://homes.example.com/A5');
  await sheet.run(sync);
  const { left, words, leftTabId } = await find();
  expect(left).toBe(1);
  expect(words).toContain('1 listing that was confirmed from “Tab” is in no row of this file any more');
  expect(sheet.column('MLSNumber', 'Listings that left')).toEqual(['A2']);
  expect(sheet.column('SalePrice', 'Listings that left')).toEqual(['450000']);

  const request = { action: 'delete', scope: 'tab', tabId: leftTabId ?? 0 } as const;
  const asked = succeed(await sheet.ask('startRun', request));
  expect(asked).toMatchObject({
    kind: 'confirmDeletes',
    confirmation: { listings: [{ key: 'A2', address: '12 Sample Street', why: 'No longer in the sheet' }] },
  });
  expect((await sheet.run(request)).counts).toEqual({ Deleted: 1 });
  expect(keysThere()).toEqual(['A1', 'A3', 'A4', 'A5']);
  expect(await find()).toEqual({ left: 0, words: '' });

  // A row that comes back is a row like any other: the tab that listed it is nobody's home.
  expect((await sheet.run(sync)).counts.Invalid).toBeUndefined();
});

test('listings of a tab that was deleted are told of once, unless another tab has them', async () => {
  sheet = await openListingSheet(['A1', 'A2', 'A3', 'A4']);
  const tabId = sheet.emulator.hands.activeTabId();
  sheet.emulator.hands.deleteRows('Tab', 3, 3);
  const [header = []] = listingRows('A1');
  sheet.emulator.hands.addTab('Season', [header, ...['A2', 'A3', 'A4'].map((key) => listingRows(key)[1] ?? [])]);
  sheet.emulator.hands.activateTab('Season');
  expect((await sheet.run(sync)).counts).toEqual({ Updated: 3 });
  sheet.emulator.hands.deleteTab('Season');
  sheet.emulator.hands.addTab('Archive', [['Number'], ['A3']]);
  sheet.emulator.hands.activateTab('Tab');
  await sheet.run(sync);
  const { left, words, leftTabId } = succeed(await sheet.ask('findLeft', { tabId }));
  expect(left).toBe(2);
  expect(words).toContain(
    '2 listings that were confirmed from a tab that was deleted are in no row of this file any more; this is told once.',
  );
  expect(sheet.column('MLSNumber', 'Listings that left')).toEqual(['A2', 'A4']);
  expect(sheet.column('Left', 'Listings that left')).toEqual(['a deleted tab', 'a deleted tab']);
  expect((await sheet.run({ action: 'delete', scope: 'tab', tabId: leftTabId ?? 0 })).counts).toEqual({ Deleted: 2 });
  expect(keysThere()).toEqual(['A1', 'A3']);
  expect(succeed(await sheet.ask('findLeft', { tabId })).left).toBe(0);
});

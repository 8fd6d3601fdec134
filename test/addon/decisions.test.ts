import { afterEach, expect, test } from 'vitest';
import { openSheet, succeed, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const RENTALS = 60;

/** Sixty homes for rent above one for sale; one column of prices, named for neither. */
async function openMixed(): Promise<void> {
  const headers = LISTING_HEADERS.map((header) => (header === 'Sale price' ? 'Asking' : header));
  const rentals = Array.from({ length: RENTALS }, (_, row) =>
    listingRow(`R${row}`, { 'Sale or rent': 'For rent', 'Sale price': '2100' }),
  );
  const rows = [headers, ...rentals, listingRow('S1', { 'Sale price': '450000' })];
  sheet = await openSheet(rows, { platform: { listings: records('S1', ...rentals.map((_, row) => `R${row}`)) } });
}

const priceSource = async () =>
  succeed(await sheet.ask('getMapping')).fields.find(({ field }) => field === 'SalePrice')?.source;

test('the whole tab decides, is kept beyond a sort, and is shown with the number of its rows', async () => {
  await openMixed();
  expect(succeed(await sheet.ask('getMapping')).decided).toBeUndefined();
  succeed(await sheet.ask('checkRows', { action: 'sync', scope: 'tab' }));
  sheet.emulator.hands.sort('Tab', 3, false);
  expect(succeed(await sheet.ask('getMapping')).decided).toEqual({ rowCount: RENTALS + 1, madeOn: '2026-11-21' });
  expect(await priceSource()).toEqual({ kind: 'column', header: 'Asking' });
  await sheet.run({ action: 'sync', scope: 'tab' });
  const bodies = sheet.sent('RealEstateUpdate') as { Key: string; SalePrice?: number }[];
  expect(bodies.find(({ Key }) => Key === 'S1')?.SalePrice).toBe(450_000);
});

test('a person can have it decided again, and a new header does so by itself', async () => {
  await openMixed();
  succeed(await sheet.ask('checkRows', { action: 'sync', scope: 'tab' }));
  sheet.emulator.hands.deleteRows('Tab', RENTALS + 2, 1);
  expect(await priceSource()).toEqual({ kind: 'column', header: 'Asking' });
  const { tabId } = succeed(await sheet.ask('getMapping'));
  const view = succeed(await sheet.ask('decideAgain', { tabId }));
  expect(view.decided).toEqual({ rowCount: RENTALS, madeOn: '2026-11-21' });
  expect(view.fields.find(({ field }) => field === 'RentPrice')?.source).toEqual({ kind: 'column', header: 'Asking' });
  sheet.emulator.hands.type('Tab', 'U1', 'Garage');
  expect(succeed(await sheet.ask('getMapping')).decided).toBeUndefined();
  const { notes } = succeed(await sheet.ask('checkRows', { action: 'sync', scope: 'tab' }));
  expect(notes).toEqual([
    'What the columns hold was decided again, since the headers have changed. Look it over once under Mapping.',
  ]);
  expect(succeed(await sheet.ask('checkRows', { action: 'sync', scope: 'tab' })).notes).toEqual([]);
});

test('a tab is read as it stands under the headers that decided it, unless one of them is a number', async () => {
  await openMixed();
  const check = async () => {
    const report = await sheet.call('checkRows', { action: 'sync', scope: 'tab' });
    return report.trace.filter((name) => name === 'Range.getDisplayValues').length;
  };
  const undecided = await check();
  const decided = await check();
  expect(decided).toBeLessThan(undecided);
  // Shown as a year, a percentage or a date: only the sheet can tell.
  sheet.emulator.hands.type('Tab', 'U1', '2026');
  expect(await check()).toBe(undecided);
  expect(await check()).toBe(decided + 1);
});

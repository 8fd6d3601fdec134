import { afterEach, describe, expect, test } from 'vitest';
import { openSheet, type SheetOptions, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, listingRows, records, updateBody } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

async function open(rows: readonly (readonly string[])[], known: readonly string[], more: SheetOptions = {}) {
  sheet = await openSheet(rows, { ...more, platform: { listings: records(...known), ...more.platform } });
}

const syncTab = () => sheet.run({ action: 'sync', scope: 'tab' });

describe('syncing listings', () => {
  test('sends each row as the document spells it and writes what the platform confirmed', async () => {
    await open(listingRows('A1', 'A2'), ['A1', 'A2']);
    const progress = await syncTab();
    expect(sheet.sent('RealEstateUpdate')).toEqual([updateBody('A1'), updateBody('A2')]);
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated']);
    expect(sheet.column('Synced at')[0]).toMatch(/^2026-11-21 09:\d\d:\d\d$/);
    expect(progress).toMatchObject({ state: 'finished', total: 2, done: 2, counts: { Updated: 2 }, problems: [] });
  });

  test('sends nothing for rows that have not changed, and exactly one request after one status was cleared', async () => {
    await open(listingRows('A1', 'A2', 'A3', 'A4', 'A5'), ['A1', 'A2', 'A3', 'A4', 'A5']);
    await syncTab();
    sheet.platform.journal.clear();
    const before = [sheet.column('Sync status'), sheet.column('Synced at')];
    expect((await syncTab()).counts).toEqual({ Unchanged: 5 });
    expect(sheet.requests()).toEqual([]);
    expect([sheet.column('Sync status'), sheet.column('Synced at')]).toEqual(before);
    const statusColumn = LISTING_HEADERS.length + 2;
    sheet.emulator.hands.clear('Tab', `${columnName(statusColumn)}3`);
    expect((await syncTab()).counts).toEqual({ Updated: 1, Unchanged: 4 });
    expect(sheet.sent('RealEstateUpdate')).toEqual([updateBody('A2')]);
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated', 'Updated', 'Updated', 'Updated']);
  });

  test('sends only the selected rows, whichever way they were selected', async () => {
    await open(listingRows('A1', 'A2', 'A3', 'A4'), ['A1', 'A2', 'A3', 'A4']);
    sheet.emulator.hands.select('Tab', ['A5:C5', 'B2', 'A5']);
    const progress = await sheet.run({ action: 'sync', scope: 'selection' });
    expect(progress.total).toBe(2);
    expect(sheet.column('Sync status')).toEqual(['Updated', '', '', 'Updated']);
  });

  test('leaves out hidden and blank rows and says how many', async () => {
    const blank = LISTING_HEADERS.map(() => '');
    await open([...listingRows('A1', 'A2'), blank, listingRow('A4')], ['A1', 'A2', 'A4']);
    sheet.emulator.hands.hideRows('Tab', 3, 1);
    sheet.emulator.hands.select('Tab', ['A2:A5']);
    const progress = await sheet.run({ action: 'sync', scope: 'selection' });
    expect(progress).toMatchObject({ total: 2, hiddenRows: 1, blankRows: 1 });
    expect(progress.message).toContain('1 hidden row and 1 blank row left out');
  });

  test('says of a key the platform does not have that it was not found', async () => {
    await open(listingRows('A1', 'NEW'), ['A1']);
    const progress = await syncTab();
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Not found']);
    expect(progress.problems).toEqual([
      expect.objectContaining({
        rowNumber: 3,
        label: 'NEW',
        status: 'Not found',
        detail: expect.stringContaining('NEW'),
      }),
    ]);
  });

  test('names everything that is missing and sends nothing for the row', async () => {
    await open([LISTING_HEADERS, listingRow('A1', { 'Year built': '', 'Parking spots': '' })], ['A1']);
    await syncTab();
    expect(sheet.requests()).toEqual([]);
    expect(sheet.column('Sync status')).toEqual(['Invalid']);
    expect(sheet.column('Sync detail')[0]).toContain('Empty: Year built, Parking spots.');
  });

  test('names every cell that cannot be read', async () => {
    await open([LISTING_HEADERS, listingRow('A1', { Bedrooms: 'many', 'Listing status': 'Gone fishing' })], ['A1']);
    await syncTab();
    const [detail] = sheet.column('Sync detail');
    expect(detail).toContain('Bedrooms');
    expect(detail).toContain('many');
    expect(detail).toContain('Gone fishing');
  });

  test('obeys the Action column before the listing status', async () => {
    const rows = listingRows('A1', 'A2', 'A3').map((row, index) => [
      ...row,
      ['Action', 'Skip', '', 'Fly'][index] ?? '',
    ]);
    await open(rows, ['A1', 'A2', 'A3']);
    await syncTab();
    expect(sheet.column('Sync status')).toEqual(['Skipped', 'Updated', 'Invalid']);
    expect(sheet.column('Sync detail')[2]).toContain('not Update, Delete, Skip or blank');
  });

  test.each([
    ['Coming Soon', 'Updated', 'PreOnMarket'],
    ['Closed', 'Updated', 'Sold'],
    ['Pending', 'Skipped', undefined],
    ['Private', 'Skipped', undefined],
  ])('turns the status %s into %s', async (word, status, sent) => {
    await open([LISTING_HEADERS, listingRow('A1', { 'Listing status': word })], ['A1']);
    await syncTab();
    expect(sheet.column('Sync status')).toEqual([status]);
    expect(sheet.sent('RealEstateUpdate')).toEqual(
      sent === undefined ? [] : [expect.objectContaining({ Status: sent })],
    );
  });

  test('deletes an off-market listing only after the person agreed', async () => {
    await open([LISTING_HEADERS, listingRow('A1', { 'Listing status': 'Withdrawn' }), listingRow('A2')], ['A1', 'A2']);
    const asked = await sheet.ask('startRun', { action: 'sync', scope: 'tab' });
    expect(asked).toMatchObject({
      ok: true,
      value: { kind: 'confirmDeletes', confirmation: { listings: [{ key: 'A1' }] } },
    });
    expect(sheet.requests()).toEqual([]);
    await syncTab();
    expect(sheet.sent('RealEstateDelete')).toEqual([
      { SerialNumber: expect.any(String), Keys: ['A1'], KeyType: 'MLSNumber' },
    ]);
    expect(sheet.column('Sync status')).toEqual(['Deleted', 'Updated']);
  });

  test('sends the first of two rows with one MLS number and names it in the other', async () => {
    await open(listingRows('A1', 'A2', 'A1'), ['A1', 'A2']);
    await syncTab();
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated', 'Invalid']);
    expect(sheet.column('Sync detail')[2]).toContain('(row 2)');
  });

  test('writes to no cell but its own', async () => {
    await open(listingRows('A1', 'A2'), ['A1']);
    const before = sheet.emulator.hands.values('Tab').map((row) => row.slice(0, LISTING_HEADERS.length));
    await syncTab();
    expect(sheet.emulator.hands.values('Tab').map((row) => row.slice(0, LISTING_HEADERS.length))).toEqual(before);
  });

  test('keeps a chosen fixed value, and what the row lacks is filled by it', async () => {
    await open(
      [
        LISTING_HEADERS.filter((header) => header !== 'Parking spots'),
        [...listingRow('A1').filter((_, index) => LISTING_HEADERS[index] !== 'Parking spots')],
      ],
      ['A1'],
    );
    const mapping = await sheet.ask('getMapping');
    if (!mapping.ok) throw new Error('no mapping');
    const { tabId, settings } = mapping.value;
    const fixed = { ...settings, mapping: { ParkingSpots: { kind: 'fixed', value: '0' } } };
    await sheet.ask('saveTabSettings', { tabId, settings: fixed });
    await syncTab();
    expect(sheet.sent('RealEstateUpdate')).toEqual([expect.objectContaining({ ParkingSpots: 0 })]);
  });
});

describe('checking', () => {
  test('says what a run would do without sending or writing anything', async () => {
    await open([LISTING_HEADERS, listingRow('A1'), listingRow('A2', { 'Year built': '' })], ['A1', 'A2']);
    const before = sheet.emulator.hands.values('Tab');
    const report = await sheet.ask('checkRows', { action: 'sync', scope: 'tab' });
    expect(report).toMatchObject({
      ok: true,
      value: { rows: 2, operations: { push: 0, update: 1, delete: 0 }, counts: { Invalid: 1 }, problemCount: 1 },
    });
    expect(sheet.requests()).toEqual([]);
    expect(sheet.emulator.hands.values('Tab')).toEqual(before);
  });
});

function columnName(columnNumber: number): string {
  return String.fromCharCode(64 + columnNumber);
}

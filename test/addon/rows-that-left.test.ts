/** Rows that were simply deleted from a tab: their listings are told of after a sync, and deleted only by the usual question. */
import { afterEach, describe, expect, test } from 'vitest';
import { DEFAULT_TAB_SETTINGS } from '../../src/core/settings/tab-settings.ts';
import { COLLEAGUE, kindOf, succeed, type TestSheet } from './listing-sheet.ts';
import { listingRow, listingRows, openListingSheet } from './listings.ts';

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

describe('a tab that deletes what has left it', () => {
  const NUMBERS = Array.from({ length: 40 }, (_, index) => `B${index}`);
  const tabId = () => sheet.emulator.hands.snapshot().tabs.find(({ name }) => name === 'Tab')?.tabId ?? -1;
  const find = async (user?: string) => succeed(await sheet.ask('findLeft', { tabId: tabId() }, user));
  const ofList = async () => {
    const { leftTabId = -1 } = await find();
    return { action: 'delete', scope: 'tab', tabId: leftTabId } as const;
  };
  const question = async (request: object) => {
    const reply = succeed(await sheet.ask('startRun', request));
    if (reply.kind !== 'confirmDeletes') throw new Error('Nothing was asked.');
    return reply.confirmation;
  };

  async function open(numbers: readonly string[] = NUMBERS): Promise<void> {
    sheet = await openListingSheet(numbers);
    const settings = { ...DEFAULT_TAB_SETTINGS, rowsThatLeft: 'delete' };
    succeed(await sheet.ask('saveTabSettings', { tabId: tabId(), settings }));
    await sheet.run(sync);
  }

  test('asks at once, and only who may delete', async () => {
    await open();
    sheet.emulator.hands.deleteRows('Tab', 3, 2);
    await sheet.run(sync);
    expect(await find()).toMatchObject({ left: 2, asks: true });
    succeed(await sheet.ask('saveMayDelete', { emails: [COLLEAGUE] }));
    expect(await find()).not.toHaveProperty('asks');
    expect(kindOf(await sheet.ask('startRun', await ofList()))).toBe('mayNotDelete');
    expect(sheet.sent('RealEstateDelete')).toEqual([]);
  });

  test('is measured by its own listings and rows: four of forty go by a press, thirty only by their number', async () => {
    await open();
    sheet.emulator.hands.deleteRows('Tab', 3, 4);
    await sheet.run(sync);
    expect((await question(await ofList())).load).toEqual({ recentDeletes: 0, confirmed: 40, rows: 36, agreedRows: 0 });
    expect((await sheet.run(await ofList())).counts).toEqual({ Deleted: 4 });
    expect(sheet.emulator.properties('document')[`agreed:${tabId()}`]).toBe('36');

    sheet.emulator.hands.deleteRows('Tab', 3, 30);
    await sheet.run(sync);
    const request = await ofList();
    const { deleteToken, listings, load } = await question(request);
    expect(listings).toHaveLength(30);
    expect(load).toMatchObject({ rows: 6, agreedRows: 36 });
    expect(kindOf(await sheet.ask('startRun', { ...request, deleteToken }))).toBe('deletesHeld');
    expect(sheet.sent('RealEstateDelete')).toHaveLength(4);
    succeed(await sheet.ask('startRun', { ...request, deleteToken, typedCount: 30 }));
    expect(keysThere()).toHaveLength(6);
  });

  test('leaves what was ticked off', async () => {
    await open();
    sheet.emulator.hands.deleteRows('Tab', 3, 2);
    await sheet.run(sync);
    const request = await ofList();
    const { deleteToken, listings } = await question(request);
    const leftOut = listings.slice(0, 1).map(({ id }) => id);
    succeed(await sheet.ask('startRun', { ...request, deleteToken, leftOut }));
    expect(sheet.column('Sync status', 'Listings that left')).toEqual(['Skipped', 'Deleted']);
    expect(keysThere()).toContain('B1');
    expect(keysThere()).not.toContain('B2');
  });

  const AGAIN = 'A row of this file has the listing again, so nothing was deleted. The next sync sends that row.';

  test.each<[string, () => void, string]>([
    ['came back to the tab', () => addRow('Tab', listingRow('B1')), AGAIN],
    ['came back under another of its keys', () => addRow('Tab', backByUrl('B1')), AGAIN],
    ['stands in another tab by now', () => sheet.emulator.hands.addTab('Archive', [['Number'], ['B1']]), AGAIN],
    [
      'stands in a tab of yours called as ours',
      () => sheet.emulator.hands.addTab('Sync with MLS', [['Number'], ['B1']]),
      AGAIN,
    ],
    ['stands above the header row', () => aboveHeader('B1'), AGAIN],
    ['stands there in other letters', () => sheet.emulator.hands.addTab('Archive', [['Number'], ['b1']]), AGAIN],
    ['is of a tab with a row without a key by now', () => clearKey(2), 'It cannot be told any more'],
    [
      'is of a tab with other key columns by now',
      () => sheet.emulator.hands.type('Tab', 'A1', 'Quirk'),
      'It cannot be told',
    ],
    ['is of a tab that was deleted', () => sheet.emulator.hands.deleteTab('Tab'), 'It cannot be told'],
  ])('deletes no listing of an older list that %s', async (_, act, detail) => {
    await open(['B0', 'B1', 'B2']);
    sheet.emulator.hands.deleteRows('Tab', 3, 1);
    await sheet.run(sync);
    const request = await ofList();
    sheet.emulator.hands.addTab('Other', [['Note']]);
    act();
    const ended = await sheet.run(request);
    expect(ended.counts).toEqual({ Skipped: 1 });
    expect(sheet.column('Sync detail', 'Listings that left')[0]).toContain(detail);
    expect(sheet.sent('RealEstateDelete')).toEqual([]);
    expect(keysThere()).toContain('B1');
  });

  test('sends no delete of what came back after the question was answered, up to the last flush before it', async () => {
    await open(['B0', 'B1', 'B2']);
    sheet.emulator.hands.deleteRows('Tab', 3, 2);
    await sheet.run(sync);
    const request = await ofList();
    const { deleteToken } = await question(request);
    let flushes = 0;
    const isFetched = () => sheet.sent('RealEstateDelete').length > 0;
    const end = sheet.emulator.before(
      'SpreadsheetApp.flush',
      () => !isFetched(),
      () => {
        flushes += 1;
        if (flushes === 1) addRow('Tab', listingRow('B1'));
      },
    );
    const ended = await sheet.run({ ...request, deleteToken });
    end();
    expect(flushes).toBeGreaterThan(0);
    expect(ended.counts).toEqual({ Skipped: 1, Deleted: 1 });
    expect(keysThere().sort()).toEqual(['B0', 'B1']);
  });

  test('says that deletes stay where the run is taken back, and sends a row that comes back as any other', async () => {
    await open(['B0', 'B1', 'B2']);
    sheet.emulator.hands.deleteRows('Tab', 3, 1);
    await sheet.run(sync);
    await sheet.run(await ofList());
    const view = succeed(await sheet.ask('getUndo'));
    expect([view.rows, view.tabName]).toEqual([0, 'Listings that left']);
    expect(view.sentences).toEqual([
      'Nothing that this run has sent can be taken back.',
      '1 row: left deleted; a listing comes back only by being created.',
    ]);
    addRow('Tab', listingRow('B1'));
    expect((await sheet.run({ ...sync, tabId: tabId() })).counts).toEqual({ Unchanged: 2, 'Not found': 1 });
    expect(await find()).toMatchObject({ left: 0 });
  });

  test('deletes nothing from an earlier version of tab and ledger', async () => {
    await open(['B0', 'B1', 'B2']);
    const inputs = (name: string) => sheet.emulator.hands.values(name).map((row) => row.map(String));
    sheet.emulator.hands.deleteRows('Tab', 3, 1);
    await sheet.run(sync);
    const request = await ofList();
    const [tab, ledger] = [inputs('Tab'), inputs('Sync ledger')];
    addRow('Tab', listingRow('B1', { 'Sale price': '$439,000' }));
    expect((await sheet.run({ ...sync, tabId: tabId() })).counts).toMatchObject({ Updated: 1 });
    // Version history brings the tabs back as they were, the list among them.
    for (const [name, cells] of [
      ['Tab', tab],
      ['Sync ledger', ledger],
    ] as const) {
      sheet.emulator.hands.clear(name, name === 'Tab' ? 'A1:Z100' : 'A1:B100');
      sheet.emulator.hands.paste(name, 'A1', cells);
    }
    expect((await sheet.run(request)).counts).toEqual({ Skipped: 1 });
    expect(sheet.sent('RealEstateDelete')).toEqual([]);
  });

  test('is asked about tab by tab: the list of one is none of the other', async () => {
    await open(['B0', 'B1', 'B2']);
    sheet.emulator.hands.addTab('Season', [listingRows('C0')[0] ?? [], listingRow('C0')]);
    const season = sheet.emulator.hands.snapshot().tabs.find(({ name }) => name === 'Season')?.tabId ?? -1;
    await sheet.run({ ...sync, tabId: season });
    sheet.emulator.hands.deleteRows('Tab', 3, 1);
    expect(await find()).toMatchObject({ left: 1 });
    const request = await ofList();
    expect(succeed(await sheet.ask('findLeft', { tabId: season }))).toMatchObject({ left: 0 });
    // The row is taken to the other tab after it was listed.
    addRow('Season', listingRow('B1'));
    expect((await sheet.run(request)).counts).toEqual({ Skipped: 1 });
    expect(keysThere()).toContain('B1');
  });

  test('keeps the list while rows of it wait, and lets nobody sync it', async () => {
    await open(['B0', 'B1', 'B2']);
    sheet.emulator.hands.deleteRows('Tab', 3, 1);
    await sheet.run(sync);
    const { tabId: listId } = await ofList();
    expect(kindOf(await sheet.ask('startRun', { ...sync, tabId: listId }))).toBe('ownTab');
    sheet.emulator.hands.activateTab('Listings that left');
    expect(succeed(await sheet.ask('getOverview')).tab?.kind).toBe('left');
  });

  const addRow = (tab: string, cells: readonly string[]) => {
    const rowNumber = sheet.column('MLS number', tab).length + 2;
    for (const [index, cell] of cells.entries())
      sheet.emulator.hands.type(tab, `${String.fromCharCode(65 + index)}${rowNumber}`, cell);
  };
  const aboveHeader = (text: string) => {
    sheet.emulator.hands.insertRows('Tab', 1, 1);
    sheet.emulator.hands.type('Tab', 'A1', text);
  };
  const backByUrl = (number: string) => listingRow('', { 'Listing URL': `https://homes.example.com/${number}` });
  const clearKey = (rowNumber: number) => {
    sheet.emulator.hands.type('Tab', `A${rowNumber}`, '');
    sheet.emulator.hands.type('Tab', `I${rowNumber}`, '');
  };
});

/** The document's store: how often it is read, and what happens when it is full. */
import { afterEach, describe, expect, test } from 'vitest';
import { DEFAULT_TAB_SETTINGS } from '../../src/core/settings/tab-settings.ts';
import { CHATBOT_ID, COLLEAGUE, connect, kindOf, openSheet, succeed, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, listingRows, openListingSheet, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

/** Fills what is left of the store up to some bytes. */
function fill(name: (index: number) => string, leftBytes: number): void {
  const stored = Object.entries(sheet.emulator.properties('document'));
  let left = 500 * 1024 - leftBytes - stored.reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  for (let index = 0; left > 100; index += 1) {
    const value = 'x'.repeat(Math.min(9_000, left - 50));
    sheet.emulator.setProperty('document', name(index), value);
    left -= name(index).length + value.length;
  }
}

async function tabId(): Promise<number> {
  return succeed(await sheet.ask('getOverview')).tab?.tabId ?? 0;
}

test('one glance costs one read of the stores', async () => {
  sheet = await openListingSheet(['A1']);
  const reads = async () => {
    const { serviceCalls } = await sheet.call('getOverview');
    return Object.entries(serviceCalls).flatMap(([call, times]) => (call.startsWith('Properties.get') ? [times] : []));
  };
  await reads();
  expect(await reads()).toEqual([1]);
});

test('a glance shows at once what was changed in the connection, by oneself and by others', async () => {
  sheet = await openListingSheet(['A1']);
  const chatbot = async () => succeed(await sheet.ask('getOverview')).connection;
  expect(await chatbot()).toMatchObject({ isConnected: true, chatbotId: CHATBOT_ID });
  succeed(await sheet.ask('removeConnection'));
  expect(await chatbot()).toMatchObject({ isConnected: false });
  await connect(sheet, COLLEAGUE);
  expect(await chatbot()).toMatchObject({ isConnected: false, chatbotId: CHATBOT_ID });
  await connect(sheet);
  expect(await chatbot()).toMatchObject({ isConnected: true });
});

test('what is decided of a wide tab is kept in as many values as it needs, and all of them go with it', async () => {
  const wide = Array.from({ length: 900 }, (_, index) => `Photo URL ${index + 1}`);
  sheet = await openSheet([
    [...LISTING_HEADERS, ...wide],
    [...listingRow('A1'), ...wide.map(() => '')],
  ]);
  succeed(await sheet.ask('checkRows', { action: 'sync', scope: 'tab' }));
  const stored = () =>
    Object.keys(sheet.emulator.properties('document')).filter((name) => name.startsWith('decisions:'));
  expect(stored().length).toBeGreaterThan(2);
  const { decided } = succeed(await sheet.ask('getMapping'));
  expect(decided).toMatchObject({ rowCount: 1 });
  // Decided again, and no part of the old decisions is left over.
  const id = await tabId();
  sheet.emulator.hands.deleteColumns('Tab', LISTING_HEADERS.length + 1, wide.length);
  succeed(await sheet.ask('decideAgain', { tabId: id }));
  expect(stored()).toHaveLength(1);
});

describe('a store without room', () => {
  test('is freed of what belonged to tabs that are gone, and the run begins', async () => {
    sheet = await openListingSheet(['A1']);
    fill((index) => `tab:${900_000 + index}`, 300);
    await sheet.run({ action: 'sync', scope: 'tab' });
    expect(sheet.column('Sync status')).toEqual(['Updated']);
    expect(Object.keys(sheet.emulator.properties('document')).filter((name) => name.startsWith('tab:9'))).toEqual([]);
  });

  test('stops a run before its first mark, and says how to make room', async () => {
    sheet = await openListingSheet(['A1']);
    fill((index) => `kept by another script ${index}`, 300);
    const reply = await sheet.ask('startRun', { action: 'sync', scope: 'tab' });
    expect(reply).toMatchObject({
      ok: false,
      error: { kind: 'storeFull', nextStep: expect.stringContaining('Delete') },
    });
    expect([sheet.requests(), sheet.column('Sync status')]).toEqual([[], []]);
    expect(succeed(await sheet.ask('getOverview'))).not.toHaveProperty('run');
  });

  test('takes no settings either, and keeps those that are there', async () => {
    sheet = await openListingSheet(['A1']);
    const id = await tabId();
    succeed(await sheet.ask('saveTabSettings', { tabId: id, settings: { ...DEFAULT_TAB_SETTINGS, missing: 'send' } }));
    fill((index) => `kept by another script ${index}`, 300);
    expect(kindOf(await sheet.ask('saveTabSettings', { tabId: id, settings: DEFAULT_TAB_SETTINGS }))).toBe('storeFull');
    expect(succeed(await sheet.ask('getMapping')).settings.missing).toBe('send');
  });
});

describe('settings of a tab', () => {
  test('may name each of the 18,278 columns a tab can have', async () => {
    sheet = await openListingSheet(['A1']);
    const id = await tabId();
    const excludedHeaders = Array.from({ length: 18_278 }, (_, index) => `Column ${index}`);
    succeed(await sheet.ask('saveTabSettings', { tabId: id, settings: { ...DEFAULT_TAB_SETTINGS, excludedHeaders } }));
    expect(succeed(await sheet.ask('getMapping')).settings.excludedHeaders).toEqual(excludedHeaders);
    succeed(await sheet.ask('saveTabSettings', { tabId: id, settings: { ...DEFAULT_TAB_SETTINGS, missing: 'send' } }));
    const parts = Object.keys(sheet.emulator.properties('document')).filter((name) => name.startsWith(`tab:${id}`));
    expect(parts).toEqual([`tab:${id}`]);
    expect(succeed(await sheet.ask('getMapping')).settings.missing).toBe('send');
  });

  test('are removed with the tab when others are saved', async () => {
    sheet = await openSheet([LISTING_HEADERS, listingRow('A1')]);
    const other = sheet.emulator.hands.addTab('Other', [LISTING_HEADERS]);
    succeed(await sheet.ask('saveTabSettings', { tabId: other, settings: DEFAULT_TAB_SETTINGS }));
    sheet.emulator.hands.deleteTab('Other');
    succeed(await sheet.ask('saveTabSettings', { tabId: await tabId(), settings: DEFAULT_TAB_SETTINGS }));
    expect(sheet.emulator.properties('document')).not.toHaveProperty(`tab:${other}`);
  });

  test('of an earlier version, which kept all headers, are told from changed ones as before', async () => {
    sheet = await openSheet([LISTING_HEADERS, listingRow('A1')]);
    const stored = JSON.stringify({ ...DEFAULT_TAB_SETTINGS, missing: 'send', seenHeaders: [...LISTING_HEADERS] });
    sheet.emulator.setProperty('document', `tab:${await tabId()}`, stored);
    sheet.emulator.setProperty('document', 'format', '0');
    const view = succeed(await sheet.ask('getMapping'));
    expect([view.settings.missing, view.changedHeaders.isChanged]).toEqual(['send', false]);
    sheet.emulator.hands.type('Tab', 'A1', 'MLS #');
    expect(succeed(await sheet.ask('getMapping')).changedHeaders.isChanged).toBe(true);
  });
});

describe('settings under a name', () => {
  const keep = (input: object) => sheet.ask('keepNamedSettings', input);
  const names = async () => succeed(await sheet.ask('getNamedSettings')).map(({ name }) => name);

  test('are kept for the other tabs of the file, however long, and forgotten without a trace', async () => {
    sheet = await openSheet([LISTING_HEADERS, listingRow('A1')]);
    const before = Object.keys(sheet.emulator.properties('document'));
    const extraHeaders = Array.from({ length: 400 }, (_, index) => `Column number ${index}`);
    const long = { ...DEFAULT_TAB_SETTINGS, extraHeaders };
    succeed(await keep({ name: ' Sale ', settings: long }));
    const kept = succeed(await keep({ name: 'Rentals', settings: DEFAULT_TAB_SETTINGS }));
    expect(kept).toEqual([
      { name: 'Rentals', settings: DEFAULT_TAB_SETTINGS },
      { name: 'Sale', settings: long },
    ]);
    succeed(await keep({ name: 'Sale', settings: DEFAULT_TAB_SETTINGS }));
    expect(await names()).toEqual(['Rentals', 'Sale']);
    for (const name of await names()) succeed(await keep({ name }));
    expect(Object.keys(sheet.emulator.properties('document'))).toEqual(before);
  });

  test('are twenty at most, and need a name', async () => {
    sheet = await openSheet([LISTING_HEADERS, listingRow('A1')]);
    const settings = DEFAULT_TAB_SETTINGS;
    for (let count = 1; count <= 20; count += 1) succeed(await keep({ name: `Name ${count}`, settings }));
    expect(kindOf(await keep({ name: 'One more', settings }))).toBe('storeFull');
    expect(kindOf(await keep({ name: 'Name 3', settings }))).toBe('ok');
    expect(kindOf(await keep({ name: '  ', settings }))).toBe('badArgument');
  });
});

describe('a file whose store has another form', () => {
  const tab = async () => ({ tabId: await tabId(), settings: DEFAULT_TAB_SETTINGS });

  test('is brought to this one once, and what was changed is kept for a month', async () => {
    sheet = await openSheet(listingRows('A1'), { platform: { listings: records('A1') } });
    const name = `tab:${await tabId()}`;
    const old = JSON.stringify({ ...DEFAULT_TAB_SETTINGS, missing: 'send', seenHeaders: [...LISTING_HEADERS] });
    sheet.emulator.setProperty('document', name, old);
    sheet.emulator.setProperty('document', 'format', '0');
    succeed(await sheet.ask('getMapping'));
    expect(sheet.emulator.properties('document')).toMatchObject({ format: '2', [`old:2026-11-21:0:${name}`]: old });
    await sheet.emulator.advanceClock(32 * 24 * 3_600_000);
    await sheet.run({ action: 'sync', scope: 'tab' });
    expect(Object.keys(sheet.emulator.properties('document')).filter((one) => one.startsWith('old:'))).toEqual([]);
  });

  test('that is newer can be looked at; nothing is sent, changed or run by itself', async () => {
    sheet = await openSheet(listingRows('A1'), { platform: { listings: records('A1') } });
    const when = { kind: 'hourly' };
    succeed(await sheet.ask('saveSchedule', { action: 'sync', tabIds: [await tabId()], when, allowsDeletes: false }));
    sheet.emulator.setProperty('document', 'format', '3');
    const before = sheet.emulator.properties('document');
    expect(succeed(await sheet.ask('getOverview'))).toMatchObject({
      newerVersion: { kind: 'newerStore' },
      tab: { tabName: 'Tab' },
    });
    expect(kindOf(await sheet.ask('startRun', { action: 'sync', scope: 'tab' }))).toBe('newerStore');
    expect(kindOf(await sheet.ask('saveTabSettings', await tab()))).toBe('newerStore');
    await sheet.choose('syncSelectedListings');
    expect(sheet.dialogs.at(-1)?.message).toContain('Update the add-on');
    await sheet.emulator.advanceClock(2 * 3_600_000);
    expect(sheet.emulator.properties('document')).toEqual(before);
    expect(sheet.requests()).toEqual([]);
    sheet.emulator.setProperty('document', 'format', '2');
    await sheet.emulator.advanceClock(3_600_000);
    expect(sheet.column('Sync status')).toEqual(['Updated']);
  });
});

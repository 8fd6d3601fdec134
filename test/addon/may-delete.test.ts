/** Who may delete: checked at the sidebar, the menu and the tick. */
import { afterEach, expect, test } from 'vitest';
import { COLLEAGUE, connect, kindOf, OWNER, openSheet, succeed, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

/** A listing to update and one to delete; only the owner may delete. */
async function open(): Promise<void> {
  sheet = await openSheet([LISTING_HEADERS, listingRow('A1'), listingRow('A2', { 'Listing status': 'Withdrawn' })], {
    platform: { listings: records('A1', 'A2') },
  });
  await connect(sheet, COLLEAGUE);
  succeed(await sheet.ask('saveMayDelete', { emails: [OWNER] }));
}

const deletes = () => sheet.sent('RealEstateDelete');

test('whoever is not on the list syncs the others, and the delete waits', async () => {
  await open();
  const progress = await sheet.run({ action: 'sync', scope: 'tab' }, COLLEAGUE);
  expect(progress.counts).toEqual({ Updated: 1, Skipped: 1 });
  expect(sheet.column('Sync detail')[1]).toContain('You are not among those who may delete in this file');
  expect(deletes()).toEqual([]);
});

test('from the menu neither', async () => {
  await open();
  sheet.emulator.hands.activateTab('Tab', COLLEAGUE);
  sheet.emulator.hands.select('Tab', ['A2:A3'], COLLEAGUE);
  await sheet.choose('deleteSelectedListings', COLLEAGUE);
  expect(sheet.dialogs.at(-1)?.message).toContain('You are not among those who may delete in this file');
  expect(deletes()).toEqual([]);
});

test('who is on the list deletes as ever', async () => {
  await open();
  expect((await sheet.run({ action: 'sync', scope: 'tab' })).counts).toEqual({ Updated: 1, Deleted: 1 });
});

test('a schedule of somebody who is taken off the list deletes no more', async () => {
  await open();
  const tabId = sheet.emulator.hands.snapshot().activeTabId;
  const schedule = { action: 'sync', tabIds: [tabId], when: { kind: 'hourly' }, allowsDeletes: true };
  expect(kindOf(await sheet.ask('saveSchedule', schedule, COLLEAGUE))).toBe('mayNotDelete');
  succeed(await sheet.ask('saveSchedule', schedule));
  succeed(await sheet.ask('saveMayDelete', { emails: [COLLEAGUE] }));
  await sheet.emulator.advanceClock(3_600_000);
  expect(deletes()).toEqual([]);
  const [view] = succeed(await sheet.ask('getAutomation')).schedules;
  expect(view?.notice).toContain('its owner may not delete in this file');
});

test('nobody else says that a tab which lost its rows is right as it is', async () => {
  await open();
  const tabId = sheet.emulator.hands.snapshot().activeTabId;
  succeed(
    await sheet.ask('saveSchedule', { action: 'sync', tabIds: [tabId], when: { kind: 'hourly' }, allowsDeletes: true }),
  );
  const { schedules } = succeed(await sheet.ask('getAutomation'));
  const change = { id: schedules[0]?.id, change: 'accept', seenRows: 1 };
  expect(kindOf(await sheet.ask('changeSchedule', change, COLLEAGUE))).toBe('mayNotDelete');
  expect(kindOf(await sheet.ask('changeSchedule', change))).toBe('ok');
});

test('only those on the list change it', async () => {
  await open();
  expect(kindOf(await sheet.ask('saveMayDelete', { emails: [] }, COLLEAGUE))).toBe('mayNotDelete');
  expect(kindOf(await sheet.ask('saveMayDelete', { emails: ['no address'] }))).toBe('badArgument');
  expect(succeed(await sheet.ask('saveMayDelete', { emails: [] })).mayDelete).toEqual([]);
});

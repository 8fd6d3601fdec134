/** Whoever may only look at the spreadsheet gets one sentence, whatever they try. */
import { afterEach, expect, test } from 'vitest';
import { connect, kindOf, openSheet, type TestSheet } from './listing-sheet.ts';
import { listingRows, records } from './listings.ts';

const VIEWER = 'viewer@example.com';

let sheet: TestSheet;
afterEach(() => sheet.close());

test('a viewer who runs, schedules or changes who may delete is told to ask for the right to edit', async () => {
  sheet = await openSheet(listingRows('A1'), {
    platform: { listings: records('A1') },
    emulator: { viewers: [VIEWER] },
  });
  await connect(sheet, VIEWER);
  sheet.platform.journal.clear();
  const tabId = sheet.emulator.hands.snapshot().activeTabId;
  sheet.emulator.hands.activateTab('Tab', VIEWER);
  expect(kindOf(await sheet.ask('startRun', { action: 'sync', scope: 'tab', tabId }, VIEWER))).toBe('onlyViewer');
  const schedule = { action: 'sync', tabIds: [tabId], when: { kind: 'hourly' }, allowsDeletes: false };
  expect(kindOf(await sheet.ask('saveSchedule', schedule, VIEWER))).toBe('onlyViewer');
  expect(kindOf(await sheet.ask('saveMayDelete', { emails: [] }, VIEWER))).toBe('onlyViewer');
  sheet.emulator.hands.select('Tab', ['A2'], VIEWER);
  await sheet.choose('syncSelectedListings', VIEWER);
  expect(sheet.dialogs.at(-1)?.message).toContain('You may look at this spreadsheet but not edit it');
  expect(sheet.requests()).toEqual([]);
});

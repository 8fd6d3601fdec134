/** One published add-on, two spreadsheets and two people who both work in each: nothing of one file or person reaches another. */
import { afterEach, expect, test } from 'vitest';
import type { CallOptions, SpreadsheetFile } from '../../playground/apps-script/emulator.ts';
import { CHATBOT_ID, COLLEAGUE, OWNER, openSheet, SECRET_KEY, SLOW_READING, type TestSheet } from './listing-sheet.ts';
import { listingRows, records } from './listings.ts';

let sheet: TestSheet;
let second: SpreadsheetFile;
afterEach(() => sheet.close());

const sync = { action: 'sync', scope: 'tab' } as const;
const FIRST = ['A1', 'A2', 'A3'] as const;
const SECOND = ['B1', 'B2'] as const;

/** Two files with a tab of listings each; the owner is connected in the first. */
async function openFiles(): Promise<void> {
  sheet = await openSheet(listingRows(...FIRST), {
    platform: { listings: records(...FIRST, ...SECOND) },
    emulator: { deployment: 'published', edges: { clockTriggerDocument: 'there' } },
  });
  second = sheet.emulator.addSpreadsheet({ name: 'Second', owner: COLLEAGUE, editors: [OWNER] });
  second.hands.addTab('Tab', listingRows(...SECOND));
  second.hands.activateTab('Tab');
}

/** Calls a function in the second file as somebody. */
async function inSecond(name: string, user: string, argument?: object, more: Partial<CallOptions> = {}) {
  const options = { source: 'sidebar', fileId: second.id, user, ...more } as const;
  const report = await sheet.emulator.call(name, argument === undefined ? [] : [{ ...argument }], options);
  if (report.outcome.kind !== 'returned') throw new Error(`${name}: ${report.outcome.kind}`);
  return report.outcome.value;
}

const connection = { key: SECRET_KEY, chatbotId: CHATBOT_ID, authHeader: 'Authorization', sharing: 'me' };
const tabId = (user: string) => second.hands.activeTabId(user);

/** The texts of a column in a file. */
function columnIn(hands: SpreadsheetFile['hands'], header: string, tabName = 'Tab'): readonly string[] {
  const cells = hands.snapshot().tabs.find(({ name }) => name === tabName)?.cells ?? [];
  const columnIndex = (cells[0] ?? []).findIndex(({ text }) => text === header);
  return cells.slice(1).map((row) => row[columnIndex]?.text ?? '');
}

test('a person’s key serves in no file in which they have not said so, and a run in one holds up nobody in the other', async () => {
  await openFiles();
  const request = { ...sync, tabId: tabId(OWNER) };
  expect(await inSecond('startRun', OWNER, request)).toMatchObject({ ok: false });
  expect(sheet.requests()).toEqual([]);
  expect(await inSecond('saveConnection', COLLEAGUE, connection)).toMatchObject({ ok: true });
  // The owner's run is under way in the first file.
  await sheet.begin(sync);
  expect(await inSecond('startRun', COLLEAGUE, { ...sync, tabId: tabId(COLLEAGUE) })).toMatchObject({ ok: true });
  expect(columnIn(second.hands, 'Sync status')).toEqual(['Updated', 'Updated']);
  expect(sheet.column('Sync status')).toEqual(['', '', '']);
  expect(sheet.sent('RealEstateUpdate')).toMatchObject([{ Key: 'B1' }, { Key: 'B2' }]);
});

test('runs of two people go on in the background of both files, though one of their executions is killed', async () => {
  await openFiles();
  await inSecond('saveConnection', COLLEAGUE, connection);
  await inSecond('saveConnection', OWNER, connection);
  const slow = { source: 'menu', stall: SLOW_READING } as const;
  sheet.emulator.hands.select('Tab', ['A2:A4']);
  await sheet.emulator.call('syncSelectedListings', [], slow);
  second.hands.select('Tab', ['A2:A3'], COLLEAGUE);
  await inSecond('syncSelectedListings', COLLEAGUE, undefined, slow);
  expect(sheet.emulator.triggers()).toHaveLength(2);
  expect(sheet.emulator.triggers(second.id)).toMatchObject([{ user: COLLEAGUE }]);

  // Whoever comes to the second file is told who is at work there, and not of the first.
  expect(await inSecond('startRun', OWNER, { ...sync, tabId: tabId(OWNER) })).toMatchObject({
    ok: false,
    error: { kind: 'busy', message: expect.stringContaining(COLLEAGUE) },
  });

  const killed = await sheet.emulator.advanceClock(61 * 60_000, { killAfterServiceCall: 60 });
  expect(killed.map(({ outcome }) => outcome.kind)).toContain('killed');
  for (let hour = 0; hour < 3; hour += 1) await sheet.emulator.advanceClock(61 * 60_000);
  expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated', 'Updated']);
  expect(columnIn(second.hands, 'Sync status')).toEqual(['Updated', 'Updated']);
  expect(sheet.column('Ended', 'Sync log')).toEqual(['finished']);
  expect(columnIn(second.hands, 'Ended', 'Sync log')).toEqual(['finished']);
  expect(columnIn(second.hands, 'Who', 'Sync log')).toEqual([COLLEAGUE]);
  expect(sheet.emulator.triggers()).toEqual([]);
});

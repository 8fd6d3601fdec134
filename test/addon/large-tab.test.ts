/** Tabs of millions of cells: what cannot be read in time is refused in words, and a selection reads its own rows. */
import { afterEach, expect, test } from 'vitest';
import { openSheet, succeed, type TestSheet } from './listing-sheet.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

/** Columns of the tab: with its rows five million cells, nearly all of them blank. */
const COLUMNS = 50;
const ROWS = 100_000;

/** A tab of chatbot rows with a note in its last cell. */
async function openLarge(): Promise<void> {
  const headers = ['ID', 'Answer', ...Array.from({ length: COLUMNS - 2 }, (_, index) => `Column ${index}`)];
  sheet = await openSheet([['x']], { platform: { rows: [1, 2, 3, 4].map((ID) => ({ ID, Data: {} })) } });
  const rows = [headers, ['1', 'a'], ['2', 'b'], ['3', 'c'], ['1', 'a twin']];
  sheet.emulator.hands.addTab('Large', rows, { rowCount: ROWS, columnCount: COLUMNS + 5 });
  sheet.emulator.hands.type('Large', `B${ROWS}`, 'a note far below');
  sheet.emulator.hands.activateTab('Large');
}

test('what cannot be read in time is refused in words, and nothing is sent', async () => {
  await openLarge();
  expect(await sheet.ask('startRun', { action: 'push', scope: 'tab' })).toMatchObject({
    ok: false,
    error: { kind: 'tabTooLarge', message: expect.stringContaining('100000 rows of 50 columns') },
  });
  sheet.emulator.hands.select('Large', ['A3', `A${ROWS}`]);
  expect(await sheet.ask('startRun', { action: 'push', scope: 'selection' })).toMatchObject({
    ok: false,
    error: { kind: 'selectionTooLarge', nextStep: expect.stringContaining('nearer') },
  });
  expect(sheet.requests()).toEqual([]);
});

test('a selection reads its own rows and what tells the others, and so does a look at one row', async () => {
  await openLarge();
  sheet.emulator.hands.select('Large', ['A3:A4']);
  expect((await sheet.run({ action: 'push', scope: 'selection' })).counts).toEqual({ Pushed: 2 });
  const again = await sheet.call('startRun', { action: 'push', scope: 'selection' });
  expect(again.outcome).toMatchObject({ value: { ok: true, value: { progress: { counts: { Unchanged: 2 } } } } });
  // All cells take 125 seconds; the keys of all rows, and whether anything is confirmed for them, five.
  expect(again.virtualMs).toBeLessThan(15_000);
  const { tabId } = succeed(await sheet.ask('getOverview')).tab ?? { tabId: 0 };
  const preview = succeed(await sheet.ask('previewRow', { tabId, action: 'push', rowNumber: 2 }));
  expect(preview.request?.body).toContain('"ID": 1');
});

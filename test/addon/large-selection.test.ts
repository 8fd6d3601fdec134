/** Selections too large for one call: Google tells only row by row whether a row is hidden, which takes its time. */
import { afterEach, describe, expect, test } from 'vitest';
import type { RunRequest } from '../../src/core/engine/run-request.ts';
import { agreementTo, kindOf, openSheet, type SheetOptions, succeed, type TestSheet } from './listing-sheet.ts';
import { openListingSheet } from './listings.ts';

const HEADERS = ['ID', 'Text'];
const ROW_COUNT = 250;
const KEYS = Array.from({ length: ROW_COUNT }, (_, index) => `${index + 1}`);

/** So slow that there is time to ask about some hundred rows, and no more. */
const SLOW: SheetOptions = {
  emulator: { latency: { sheetGlanceMs: 1_000 } },
  platform: { rows: KEYS.map((key) => ({ ID: Number(key), Data: {} })) },
};

const SELECTED = { action: 'push', scope: 'selection' } as const;

let sheet: TestSheet;
afterEach(() => sheet.close());

async function openLarge(): Promise<void> {
  sheet = await openSheet([HEADERS, ...KEYS.map((key) => [key, `words of ${key}`])], SLOW);
  sheet.emulator.hands.select('Tab', ['A2:B251']);
}

/** The IDs that were sent, in the order of the sheet. */
function sentIds(): readonly string[] {
  const bodies = sheet.sent('UpdateGoogleSheetData') as readonly {
    readonly rows: readonly { readonly ID: number }[];
  }[];
  return bodies
    .flatMap((body) => body.rows.map((row) => row.ID))
    .sort((a, b) => a - b)
    .map(String);
}

describe('a selection that Google takes too long to tell about', () => {
  test.each(['startRun', 'checkRows'] as const)(
    'is refused by %s in words that name the way out; nothing is sent or written',
    async (name) => {
      await openLarge();
      const report = await sheet.call(name, SELECTED);
      const nextStep = expect.stringContaining('All rows of this tab');
      const error = { kind: 'selectionTooLarge', message: expect.stringContaining('250 selected rows'), nextStep };
      expect(report.outcome).toMatchObject({ kind: 'returned', value: { ok: false, error } });
      const asked = report.trace.filter((call) => call.startsWith('Sheet.isRowHiddenBy')).length;
      expect(asked).toBeGreaterThanOrEqual(100);
      expect(asked).toBeLessThanOrEqual(102);
      expect(sheet.requests()).toEqual([]);
      expect(sheet.column('Sync status')).toEqual([]);
    },
  );

  test('can be sent in parts, as the refusal says', async () => {
    await openLarge();
    sheet.emulator.hands.hideRows('Tab', 12, 3);
    sheet.emulator.hands.select('Tab', ['A2:B91']);
    const progress = await sheet.run(SELECTED);
    expect(progress).toMatchObject({ state: 'finished', total: 87, hiddenRows: 3, counts: { Pushed: 87 } });
    expect(sentIds()).toEqual(KEYS.slice(0, 90).filter((key) => !['11', '12', '13'].includes(key)));
  });

  test('can be sent as all rows of the tab, the hidden ones too', async () => {
    await openLarge();
    sheet.emulator.hands.hideRows('Tab', 12, 3);
    const progress = await sheet.run({ action: 'push', scope: 'tab' });
    expect(progress).toMatchObject({ state: 'finished', total: ROW_COUNT, hiddenRows: 0 });
    expect(sentIds()).toEqual(KEYS);
  });
});

test('a run is about what was selected when the call began, though the tab takes long to read', async () => {
  await openLarge();
  const { trace } = await sheet.call('startRun', SELECTED);
  expect(trace.indexOf('Sheet.getActiveRangeList')).toBeGreaterThan(-1);
  expect(trace.indexOf('Sheet.getActiveRangeList')).toBeLessThan(trace.indexOf('Range.getValues'));
});

describe('33,000 selected rows at the speed of Google', () => {
  test('are more than one call can tell about, which says so without asking about one', async () => {
    sheet = await openSheet([HEADERS, ...Array.from({ length: 33_000 }, (_, index) => [`${index + 1}`, 'words'])]);
    sheet.emulator.hands.select('Tab', ['A2:B33001']);
    const report = await sheet.call('startRun', SELECTED);
    const nextStep = expect.stringContaining('at most 32000 rows');
    const error = { kind: 'selectionTooLarge', nextStep };
    expect(report.outcome).toMatchObject({ kind: 'returned', value: { ok: false, error } });
    expect(report.serviceCalls['Sheet.isRowHiddenByUser']).toBeUndefined();
    sheet.emulator.hands.filter('Tab', { columnNumber: 2, texts: ['words'] });
    sheet.emulator.hands.select('Tab', ['A2:B20001']);
    const filtered = await sheet.ask('startRun', SELECTED);
    expect(filtered).toMatchObject({ error: { nextStep: expect.stringContaining('at most 16000 rows') } });
  });
});

describe('a large selection about whose deletes somebody was asked', () => {
  const keys = KEYS.slice(0, 60).map((key) => `A${key}`);
  const keysThere = () => sheet.platform.listings().map((listing) => listing.MLSNumber);

  /** The agreement to the deletes of rows 2 to 61, the third of which is hidden. */
  async function agree(): Promise<RunRequest> {
    sheet = await openListingSheet(keys);
    sheet.emulator.hands.hideRows('Tab', 4, 1);
    sheet.emulator.hands.select('Tab', ['A2:A61']);
    const tabId = sheet.emulator.hands.activeTabId();
    const request = { action: 'delete', scope: 'selection', tabId } as const;
    const asked = succeed(await sheet.ask('startRun', request));
    if (asked.kind !== 'confirmDeletes' || asked.selection === undefined) throw new Error('The run does not ask.');
    expect(asked.confirmation.listings).toHaveLength(59);
    expect(asked.selection).toMatchObject({ selected: '2-61', hidden: '4' });
    return { ...request, selection: asked.selection, ...agreementTo(asked.confirmation) };
  }

  test('is deleted as agreed to, wherever the person has gone since', async () => {
    const agreed = await agree();
    await sheet.emulator.evaluate('SpreadsheetApp.getActiveSpreadsheet().insertSheet("Other"); return null');
    sheet.emulator.hands.select('Tab', ['A10:B12']);
    sheet.emulator.hands.activateTab('Other');
    expect((await sheet.run(agreed)).counts).toEqual({ Deleted: 59 });
    expect(keysThere()).toEqual(['A3']);
  });

  test.each<readonly [string, () => void]>([
    ['pushed down by a new row', () => sheet.emulator.hands.insertRows('Tab', 5, 1)],
    ['deleted', () => sheet.emulator.hands.deleteRows('Tab', 40, 1)],
    ['given other keys', () => sheet.emulator.hands.type('Tab', 'A40', 'A9999')],
    ['hidden', () => sheet.emulator.hands.hideRows('Tab', 20, 30)],
    ['filtered', () => sheet.emulator.hands.filter('Tab', { columnNumber: 1, texts: ['A7'] })],
  ])('is kept where rows were %s meanwhile', async (_, change) => {
    const agreed = await agree();
    change();
    expect(kindOf(await sheet.ask('startRun', agreed))).toBe('tabChanged');
    expect(keysThere()).toEqual(keys);
  });

  test('is deleted although statuses, other columns or rows below were changed meanwhile', async () => {
    const agreed = await agree();
    sheet.emulator.hands.type('Tab', 'T40', 'better words');
    sheet.emulator.hands.paste('Tab', 'A62', [['A9999']]);
    expect((await sheet.run(agreed)).counts).toEqual({ Deleted: 59 });
  });

  test('counts only where a selection is meant', async () => {
    const { selection } = await agree();
    await sheet.emulator.evaluate('SpreadsheetApp.getActiveSpreadsheet().insertSheet("Other"); return null');
    const request = { action: 'push', scope: 'tab', ...(selection && { selection }) } as const;
    expect(kindOf(await sheet.ask('startRun', request))).toBe('noHeaderRow');
  });
});

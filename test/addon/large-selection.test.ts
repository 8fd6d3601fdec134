/** Selections too large for one call: Google tells only row by row whether a row is hidden, so it is asked in several. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../src/core/terms/failure.ts';
import { countRows } from '../../src/core/terms/row-list.ts';
import type { SelectionSurvey } from '../../src/core/terms/selection-survey.ts';
import type { Action } from '../../src/core/words/actions.ts';
import { kindOf, openSheet, type SheetOptions, succeed, type TestSheet } from './listing-sheet.ts';
import { openListingSheet } from './listings.ts';

const HEADERS = ['ID', 'Text'];
const ROW_COUNT = 250;
const KEYS = Array.from({ length: ROW_COUNT }, (_, index) => `${index + 1}`);

/** So slow that one call of a survey asks about twenty rows, and a run on its own about a hundred. */
const SLOW: SheetOptions = {
  emulator: { latency: { sheetGlanceMs: 1_000 } },
  platform: { rows: KEYS.map((key) => ({ ID: Number(key), Data: {} })) },
};

let sheet: TestSheet;
afterEach(() => sheet.close());

async function openLarge(): Promise<void> {
  sheet = await openSheet([HEADERS, ...KEYS.map((key) => [key, `words of ${key}`])], SLOW);
  sheet.emulator.hands.select('Tab', ['A2:B251']);
}

/** What the refusal of a run over the selection knows of it. */
async function begunSurvey(action: Action = 'push'): Promise<SelectionSurvey> {
  const reply = await sheet.ask('startRun', { action, scope: 'selection' });
  if (reply.ok || reply.error.survey === undefined) throw new Error('The selection is not too large.');
  expect(reply.error.kind).toBe('selectionTooLarge');
  return reply.error.survey;
}

/** Asks on until all rows were asked about, as the sidebar does. */
async function surveyFrom(known: SelectionSurvey): Promise<SelectionSurvey> {
  let survey = known;
  while (survey.askedRows < countRows(survey.selected)) survey = succeed(await sheet.ask('surveySelection', survey));
  return survey;
}

const survey = async (action?: Action) => surveyFrom(await begunSurvey(action));

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

/** Deletes the lower half of the data and everything below it. */
function cutOffGrid(): void {
  const { hands } = sheet.emulator;
  const rowCount = hands.snapshot().tabs.find((tab) => tab.name === 'Tab')?.rowCount ?? 0;
  hands.deleteRows('Tab', 121, rowCount - 120);
}

describe('a survey', () => {
  test('goes on row by row, in calls of twenty seconds, from where the refused run had come, and writes nothing', async () => {
    await openLarge();
    sheet.emulator.hands.hideRows('Tab', 12, 3);
    sheet.emulator.hands.hideRows('Tab', 119, 1);
    const begun = await begunSurvey();
    expect(begun).toMatchObject({ selected: '2-251', hidden: '12-14', order: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(begun.askedRows).toBeGreaterThanOrEqual(100);
    expect(begun.askedRows).toBeLessThanOrEqual(102);
    const second = succeed(await sheet.ask('surveySelection', begun));
    expect(second).toEqual({ ...begun, hidden: '12-14,119', askedRows: second.askedRows });
    expect(second.askedRows - begun.askedRows).toBeGreaterThanOrEqual(20);
    expect(second.askedRows - begun.askedRows).toBeLessThanOrEqual(22);
    const whole = await surveyFrom(second);
    expect(whole).toEqual({ ...begun, hidden: '12-14,119', askedRows: ROW_COUNT });
    expect(sheet.column('Sync status')).toEqual([]);
    expect(sheet.requests()).toEqual([]);
  });

  test('is of what was selected when the call began, though the tab takes long to read', async () => {
    await openLarge();
    const { trace } = await sheet.call('startRun', { action: 'push', scope: 'selection' });
    expect(trace.indexOf('Sheet.getActiveRangeList')).toBeGreaterThan(-1);
    expect(trace.indexOf('Sheet.getActiveRangeList')).toBeLessThan(trace.indexOf('Range.getDisplayValues'));
  });

  test('asks about at least one row in each call, however slow Google is', async () => {
    await openLarge();
    const begun = { ...(await begunSurvey()), askedRows: 0, hidden: '' };
    const stall = { call: 'Sheet.isRowHiddenByUser', ms: 60_000 };
    const report = await sheet.emulator.call('surveySelection', [begun], { source: 'sidebar', stall });
    expect(report.outcome).toMatchObject({ kind: 'returned', value: { ok: true, value: { askedRows: 1 } } });
  });

  test.each([
    ['a tab that was deleted meanwhile', 'tabGone', () => sheet.emulator.hands.deleteTab('Tab')],
    ['rows that were deleted with their end of the grid', 'tabChanged', cutOffGrid],
  ] as const)('of %s is given up', async (_, kind, change) => {
    await openLarge();
    const begun = await begunSurvey();
    await sheet.emulator.evaluate('SpreadsheetApp.getActiveSpreadsheet().insertSheet("Other"); return null');
    change();
    expect(kindOf(await sheet.ask('surveySelection', begun))).toBe(kind);
  });
});

describe('a run of a surveyed selection', () => {
  test('sends the rows that can be seen, and no other', async () => {
    await openLarge();
    sheet.emulator.hands.hideRows('Tab', 12, 3);
    sheet.emulator.hands.hideRows('Tab', 250, 2);
    const known = await survey();
    const progress = await sheet.run({ action: 'push', scope: 'selection', survey: known });
    expect(progress).toMatchObject({ state: 'finished', total: 245, hiddenRows: 5, counts: { Pushed: 245 } });
    const hidden = new Set(['11', '12', '13', '249', '250']);
    expect(sentIds()).toEqual(KEYS.filter((key) => !hidden.has(key)));
    expect(sheet.column('Sync status').map((status) => status === '')).toEqual(KEYS.map((key) => hidden.has(key)));
  });

  test('is about the rows that were selected when it was asked for, wherever the person has gone since', async () => {
    await openLarge();
    sheet.emulator.hands.select('Tab', ['A2:A121']);
    const begun = await begunSurvey();
    await sheet.emulator.evaluate('SpreadsheetApp.getActiveSpreadsheet().insertSheet("Other"); return null');
    sheet.emulator.hands.select('Tab', ['A200:B220']);
    sheet.emulator.hands.activateTab('Other');
    const known = await surveyFrom(begun);
    const progress = await sheet.run({ action: 'push', scope: 'selection', survey: known });
    expect(progress).toMatchObject({ state: 'finished', total: 120, tabName: 'Tab' });
    expect(sentIds()).toEqual(KEYS.slice(0, 120));
  });

  test('leaves out rows that a filter hides', async () => {
    sheet = await openSheet([HEADERS, ...KEYS.map((key, index) => [key, index % 2 === 0 ? 'even' : 'odd'])], SLOW);
    sheet.emulator.hands.filter('Tab', { columnNumber: 2, texts: ['odd'] });
    sheet.emulator.hands.select('Tab', ['A2:B251']);
    const progress = await sheet.run({ action: 'push', scope: 'selection', survey: await survey() });
    expect(progress).toMatchObject({ total: 125, hiddenRows: 125, counts: { Pushed: 125 } });
    expect(sentIds()).toEqual(KEYS.filter((_, index) => index % 2 === 1));
  });

  test.each([
    ['sorted', () => sheet.emulator.hands.sort('Tab', 1, false, 2)],
    ['pushed down by a new row', () => sheet.emulator.hands.insertRows('Tab', 5, 1)],
    ['deleted', () => sheet.emulator.hands.deleteRows('Tab', 40, 1)],
    ['given other keys', () => sheet.emulator.hands.type('Tab', 'A40', '9999')],
    ['hidden', () => sheet.emulator.hands.hideRows('Tab', 100, 60)],
    ['shown', () => sheet.emulator.hands.showRows('Tab', 12, 3)],
    ['filtered', () => sheet.emulator.hands.filter('Tab', { columnNumber: 2, texts: ['words of 7'] })],
  ])('is refused where rows were %s meanwhile, and nothing is sent or written', async (_, change) => {
    await openLarge();
    sheet.emulator.hands.hideRows('Tab', 12, 3);
    const known = await survey();
    change();
    const reply = await sheet.ask('startRun', { action: 'push', scope: 'selection', survey: known });
    expect(reply).toMatchObject({ ok: false, error: { kind: 'tabChanged' } });
    expect(sheet.requests()).toEqual([]);
    expect(sheet.column('Sync status')).toEqual([]);
  });

  test('is refused where a filter was taken away in the middle of the questions', async () => {
    sheet = await openSheet([HEADERS, ...KEYS.map((key, index) => [key, index % 2 === 0 ? 'even' : 'odd'])], SLOW);
    sheet.emulator.hands.filter('Tab', { columnNumber: 2, texts: ['odd'] });
    sheet.emulator.hands.select('Tab', ['A2:B251']);
    const begun = await begunSurvey();
    sheet.emulator.hands.filter('Tab');
    const known = await surveyFrom(begun);
    expect(kindOf(await sheet.ask('startRun', { action: 'push', scope: 'selection', survey: known }))).toBe(
      'tabChanged',
    );
    expect(sheet.requests()).toEqual([]);
  });

  test('is refused where rows were sorted while they were asked about, and sorted back', async () => {
    await openLarge();
    sheet.emulator.hands.filter('Tab', { columnNumber: 2, texts: KEYS.slice(0, 125).map((key) => `words of ${key}`) });
    const begun = await begunSurvey();
    sheet.emulator.hands.sort('Tab', 1, false, 2);
    const known = await surveyFrom(begun);
    sheet.emulator.hands.sort('Tab', 1, true, 2);
    expect(kindOf(await sheet.ask('startRun', { action: 'push', scope: 'selection', survey: known }))).toBe(
      'tabChanged',
    );
    expect(sheet.requests()).toEqual([]);
  });

  test('begins although other cells, statuses or rows below were changed meanwhile', async () => {
    await openLarge();
    const known = await survey();
    sheet.emulator.hands.type('Tab', 'B40', 'better words');
    sheet.emulator.hands.type('Tab', 'D1', 'Notes');
    sheet.emulator.hands.paste('Tab', 'A252', [['251', 'a new row']]);
    const progress = await sheet.run({ action: 'push', scope: 'selection', survey: known });
    expect(progress).toMatchObject({ state: 'finished', total: ROW_COUNT });
  });

  test('is not begun before all rows were asked about', async () => {
    await openLarge();
    const begun = await begunSurvey();
    const reply: Reply<unknown> = await sheet.ask('startRun', { action: 'push', scope: 'selection', survey: begun });
    expect(reply).toMatchObject({ error: { kind: 'selectionTooLarge', survey: begun } });
    expect(sheet.requests()).toEqual([]);
  });

  test('counts only where a selection is meant', async () => {
    await openLarge();
    const known = await survey();
    await sheet.emulator.evaluate('SpreadsheetApp.getActiveSpreadsheet().insertSheet("Other"); return null');
    expect(kindOf(await sheet.ask('startRun', { action: 'push', scope: 'tab', survey: known }))).toBe('noHeaderRow');
  });

  test('is checked without asking again, also when what a check found was corrected', async () => {
    await openLarge();
    sheet.emulator.hands.type('Tab', 'A20', 'x19');
    sheet.emulator.hands.hideRows('Tab', 12, 3);
    const known = await survey();
    sheet.emulator.hands.type('Tab', 'A20', '19');
    const report = await sheet.call('checkRows', { action: 'push', scope: 'selection', survey: known });
    expect(report.outcome).toMatchObject({
      kind: 'returned',
      value: { value: { rows: 247, hiddenRows: 3, problemCount: 0 } },
    });
    expect(report.serviceCalls['Sheet.isRowHiddenByUser']).toBeUndefined();
  });

  test('asks before it deletes, and deletes what was agreed to', async () => {
    const keys = KEYS.map((key) => `A${key}`);
    sheet = await openListingSheet(keys, { emulator: { latency: { sheetGlanceMs: 1_000 } } });
    sheet.emulator.hands.hideRows('Tab', 2, 1);
    sheet.emulator.hands.select('Tab', ['A2:A251']);
    const known = await survey('delete');
    const request = { action: 'delete', scope: 'selection', survey: known } as const;
    const asked = succeed(await sheet.ask('startRun', request));
    expect(asked).toMatchObject({ kind: 'confirmDeletes', confirmation: { count: 249 } });
    const progress = await sheet.run(request);
    expect(progress.counts).toEqual({ Deleted: 249 });
    expect(sheet.platform.listings().map((listing) => listing.MLSNumber)).toEqual(['A1']);
  });
});

describe('33,000 selected rows at the speed of Google', () => {
  const ids = Array.from({ length: 33_000 }, (_, index) => index + 1);
  const open = async () => {
    const rows = [HEADERS, ...ids.map((id) => [`${id}`, 'words'])];
    sheet = await openSheet(rows, { platform: { rows: ids.map((ID) => ({ ID, Data: {} })) } });
    sheet.emulator.hands.select('Tab', ['A2:B33001']);
  };

  test('are more than one call can tell about, which says so without asking about one', async () => {
    await open();
    const report = await sheet.call('startRun', { action: 'push', scope: 'selection' });
    const begun = { tabId: 0, selected: '2-33001', hidden: '', askedRows: 0 };
    const nextStep = expect.stringContaining('at most 32000 rows');
    const expected = { kind: 'selectionTooLarge', nextStep, survey: begun };
    expect(report.outcome).toMatchObject({ kind: 'returned', value: { ok: false, error: expected } });
    expect(report.serviceCalls['Sheet.isRowHiddenByUser']).toBeUndefined();
    sheet.emulator.hands.filter('Tab', { columnNumber: 2, texts: ['words'] });
    sheet.emulator.hands.select('Tab', ['A2:B20001']);
    const filtered = await sheet.ask('startRun', { action: 'push', scope: 'selection' });
    expect(filtered).toMatchObject({ error: { nextStep: expect.stringContaining('at most 16000 rows') } });
  });

  test('are all sent when they were asked about, but for the hidden ones', async () => {
    await open();
    sheet.emulator.hands.hideRows('Tab', 20_000, 1_000);
    const progress = await sheet.run({ action: 'push', scope: 'selection', survey: await survey() });
    expect(progress).toMatchObject({ state: 'finished', total: 32_000, hiddenRows: 1_000, counts: { Pushed: 32_000 } });
    expect(sentIds()).toEqual(ids.filter((id) => id < 19_999 || id > 20_998).map(String));
  }, 60_000);
});

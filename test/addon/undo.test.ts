import { afterEach, describe, expect, test } from 'vitest';
import type { RunProgress } from '../../src/core/engine/progress.ts';
import { kindOf, OWNER, openSheet, replied, succeed, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRows, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const syncTab = () => sheet.run({ action: 'sync', scope: 'tab' });
const cityColumn = String.fromCharCode(65 + LISTING_HEADERS.indexOf('City'));
const moveTo = (rowNumber: number, city: string) => sheet.emulator.hands.type('Tab', `${cityColumn}${rowNumber}`, city);

/** Three listings that were synced twice: with their cities, and with others. */
async function openTwiceSynced(): Promise<readonly unknown[]> {
  sheet = await openSheet(listingRows('A1', 'A2', 'A3'), { platform: { listings: records('A1', 'A2', 'A3', 'A4') } });
  await syncTab();
  const before = structuredClone(sheet.platform.listings());
  for (const rowNumber of [2, 3, 4]) moveTo(rowNumber, 'Bergen');
  await syncTab();
  expect(sheet.platform.listings()).not.toEqual(before);
  sheet.platform.journal.clear();
  return before;
}

async function undo(): Promise<RunProgress> {
  const { runId } = succeed(await sheet.ask('getUndo'));
  const reply = succeed(await sheet.ask('undoRun', { runId }));
  if (reply.kind !== 'started') throw new Error('It did not start.');
  let { progress } = reply;
  while (progress.state === 'running') progress = succeed(await sheet.ask('continueRun', { runId: progress.runId }));
  return progress;
}

describe('taking the last run back', () => {
  test('says before what comes back, and restores the platform field by field', async () => {
    const before = await openTwiceSynced();
    const view = succeed(await sheet.ask('getUndo'));
    expect(view).toMatchObject({ tabName: 'Tab', action: 'sync', rows: 3 });
    expect(view.sentences).toEqual([
      '3 rows: the platform gets back what it had before this run. Your sheet stays as it is.',
    ]);
    expect(sheet.requests()).toEqual([]);
    expect(await undo()).toMatchObject({ state: 'finished', isUndo: true, counts: { Skipped: 3 } });
    expect(sheet.platform.listings()).toEqual(before);
    expect(sheet.column('City')).toEqual(['Bergen', 'Bergen', 'Bergen']);
    expect(sheet.column('Sync detail')[0]).toContain('Taken back');
    expect(sheet.column('Action', 'Sync log').at(-1)).toBe('Undo: Sync listings');
  });

  test('is not undone by the next run, until a row is edited or its status cleared', async () => {
    const before = await openTwiceSynced();
    await undo();
    sheet.platform.journal.clear();
    expect((await syncTab()).counts).toEqual({ Skipped: 3 });
    expect(sheet.column('Sync detail')[0]).toMatch(/^Taken back on 21 Nov/);
    expect(sheet.requests()).toEqual([]);
    expect(sheet.platform.listings()).toEqual(before);
    moveTo(3, 'Oslo');
    expect((await syncTab()).counts).toEqual({ Skipped: 2, Updated: 1 });
    expect(sheet.platform.listings()[1]).toMatchObject({ City: 'Oslo' });
    // What was confirmed before was taken back meanwhile, so that nobody here knows what the platform had.
    expect(succeed(await sheet.ask('getUndo'))).toMatchObject({
      rows: 0,
      sentences: ['Nothing that this run has sent can be taken back.', expect.stringContaining('is not known here')],
    });
  });

  test('says what it cannot take back: first contents, deletes, and rows that are gone', async () => {
    await openTwiceSynced();
    sheet.emulator.hands.paste('Tab', 'A5', [[...(listingRows('A4')[1] ?? [])]]);
    for (const rowNumber of [2, 3, 4]) moveTo(rowNumber, 'Oslo');
    await syncTab();
    const kept = structuredClone(sheet.platform.listings());
    sheet.emulator.hands.deleteRows('Tab', 3, 1);
    expect(succeed(await sheet.ask('getUndo')).sentences).toEqual([
      '2 rows: the platform gets back what it had before this run. Your sheet stays as it is.',
      '1 row: left as sent, for what the platform had before is not known here.',
      '1 row: left as sent, for no row of the tab has its key any more.',
    ]);
    await undo();
    const cities = sheet.platform.listings().map(({ City }) => City);
    expect(cities).toEqual(['Bergen', 'Oslo', 'Bergen', kept[3]?.City]);
  });

  test('says of rows whose lines were changed since that they stay as they are, and what to do', async () => {
    await openTwiceSynced();
    const lines = sheet.emulator.hands.values('Sync ledger').map(([text]) => String(text));
    sheet.emulator.hands.deleteRows('Sync ledger', lines.findLastIndex((text) => text.endsWith(' A3')) + 1, 1);
    const { rows, sentences } = succeed(await sheet.ask('getUndo'));
    expect(rows).toBe(2);
    expect(sentences.at(-1)).toBe(
      '1 row: left as they are, for the hidden tab Sync ledger was changed since. To send what the sheet says now, run again.',
    );
    sheet.emulator.hands.deleteTab('Sync ledger');
    expect(succeed(await sheet.ask('getUndo')).sentences).toEqual([
      'Nothing that this run has sent can be taken back.',
      expect.stringMatching(/^3 rows: left as they are, for the hidden tab Sync ledger was changed since/),
    ]);
  });

  test('brings days back that are counted from a date, and holds what was taken back over the turn of the week', async () => {
    const headers = LISTING_HEADERS.map((header) => (header === 'Days on market' ? 'List date' : header));
    const rows = listingRows('A1', 'A2', 'A3').slice(1);
    const dated = rows.map((row) => row.map((cell, index) => (headers[index] === 'List date' ? '2026-11-01' : cell)));
    sheet = await openSheet([headers, ...dated], { platform: { listings: records('A1', 'A2', 'A3') } });
    await syncTab();
    const before = structuredClone(sheet.platform.listings());
    for (const rowNumber of [2, 3, 4]) moveTo(rowNumber, 'Bergen');
    await syncTab();
    expect(await undo()).toMatchObject({ counts: { Skipped: 3 } });
    expect(sheet.platform.listings()).toEqual(before);
    await sheet.emulator.advanceClock(9 * 24 * 60 * 60 * 1000);
    expect((await syncTab()).counts).toEqual({ Skipped: 3 });
    expect(sheet.platform.listings()).toEqual(before);
  });

  test('leaves a story behind: the rows of each run, and what was sent for one row, when and by whom', async () => {
    await openTwiceSynced();
    await undo();
    const { runs } = succeed(await sheet.ask('getRuns'));
    expect(runs.map(({ action, who }) => `${action} ${who}`)).toEqual([
      `Undo: Sync listings ${OWNER}`,
      `Sync listings ${OWNER}`,
      `Sync listings ${OWNER}`,
    ]);
    const [last] = runs;
    if (last?.tabId === undefined) throw new Error('There is no run.');
    const { tabId, startedAt, seconds } = last;
    expect(succeed(await sheet.ask('getRunRows', { tabId, startedAt, seconds }))).toEqual({
      total: 3,
      rows: [
        { name: 'MLS number A1', outcome: 'Taken back', rowNumber: 2 },
        { name: 'MLS number A2', outcome: 'Taken back', rowNumber: 3 },
        { name: 'MLS number A3', outcome: 'Taken back', rowNumber: 4 },
      ],
    });
    sheet.emulator.hands.select('Tab', ['B3']);
    const story = succeed(await sheet.ask('getRowStory'));
    expect(story).toMatchObject({ label: 'A2', now: expect.stringMatching(/^Skipped: Taken back/) });
    expect(story.entries.map(({ outcome, who }) => `${outcome} ${who}`)).toEqual([
      `Taken back ${OWNER}`,
      `Updated ${OWNER}`,
      `Updated ${OWNER}`,
    ]);
    expect(story.entries[1]?.changes).toEqual([expect.stringMatching(/^City: .* → Bergen$/)]);
  });

  test('is not called certain where an earlier request of other content may still arrive', async () => {
    const open = async () => {
      await openTwiceSynced();
      moveTo(2, 'Oslo');
    };
    await open();
    const { trace } = await sheet.call('startRun', { action: 'sync', scope: 'tab' });
    await sheet.close();
    await open();
    const before = sheet.platform.listings()[0]?.City;
    const request = { action: 'sync', scope: 'tab', tabId: sheet.emulator.hands.activeTabId() };
    const killAfterServiceCall = trace.findIndex((call) => call.startsWith('UrlFetchApp.fetch')) + 1;
    const cut = await sheet.emulator.call('startRun', [request], { source: 'sidebar', killAfterServiceCall });
    expect(cut.outcome.kind).toBe('killed');
    await sheet.emulator.advanceClock(10 * 60_000);
    const { counts } = await undo();
    expect(sheet.platform.listings()[0]?.City).not.toBe(before);
    expect(counts).toEqual({ Unconfirmed: 1, Skipped: 2 });
    expect(sheet.column('Sync detail')[0]).toMatch(/^Taken back, but an earlier request .* may still arrive/);
  });

  test('is told in the row that was sent, not in another one with its key', async () => {
    sheet = await openSheet(listingRows('A1', 'A1'), { platform: { listings: records('A1') } });
    const syncSecond = () => {
      sheet.emulator.hands.select('Tab', ['A3']);
      return sheet.run({ action: 'sync', scope: 'selection' });
    };
    await syncSecond();
    moveTo(3, 'Bergen');
    await syncSecond();
    expect(await undo()).toMatchObject({ counts: { Skipped: 1 } });
    expect(sheet.column('Sync status')).toEqual(['', 'Skipped']);
  });

  test('is offered once, for the last run only', async () => {
    await openTwiceSynced();
    const { runId } = succeed(await sheet.ask('getUndo'));
    moveTo(2, 'Oslo');
    await syncTab();
    expect(kindOf(await sheet.ask('undoRun', { runId }))).toBe('runGone');
    await undo();
    expect(kindOf(await sheet.ask('getUndo'))).toBe('nothingToDo');
  });

  test('cut off before it has marked a row, or cancelled, it can be asked for again', async () => {
    const calls = await tracedUndo();
    const recorded = calls.indexOf('Properties.setProperties') + 2;
    await sheet.close();
    const before = await openTwiceSynced();
    const { runId } = succeed(await sheet.ask('getUndo'));
    await sheet.emulator.call('undoRun', [{ runId }], { source: 'sidebar', killAtServiceCall: recorded });
    const run = succeed(await sheet.ask('getOverview')).run;
    const { message } = succeed(await sheet.ask('continueRun', { runId: run?.runId ?? '' }));
    expect(message).toContain('Run again: what the platform has is not sent twice.');
    expect(sheet.requests()).toEqual([]);
    expect(succeed(await sheet.ask('getUndo'))).toMatchObject({ rows: 3 });
    await undo();
    expect(sheet.platform.listings()).toEqual(before);
    expect(kindOf(await sheet.ask('getUndo'))).toBe('nothingToDo');
  });

  test('killed anywhere, it is carried on and ends in the same records', async () => {
    const calls = await tracedUndo();
    const fetch = calls.indexOf('UrlFetchApp.fetchAll') + 1;
    await sheet.close();
    for (const callNumber of [fetch, fetch + 1, fetch + 3]) {
      const before = await openTwiceSynced();
      const { runId } = succeed(await sheet.ask('getUndo'));
      const killed = await sheet.emulator.call('undoRun', [{ runId }], {
        source: 'sidebar',
        killAtServiceCall: callNumber,
      });
      expect(killed.outcome.kind).toBe('killed');
      sheet.emulator.hands.activateTab('Tab');
      const run = succeed(await sheet.ask('getOverview')).run;
      if (run === undefined) throw new Error('The run is gone.');
      let progress: RunProgress;
      do progress = replied(await sheet.call('continueRun', { runId: run.runId }));
      while (progress.state === 'running');
      expect(sheet.platform.listings()).toEqual(before);
      expect(sheet.column('Sync status')).toEqual(['Skipped', 'Skipped', 'Skipped']);
      await sheet.close();
    }
    await openTwiceSynced();
  });
});

async function tracedUndo(): Promise<readonly string[]> {
  await openTwiceSynced();
  const { runId } = succeed(await sheet.ask('getUndo'));
  return (await sheet.call('undoRun', { runId })).trace;
}

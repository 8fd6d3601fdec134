/** Rows that people, or live formulas, change while they wait in a run: no run is kept from its end by them. */
import { afterEach, describe, expect, test } from 'vitest';
import type { ServiceCall } from '../../playground/apps-script/emulator.ts';
import type { RunProgress } from '../../src/core/engine/progress.ts';
import type { RunRequest } from '../../src/core/engine/run-request.ts';
import { beginWaiting, openSheet, type SheetOptions, SLOW_READING, succeed, type TestSheet } from './listing-sheet.ts';
import { listingRow, listingRows, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

/** More slices than any run here needs. */
const MANY_SLICES = 20;

async function openPush(count: number, emulator: SheetOptions['emulator'] = {}): Promise<void> {
  const ids = Array.from({ length: count }, (_, index) => index + 1);
  sheet = await openSheet([['ID', 'Name', 'More'], ...ids.map((id) => [String(id), `row ${id}`, 'x'])], {
    platform: { rows: ids.map((ID) => ({ ID, Data: {} })) },
    emulator,
  });
}

async function openSync(...numbers: readonly string[]): Promise<void> {
  sheet = await openSheet(listingRows(...numbers), { platform: { listings: records(...numbers) } });
}

async function start(request: RunRequest): Promise<RunProgress> {
  return beginWaiting(sheet, request);
}

async function carryOn({ runId }: RunProgress): Promise<RunProgress> {
  for (let slice = 1; slice <= MANY_SLICES; slice += 1) {
    const progress = succeed(await sheet.ask('continueRun', { runId }));
    if (progress.state !== 'running') return progress;
  }
  throw new Error('The run comes to no end.');
}

/** Lets something happen right before rows are looked at, which is right before they are written. */
function beforeEachLook(happen: () => void): void {
  const isOfRows = ({ tabName, area }: ServiceCall) => tabName === 'Tab' && (area?.rowCount ?? 0) > 1;
  sheet.emulator.before('Range.getValues', isOfRows, happen);
}

const push = { action: 'push', scope: 'tab' } as const;
const sync = { action: 'sync', scope: 'tab' } as const;

describe('a row that is emptied while it waits', () => {
  test.each([
    ['so far below it that no slice reads both', 5_001, ['running', 'finished']],
    ['not so far below it, by the same slice', 2_001, ['finished']],
  ])('leaves the run, and a row is sent that stands %s', async (_, last, states) => {
    // Two seconds for a thousand cells: in its minute a slice reads texts and values of some 2,100 rows of seven columns.
    await openPush(5_000, { latency: { sheetReadPer1000CellsMs: 2_000 } });
    sheet.emulator.hands.select('Tab', ['A2', `A${last}`]);
    const { runId } = await start({ action: 'push', scope: 'selection' });
    sheet.emulator.hands.clear('Tab', 'A2:C2');
    const slices: RunProgress[] = [];
    do slices.push(succeed(await sheet.ask('continueRun', { runId })));
    while (slices.at(-1)?.state === 'running' && slices.length < MANY_SLICES);
    expect(slices.map(({ state }) => state)).toEqual(states);
    const ended = slices.at(-1);
    expect(ended?.counts).toEqual({ Pushed: 1 });
    expect(ended?.message).toContain(
      '1 row of the run was deleted, cleared or changed meanwhile and not sent, or settled just as the run was cut off.',
    );
    expect(sheet.column('Sync status').flatMap((status, index) => (status === '' ? [] : [index + 2]))).toEqual([last]);
    expect(sheet.column('Sync mark')[0]).toBe('');
  });

  test('does not stay on Sending where a request for it may have arrived', async () => {
    await openSync('A1', 'A2', 'A3');
    const fault = { kind: 'status', status: 503, retryAfterSeconds: 300 } as const;
    sheet.platform.faults.add({ fault, bodyIncludes: '"A2"', times: 1 });
    const started = await start(sync);
    succeed(await sheet.ask('continueRun', { runId: started.runId }));
    expect(sheet.column('Sync status')[1]).toBe('Sending');
    sheet.emulator.hands.clear('Tab', 'A3:T3');
    expect(await carryOn(started)).toMatchObject({ state: 'finished', counts: { Updated: 2, Failed: 1 } });
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Failed', 'Updated']);
    expect(sheet.column('Sync detail')[1]).toContain('The row was emptied before the platform gave a clear answer.');
  });

  test('leaves the run when the run is cancelled', async () => {
    await openSync('A1', 'A2');
    const { runId } = await start(sync);
    sheet.emulator.hands.clear('Tab', 'A2:T2');
    expect(succeed(await sheet.ask('cancelRun', { runId })).state).toBe('cancelled');
    expect(sheet.column('Sync mark')).toEqual(['', '']);
  });
});

test('a row that loses its key beside a cell that changes all the time is told that it changed, and the others are sent', async () => {
  await openPush(50);
  let changes = 0;
  beforeEachLook(() => sheet.emulator.hands.type('Tab', 'C8', `change ${++changes}`));
  const started = await start(push);
  sheet.emulator.hands.clear('Tab', 'A8');
  expect(await carryOn(started)).toMatchObject({ state: 'finished', counts: { Pushed: 49 }, changedRows: 1 });
  expect(sheet.column('Sync status')[6]).toBe('');
  expect(sheet.column('Sync detail')[6]).toContain('Changed while waiting; run again.');
});

test('rows that are sorted between two looks of a slice are sent by the next one', async () => {
  await openPush(8_000);
  sheet.emulator.hands.select('Tab', ['A7002:A8001']);
  const started = await start({ action: 'push', scope: 'selection' });
  expect(started.state).toBe('running');
  // The first look goes over the marks of all rows, which is one column; the second reads the rows that wait.
  const isOfMarks = ({ area }: ServiceCall) => area?.columnCount === 1 && area.rowCount === 8_000;
  const stop = sheet.emulator.after('Range.getDisplayValues', isOfMarks, () => {
    stop();
    sheet.emulator.hands.sort('Tab', 1, false);
  });
  expect(await carryOn(started)).toMatchObject({ state: 'finished', counts: { Pushed: 1_000 } });
});

/** Moves the first row of the tab to the end, with all that stands in it, before every look. */
function moveRowsAlways(): void {
  const { hands } = sheet.emulator;
  beforeEachLook(() => {
    const cells = hands.snapshot().tabs.find(({ name }) => name === 'Tab')?.cells ?? [];
    const [, first = [], ...others] = cells.map((row) => row.map(({ text }) => text));
    hands.paste('Tab', 'A2', [...others, first]);
  });
}

test('a run whose rows never stand still ends in words, and every row says what it said before', async () => {
  await openPush(50);
  moveRowsAlways();
  const ended = await carryOn(await start(push));
  expect(ended).toMatchObject({ state: 'stopped', failure: { kind: 'rowsKeepChanging' } });
  expect(ended.message).toContain('Wait until nobody sorts or edits the tab, then run again.');
  expect(sheet.requests()).toEqual([]);
  expect(new Set(sheet.column('Sync status'))).toEqual(new Set(['']));
  expect(new Set(sheet.column('Sync mark'))).toEqual(new Set(['']));
});

test('a menu command whose rows never stand still says so, and plans no other', async () => {
  await openPush(50);
  moveRowsAlways();
  sheet.emulator.hands.select('Tab', ['A2:A51']);
  await sheet.choose('pushSelectedRows');
  expect(sheet.dialogs.map(({ message }) => message)).toEqual([expect.stringContaining('Wait until nobody sorts')]);
  expect(sheet.emulator.triggers()).toEqual([]);
  expect(sheet.column('Ended', 'Sync log')).toEqual(['stopped']);
});

test('a run in the background whose rows never stand still leaves no trigger behind', async () => {
  await openPush(50);
  moveRowsAlways();
  sheet.emulator.hands.select('Tab', ['A2:A51']);
  await sheet.emulator.call('pushSelectedRows', [], { source: 'menu', stall: SLOW_READING });
  expect(sheet.emulator.triggers()).toHaveLength(1);
  for (let part = 0; part < MANY_SLICES; part += 1) await sheet.emulator.advanceClock(2 * 60_000);
  expect(sheet.emulator.triggers()).toEqual([]);
  expect(sheet.column('Ended', 'Sync log')).toEqual(['stopped']);
});

test('rows that are copied with their marks make no number wrong', async () => {
  await openSync('A1', 'A2', 'A3');
  const started = await start(sync);
  const tab = sheet.emulator.hands.snapshot().tabs.find(({ name }) => name === 'Tab');
  const texts = (tab?.cells ?? []).map((row) => row.map((cell) => cell.text));
  sheet.emulator.hands.paste('Tab', 'A5', texts.slice(1, 3));
  const { done, total, state } = await carryOn(started);
  expect({ state, left: total - done }).toEqual({ state: 'finished', left: 0 });
  expect(sheet.column('Without outcome', 'Sync log')).toEqual(['']);
});

/** A run of listings that waits in the sheet, and what people do to the tab before it goes on. */
async function changedWhileWaiting(
  change: () => void | Promise<void>,
  request: RunRequest = sync,
): Promise<RunProgress> {
  const started = await start(request);
  await change();
  return carryOn(started);
}

describe('what was planned is what is sent', () => {
  const hands = () => sheet.emulator.hands;
  const columnOf = (header: string) => {
    const cells =
      hands()
        .snapshot()
        .tabs.find(({ name }) => name === 'Tab')?.cells ?? [];
    return String.fromCharCode(65 + (cells[0] ?? []).findIndex(({ text }) => text === header));
  };

  test('a row that got another key is not sent, says so, and is taken up by the next retry', async () => {
    await openSync('A1', 'A2');
    const ended = await changedWhileWaiting(() => hands().type('Tab', 'A3', 'B7'));
    expect(ended).toMatchObject({ state: 'finished', counts: { Updated: 1 }, changedRows: 1, done: 2 });
    expect(sheet.sent('RealEstateUpdate')).toMatchObject([{ Key: 'A1' }]);
    expect(sheet.column('Sync status')).toEqual(['Updated', '']);
    expect(sheet.column('Sync detail')[1]).toContain('Changed while waiting; run again.');
    sheet.platform.journal.clear();
    const retried = await sheet.run({ action: 'sync', scope: 'failed' });
    expect(retried).toMatchObject({ state: 'finished', counts: { 'Not found': 1 } });
    expect(sheet.sent('RealEstateUpdate')).toMatchObject([{ Key: 'B7' }]);
  });

  test('a row that gets another key while its request is under way says so, and the log what came of the first', async () => {
    await openSync('A1', 'A2', 'A3');
    const started = await start(sync);
    const stop = sheet.platform.journal.onEntry(() => {
      stop();
      hands().type('Tab', 'A3', 'B7');
    });
    expect(await carryOn(started)).toMatchObject({ state: 'finished', counts: { Updated: 3 } });
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Failed', 'Updated']);
    expect(sheet.column('Sync detail')[1]).toBe(
      'Changed while it was sent; run again. What the row said before: Updated. What it says now was not sent.',
    );
    expect(sheet.column('Outcomes of rows that were gone', 'Sync log')).toEqual(['A2: Updated']);
    expect(await sheet.run({ action: 'sync', scope: 'failed' })).toMatchObject({ counts: { 'Not found': 1 } });
  });

  test('rows whose keys change places while they are sent are called Updated neither', async () => {
    await openSync('A1', 'A2', 'A3');
    const started = await start(sync);
    const stop = sheet.platform.journal.onEntry(() => {
      stop();
      hands().type('Tab', 'A3', 'A3');
      hands().type('Tab', 'A4', 'A2');
    });
    await carryOn(started);
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Failed', 'Failed']);
    expect((await sheet.run({ action: 'sync', scope: 'failed' })).counts).toEqual({ Updated: 2 });
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated', 'Updated']);
  });

  test('a row whose MLS number is emptied, and whose URL is another row’s too, is told that it changed', async () => {
    const homepage = { 'Listing URL': 'https://agency.example.com/' };
    sheet = await openSheet(
      [...listingRows('A1'), ...['A1', 'A2', 'A3'].map((number) => listingRow(number, homepage))].filter(
        (_, index) => index !== 1,
      ),
      {
        platform: { listings: records('A1', 'A2', 'A3') },
      },
    );
    const ended = await changedWhileWaiting(() => hands().clear('Tab', 'A3'));
    expect(ended).toMatchObject({ state: 'finished', counts: { Updated: 2 }, changedRows: 1 });
    expect(sheet.sent('RealEstateUpdate')).toMatchObject([{ Key: 'A1' }, { Key: 'A3' }]);
    expect(sheet.column('Sync status')).toEqual(['Updated', '', 'Updated']);
    expect(sheet.column('Sync detail')[1]).toContain('Changed while waiting; run again.');
  });

  test.each<[string, () => void | Promise<void>]>([
    ['a column is renamed', () => hands().type('Tab', `${columnOf('Description')}1`, 'Notes')],
    ['the column of the keys is renamed', () => hands().type('Tab', 'A1', 'Number of the house')],
    [
      'the tab gets other settings',
      async () => {
        const { tabId, settings } = succeed(await sheet.ask('getMapping'));
        succeed(await sheet.ask('saveTabSettings', { tabId, settings: { ...settings, missing: 'send' } }));
      },
    ],
  ])('no row is sent by another mapping: %s', async (_, change) => {
    await openSync('A1', 'A2');
    expect(await changedWhileWaiting(change)).toMatchObject({ state: 'finished', counts: {}, changedRows: 2 });
    expect(sheet.requests()).toEqual([]);
    expect(sheet.column('Sync status')).toEqual(['', '']);
  });

  test('a column that was only moved changes nothing', async () => {
    await openSync('A1', 'A2');
    const ended = await changedWhileWaiting(() => hands().insertColumns('Tab', 3, 1));
    expect(ended).toMatchObject({ state: 'finished', counts: { Updated: 2 } });
  });

  test('whether a URL is another row’s too is asked of the whole tab, not of the rows that wait', async () => {
    sheet = await openSheet([...listingRows('A1'), listingRow('', { 'Listing URL': 'https://homes.example.com/x' })], {
      platform: { listings: records('A1') },
    });
    hands().select('Tab', ['A3']);
    const ended = await changedWhileWaiting(
      () => hands().type('Tab', `${columnOf('Listing URL')}2`, 'https://homes.example.com/x'),
      { action: 'sync', scope: 'selection' },
    );
    expect(ended).toMatchObject({ state: 'finished', counts: { Invalid: 1 } });
    expect(sheet.requests()).toEqual([]);
  });

  test('a row that was copied with its mark, and edited, is a copy although the first one was sent before', async () => {
    await openSync('A1', 'A2');
    const fault = { kind: 'status', status: 429, retryAfterSeconds: 200 } as const;
    sheet.platform.faults.add({ fault, bodyIncludes: '"A2"', times: 1 });
    const started = await start(sync);
    const texts = () =>
      hands()
        .snapshot()
        .tabs.find(({ name }) => name === 'Tab')
        ?.cells.map((row) => row.map(({ text }) => text)) ?? [];
    const waiting = texts()[1] ?? [];
    succeed(await sheet.ask('continueRun', { runId: started.runId }));
    expect(sheet.column('Sync status')).toEqual(['Updated', '']);
    hands().paste('Tab', 'A4', [waiting.map((text) => (text === 'A quiet home.' ? 'Edited.' : text))]);
    expect(await carryOn(started)).toMatchObject({ state: 'finished', counts: { Updated: 2, Invalid: 1 } });
    expect(sheet.sent('RealEstateUpdate').filter((body) => JSON.stringify(body).includes('Edited.'))).toEqual([]);
    expect(sheet.column('Sync detail')[2]).toContain('Row 2 has the same key');
  });
});

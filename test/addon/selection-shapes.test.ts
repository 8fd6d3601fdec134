/** What a run costs does not depend on how its rows were selected. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Costs, costsOf } from '../../bench/costs.ts';
import type { CallReport } from '../../playground/apps-script/emulator.ts';
import { DEFAULT_LATENCY } from '../../playground/apps-script/latency.ts';
import type { RunProgress } from '../../src/core/engine/progress.ts';
import type { StartReply } from '../../src/core/engine/run-request.ts';
import { openSheet, replied, type TestSheet } from './listing-sheet.ts';
import { listingRows, records } from './listings.ts';

const KEYS = Array.from({ length: 600 }, (_, index) => `A${index + 1}`);

/** Sheets says of one row at a time whether it is hidden, so each selected row costs one such question (ADR 7). */
const HIDDEN_QUESTION = 'Sheet.isRowHiddenByUser';

/** Row numbers from the first data row on. */
const rowNumbers = (count: number, step: number) => Array.from({ length: count }, (_, index) => 2 + index * step);

/** Runs the selection to its end, and keeps the report of every call. */
async function reportsOfRun(sheet: TestSheet): Promise<readonly CallReport[]> {
  const reports: CallReport[] = [];
  const call = async <T>(name: string, argument: unknown): Promise<T> => {
    const report = await sheet.call(name, argument);
    reports.push(report);
    return replied<T>(report);
  };
  const started = await call<StartReply>('startRun', { action: 'sync', scope: 'selection' });
  if (started.kind !== 'started') throw new Error('The run did not start.');
  let { progress } = started;
  while (progress.state === 'running') progress = await call<RunProgress>('continueRun', { runId: progress.runId });
  return reports;
}

const SHAPES: readonly (readonly [string, readonly string[]])[] = [
  ['one range', ['A2:A61']],
  ['single cells far apart', rowNumbers(60, 10).map((row) => `B${row}`)],
  [
    'ranges of two rows, half of them selected twice',
    rowNumbers(30, 20).flatMap((row) => [`A${row}:C${row + 1}`, `B${row}`]),
  ],
  [
    'whole rows from the last to the first',
    rowNumbers(60, 7)
      .reverse()
      .map((row) => `A${row}:Z${row}`),
  ],
];

async function open(keys: readonly string[] = KEYS): Promise<TestSheet> {
  const sheet = await openSheet(listingRows(...keys), { platform: { listings: records(...keys) } });
  onTestFinished(() => sheet.close());
  return sheet;
}

/** Where a tab has no spare columns, one of them asks for the size of the grid; two read the ledger. */
const MOST_CALLS = 27;

/** The first run of a spreadsheet makes the ledger's tab, and a log that can be read. */
const NEW_TABS_CALLS = 10;

/** Goes into a buffer, which takes no longer than such a question; a write for rows far apart takes less than all between. */
const BUFFERED_WRITE = 'Range.setValues';

/** Runs the selection, expects one request per selected row, and tells how many calls had to be waited for. */
async function costsOfSelection(sheet: TestSheet, ranges: readonly string[]): Promise<Costs> {
  sheet.emulator.hands.select('Tab', ranges);
  sheet.platform.journal.clear();
  const costs = costsOf(await reportsOfRun(sheet), DEFAULT_LATENCY);
  expect(sheet.sent('RealEstateUpdate')).toHaveLength(60);
  expect(costs.sheetsCallsByMethod[HIDDEN_QUESTION]).toBe(60);
  const writes = costs.sheetsCallsByMethod[BUFFERED_WRITE] ?? 0;
  // The headers, the log and the head of the ledger have one each, and the ledger one in each checkpoint.
  expect(writes).toBeLessThanOrEqual(61 * costs.checkpoints + 3);
  return { ...costs, sheetsCalls: costs.sheetsCalls - 60 - writes };
}

describe('60 rows cost at most 27 calls to the spreadsheet and 5 per checkpoint, besides a question and two writes per row', () => {
  test.each(SHAPES)('as %s of a tab that was used before', async (_shape, ranges) => {
    const sheet = await open();
    // The second run gives the log its filter.
    for (const cell of ['A600', 'A601']) {
      sheet.emulator.hands.select('Tab', [cell]);
      await sheet.run({ action: 'sync', scope: 'selection' });
    }
    const { sheetsCalls, checkpoints } = await costsOfSelection(sheet, ranges);
    expect(sheetsCalls).toBeLessThanOrEqual(MOST_CALLS + 5 * checkpoints);
  });

  test.each(SHAPES)('as %s of a new tab of a spreadsheet without a log', async (_shape, ranges) => {
    const { sheetsCalls, checkpoints } = await costsOfSelection(await open(), ranges);
    expect(sheetsCalls).toBeLessThanOrEqual(MOST_CALLS + NEW_TABS_CALLS + 5 * checkpoints);
  });

  test.each(SHAPES)('as %s of a new tab whose grid ends with its data', async (_shape, ranges) => {
    const sheet = await open();
    await sheet.emulator.evaluate(
      'const sheet = SpreadsheetApp.getActiveSheet(); const columns = sheet.getLastColumn();' +
        'sheet.deleteColumns(columns + 1, sheet.getMaxColumns() - columns); return null',
    );
    const { sheetsCalls, checkpoints } = await costsOfSelection(sheet, ranges);
    expect(sheetsCalls).toBeLessThanOrEqual(MOST_CALLS + NEW_TABS_CALLS + 5 * checkpoints);
  });
});

describe('60 rows of a large tab cost little more than one look at it', () => {
  test.each([
    ['new', true],
    ['used', false],
  ])('as single cells over 5,000 rows of a %s tab', async (_, isNew) => {
    const sheet = await open(Array.from({ length: 5_000 }, (_row, index) => `A${index + 1}`));
    if (!isNew) {
      sheet.emulator.hands.select('Tab', ['A5001']);
      await sheet.run({ action: 'sync', scope: 'selection' });
    }
    const ranges = rowNumbers(60, 80).map((row) => `B${row}`);
    const { secondsByPart } = await costsOfSelection(sheet, ranges);
    // One read of all values and one of each column whose shown texts count; the rest is some columns at a time, twice a checkpoint.
    expect(secondsByPart.sheet).toBeLessThan(13);
  });
});

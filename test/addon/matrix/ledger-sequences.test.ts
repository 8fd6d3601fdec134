/**
 * Whatever happens to tabs, copies, versions, the ledger and rows, in random order, with runs that are killed and requests that are lost
 * or late: a row is called Unchanged only if the stand-in's record has exactly its content.
 */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { ListingRecord } from '../../../playground/platform/platform.ts';
import { LISTING_HEADERS, listingRow, listingRows, records, updateBody } from '../listings.ts';
import { noteFigures } from './matrix-figures.ts';
import { MATRIX_SIZE } from './matrix-size.ts';
import { finishRun, openQuickSheets, type QuickSheet, type QuickSheets } from './quick-sheet.ts';
import { cellsOf, fates, handStep, TABS, takeHandStep, type Version, versionOf } from './tab-steps.ts';

const KEYS = ['A1', 'A2', 'A3'];

const tab = fc.constantFrom(...TABS);
const runStep = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('run' as const), tab, fates }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('killed run' as const),
      tab,
      fates,
      at: fc.integer({ min: 1, max: 240 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const), fates }) },
);
const step = fc.oneof(runStep, handStep);

let sheets: QuickSheets;
beforeAll(async () => {
  sheets = await openQuickSheets();
});

/** The record that the stand-in has of a listing to which nothing but this row was ever sent. */
function recordOf(key: string, description: string, price: number): ListingRecord {
  const { SerialNumber: _, KeyType: __, ...sent } = updateBody(key);
  // The price of an area is computed from price and area.
  const edited = { Description: description, SalePrice: price, UnitAreaPrice: price / 2_500 };
  return { ...sent, ...edited, Key: `PROP${key}` };
}

/** Runs over a tab; tells for each row that was called Unchanged what should be there of it, and what the platform has. */
function unchangedAfterRun(
  sheet: QuickSheet,
  name: string,
): readonly (readonly [wanted: ListingRecord, held: ListingRecord | undefined])[] {
  sheet.hands.activateTab(name);
  sheet.sent();
  const reply = sheet.ask('startRun', { action: 'sync', scope: 'tab' });
  if (!reply.ok || reply.value.kind !== 'started') return [];
  const { progress } = reply.value;
  const ended = progress.state === 'running' ? finishRun(sheet, progress.runId) : progress;
  if (ended?.state !== 'finished') return [];
  const sent = new Set(sheet.sent().map(({ key }) => key));
  const [headers = [], ...rows] = cellsOf(sheet, name);
  const cellIn = (row: readonly string[], header: string) => row[headers.indexOf(header)] ?? '';
  return rows
    .filter((row) => ['Updated', 'Unchanged'].includes(cellIn(row, 'Sync status')) && !sent.has(row[0] ?? ''))
    .map((row) => {
      const held = sheet.platform.listings().find(({ MLSNumber }) => MLSNumber === row[0]);
      const price = Number(cellIn(row, 'Sale price').replace(/\D/g, ''));
      return [recordOf(row[0] ?? '', cellIn(row, 'Description'), price), held] as const;
    });
}

test('a row is called Unchanged only if the platform has exactly its content', {
  timeout: MATRIX_SIZE.timeoutMs,
}, (context) => {
  const { ledgerSequences: numRuns, mutationSeed: seed } = MATRIX_SIZE;
  let unchanged = 0;
  let runs = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 4, maxLength: 10, size: 'max' }), (steps) => {
      const sheet = sheets.open(listingRows(...KEYS), records(...KEYS));
      sheet.hands.addTab('Other', [LISTING_HEADERS, listingRow('A3', { Description: 'A large home.' })]);
      const versions: Version[] = [];
      for (const one of steps) {
        versions.push(versionOf(sheet));
        if ('fates' in one) sheet.nextFates(one.fates);
        if (one.kind === 'run') {
          const called = unchangedAfterRun(sheet, one.tab);
          runs += 1;
          unchanged += called.length;
          expect(called.filter(([wanted, held]) => !isDeepStrictEqual(wanted, held))).toEqual([]);
        } else if (one.kind === 'killed run') {
          sheet.hands.activateTab(one.tab);
          sheet.call('startRun', { action: 'sync', scope: 'tab' }, { killAtServiceCall: one.at });
        } else if (one.kind === 'undo') {
          const view = sheet.ask('getUndo');
          if (!view.ok) continue;
          const reply = sheet.ask('undoRun', { runId: view.value.runId });
          if (reply.ok && reply.value.kind === 'started') finishRun(sheet, reply.value.progress.runId);
        } else takeHandStep(sheet, one, versions);
      }
    }),
    { numRuns, seed },
  );
  noteFigures(context, { sequences: numRuns, runs, unchanged });
  // An add-on that never says so would be right as well.
  expect(unchanged).toBeGreaterThan(numRuns / 4);
});

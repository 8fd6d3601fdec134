/**
 * Undo after any run: a row that says *Taken back* has the stand-in's record as it was before that run, field by field; of every
 * record that is not as it was the question before had said so, or its row says what became of it.
 */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { ListingRecord } from '../../../playground/platform/platform.ts';
import { LISTING_HEADERS, listingRow, listingRows, records } from '../listings.ts';
import { noteFigures } from './matrix-figures.ts';
import { MATRIX_SIZE } from './matrix-size.ts';
import { finishRun, openQuickSheets, type QuickSheet, type QuickSheets } from './quick-sheet.ts';
import { cellsOf, fates, handStep, takeHandStep, type Version, versionOf } from './tab-steps.ts';

const KEYS = ['A1', 'A2', 'A3'];

const run = fc.record({ kind: fc.constant('run' as const), fates });
const killAt = fc.option(fc.integer({ min: 1, max: 240 }), { nil: undefined, freq: 2 });
const sequence = fc.record({
  before: fc.array(fc.oneof(run, { weight: 2, arbitrary: handStep }), { minLength: 2, maxLength: 6, size: 'max' }),
  edits: fc.array(fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom('Bergen', 'Oslo', 'Kiel')), { maxLength: 4 }),
  last: fc.record({ fates, killAt }),
  after: fc.array(handStep, { maxLength: 2 }),
  undo: fc.record({ fates, killAt }),
});

let sheets: QuickSheets;
beforeAll(async () => {
  sheets = await openQuickSheets();
});

/** Begins a run, which may be killed, and carries it to its end. */
function runTab(sheet: QuickSheet, killAtServiceCall?: number): void {
  sheet.hands.activateTab('Tab');
  const options = killAtServiceCall === undefined ? {} : { killAtServiceCall };
  sheet.call('startRun', { action: 'sync', scope: 'tab' }, options);
  const left = sheet.ask('getOverview');
  if (left.ok && left.value.run !== undefined) finishRun(sheet, left.value.run.runId);
}

function moveTo(sheet: QuickSheet, key: string, city: string): void {
  const [headers = [], ...rows] = cellsOf(sheet, 'Tab');
  const index = rows.findIndex(([name]) => name === key);
  const letter = String.fromCharCode(65 + headers.indexOf('City'));
  if (index !== -1) sheet.hands.type('Tab', `${letter}${index + 2}`, city);
}

/**
 * Takes a run back. One who sees that it was cut off carries it on, and presses again where something is left.
 *
 * @returns Whether it was refused in words, before anything was sent.
 */
function undoRun(sheet: QuickSheet, runId: string, killAtServiceCall?: number): boolean {
  const options = killAtServiceCall === undefined ? {} : { killAtServiceCall };
  const { outcome } = sheet.call('undoRun', { runId }, options);
  const left = sheet.ask('getOverview');
  if (left.ok && left.value.run !== undefined) finishRun(sheet, left.value.run.runId);
  const again = outcome.kind === 'killed' ? sheet.ask('getUndo') : undefined;
  if (again?.ok === true && again.value.rows > 0) return undoRun(sheet, again.value.runId);
  return outcome.kind === 'returned' && isRefusal(outcome.value);
}

function isRefusal(reply: unknown): boolean {
  return typeof reply === 'object' && reply !== null && 'ok' in reply && reply.ok === false;
}

/** The rows of the tab that say that they were taken back; before the undo some may say so of an earlier one. */
function takenBack(sheet: QuickSheet): ReadonlySet<string> {
  const [headers = [], ...rows] = cellsOf(sheet, 'Tab');
  const detail = headers.indexOf('Sync detail');
  const status = headers.indexOf('Sync status');
  return new Set(
    rows
      .filter((row) => row[status] === 'Skipped' && row[detail]?.startsWith('Taken back') === true)
      .map(([key = '']) => key),
  );
}

const recordOf = (listings: readonly ListingRecord[], key: string) =>
  listings.find(({ MLSNumber }) => MLSNumber === key);

/** What the question says of rows that stay as sent. */
function saidToStay(sentences: readonly string[]): number {
  return sentences.reduce((sum, sentence) => sum + Number(/^(\d+) rows?: left as /.exec(sentence)?.[1] ?? 0), 0);
}

test('an undo restores the stand-in’s records field by field, or says which it did not', {
  timeout: MATRIX_SIZE.timeoutMs,
}, (context) => {
  const { ledgerSequences: numRuns, mutationSeed: seed } = MATRIX_SIZE;
  const figures = { undone: 0, restored: 0, saidToStay: 0 };
  fc.assert(
    fc.property(sequence, ({ before, edits, last, after, undo }) => {
      const sheet = sheets.open(listingRows(...KEYS), records(...KEYS));
      sheet.hands.addTab('Other', [LISTING_HEADERS, listingRow('B1')]);
      const versions: Version[] = [versionOf(sheet)];
      for (const step of before) {
        if (step.kind === 'run') {
          sheet.nextFates(step.fates);
          runTab(sheet);
        } else takeHandStep(sheet, step, versions);
        versions.push(versionOf(sheet));
      }
      for (const [key, city] of edits) moveTo(sheet, key, city);
      const was = structuredClone(sheet.platform.listings());
      const runBefore = sheet.ask('getUndo');
      sheet.sent();
      sheet.nextFates(last.fates);
      runTab(sheet, last.killAt);
      const sent = new Set(sheet.sent().map(({ key }) => key));
      const changed = KEYS.filter((key) => sent.has(key));
      for (const step of after) takeHandStep(sheet, step, versions);
      const earlier = takenBack(sheet);
      const view = sheet.ask('getUndo');
      // A run that was killed before it began is not the last one.
      if (!view.ok || (runBefore.ok && runBefore.value.runId === view.value.runId)) return;
      sheet.nextFates(undo.fates);
      sheet.sent();
      const isRefused = undoRun(sheet, view.value.runId, undo.killAt);
      const resent = new Set(sheet.sent().map(({ key }) => key));
      const back = [...takenBack(sheet)].filter((key) => resent.has(key) || !earlier.has(key));
      figures.undone += 1;
      figures.restored += back.length;
      for (const key of back) {
        const record = recordOf(sheet.platform.listings(), key);
        expect(record, `${key} of ${view.value.sentences.join(' ')}`).toEqual(recordOf(was, key));
      }
      const different = changed.filter(
        (key) =>
          !back.includes(key) &&
          JSON.stringify(recordOf(sheet.platform.listings(), key)) !== JSON.stringify(recordOf(was, key)),
      );
      // Where the add-on's columns are no longer whole, nothing is taken back, and the person is told so.
      if (isRefused) {
        expect([...resent, ...back]).toEqual([]);
        return;
      }
      const stays = saidToStay(view.value.sentences);
      figures.saidToStay += stays;
      const tried = different.filter((key) => resent.has(key));
      expect(different.length - tried.length, view.value.sentences.join(' ')).toBeLessThanOrEqual(stays);
    }),
    { numRuns, seed },
  );
  noteFigures(context, figures);
  expect(figures.restored).toBeGreaterThan(numRuns / 4);
});

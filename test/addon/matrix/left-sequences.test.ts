/**
 * Tabs that delete what has left them, in random order with kills, lost and late requests, copied tabs, old versions, a ledger that is
 * changed and lists that are old: no delete leaves for a listing that a row of any tab shows.
 */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { DEFAULT_TAB_SETTINGS } from '../../../src/core/settings/tab-settings.ts';
import { succeed } from '../listing-sheet.ts';
import { LISTING_HEADERS, listingRow, listingRows, records } from '../listings.ts';
import { noteFigures } from './matrix-figures.ts';
import { MATRIX_SIZE } from './matrix-size.ts';
import { finishRun, openQuickSheets, type QuickSheet, type QuickSheets } from './quick-sheet.ts';
import { cellsOf, fates, handStep, TABS, takeHandStep, type Version, versionOf } from './tab-steps.ts';

const KEYS = ['A1', 'A2', 'A3', 'A4'];
const OTHERS = ['B1', 'B2'];
const LIST = 'Listings that left';

const tab = fc.constantFrom(...TABS);
const killAt = fc.option(fc.integer({ min: 1, max: 280 }), { nil: undefined, freq: 3 });
const list = fc.record({ kind: fc.constant('list' as const), tab });
const deletes = fc.record({ kind: fc.constant('delete' as const), fates, killAt });
const step = fc.oneof(
  fc.record({ kind: fc.constant('sync' as const), tab, fates, killAt }),
  list,
  deletes,
  fc.record({ kind: fc.constant('undo' as const), fates }),
  fc.record({ kind: fc.constant('delete row' as const), tab, pick: fc.nat({ max: 40 }) }),
);
/** A row that some version of some tab had is put below the rows of a tab. */
const comesBack = fc.record({ kind: fc.constant('comes back' as const), tab, pick: fc.nat({ max: 40 }) });
/** A row goes, and what came of it is seen or not before more happens. */
const leaving = fc
  .tuple(tab, fc.nat({ max: 40 }), deletes, fc.option(fc.oneof(handStep, comesBack), { freq: 2 }))
  .map(([name, pick, last, between]) => [
    { kind: 'delete row' as const, tab: name, pick },
    { kind: 'list' as const, tab: name },
    ...(between === null ? [] : [between]),
    last,
  ]);
const one = fc.oneof({ weight: 2, arbitrary: step }, { weight: 2, arbitrary: handStep }).map((taken) => [taken]);
const sequence = fc
  .array(fc.oneof({ weight: 3, arbitrary: one }, { weight: 1, arbitrary: leaving }), {
    minLength: 3,
    maxLength: 9,
    size: 'max',
  })
  .map((steps) => steps.flat());

let sheets: QuickSheets;
beforeAll(async () => {
  sheets = await openQuickSheets();
});

function open(): QuickSheet {
  const sheet = sheets.open(listingRows(...KEYS), records(...KEYS, ...OTHERS));
  sheet.hands.addTab('Other', [LISTING_HEADERS, ...OTHERS.map((key) => listingRow(key))]);
  for (const name of TABS) {
    const settings = { ...DEFAULT_TAB_SETTINGS, rowsThatLeft: 'delete' };
    succeed(sheet.ask('saveTabSettings', { tabId: tabIdOf(sheet, name), settings }));
    runOver(sheet, { action: 'sync', tabId: tabIdOf(sheet, name) });
  }
  return sheet;
}

function tabIdOf({ hands }: QuickSheet, name: string): number {
  hands.activateTab(name);
  return hands.activeTabId();
}

/** Begins a run, which may be killed, with the number typed where deletes are asked about, and carries it to its end. */
function runOver(
  sheet: QuickSheet,
  {
    action,
    tabId,
    killAt: at,
  }: { readonly action: string; readonly tabId: number; readonly killAt?: number | undefined },
): void {
  const request = { action, scope: 'tab', tabId };
  const options = at === undefined ? {} : { killAtServiceCall: at };
  const asked = sheet.ask('startRun', request);
  if (!asked.ok) return;
  if (asked.value.kind === 'confirmDeletes') {
    const { deleteToken, listings } = asked.value.confirmation;
    sheet.call('startRun', { ...request, deleteToken, typedCount: listings.length }, options);
  }
  const left = sheet.ask('getOverview');
  if (left.ok && left.value.run !== undefined) finishRun(sheet, left.value.run.runId);
}

function bringBack(sheet: QuickSheet, name: string, pick: number, versions: readonly Version[]): void {
  const gone = versions
    .flatMap((version) => TABS.flatMap((one) => version[one].slice(1)))
    .filter(([key = '']) => key !== '');
  const shown = shownKeys(sheet);
  const back = gone.filter(([key = '']) => !shown.has(key));
  const row = back[pick % Math.max(1, back.length)];
  const rowNumber = Math.max(2, cellsOf(sheet, name).length + 1);
  if (row !== undefined) sheet.hands.paste(name, `A${rowNumber}`, [row.slice(0, LISTING_HEADERS.length)]);
}

/** The keys that the rows of both tabs show now. */
function shownKeys(sheet: QuickSheet): ReadonlySet<string> {
  return new Set(TABS.flatMap((name) => cellsOf(sheet, name).slice(1)).map(([key = '']) => key));
}

test('no delete leaves for a listing that a row shows', { timeout: MATRIX_SIZE.timeoutMs }, (context) => {
  const { ledgerSequences: numRuns, mutationSeed: seed } = MATRIX_SIZE;
  const figures = { listed: 0, deleted: 0 };
  fc.assert(
    fc.property(sequence, (steps) => {
      const sheet = open();
      const versions: Version[] = [];
      let hasList = false;
      sheet.sent();
      for (const step of steps) {
        versions.push(versionOf(sheet));
        if ('fates' in step) sheet.nextFates(step.fates);
        if (step.kind === 'sync')
          runOver(sheet, { action: 'sync', tabId: tabIdOf(sheet, step.tab), killAt: step.killAt });
        else if (step.kind === 'list') {
          const listed = sheet.ask('findLeft', { tabId: tabIdOf(sheet, step.tab) });
          figures.listed += listed.ok ? listed.value.left : 0;
          hasList ||= listed.ok && listed.value.left > 0;
        } else if (step.kind === 'delete') {
          if (hasList) runOver(sheet, { action: 'delete', tabId: tabIdOf(sheet, LIST), killAt: step.killAt });
        } else if (step.kind === 'undo') {
          const view = sheet.ask('getUndo');
          const reply = view.ok ? sheet.ask('undoRun', { runId: view.value.runId }) : undefined;
          if (reply?.ok === true && reply.value.kind === 'started') finishRun(sheet, reply.value.progress.runId);
        } else if (step.kind === 'comes back') bringBack(sheet, step.tab, step.pick, versions);
        else takeHandStep(sheet, step, versions);
        // Nobody touches a tab within a step.
        const shown = shownKeys(sheet);
        const left = sheet.sent().filter(({ endpoint }) => endpoint === 'RealEstateDelete');
        figures.deleted += left.length;
        expect(left.filter(({ key }) => shown.has(key))).toEqual([]);
      }
    }),
    { numRuns, seed },
  );
  noteFigures(context, { sequences: numRuns, ...figures });
  // An add-on that never deletes would be right as well.
  expect(figures.deleted).toBeGreaterThan(numRuns / 20);
});

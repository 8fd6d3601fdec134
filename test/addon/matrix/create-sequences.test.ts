/**
 * A tab that creates what the platform does not have, in random order with kills, lost and late requests, copies, old versions and a
 * ledger that is changed: for no listing a second create leaves by itself after one without a clear answer.
 */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { DEFAULT_TAB_SETTINGS } from '../../../src/core/settings/tab-settings.ts';
import { succeed } from '../listing-sheet.ts';
import { LISTING_HEADERS, listingRow, listingRows, records } from '../listings.ts';
import { noteFigures } from './matrix-figures.ts';
import { MATRIX_SIZE } from './matrix-size.ts';
import { finishRun, openQuickSheets, type QuickSheet, type QuickSheets } from './quick-sheet.ts';
import { fates, handStep, TABS, takeHandStep, type Version, versionOf } from './tab-steps.ts';

/** The platform has the first. */
const KEYS = ['A1', 'N1', 'N2'];

const run = fc.record({
  kind: fc.constant('run' as const),
  tab: fc.constantFrom(...TABS),
  scope: fc.constantFrom('tab' as const, 'tab' as const, 'failed' as const),
  fates,
  killAt: fc.option(fc.integer({ min: 1, max: 280 }), { nil: undefined, freq: 3 }),
});
const sequence = fc.record({
  steps: fc.array(fc.oneof({ weight: 3, arbitrary: run }, { weight: 2, arbitrary: handStep }), {
    minLength: 3,
    maxLength: 9,
    size: 'max',
  }),
  listsBehind: fc.constantFrom(0, 0, 2, 50),
});

let sheets: QuickSheets;
beforeAll(async () => {
  sheets = await openQuickSheets();
});

function open(listsBehind: number): QuickSheet {
  const sheet = sheets.open(listingRows(...KEYS), records('A1'));
  sheet.hands.addTab('Other', [LISTING_HEADERS, listingRow('N2', { Description: 'A large home.' })]);
  sheet.platform.shapes.choose({ listsBehind });
  for (const name of TABS) {
    sheet.hands.activateTab(name);
    const tabId = sheet.hands.activeTabId();
    succeed(sheet.ask('saveTabSettings', { tabId, settings: { ...DEFAULT_TAB_SETTINGS, createMissing: 'on' } }));
  }
  return sheet;
}

test('after a create without a clear answer no second one leaves by itself', {
  timeout: MATRIX_SIZE.timeoutMs,
}, (context) => {
  const { ledgerSequences: numRuns, mutationSeed: seed } = MATRIX_SIZE;
  let created = 0;
  fc.assert(
    fc.property(sequence, ({ steps, listsBehind }) => {
      const sheet = open(listsBehind);
      const versions: Version[] = [];
      sheet.sent();
      for (const step of steps) {
        versions.push(versionOf(sheet));
        if (step.kind !== 'run') {
          takeHandStep(sheet, step, versions);
          continue;
        }
        sheet.hands.activateTab(step.tab);
        sheet.nextFates(step.fates);
        const options = step.killAt === undefined ? {} : { killAtServiceCall: step.killAt };
        const report = sheet.call('startRun', { action: 'sync', scope: step.scope }, options);
        const left = report.outcome.kind === 'killed' ? undefined : sheet.ask('getOverview');
        if (left?.ok === true && left.value.run !== undefined) finishRun(sheet, left.value.run.runId);
      }
      const creates = sheet.sent().filter(({ endpoint }) => endpoint === 'RealEstateCreate');
      created += creates.length;
      const keys = creates.map(({ key }) => key).toSorted();
      expect(keys).toEqual([...new Set(keys)]);
      // Judged by the stand-in as well, with all that was late.
      sheet.arrive();
      const numbers = sheet.platform.listings().map(({ MLSNumber }) => MLSNumber);
      expect(numbers).toEqual([...new Set(numbers)]);
    }),
    { numRuns, seed },
  );
  noteFigures(context, { sequences: numRuns, created });
  expect(created).toBeGreaterThan(numRuns / 2);
});

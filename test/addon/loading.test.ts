/** Which calls load more than `Code.js`: only those that read what rows, or the platform, say. */
import { expect, onTestFinished, test } from 'vitest';
import type { CallReport } from '../../playground/apps-script/emulator.ts';
import { openSheet, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow } from './listings.ts';

async function sheetWithOneListing(): Promise<TestSheet> {
  const sheet = await openSheet([LISTING_HEADERS, listingRow('A1')]);
  onTestFinished(() => sheet.close());
  return sheet;
}

function loads(report: CallReport): number {
  return report.serviceCalls['HtmlTemplate.getRawContent'] ?? 0;
}

test.each([
  ['a glance of the sidebar', 'getOverview', undefined],
  ['a jump to a cell', 'goToCell', { tabId: 0, rowNumber: 2, columnNumber: 1 }],
])('%s loads no more than Code.js', async (_what, name, argument) => {
  const sheet = await sheetWithOneListing();
  expect(loads(await sheet.call(name, argument))).toBe(0);
});

test('opening the spreadsheet loads no more than Code.js', async () => {
  const sheet = await sheetWithOneListing();
  expect(loads(await sheet.emulator.call('onOpen', [], { source: 'open' }))).toBe(0);
});

test.each([
  ['the mapping', 'getMapping', undefined],
  ['a test of the connection', 'testConnection', undefined],
  ['a check', 'checkRows', { action: 'sync', scope: 'tab' }],
  ['a run', 'startRun', { action: 'sync', scope: 'tab' }],
])('%s loads the planning once', async (_what, name, argument) => {
  const sheet = await sheetWithOneListing();
  expect(loads(await sheet.call(name, argument))).toBe(1);
});

/** Requests are about the tab that the person saw in the sidebar, whichever is in front when Google gets round to them. */
import { afterEach, describe, expect, test } from 'vitest';
import { kindOf, openSheet, succeed, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

/** Two tabs with the same listing; the sidebar shows `Tab`, and `Archive` is in front by now. */
async function openTwoTabs(): Promise<number> {
  const rows = (words: string) => [LISTING_HEADERS, listingRow('A1', { Description: words })];
  sheet = await openSheet(rows('Newest.'), { platform: { listings: records('A1') } });
  const seen = sheet.emulator.hands.activeTabId();
  sheet.emulator.hands.addTab('Archive', rows('Years old.'));
  sheet.emulator.hands.activateTab('Archive');
  return seen;
}

const [sync, ofTab] = [{ action: 'sync' }, { action: 'sync', scope: 'tab' }] as const;

describe('a tab that came to the front after the sidebar had looked', () => {
  test('is not run over', async () => {
    const tabId = await openTwoTabs();
    expect(succeed(await sheet.ask('startRun', { ...ofTab, tabId }))).toMatchObject({ progress: { tabName: 'Tab' } });
    expect(sheet.sent('RealEstateUpdate')).toMatchObject([{ Description: 'Newest.' }]);
    expect(sheet.column('Sync status', 'Archive')).toEqual([]);
  });

  test('is neither checked nor shown', async () => {
    const tabId = await openTwoTabs();
    expect(succeed(await sheet.ask('checkRows', { ...ofTab, tabId })).tabName).toBe('Tab');
    const shown = succeed(await sheet.ask('previewRow', { ...sync, rowNumber: 2, tabId }));
    expect(shown.request?.body).toContain('Newest.');
  });

  test('has no selection that the person saw: nothing is sent, and the words say why', async () => {
    const tabId = await openTwoTabs();
    sheet.emulator.hands.select('Archive', ['A2']);
    const refused = await sheet.ask('startRun', { ...sync, scope: 'selection', tabId });
    expect(kindOf(refused)).toBe('tabChanged');
    expect(sheet.requests()).toEqual([]);
  });

  test('does not stand in for a tab that is gone', async () => {
    const tabId = await openTwoTabs();
    sheet.emulator.hands.deleteTab('Tab');
    for (const name of ['startRun', 'checkRows'] as const)
      expect(kindOf(await sheet.ask(name, { ...ofTab, tabId }))).toBe('tabGone');
  });
});

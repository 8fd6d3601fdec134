/** Tabs of people's own that happen to be called as the add-on's: they are told about, and never written. */
import { afterEach, describe, expect, test } from 'vitest';
import type { RunRequest } from '../../src/core/engine/run-request.ts';
import { kindOf, succeed, type TestSheet } from './listing-sheet.ts';
import { openListingSheet } from './listings.ts';

const SYNC: RunRequest = { action: 'sync', scope: 'tab' };
const ASIDE = JSON.stringify({ topic: 'realestate/listing#update', data: { object: { listingStatus: 'Nowhere' } } });

/** What people may keep there, each with nothing of ours in it. */
const THEIRS: readonly (readonly [string, readonly (readonly string[])[]])[] = [
  [
    'a table',
    [
      ['Customer', 'Phone'],
      ['Ann', '555-0100'],
    ],
  ],
  ['a note right of the first column', [['', 'Ask Ann about it']]],
  ['a note below the first row', [[''], ['Ask Ann about it']]],
];

let sheet: TestSheet;
afterEach(() => sheet.close());

async function openWith(tabName: string, rows: readonly (readonly string[])[]): Promise<void> {
  sheet = await openListingSheet(['A1', 'B2']);
  sheet.emulator.hands.addTab(tabName, rows);
  sheet.emulator.hands.activateTab('Tab');
}

/** What a tab holds, without the blank cells around it. */
function held(tabName: string): string {
  return JSON.stringify(sheet.emulator.hands.values(tabName)).replace(/(,"")+\]/g, ']');
}

describe.each(THEIRS)('%s in a tab of that name', (_, rows) => {
  test('stays when nothing can be remembered in Sync ledger; Check, the result and Activity say so', async () => {
    await openWith('Sync ledger', rows);
    const before = held('Sync ledger');
    const words = 'There is a tab “Sync ledger” that Listing Sync did not write';
    for (const _run of [1, 2]) {
      const { counts, note } = await sheet.run(SYNC);
      expect([counts.Updated, note.slice(0, words.length)]).toEqual([2, words]);
    }
    expect(succeed(await sheet.ask('checkRows', SYNC)).message).toContain(words);
    expect(succeed(await sheet.ask('getRuns')).runs[0]?.firstProblem).toContain(words);
    expect(held('Sync ledger')).toBe(before);
    sheet.emulator.hands.renameTab('Sync ledger', 'Notes');
    await sheet.run(SYNC);
    expect((await sheet.run(SYNC)).counts).toEqual({ Unchanged: 2 });
  });

  test('stays when a message would wait for a person in Sync events, and nothing of it is taken in', async () => {
    await openWith('Sync events', rows);
    const before = held('Sync events');
    const take = () => sheet.ask('takeEvents', { text: ASIDE, makesColumns: false });
    expect(kindOf(await take())).toBe('nameTaken');
    expect(held('Sync events')).toBe(before);
    sheet.emulator.hands.renameTab('Sync events', 'Notes');
    expect(succeed(await take()).counts.aside).toBe(1);
    expect(succeed(await sheet.ask('getEvents')).asideCount).toBe(1);
  });

  test('stays where the Sync log would be, and Activity says so', async () => {
    await openWith('Sync log', rows);
    const before = held('Sync log');
    await sheet.run(SYNC);
    expect(succeed(await sheet.ask('getRuns')).isLogForeign).toBe(true);
    expect(held('Sync log')).toBe(before);
  });

  test.each([
    ['findLeft', 'Listings that left'],
    ['comparePlatform', 'Platform listings'],
  ] as const)('stays when %s would list something there, which says so', async (ask, tabName) => {
    await openWith(tabName, rows);
    const before = held(tabName);
    const tabId = sheet.emulator.hands.activeTabId();
    await sheet.run(SYNC);
    sheet.emulator.hands.deleteRows('Tab', 3, 1);
    expect(kindOf(await sheet.ask(ask, { tabId }))).toBe('nameTaken');
    expect(held(tabName)).toBe(before);
  });
});

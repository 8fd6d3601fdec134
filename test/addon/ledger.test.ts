/** The ledger in its hidden tab: what it holds, and that it is believed only where nobody has changed it. */
import { afterEach, describe, expect, test } from 'vitest';
import type { RunRequest } from '../../src/core/engine/run-request.ts';
import { kindOf, openSheet, succeed, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, openListingSheet, records, updateBody } from './listings.ts';

const KEYS = ['A1', 'A2', 'A3', 'A4'];
const SYNC: RunRequest = { action: 'sync', scope: 'tab' };
const LEDGER = 'Sync ledger';
const DAY_MS = 24 * 3_600_000;
const DESCRIPTION_COLUMN = LISTING_HEADERS.indexOf('Description');

const open: TestSheet[] = [];
afterEach(() => Promise.all(open.splice(0).map((sheet) => sheet.close())));

async function synced(): Promise<TestSheet> {
  const sheet = await openListingSheet(KEYS);
  open.push(sheet);
  await sheet.run(SYNC);
  sheet.platform.journal.clear();
  return sheet;
}

/** What stands in a tab, as it would be pasted. */
function inputsOf({ emulator }: TestSheet, tabName: string): readonly (readonly string[])[] {
  // Of hidden tabs there is no picture.
  if (tabName === LEDGER) return emulator.hands.values(LEDGER).map((row) => row.map(String));
  const tab = emulator.hands.snapshot().tabs.find(({ name }) => name === tabName);
  return (tab?.cells ?? []).map((row) => row.map(({ input }) => input));
}

/** The keys that the next run over the tab sends. */
async function sentNext(sheet: TestSheet): Promise<readonly string[]> {
  sheet.platform.journal.clear();
  await sheet.run(SYNC);
  return sheet.requests().map(({ body }) => (body as { readonly Key: string }).Key);
}

const typeDescription = ({ emulator }: TestSheet, rowNumber: number, text: string, tabName = 'Tab') =>
  emulator.hands.type(tabName, `${String.fromCharCode(65 + DESCRIPTION_COLUMN)}${rowNumber}`, text);

describe('the ledger', () => {
  test('holds a line for each key, and beside it what was sent, in a hidden tab that warns whoever edits it', async () => {
    const sheet = await synced();
    const [header, ...lines] = inputsOf(sheet, LEDGER);
    expect(header?.[0]).toMatch(/^Listing Sync notes here/);
    const confirmed = lines.filter(([text]) => text?.includes(' confirmed update v1:'));
    expect(confirmed.map(([text]) => text?.split(' ').slice(-2).join(' '))).toEqual(
      KEYS.map((key) => `MLSNumber ${key}`),
    );
    expect(JSON.parse(confirmed[0]?.[1] ?? '')).toEqual(updateBody('A1'));
    expect(sheet.emulator.hands.snapshot().tabs.map(({ name }) => name)).not.toContain(LEDGER);
  });

  test('is believed for as many days as the tab says, and no settings say none or more than a year', async () => {
    const sheet = await synced();
    const tabId = sheet.emulator.hands.activeTabId();
    const { settings } = succeed(await sheet.ask('getMapping', { tabId }));
    expect(settings.believedDays).toBe(30);
    await sheet.emulator.advanceClock(8 * DAY_MS);
    expect(await sentNext(sheet)).toEqual([]);
    for (const believedDays of [0, 366, 1.5]) {
      expect(kindOf(await sheet.ask('saveTabSettings', { tabId, settings: { ...settings, believedDays } }))).toBe(
        'badArgument',
      );
    }
    succeed(await sheet.ask('saveTabSettings', { tabId, settings: { ...settings, believedDays: 7 } }));
    expect(await sentNext(sheet)).toEqual(KEYS);
    expect(await sentNext(sheet)).toEqual([]);
  });

  test('is believed when it was sorted, and not when it was deleted; then it is begun anew', async () => {
    const sheet = await synced();
    sheet.emulator.hands.sort(LEDGER, 1, false, 2);
    expect(await sentNext(sheet)).toEqual([]);
    sheet.emulator.hands.deleteTab(LEDGER);
    const check = succeed(await sheet.ask('checkRows', SYNC));
    expect(check.message).toContain('The hidden tab Sync ledger was changed or restored');
    expect(await sentNext(sheet)).toEqual(KEYS);
    expect(succeed(await sheet.ask('checkRows', SYNC)).message).not.toContain('Sync ledger');
    expect(await sentNext(sheet)).toEqual([]);
  });

  test('is not believed in the lines that were edited or deleted, and in the others it is', async () => {
    const sheet = await synced();
    const rowNumber = inputsOf(sheet, LEDGER).findIndex(([text]) => text?.endsWith('MLSNumber A2')) + 1;
    const text = inputsOf(sheet, LEDGER)[rowNumber - 1]?.[0] ?? '';
    sheet.emulator.hands.type(LEDGER, `A${rowNumber}`, text.replace('A2', 'A9'));
    expect(await sentNext(sheet)).toEqual(['A2']);
    const last = inputsOf(sheet, LEDGER).findLastIndex(([one]) => one?.endsWith('MLSNumber A2')) + 1;
    sheet.emulator.hands.deleteRows(LEDGER, last, 1);
    expect(await sentNext(sheet)).toEqual(['A2']);
    expect(await sentNext(sheet)).toEqual([]);
  });

  test('that is not believed is said with the result and in Activity, with what to do', async () => {
    const sheet = await synced();
    sheet.emulator.hands.deleteTab(LEDGER);
    const { message, note } = await sheet.run(SYNC);
    const words = 'The hidden tab Sync ledger was changed or restored';
    expect(message).toContain(words);
    expect(note).toMatch(/Leave that tab as it is, and the next run goes by it\.$/);
    expect(succeed(await sheet.ask('getRuns')).runs[0]?.firstProblem).toContain(words);
    expect((await sheet.run(SYNC)).note).toBe('');
  });

  test('whose bodies were dropped says so in a look at the row, in Check and in its story', async () => {
    const sheet = await synced();
    typeDescription(sheet, 2, 'Sold furnished.');
    sheet.emulator.hands.clear(LEDGER, 'B2:B100');
    const tabId = sheet.emulator.hands.activeTabId();
    const kept = 'What was confirmed on 21 Nov is not kept any more, so that old and new cannot be compared.';
    expect(succeed(await sheet.ask('previewRow', { tabId, action: 'sync', rowNumber: 2 })).changes?.fields).toEqual([
      kept,
    ]);
    expect(succeed(await sheet.ask('checkRows', SYNC)).changes).toMatchObject([{ rowNumber: 2, fields: [kept] }]);
    await sheet.run(SYNC);
    sheet.emulator.hands.select('Tab', ['A2']);
    expect(succeed(await sheet.ask('getRowStory')).entries[0]?.changes).toEqual([
      'What was sent before is not kept any more, so that old and new cannot be compared.',
    ]);
  });

  test('is written anew, bodies and all, when more than half of it counts no more', async () => {
    const sheet = await synced();
    const { hands } = sheet.emulator;
    hands.insertRows(LEDGER, 500, 300);
    hands.paste(LEDGER, 'A20', Array(1_100).fill(['typed by hand']));
    expect(await sentNext(sheet)).toEqual([]);
    const rows = inputsOf(sheet, LEDGER).filter(([text]) => text !== '');
    expect(rows.length).toBe(1 + KEYS.length);
    expect(JSON.parse(rows.find(([text]) => text?.endsWith('MLSNumber A3'))?.[1] ?? '')).toEqual(updateBody('A3'));
    expect(await sentNext(sheet)).toEqual([]);
    typeDescription(sheet, 2, 'Sold furnished.');
    expect(await sentNext(sheet)).toEqual(['A1']);
    expect(await sentNext(sheet)).toEqual([]);
  });

  test('of an earlier version of the file does not say that the platform still has what it had then', async () => {
    const sheet = await synced();
    const [tab, ledger] = [inputsOf(sheet, 'Tab'), inputsOf(sheet, LEDGER)];
    typeDescription(sheet, 2, 'Sold furnished.');
    expect(await sentNext(sheet)).toEqual(['A1']);
    sheet.emulator.hands.clear(LEDGER, 'A1:B100');
    sheet.emulator.hands.paste(LEDGER, 'A1', ledger);
    sheet.emulator.hands.paste('Tab', 'A1', tab);
    expect(await sentNext(sheet)).toEqual(['A1']);
    expect(sheet.platform.listings().find(({ MLSNumber }) => MLSNumber === 'A1')?.Description).toBe('A quiet home.');
  });

  test('of a copy of the file is not believed there, and its own lines are', async () => {
    const sheet = await synced();
    const copy = await openSheet(inputsOf(sheet, 'Tab'), { platform: { listings: records(...KEYS) } });
    open.push(copy);
    copy.emulator.hands.addTab(LEDGER, inputsOf(sheet, LEDGER));
    copy.emulator.hands.activateTab('Tab');
    expect(await sentNext(copy)).toEqual(KEYS);
    expect(await sentNext(copy)).toEqual([]);
  });

  test('does not believe an older line of a key whose request was under way when the run was cut off', async () => {
    const [twin, sheet] = [await synced(), await synced()];
    const before = inputsOf(sheet, 'Tab');
    for (const one of [twin, sheet]) typeDescription(one, 3, 'Sold furnished.');
    const { trace } = await twin.call('startRun', SYNC);
    const { emulator } = sheet;
    const killed = await emulator.call(
      'startRun',
      [{ action: 'sync', scope: 'tab', tabId: emulator.hands.activeTabId() }],
      {
        source: 'sidebar',
        killAfterServiceCall: trace.findIndex((call) => call.startsWith('UrlFetchApp.fetch')) + 1,
      },
    );
    expect(killed.outcome.kind).toBe('killed');
    expect(sheet.requests()).toHaveLength(1);
    // The person undoes the edit, and the marks with it.
    emulator.hands.paste('Tab', 'A1', before);
    expect(await sentNext(sheet)).toEqual(['A2']);
  });
});

describe('a key', () => {
  test('belongs to the tab whose row was sent, until that tab has lost it', async () => {
    const sheet = await synced();
    const { hands } = sheet.emulator;
    hands.addTab('Other', [[...LISTING_HEADERS], [...listingRow('A1', { Description: 'Another text.' })]]);
    hands.activateTab('Other');
    expect(await sentNext(sheet)).toEqual([]);
    expect(sheet.column('Sync status', 'Other')).toEqual(['Invalid']);
    expect(sheet.column('Sync detail', 'Other')[0]).toMatch(/^Row 2 of the tab “Tab” has the same key/);
    hands.deleteRows('Tab', 2, 1);
    expect(await sentNext(sheet)).toEqual(['A1']);
    hands.activateTab('Tab');
    expect(await sentNext(sheet)).toEqual([]);
  });
});

/** What happens between the question whether listings may be deleted and the answer. */
import { afterEach, describe, expect, test } from 'vitest';
import { costsOf } from '../../bench/costs.ts';
import type { CallReport } from '../../playground/apps-script/emulator.ts';
import { DEFAULT_LATENCY } from '../../playground/apps-script/latency.ts';
import {
  agreementTo,
  CHATBOT_ID,
  COLLEAGUE,
  SECRET_KEY,
  type SheetOptions,
  succeed,
  type TestSheet,
} from './listing-sheet.ts';
import { openListingSheet } from './listings.ts';

const KEYS = ['A1', 'A2', 'A3', 'A4'];

let sheet: TestSheet;
afterEach(() => sheet.close());

/** The keys that the platform still has, in order. */
const keysThere = () => sheet.platform.listings().map((listing) => listing.MLSNumber);

describe('while the question of the menu is open', () => {
  /** Deletes A1 and A2 from the menu; something happens before the person says yes. */
  async function deleteFromMenu(
    meanwhile: () => void,
    more: SheetOptions = {},
    before: () => void = () => {},
  ): Promise<CallReport> {
    sheet = await openListingSheet(KEYS, {
      ...more,
      answer: (dialog) => {
        if (dialog.buttons !== 'YES_NO') return { button: 'OK' };
        meanwhile();
        return { button: 'YES' };
      },
    });
    before();
    sheet.emulator.hands.select('Tab', ['A2:A3']);
    return sheet.choose('deleteSelectedListings');
  }

  const lastDialog = () => sheet.dialogs.at(-1)?.message ?? '';

  test('nothing is read twice where nothing happens', async () => {
    const report = await deleteFromMenu(() => {});
    expect(keysThere()).toEqual(['A3', 'A4']);
    expect(sheet.column('Sync status')).toEqual(['Deleted', 'Deleted', '', '']);
    // The tab is read as a whole once, and only compared after the answer.
    expect(report.serviceCalls['Sheet.getDataRange']).toBe(1);
    // Once to plan the run, and once more after the answer.
    expect(report.serviceCalls['Sheet.isRowHiddenByUser']).toBe(4);
  });

  test('another selection changes nothing: what was agreed to is deleted', async () => {
    await deleteFromMenu(() => sheet.emulator.hands.select('Tab', ['A4:A5']));
    expect(keysThere()).toEqual(['A3', 'A4']);
  });

  test('a price that changes leaves the deletes as they were agreed to', async () => {
    const report = await deleteFromMenu(() => sheet.emulator.hands.type('Tab', 'G2', '$1'));
    expect(keysThere()).toEqual(['A3', 'A4']);
    expect(report.serviceCalls['Sheet.getDataRange']).toBe(2);
  });

  /** As a colleague's save would leave it. */
  const turnFileTo = (chatbotId: string, more = {}) => {
    const { connection = '{}' } = sheet.emulator.properties('document');
    const turned = { ...JSON.parse(connection), chatbotId, ...more };
    sheet.emulator.setProperty('document', 'connection', JSON.stringify(turned));
  };

  test('nothing is deleted where another chatbot was connected', async () => {
    await deleteFromMenu(() => turnFileTo('another-chatbot'));
    expect(sheet.requests()).toEqual([]);
    expect(lastDialog()).toContain('the chatbot of this file to another-chatbot');
    expect(lastDialog()).toContain('Your key has not been used for it.');
  });

  test('nothing is deleted where who shares the key connected another chatbot', async () => {
    const place = { chatbotId: CHATBOT_ID, authHeader: 'Authorization', baseUrl: 'https://usapi.hottask.com' };
    const shared = { key: SECRET_KEY, isTested: true, sharedBy: 'somebody-else' };
    const forget = () => sheet.emulator.setProperty('user', ownProperty(), '');
    const ownProperty = () => Object.keys(sheet.emulator.properties('user'))[0] ?? '';
    await deleteFromMenu(
      () => {
        const elsewhere = { ...place, chatbotId: 'another-chatbot' };
        turnFileTo('another-chatbot', { sharedKey: { ...shared, place: elsewhere } });
      },
      {},
      () => {
        forget();
        turnFileTo(CHATBOT_ID, { sharedKey: { ...shared, place } });
      },
    );
    expect(sheet.requests()).toEqual([]);
    expect(lastDialog()).toContain('Nothing was deleted');
  });

  test('columns that a colleague has made are no reason to refuse', async () => {
    await deleteFromMenu(() => {
      sheet.emulator.hands.paste('Tab', 'U1', [['Sync status', 'Sync detail', 'Synced at', 'Sync mark']]);
    });
    expect(keysThere()).toEqual(['A3', 'A4']);
    expect(sheet.column('Sync status')).toEqual(['Deleted', 'Deleted', '', '']);
  });

  test('a note in the next free column is no reason to refuse', async () => {
    await deleteFromMenu(() => sheet.emulator.hands.type('Tab', 'U1', 'Notes'));
    expect(keysThere()).toEqual(['A3', 'A4']);
    expect(sheet.column('Sync status')).toEqual(['Deleted', 'Deleted', '', '']);
  });

  test('a header that changes its meaning is read anew', async () => {
    const report = await deleteFromMenu(() => sheet.emulator.hands.type('Tab', 'E1', 'Rooms'));
    expect(report.serviceCalls['Sheet.getDataRange']).toBe(2);
    expect(keysThere()).toEqual(['A3', 'A4']);
  });

  test('the time a person takes to answer is not taken from the run', async () => {
    await deleteFromMenu(() => void sheet.emulator.advanceClock(20 * 60_000));
    expect(sheet.column('Sync status')).toEqual(['Deleted', 'Deleted', '', '']);
    expect(sheet.emulator.triggers()).toEqual([]);
  });

  test.each<[string, () => void]>([
    ['the key of a selected row changes', () => sheet.emulator.hands.type('Tab', 'A3', 'A4')],
    ['rows are sorted', () => sheet.emulator.hands.sort('Tab', 1, false, 2)],
    ['a selected row is hidden', () => sheet.emulator.hands.hideRows('Tab', 3, 1)],
    [
      'a filter hides a selected row',
      () => sheet.emulator.hands.filter('Tab', { columnNumber: 1, texts: ['A1', 'A4'] }),
    ],
    ['a row is inserted above', () => sheet.emulator.hands.insertRows('Tab', 2, 1)],
    ['a selected row is deleted', () => sheet.emulator.hands.deleteRows('Tab', 3, 1)],
    ['the rows below are deleted with the grid', () => sheet.emulator.hands.deleteRows('Tab', 3, 990)],
  ])('nothing is deleted where %s', async (_, change) => {
    await deleteFromMenu(change);
    expect(keysThere()).toEqual(KEYS);
    expect(sheet.requests()).toEqual([]);
    expect(sheet.column('Sync status')).toEqual([]);
    expect(lastDialog()).toMatch(/Nothing was (sent or written|deleted)/);
  });

  test('nothing is deleted where the connection is removed', async () => {
    await deleteFromMenu(() => sheet.emulator.setProperty('document', 'connection', ''));
    expect(sheet.requests()).toEqual([]);
    expect(lastDialog()).toContain('Settings');
  });

  test('nothing is deleted where the key column goes', async () => {
    await deleteFromMenu(() => sheet.emulator.hands.deleteColumns('Tab', 1, 1));
    expect(keysThere()).toEqual(KEYS);
    expect(sheet.requests()).toEqual([]);
  });

  test('the run of a colleague that began meanwhile goes first', async () => {
    await deleteFromMenu(() =>
      sheet.emulator.setProperty(
        'document',
        'run',
        JSON.stringify({ ...foreignRun, lastSignOfLifeMs: sheet.emulator.now() }),
      ),
    );
    expect(keysThere()).toEqual(KEYS);
    expect(lastDialog()).toContain(COLLEAGUE);
  });

  test('a run that was left waiting ends, and the log says so', async () => {
    sheet = await openListingSheet(KEYS);
    sheet.emulator.hands.select('Tab', ['A5']);
    await sheet.begin({ action: 'sync', scope: 'selection' });
    sheet.emulator.hands.select('Tab', ['A2:A3']);
    await sheet.choose('deleteSelectedListings');
    expect(keysThere()).toEqual(['A3', 'A4']);
    expect(sheet.column('Ended', 'Sync log')).toEqual(['interrupted', 'finished']);
  });

  const foreignRun = {
    runId: 'run-000000000000',
    startId: '',
    action: 'sync',
    tabId: 0,
    tabName: 'Tab',
    startedBy: COLLEAGUE,
    userKey: 'another',
    startedAtMs: 0,
    isExecuting: true,
    total: 9,
    hiddenRows: 0,
    blankRows: 0,
    cost: '',
    counts: {},
    requests: 0,
    retries: 0,
    resumeAtMs: 0,
    chunkSize: 10,
    waveWidth: 8,
    slowStartWidth: 8,
    failedWaves: 0,
    idleExecutions: 0,
    firstProblem: '',
    goneRows: [],
    furtherGoneRows: {},
  };
});

/** A ledger's tab is made once for a spreadsheet. */
const NEW_LEDGER_CALLS = 10;

describe('a delete from the menu costs at most 31 calls to the spreadsheet and 4 per checkpoint, besides hidden rows', () => {
  test.each([
    ['a new tab of a spreadsheet without a log', false],
    ['a tab that was used before', true],
  ])('in %s', async (_, isUsed) => {
    sheet = await openListingSheet(KEYS);
    sheet.emulator.hands.select('Tab', ['A5']);
    if (isUsed) await sheet.run({ action: 'sync', scope: 'selection' });
    sheet.emulator.hands.select('Tab', ['A2:A3']);
    const report = await sheet.choose('deleteSelectedListings');
    const hiddenQuestions = report.trace.filter((name) => name.startsWith('Sheet.isRowHiddenBy')).length;
    const { sheetsCalls, checkpoints } = costsOf([report], DEFAULT_LATENCY);
    expect(keysThere()).toEqual(['A3', 'A4']);
    expect(sheetsCalls - hiddenQuestions).toBeLessThanOrEqual(31 + 4 * checkpoints + (isUsed ? 0 : NEW_LEDGER_CALLS));
  });
});

describe('while the question of the sidebar is open', () => {
  async function ask(ranges = ['A2:A3'], before: () => unknown = () => {}) {
    sheet = await openListingSheet(KEYS);
    await before();
    sheet.emulator.hands.select('Tab', ranges);
    const asked = succeed(await sheet.ask('startRun', { action: 'delete', scope: 'selection' }));
    if (asked.kind !== 'confirmDeletes') throw new Error('The run does not ask.');
    const { selection, confirmation } = asked;
    if (selection === undefined) throw new Error('The question is about no selection.');
    return { action: 'delete', scope: 'selection', selection, ...agreementTo(confirmation) } as const;
  }

  test('two key fields of one column are no reason to refuse', async () => {
    const agreed = await ask(['A2:A3'], async () => {
      const { tabId, settings } = succeed(await sheet.ask('getMapping'));
      const column = { kind: 'column', header: 'MLS number' } as const;
      const mapping = { ...settings.mapping, Key: column, MLSNumber: column };
      const keyTypes = ['NewOaks', 'MLSNumber'] as const;
      succeed(await sheet.ask('saveTabSettings', { tabId, settings: { ...settings, mapping, keyTypes } }));
    });
    expect(await sheet.ask('startRun', agreed)).toMatchObject({ ok: true, value: { kind: 'started' } });
  });

  test('another selection changes nothing: what was agreed to is deleted', async () => {
    const agreed = await ask();
    sheet.emulator.hands.select('Tab', ['A4:A5']);
    await sheet.call('startRun', agreed);
    expect(keysThere()).toEqual(['A3', 'A4']);
  });

  test('hidden rows stay left out and are counted', async () => {
    const agreed = await ask(['A2:A4'], () => sheet.emulator.hands.hideRows('Tab', 3, 1));
    expect(agreed.selection).toMatchObject({ selected: '2-4', hidden: '3' });
    const started = succeed(await sheet.ask('startRun', agreed));
    expect(started).toMatchObject({ kind: 'started', progress: { hiddenRows: 1, counts: { Deleted: 2 } } });
    expect(keysThere()).toEqual(['A2', 'A4']);
  });

  test.each<[string, () => void]>([
    ['hidden', () => sheet.emulator.hands.hideRows('Tab', 3, 1)],
    ['shown', () => sheet.emulator.hands.showRows('Tab', 4, 1)],
  ])('rows that are %s keep their listings', async (_, change) => {
    const agreed = await ask(['A2:A4'], () => sheet.emulator.hands.hideRows('Tab', 4, 1));
    change();
    expect(await sheet.ask('startRun', agreed)).toMatchObject({ error: { kind: 'tabChanged' } });
    expect(keysThere()).toEqual(KEYS);
  });

  test('rows that are sorted keep their listings', async () => {
    const agreed = await ask();
    sheet.emulator.hands.sort('Tab', 1, false, 2);
    expect(await sheet.ask('startRun', agreed)).toMatchObject({ error: { kind: 'tabChanged' } });
    expect(keysThere()).toEqual(KEYS);
  });
});

describe('rows that only a filter view or a slicer hides', () => {
  test.each([
    ['a filter view', () => sheet.emulator.hands.filterView('Tab', { columnNumber: 1, texts: ['A1', 'A4'] })],
    ['a slicer', () => sheet.emulator.hands.slicer('Tab', { columnNumber: 1, texts: ['A1', 'A4'] })],
  ])('are named in the question, with the reason why they are among the others: %s', async (_, hide) => {
    sheet = await openListingSheet(KEYS, { answer: () => ({ button: 'NO' }) });
    hide();
    sheet.emulator.hands.select('Tab', ['A2:A5']);
    await sheet.choose('deleteSelectedListings');
    expect(sheet.dialogs[0]?.message).toContain('Rows that a filter view or a slicer hides are not hidden for add-ons');
    expect(sheet.dialogs[0]?.message).toContain(
      KEYS.map((key, index) => `${key} · 12 Sample Street (row ${index + 2}): You chose to delete it`).join('\n'),
    );
    const asked = succeed(await sheet.ask('startRun', { action: 'delete', scope: 'selection' }));
    expect(asked).toMatchObject({ kind: 'confirmDeletes', confirmation: { listings: KEYS.map((key) => ({ key })) } });
    expect(keysThere()).toEqual(KEYS);
  });
});

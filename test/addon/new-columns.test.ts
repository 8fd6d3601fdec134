/** The status columns of a new tab, which people change between the moment it is read and the first write. */
import { afterEach, describe, expect, test } from 'vitest';
import { columnLetters } from '../../playground/apps-script/formula/column-letters.ts';
import { kindOf, openSheet, succeed, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRows, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

type Hands = TestSheet['emulator']['hands'];

/** A new tab of so many listings, in which something happens once right before the first look at what was read. */
async function open(count: number, happen: (hands: Hands) => void | Promise<void> = () => {}): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => `A${index + 1}`);
  sheet = await openSheet(listingRows(...numbers), { platform: { listings: records(...numbers) } });
  beforeFirstLook(happen);
}

/** The first look is the first reading of texts after the values were read. */
function beforeFirstLook(happen: (hands: Hands) => void | Promise<void>): void {
  const { emulator } = sheet;
  emulator.after('Range.getValues', 1, () => {
    emulator.before('Range.getDisplayValues', 1, () => happen(emulator.hands));
  });
}

const selected = { action: 'sync', scope: 'selection' } as const;
const OWN_PLACE = LISTING_HEADERS.length + 1;
/** A column of notes beside the listings, one for each. */
const pasteNotes = (count: number) => (hands: Hands) =>
  hands.paste('Tab', `${columnLetters(OWN_PLACE)}1`, [
    ['Notes'],
    ...Array.from({ length: count }, (_, index) => [`note ${index + 1}`]),
  ]);
const noteCount = () => sheet.column('Notes').filter((note) => note.startsWith('note ')).length;

/** Nothing was sent, and nothing but people wrote into the tab. */
async function expectUntouched(): Promise<void> {
  expect(kindOf(await sheet.ask('startRun', selected))).toBe('tabChanged');
  expect(sheet.requests()).toEqual([]);
  expect(sheet.column('Sync status')).toEqual([]);
  expect(kindOf(await sheet.ask('getOverview'))).toBe('ok');
}

describe('the status columns of a new tab', () => {
  test('take no place of a column that was inserted meanwhile', async () => {
    await open(40, (hands) => hands.insertColumns('Tab', 3, 1));
    sheet.emulator.hands.select('Tab', ['A2:A11']);
    await expectUntouched();
    expect(sheet.column('Description')).toEqual(Array.from({ length: 40 }, () => 'A quiet home.'));
  });

  test.each([
    ['next to each other', 40, ['A2:A11']],
    ['so far apart that not all between them is read', 4_500, ['A2', 'A4501']],
  ])('take no place that somebody has filled meanwhile: rows %s', async (_, count, ranges) => {
    await open(count, pasteNotes(count));
    sheet.emulator.hands.select('Tab', ranges);
    await expectUntouched();
    expect(noteCount()).toBe(count);
  });

  test('take nobody’s place where a column comes between the look and the write', async () => {
    await open(10);
    sheet.emulator.hands.select('Tab', ['A2:A11']);
    sheet.emulator.before('Range.setRichTextValues', 1, () => sheet.emulator.hands.insertColumns('Tab', 3, 1));
    await expectUntouched();
    expect(sheet.column('Description')).toEqual(Array.from({ length: 10 }, () => 'A quiet home.'));
  });

  test('give a column that came to stand in their place back its name, although no key column moved', async () => {
    const rows = [['ID', 'Name'], ['1', 'one'], ['2', 'two'], ...Array.from({ length: 6 }, () => ['', ''])];
    sheet = await openSheet(rows, { platform: { rows: [1, 2].map((ID) => ({ ID, Data: {} })) } });
    const { emulator } = sheet;
    emulator.hands.insertColumns('Tab', 3, 8);
    emulator.before('Range.setRichTextValues', 1, () => emulator.hands.insertColumns('Tab', 2, 1));
    const push = { action: 'push', scope: 'tab' } as const;
    expect(kindOf(await sheet.ask('startRun', push))).toBe('tabChanged');
    expect(sheet.requests()).toEqual([]);
    expect(sheet.column('Name').slice(0, 2)).toEqual(['one', 'two']);
    expect((await sheet.run(push)).counts).toEqual({ Pushed: 2 });
  });

  test('stand right of what was added meanwhile when the run is started again', async () => {
    await open(40, pasteNotes(40));
    sheet.emulator.hands.select('Tab', ['A2:A11']);
    await expectUntouched();
    const again = succeed(await sheet.ask('startRun', selected));
    expect(again).toMatchObject({ progress: { state: 'finished', counts: { Updated: 10 } } });
    expect(noteCount()).toBe(40);
  });

  test('are made although the rows were sorted meanwhile, and every row gets its own status', async () => {
    await open(40, (hands) => hands.sort('Tab', 1, false));
    sheet.emulator.hands.select('Tab', ['A2:A11']);
    expect(await sheet.run(selected)).toMatchObject({ state: 'finished', counts: { Updated: 10 } });
    const numbers = sheet.column('MLS number');
    const updated = sheet
      .column('Sync status')
      .flatMap((status, index) => (status === 'Updated' ? numbers[index] : []));
    expect(updated.sort()).toEqual(Array.from({ length: 10 }, (_, index) => `A${index + 1}`).sort());
  });

  test('leave the rules of a person as they are, those that were added meanwhile too', async () => {
    await open(10, async () => {
      await sheet.emulator.evaluate(
        `const tab = SpreadsheetApp.getActiveSheet();
        tab.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo('Active')
          .setBold(true).setRanges([tab.getRange('B2:B11')]).build()]);`,
      );
    });
    sheet.emulator.hands.select('Tab', ['A2:A11']);
    succeed(await sheet.ask('startRun', selected));
    const { outcome } = await sheet.emulator.evaluate(
      `return SpreadsheetApp.getActiveSheet().getConditionalFormatRules()
        .filter((rule) => rule.getRanges()[0].getA1Notation() === 'B2:B11').length;`,
    );
    expect(outcome).toEqual({ kind: 'returned', value: 1 });
  });

  test('are not made where merged cells would swallow a header, and nothing is sent', async () => {
    await open(10);
    sheet.emulator.hands.merge('Tab', 'T1:U1');
    sheet.emulator.hands.select('Tab', ['A2:A11']);
    const refused = await sheet.ask('startRun', selected);
    expect(refused).toMatchObject({ ok: false, error: { kind: 'columnsRefused' } });
    expect(sheet.requests()).toEqual([]);
    const [tab] = sheet.emulator.hands.snapshot().tabs;
    const texts = (tab?.cells ?? []).flatMap((row) => row.slice(LISTING_HEADERS.length));
    expect(texts.filter(({ text }) => text !== '')).toEqual([]);
    expect(tab?.hiddenColumns).toEqual([]);
  });

  test('that are refused give the columns that were there before their texts back', async () => {
    await open(10);
    sheet.emulator.hands.select('Tab', ['A2:A11']);
    await sheet.run(selected);
    const before = [sheet.column('Sync status'), sheet.column('Sync detail'), sheet.column('Synced at')];
    const markColumn = LISTING_HEADERS.length + 1;
    sheet.emulator.hands.deleteColumns('Tab', markColumn, 1);
    sheet.emulator.hands.merge('Tab', 'W1:X1');
    sheet.emulator.hands.paste('Tab', 'T2', Array(10).fill(['A lively home.']));
    sheet.emulator.hands.select('Tab', ['A2:A11']);
    expect(await sheet.ask('startRun', selected)).toMatchObject({ ok: false, error: { kind: 'columnsRefused' } });
    expect([sheet.column('Sync status'), sheet.column('Sync detail'), sheet.column('Synced at')]).toEqual(before);
    expect(before[0]).toEqual(Array(10).fill('Updated'));
    const texts = (sheet.emulator.hands.snapshot().tabs[0]?.cells ?? []).map(
      (row) => row[LISTING_HEADERS.length + 3]?.text,
    );
    expect(texts.filter(Boolean)).toEqual([]);
  });

  test('are not made where a data validation refuses them, try after try, and say what to do', async () => {
    await open(10);
    await sheet.emulator.evaluate(
      `const rule = SpreadsheetApp.newDataValidation().requireValueInList(['yes', 'no']).setAllowInvalid(false).build();
      SpreadsheetApp.getActiveSheet().getRange('U1:U20').setDataValidation(rule);`,
    );
    sheet.emulator.hands.select('Tab', ['A2:A11']);
    for (let tryNumber = 1; tryNumber <= 2; tryNumber += 1) {
      const refused = await sheet.ask('startRun', selected);
      expect(refused).toMatchObject({ ok: false, error: { kind: 'columnsRefused' } });
      expect(refused.ok ? '' : refused.error.nextStep).toContain('data validation');
    }
    const rules = await sheet.emulator.evaluate(
      'return SpreadsheetApp.getActiveSheet().getConditionalFormatRules().length;',
    );
    expect(rules.outcome).toEqual({ kind: 'returned', value: 0 });
    expect(sheet.emulator.hands.snapshot().tabs[0]?.hiddenColumns).toEqual([]);
  });

  test('that cannot be made end nobody’s earlier run', async () => {
    await open(10);
    const earlier = succeed(await sheet.begin({ action: 'sync', scope: 'tab' }));
    if (earlier.kind !== 'started') throw new Error('not started');
    sheet.emulator.hands.addTab('Protected', listingRows('A1', 'A2'));
    sheet.emulator.hands.protect('Protected', 'U:X', { evenOwner: true });
    sheet.emulator.hands.activateTab('Protected');
    expect(kindOf(await sheet.ask('startRun', { action: 'sync', scope: 'tab' }))).toBe('statusProtected');
    const { runId } = earlier.progress;
    expect(succeed(await sheet.ask('continueRun', { runId }))).toMatchObject({ counts: { Updated: 10 } });
  });
});

describe('the status columns of a new tab without room for them', () => {
  async function openNarrow(happen: (hands: Hands) => void): Promise<void> {
    await open(40, happen);
    const width = sheet.emulator.hands.snapshot().tabs[0]?.columnCount ?? 0;
    sheet.emulator.hands.deleteColumns('Tab', OWN_PLACE, width - LISTING_HEADERS.length);
    sheet.emulator.hands.select('Tab', ['A2:A11']);
  }

  test('are not made where somebody has put something right of the tab meanwhile', async () => {
    await openNarrow((hands) => {
      hands.insertColumns('Tab', OWN_PLACE, 1);
      pasteNotes(40)(hands);
    });
    await expectUntouched();
    expect(noteCount()).toBe(40);
  });

  test('are not made among columns that moved meanwhile', async () => {
    await openNarrow((hands) => hands.insertColumns('Tab', 3, 1));
    await expectUntouched();
    expect(sheet.column('Description')).toEqual(Array.from({ length: 40 }, () => 'A quiet home.'));
  });

  test('come with the flush that fills them', async () => {
    await openNarrow(() => {});
    const begun = await sheet.emulator.call('startRun', [{ ...selected, tabId: sheet.emulator.hands.activeTabId() }], {
      source: 'sidebar',
    });
    const [write] = begun.trace.flatMap((name, index) => (name === 'Sheet.insertColumnsAfter' ? [index] : []));
    const sending = begun.trace.slice(write).filter((name) => /^Range\.get|\.flush$/.test(name));
    expect(sending[0]).toBe('SpreadsheetApp.flush');
    expect(sheet.column('Sync status').filter((status) => status === 'Updated')).toHaveLength(10);
  });
});

test('of two rows with one key that change places before the first write only the selected one is sent', async () => {
  const rows = listingRows('A1', 'A1', 'A2');
  const [headers = [], first = [], ...others] = rows;
  const mine = first.map((text, index) => (headers[index] === 'Description' ? 'The selected one.' : text));
  sheet = await openSheet([headers, mine, ...others], { platform: { listings: records('A1', 'A2') } });
  const [second = []] = others;
  beforeFirstLook((hands) => hands.paste('Tab', 'A2', [second, mine]));
  sheet.emulator.hands.select('Tab', ['A2']);
  await sheet.run(selected);
  const descriptions = sheet.column('Description');
  const statuses = sheet.column('Sync status');
  const sent = sheet.sent('RealEstateUpdate').map((body) => (body as { Description: string }).Description);
  statuses.forEach((status, index) => {
    if (status !== '') expect([descriptions[index], status]).toEqual(['The selected one.', 'Updated']);
  });
  expect(sent.every((description) => description === 'The selected one.')).toBe(true);
});

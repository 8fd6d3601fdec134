/** The status columns of a new tab, which people change between the moment it is read and the first write. */
import { afterEach, describe, expect, test } from 'vitest';
import { addOnWhere, LOOK } from './add-on-where.ts';
import { kindOf, openSheet, succeed, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRows, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

/** A new tab of so many listings, in which something happens once right before the first look. */
async function open(count: number, happening: string): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => `A${index + 1}`);
  const once = `if (target.newColumns !== undefined) { const tab = target.sheet; ${happening} SpreadsheetApp.flush(); }`;
  sheet = await openSheet(listingRows(...numbers), {
    platform: { listings: records(...numbers) },
    emulator: { files: await addOnWhere(LOOK, once) },
  });
}

const selected = { action: 'sync', scope: 'selection' } as const;
const OWN_PLACE = LISTING_HEADERS.length + 1;
const PASTE_NOTES = `tab.getRange(1, ${OWN_PLACE}, tab.getLastRow(), 1).setValues(
  Array.from({ length: tab.getLastRow() }, (_, index) => [index === 0 ? 'Notes' : 'note ' + index]));`;
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
    await open(40, 'tab.insertColumnsAfter(2, 1);');
    sheet.emulator.hands.select('Tab', ['A2:A11']);
    await expectUntouched();
    expect(sheet.column('Description')).toEqual(Array.from({ length: 40 }, () => 'A quiet home.'));
  });

  test.each([
    ['next to each other', 40, ['A2:A11']],
    ['so far apart that not all between them is read', 4_500, ['A2', 'A4501']],
  ])('take no place that somebody has filled meanwhile: rows %s', async (_, count, ranges) => {
    await open(count, PASTE_NOTES);
    sheet.emulator.hands.select('Tab', ranges);
    await expectUntouched();
    expect(noteCount()).toBe(count);
  });

  test('stand right of what was added meanwhile when the run is started again', async () => {
    await open(40, `if (tab.getRange(1, ${OWN_PLACE}).getValue() === '') { ${PASTE_NOTES} }`);
    sheet.emulator.hands.select('Tab', ['A2:A11']);
    await expectUntouched();
    const again = succeed(await sheet.ask('startRun', selected));
    expect(again).toMatchObject({ progress: { state: 'finished', counts: { Updated: 10 } } });
    expect(noteCount()).toBe(40);
  });

  test('are made although the rows were sorted meanwhile, and every row gets its own status', async () => {
    await open(40, `tab.getRange(2, 1, 40, ${OWN_PLACE - 1}).sort({ column: 1, ascending: false });`);
    sheet.emulator.hands.select('Tab', ['A2:A11']);
    expect(await sheet.run(selected)).toMatchObject({ state: 'finished', counts: { Updated: 10 } });
    const numbers = sheet.column('MLS number');
    const updated = sheet
      .column('Sync status')
      .flatMap((status, index) => (status === 'Updated' ? numbers[index] : []));
    expect(updated.sort()).toEqual(Array.from({ length: 10 }, (_, index) => `A${index + 1}`).sort());
  });
});

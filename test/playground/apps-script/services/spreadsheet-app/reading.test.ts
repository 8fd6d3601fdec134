/** Reading the document: values, extents, selections, hidden rows. */
import { describe, expect, test } from 'vitest';
import { emulatorFor, returned, valueFrom } from '../../emulator-fixture.ts';

const SHEET = 'const sheet = SpreadsheetApp.getActiveSheet();';

test('values are arrays and dates of the add-on’s own realm', async () => {
  const emulator = await emulatorFor();
  emulator.hands.addTab('Listings', [['1/2/2026', 'text']]);
  const body = `${SHEET} const values = sheet.getDataRange().getValues();
    return [values instanceof Array, values[0] instanceof Array, values[0][0] instanceof Date, values[0][0].constructor === Date];`;
  expect(await valueFrom(emulator, body)).toEqual([true, true, true, true]);
});

// @see https://developers.google.com/apps-script/reference/spreadsheet/sheet#getlastrow (read 2026-11-21)
describe('getLastRow', () => {
  test.each([
    ['counts content', `sheet.getRange('A5').setValue('x')`, 5],
    ['counts a formula that yields nothing', `sheet.getRange('A5').setValue('=""')`, 5],
    ['counts FALSE, as of a checkbox', `sheet.getRange('A5').setValue(false)`, 5],
    ['does not count formats and notes', `sheet.getRange('A5').setBackground('#ff0000').setNote('n')`, 0],
    ['does not count what was cleared', `sheet.getRange('A5').setValue('x').setValue('')`, 0],
  ])('%s', async (_what, code, lastRow) => {
    const emulator = await emulatorFor();
    expect(await valueFrom(emulator, `${SHEET} ${code}; return sheet.getLastRow();`)).toBe(lastRow);
  });

  test('leaves getDataRange with one cell on an empty tab', async () => {
    const emulator = await emulatorFor();
    expect(await valueFrom(emulator, `${SHEET} return sheet.getDataRange().getA1Notation();`)).toBe('A1');
  });
});

test.each([
  ['sheet.getRange("B2")', 'B2'],
  ['sheet.getRange("B2:C3")', 'B2:C3'],
  ['sheet.getRange("$C$3:B2")', 'B2:C3'],
  ['sheet.getRange("B:B")', 'B1:B1000'],
  ['sheet.getRange("3:4")', 'A3:Z4'],
  ['sheet.getRange("B2:B")', 'B2:B1000'],
  ['sheet.getRange(2, 3)', 'C2'],
  ['sheet.getRange(2, 3, 2)', 'C2:C3'],
  ['sheet.getRange(2, 3, 2, 2)', 'C2:D3'],
  ['sheet.getRange(2, 3).offset(1, -1, 1, 2)', 'B3:C3'],
  ['sheet.getRange("B2:D9").getCell(2, 1)', 'B3'],
  ['SpreadsheetApp.getActive().getRange("Sheet1!B2")', 'B2'],
])('%s is %s', async (code, notation) => {
  const emulator = await emulatorFor();
  expect(await valueFrom(emulator, `${SHEET} return (${code}).getA1Notation();`)).toBe(notation);
});

// @see https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app#getactiverangelist (read 2026-11-21)
describe('the selection', () => {
  const SELECTED = `return [SpreadsheetApp.getActiveSheet().getName(), SpreadsheetApp.getActiveRange().getA1Notation(),
    SpreadsheetApp.getActiveRangeList().getRanges().map((range) => range.getA1Notation()),
    SpreadsheetApp.getCurrentCell().getA1Notation()];`;

  test('of several ranges is a list whose last one is the active range', async () => {
    const emulator = await emulatorFor();
    emulator.hands.addTab('Listings', [['a']]);
    emulator.hands.select('Listings', ['B2:C3', 'A:A', '5:6']);
    expect(await valueFrom(emulator, SELECTED)).toEqual(['Listings', 'A5:Z6', ['B2:C3', 'A1:A1000', 'A5:Z6'], 'A5']);
  });

  test('and the active tab are each person’s own', async () => {
    const emulator = await emulatorFor({ editors: ['editor@example.com'] });
    emulator.hands.addTab('One', [['a']]);
    emulator.hands.addTab('Two', [['b']]);
    emulator.hands.select('Two', ['B2'], 'editor@example.com');
    emulator.hands.select('One', ['C3']);
    expect(await valueFrom(emulator, SELECTED, { user: 'editor@example.com' })).toEqual(['Two', 'B2', ['B2'], 'B2']);
    expect(await valueFrom(emulator, SELECTED)).toEqual(['One', 'C3', ['C3'], 'C3']);
  });

  test('moves with the rows inserted above it', async () => {
    const emulator = await emulatorFor();
    emulator.hands.addTab('Listings', [['a']]);
    emulator.hands.select('Listings', ['A5:B6']);
    emulator.hands.insertRows('Listings', 2, 3);
    expect(emulator.hands.snapshot().selection).toEqual(['A8:B9']);
  });

  test('is changed by activating a range', async () => {
    const emulator = await emulatorFor();
    await emulator.evaluate(`SpreadsheetApp.getActiveSheet().getRange('D4').activate();`);
    expect(emulator.hands.snapshot().selection).toEqual(['D4']);
  });

  // @see https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet#setactivesheetsheet,-restoreselection (read 2026-11-21)
  test.each([
    ['sheet', ['A1']],
    ['sheet, false', ['A1']],
    ['sheet, true', ['B2:C3', 'A5:B6']],
  ])('after a new tab came to the front, setActiveSheet(%s) leaves %j selected', async (parameters, selection) => {
    const emulator = await emulatorFor();
    emulator.hands.addTab('Listings', [['a']], { columnCount: 26 });
    emulator.hands.select('Listings', ['B2:C3', 'A5:B6']);
    await emulator.evaluate(`const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
      const sheet = spreadsheet.getActiveSheet();
      spreadsheet.insertSheet('New');
      spreadsheet.setActiveSheet(${parameters});`);
    const { activeTabId, tabs, selection: selected } = emulator.hands.snapshot();
    expect(tabs.find(({ tabId }) => tabId === activeTabId)?.name).toBe('Listings');
    expect(selected).toEqual(selection);
  });

  test('comes back with its tab, moved with rows inserted meanwhile', async () => {
    const emulator = await emulatorFor();
    emulator.hands.addTab('One', [['a']]);
    emulator.hands.addTab('Two', [['b']]);
    emulator.hands.select('One', ['C3']);
    emulator.hands.activateTab('Two');
    emulator.hands.insertRows('One', 2, 1);
    emulator.hands.activateTab('One');
    expect(emulator.hands.snapshot().selection).toEqual(['C4']);
  });
});

// @see https://developers.google.com/apps-script/reference/spreadsheet/sheet#isrowhiddenbyfilterrowposition
describe('hidden rows', () => {
  const HIDDEN = `${SHEET} return [2, 3, 4].map((row) => [sheet.isRowHiddenByFilter(row), sheet.isRowHiddenByUser(row)]);`;

  test('tell the filter from the hand, one call a row', async () => {
    const emulator = await emulatorFor();
    emulator.hands.addTab('Listings', [['Status'], ['Active'], ['Sold'], ['Active']]);
    emulator.hands.filter('Listings', { columnNumber: 1, texts: ['Active'] });
    emulator.hands.hideRows('Listings', 4, 1);
    const report = await emulator.evaluate(HIDDEN);
    expect(returned(report)).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
    expect(report.serviceCalls).toMatchObject({ 'Sheet.isRowHiddenByFilter': 3, 'Sheet.isRowHiddenByUser': 3 });
  });

  test('show again when the filter is removed', async () => {
    const emulator = await emulatorFor();
    emulator.hands.addTab('Listings', [['Status'], ['Sold']]);
    emulator.hands.filter('Listings', { columnNumber: 1, texts: ['Active'] });
    const before = await valueFrom(emulator, `${SHEET} return sheet.getFilter().getRange().getA1Notation();`);
    emulator.hands.filter('Listings', undefined);
    const after = await valueFrom(emulator, `${SHEET} return [sheet.getFilter(), sheet.isRowHiddenByFilter(2)];`);
    expect([before, after]).toEqual(['A1:A2', [null, false]]);
  });

  test('stay hidden where they moved to after a sort, because the filter is applied again', async () => {
    const emulator = await emulatorFor();
    emulator.hands.addTab('Listings', [['Status'], ['Sold'], ['Active']]);
    emulator.hands.filter('Listings', { columnNumber: 1, texts: ['Active'] });
    emulator.hands.sort('Listings', 1, true);
    expect(emulator.hands.snapshot().tabs[0]?.filteredRows).toEqual([2]);
  });
});

test('a merged area has its value in the top-left cell, and swallows values written elsewhere in it', async () => {
  const emulator = await emulatorFor();
  emulator.hands.addTab('Listings', [['title', '', 'c']]);
  emulator.hands.merge('Listings', 'A1:B1');
  const body = `${SHEET} sheet.getRange('A1:C1').setValues([['new', 'lost', 'd']]);
    return [sheet.getRange('A1:C1').getValues(), sheet.getRange('B1').isPartOfMerge(), sheet.getRange('B1').getMergedRanges()[0].getA1Notation()];`;
  expect(await valueFrom(emulator, body)).toEqual([[['new', '', 'd']], true, 'A1:B1']);
});

test('a tab is found by name and by id', async () => {
  const emulator = await emulatorFor();
  const tabId = emulator.hands.addTab('Listings', [['a']]);
  const body = `const file = SpreadsheetApp.getActive();
    return [file.getSheetByName('Listings').getSheetId(), file.getSheetById(${tabId}).getName(), file.getSheetByName('No'), file.getSheetById(7)];`;
  expect(await valueFrom(emulator, body)).toEqual([tabId, 'Listings', null, null]);
});

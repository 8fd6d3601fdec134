/** Writing into the document: dimensions, bounds, limits, protections, and when errors show. */
import { describe, expect, test } from 'vitest';
import { emulatorFor, thrownBy, valueFrom } from '../../emulator-fixture.ts';

const SHEET = 'const sheet = SpreadsheetApp.getActiveSheet();';

// @see https://github.com/brucemcpherson/gas-fakes `fakesheetrange.js`, and
// https://github.com/RomainVialard/ErrorHandler `src/ErrorHandler.gs.js` (texts; read 2026-11-21)
test.each([
  [
    'sheet.getRange(1, 1, 2, 1).setValues([[1]])',
    'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
  ],
  [
    'sheet.getRange(1, 1, 2, 2).setValues([[1, 2], [1]])',
    'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
  ],
  ['sheet.getRange(1001, 1)', 'The coordinates of the range are outside the dimensions of the sheet.'],
  ['sheet.getRange(0, 1)', 'The coordinates or dimensions of the range are invalid.'],
  ['sheet.getRange(1, 1, 0, 1)', 'The number of rows in the range must be at least 1.'],
  ['sheet.getRange(1, 1, 1, 0)', 'The number of columns in the range must be at least 1.'],
  ['sheet.getRange("no range")', 'Range not found'],
  [
    'sheet.getRange("1", 1)',
    "The parameters (String,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
  ],
  [
    'sheet.getRange(1, 1).setValues([1])',
    "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
  ],
  [
    'SpreadsheetApp.getActive().insertSheet("sheet1")',
    'A sheet with the name "sheet1" already exists. Please enter another name.',
  ],
])('%s throws', async (code, message) => {
  const emulator = await emulatorFor();
  expect(await thrownBy(emulator, `${SHEET} ${code};`)).toBe(`Exception: ${message}`);
});

test('rich texts bring their style along', async () => {
  const emulator = await emulatorFor();
  const texts = `const bold = SpreadsheetApp.newTextStyle().setBold(true).build();
    const rich = (text, style) => SpreadsheetApp.newRichTextValue().setText(text).setTextStyle(style).build();
    const range = sheet.getRange('A1:B1').setRichTextValues([[rich('Status', bold), rich('plain', null)]]);`;
  const read = 'return [range.getValues(), range.getFontWeights()];';
  expect(await valueFrom(emulator, `${SHEET} ${texts} ${read}`)).toEqual([[['Status', 'plain']], [['bold', 'normal']]]);
  const message = await thrownBy(emulator, `${SHEET} sheet.getRange('A1').setRichTextValues([['text']]);`);
  expect(message).toBe('Exception: Cannot convert text to RichTextValue.');
});

describe('writes are buffered', () => {
  // @see https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app#flush (read 2026-11-21)
  const TOO_LONG = `${SHEET} sheet.getRange('A1').setValue('x'.repeat(50001));`;
  const MESSAGE = 'Your input contains more than the maximum of 50000 characters in a single cell.';

  test('so an error shows at the flush', async () => {
    const emulator = await emulatorFor();
    const body = `${TOO_LONG} try { SpreadsheetApp.flush(); } catch (error) { return error.message; }`;
    expect(await valueFrom(emulator, body)).toBe(MESSAGE);
  });

  test('or at the next read', async () => {
    const emulator = await emulatorFor();
    const body = `${TOO_LONG} try { sheet.getLastRow(); } catch (error) { return error.message; }`;
    expect(await valueFrom(emulator, body)).toBe(MESSAGE);
  });

  test('or after the last statement, which makes the call fail', async () => {
    const emulator = await emulatorFor();
    expect(await thrownBy(emulator, `${TOO_LONG} return 'done';`)).toBe(`Exception: ${MESSAGE}`);
  });

  test('and one cell too long fails its whole block', async () => {
    const emulator = await emulatorFor();
    await emulator.evaluate(`${SHEET} sheet.getRange('A1:B1').setValues([['fine', 'x'.repeat(50001)]]);`);
    expect(emulator.hands.values('Sheet1')).toEqual([]);
  });

  test('and what was written before an error of the script stays', async () => {
    const emulator = await emulatorFor();
    await emulator.evaluate(`${SHEET} sheet.getRange('A1').setValue('kept'); throw new Error('later');`);
    expect(emulator.hands.values('Sheet1')).toEqual([['kept']]);
  });

  test('and changing the array afterwards changes nothing', async () => {
    const emulator = await emulatorFor();
    await emulator.evaluate(
      `${SHEET} const rows = [['before']]; sheet.getRange('A1').setValues(rows); rows[0][0] = 'after';`,
    );
    expect(emulator.hands.values('Sheet1')).toEqual([['before']]);
  });

  test('while the grid grows at once for the execution that grows it', async () => {
    const emulator = await emulatorFor();
    const body = `${SHEET} sheet.insertRowsAfter(1000, 5); sheet.getRange(1005, 1).setValue('last'); return sheet.getMaxRows();`;
    expect(await valueFrom(emulator, body)).toBe(1005);
  });
});

describe('limits', () => {
  // @see https://support.google.com/drive/answer/37603 (read 2026-11-21)
  test('a spreadsheet has at most ten million cells', async () => {
    const emulator = await emulatorFor();
    expect(await thrownBy(emulator, `${SHEET} sheet.insertRowsAfter(1000, 400000);`)).toBe(
      'Exception: This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    );
  });

  test('the last tab cannot be deleted', async () => {
    const emulator = await emulatorFor();
    const body = 'const file = SpreadsheetApp.getActive(); file.deleteSheet(file.getSheets()[0]);';
    expect(await thrownBy(emulator, body)).toBe("Exception: You can't remove all the sheets in a document.");
  });
});

describe('protection', () => {
  const REFUSED =
    'Exception: You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
  const WRITE = `${SHEET} sheet.getRange('A1:B1').setValues([['a', 'b']]);`;

  test('of one cell fails the whole block for others, but not for the owner', async () => {
    const emulator = await emulatorFor({ owner: 'owner@example.com', editors: ['editor@example.com'] });
    emulator.hands.protect('Sheet1', 'B1');
    expect(await thrownBy(emulator, WRITE, { user: 'editor@example.com' })).toBe(REFUSED);
    expect(emulator.hands.values('Sheet1')).toEqual([]);
    expect(await thrownBy(emulator, WRITE)).toBeUndefined();
  });

  test('can be asked for before writing', async () => {
    const emulator = await emulatorFor({ editors: ['editor@example.com'] });
    emulator.hands.protect('Sheet1', 'B1');
    const body = `${SHEET} return [sheet.getRange('A1').canEdit(), sheet.getRange('B1').canEdit()];`;
    expect(await valueFrom(emulator, body, { user: 'editor@example.com' })).toEqual([true, false]);
  });

  test('that binds even the owner stops everybody until it is taken away', async () => {
    const emulator = await emulatorFor();
    emulator.hands.protect('Sheet1', 'A1', { evenOwner: true });
    expect(await thrownBy(emulator, WRITE)).toBe(REFUSED);
    emulator.hands.unprotect('Sheet1');
    expect(await thrownBy(emulator, WRITE)).toBeUndefined();
  });
});

test.each([
  ['in another language', /^Exception: .*B2/],
  ['in the words of the rule', /^Exception: Yes or no, please\.$/],
] as const)(
  'a value outside a list that rejects is refused %s, where a test says so',
  async (ruleRefusal, expected) => {
    const emulator = await emulatorFor({ edges: { ruleRefusal } });
    const body = `${SHEET}
    const rule = SpreadsheetApp.newDataValidation().requireValueInList(['Yes', 'No']).setAllowInvalid(false);
    sheet.getRange('B2').setDataValidation(rule.setHelpText('Yes or no, please.').build()).setValue('Maybe');`;
    const thrown = await thrownBy(emulator, body);
    expect(thrown).toMatch(expected);
    expect(thrown).not.toContain('violates');
  },
);

test('a value outside a list that rejects is refused with the cell named', async () => {
  const emulator = await emulatorFor();
  const body = `${SHEET}
    const rule = SpreadsheetApp.newDataValidation().requireValueInList(['Yes', 'No']).setAllowInvalid(false).build();
    sheet.getRange('B2').setDataValidation(rule).setValue('Yes');
    SpreadsheetApp.flush();
    sheet.getRange('B2').setValue('Maybe');`;
  expect(await thrownBy(emulator, body)).toBe(
    'Exception: The data you entered in cell B2 violates the data validation rules set on this cell. Please enter one of the following values: Yes, No.',
  );
  expect(emulator.hands.values('Sheet1')).toEqual([
    ['', ''],
    ['', 'Yes'],
  ]);
});

// @see "appendRow", https://developers.google.com/apps-script/reference/spreadsheet/sheet#appendrowrowcontents
test('appendRow goes below the last content and grows the grid', async () => {
  const emulator = await emulatorFor();
  emulator.hands.addTab('Full', [['a'], ['b']], { rowCount: 2 });
  expect(
    await valueFrom(emulator, `${SHEET} sheet.appendRow(['c', 1]); return [sheet.getLastRow(), sheet.getMaxRows()];`),
  ).toEqual([3, 3]);
});

test('clearContent keeps formats and notes, clear keeps notes only', async () => {
  const emulator = await emulatorFor();
  const body = `${SHEET} const cell = sheet.getRange('A1');
    cell.setValue(1).setNumberFormat('0.00').setNote('why').setBackground('#ff0000');
    cell.clearContent();
    const afterContent = [cell.getValue(), cell.getNumberFormat(), cell.getNote()];
    cell.setValue(2).clear();
    return [afterContent, [cell.getValue(), cell.getNumberFormat(), cell.getNote(), cell.getBackground()]];`;
  expect(await valueFrom(emulator, body)).toEqual([
    ['', '0.00', 'why'],
    ['', 'General', 'why', '#ffffff'],
  ]);
});

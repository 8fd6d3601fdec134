/** What becomes of texts that are typed or written into cells. */
import { describe, expect, test } from 'vitest';
import { conventionsOf } from '../../../../playground/apps-script/spreadsheet/locale.ts';
import { parseTyped } from '../../../../playground/apps-script/spreadsheet/parse-typed.ts';
import { emulatorFor, valueFrom } from '../emulator-fixture.ts';

const typed = (text: string, locale = 'en_US') => parseTyped(text, conventionsOf(locale), 2026);

// @see https://github.com/vlucas/sheetquery/issues/20, https://github.com/getodk/getodk/issues/463 (read 2026-11-21)
describe('a text typed in en_US', () => {
  test.each([
    ['01234', 1234],
    ['22 34', 2234],
    ['1e5', 100_000, '0.00E+00'],
    ['50%', 0.5, '0%'],
    ['12.5%', 0.125, '0.00%'],
    ['$5', 5, '"$"#,##0'],
    ['-$1,234.50', -1234.5, '"$"#,##0.00'],
    ['1,234', 1234, '#,##0'],
    ['(5)', -5],
    ['+49123456', 49_123_456],
    ['.5', 0.5],
    ['0', 0],
    ['-0', 0],
  ])('%s becomes the number %d', (text, value, numberFormat?: string) => {
    expect(typed(text)).toEqual({ kind: 'value', value, ...(numberFormat && { numberFormat }) });
  });

  test.each([
    ['1/2', 46_024, 'M/d'],
    ['3 5', 46_086, 'M/d'],
    ['2026-10-02', 46_297, 'yyyy-MM-dd'],
    ['10/2/2026', 46_297, 'M/d/yyyy'],
    ['10/2/26', 46_297, 'M/d/yyyy'],
    ['Oct 2, 2026', 46_297, 'MMM d, yyyy'],
    ['2-Oct-26', 46_297, 'd-MMM-yyyy'],
    ['10/2/2026 6:00 PM', 46_297.75, 'M/d/yyyy h:mm am/pm'],
    ['12:00', 0.5, 'h:mm am/pm'],
    ['30:00', 1.25, '[h]:mm:ss'],
  ])('%s becomes the date with serial %d', (text, value, numberFormat) => {
    expect(typed(text)).toEqual({ kind: 'value', value, numberFormat });
  });

  test.each([
    ['TRUE', true],
    ['false', false],
  ])('%s becomes a boolean', (text, value) => {
    expect(typed(text)).toEqual({ kind: 'value', value });
  });

  test.each([
    '13/45/2026',
    '123 Main St',
    '1.2.3',
    '1,23',
    '12-345-678',
    '#REF!',
    '   =SUM(1,2)',
    '@home',
    '5 %%',
    '1/2/',
  ])('%s stays text', (text) => {
    expect(typed(text)).toEqual({ kind: 'value', value: text });
  });

  // @see https://github.com/OWOX/owox-data-marts/issues/1535 (read 2026-11-21)
  test.each(['+text', '-text', '+49 30 1234', '-A1', '-5-3'])('%s starts a formula', (text) => {
    expect(typed(text)).toEqual({ kind: 'formula', formula: `=${text}` });
  });

  test('a leading apostrophe forces text and is no part of it', () => {
    expect(typed("'01234")).toEqual({ kind: 'quoted', text: '01234' });
  });
});

describe('the locale decides', () => {
  test.each([
    ['de_DE', '1.234,5', 1234.5],
    ['de_DE', '2.10.2026', 46_297],
    ['de_DE', 'WAHR', true],
    ['de_DE', '1.5', '1.5'],
    ['de_DE', '-87,6847', -87.6847],
    ['de_DE', '-87.6847', '-87.6847'],
    ['en_US', '-87,6847', '-87,6847'],
    ['fr_FR', '1 234,5', 1234.5],
    ['fr_FR', 'VRAI', true],
    ['en_GB', '2/10/2026', 46_297],
    ['en_GB', '£5', 5],
    ['es_ES', '2/10/2026', 46_297],
    ['pt_BR', 'R$ 5,50', 5.5],
    ['fr_CA', '2026-10-02', 46_297],
  ])('in %s %s is %s', (locale, text, value) => {
    expect(typed(text, locale)).toMatchObject({ kind: 'value', value });
  });

  test('and one that is not in the table is refused', () => {
    expect(() => conventionsOf('xx_XX')).toThrow('Emulator: the locale xx_XX is not emulated');
  });
});

describe('setValues', () => {
  test('parses texts as typed and keeps numbers, booleans and dates', async () => {
    const emulator = await emulatorFor();
    const values = await valueFrom(
      emulator,
      `const range = SpreadsheetApp.getActiveSheet().getRange(1, 1, 1, 6);
      range.setValues([['007', 7, true, new Date(Date.UTC(2026, 0, 2, 3)), null, '=1+1']]);
      return range.getValues()[0].map((value) => value instanceof Date ? value.toISOString() : value);`,
    );
    expect(values).toEqual([7, 7, true, '2026-01-02T03:00:00.000Z', '', 2]);
  });

  // @see https://github.com/vlucas/sheetquery/issues/20 (read 2026-11-21)
  test.each(['=1+1', '+49 30', '007', '1/2', 'TRUE', "'quoted"])(
    'keeps %s verbatim in a cell formatted @',
    async (text) => {
      const emulator = await emulatorFor();
      const body = `const cell = SpreadsheetApp.getActiveSheet().getRange('A1');
      cell.setNumberFormat('@').setValue(${JSON.stringify(text)});
      cell.setNumberFormat('General');
      return [cell.getValue(), cell.getFormula()];`;
      expect(await valueFrom(emulator, body)).toEqual([text, '']);
    },
  );

  // @see "Removing the quote prefix", https://tanaikech.github.io (2023-03; read 2026-11-21)
  test('loses the text-ness of an apostrophe when values are written back', async () => {
    const emulator = await emulatorFor();
    const body = `const cell = SpreadsheetApp.getActiveSheet().getRange('A1');
      cell.setValue("'001");
      const first = cell.getValue();
      cell.setValues(cell.getValues());
      return [first, cell.getValue()];`;
    expect(await valueFrom(emulator, body)).toEqual(['001', 1]);
  });

  test.each([
    ['NaN', 'NaN'],
    ['undefined', ''],
    ['({})', '[object Object]'],
  ])('stores %s as %j', async (expression, stored) => {
    const emulator = await emulatorFor();
    const body = `return SpreadsheetApp.getActiveSheet().getRange('A1').setValue(${expression}).getValue();`;
    expect(await valueFrom(emulator, body)).toBe(stored);
  });
});

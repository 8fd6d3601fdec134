/** What cells show: number formats and locales. */
import { describe, expect, test } from 'vitest';
import { formatValue } from '../../../../playground/apps-script/spreadsheet/format-value.ts';
import { conventionsOf } from '../../../../playground/apps-script/spreadsheet/locale.ts';
import { emulatorFor, valueFrom } from '../emulator-fixture.ts';

// @see https://developers.google.com/sheets/api/guides/formats (read 2026-11-21)
test.each([
  [0, undefined, '0'],
  [-0, undefined, '0'],
  [0, 'General', '0'],
  [100, undefined, '100'],
  [0.5, undefined, '0.5'],
  [-87.6847, undefined, '-87.6847'],
  [0.1 + 0.2, undefined, '0.3'],
  [1_234_567.891, undefined, '1234567.891'],
  [1_234_567.891_234, undefined, '1234567.891'],
  [12_345_678_901.5, undefined, '12345678902'],
  [999_999_999_999_999, undefined, '999999999999999'],
  [1e15, undefined, '1E+15'],
  [-1.5e-10, undefined, '-1.5E-10'],
  [0.000_000_1, undefined, '0.0000001'],
  [1 / 3, undefined, '0.3333333333'],
  [12_345_678_901, undefined, '12345678901'],
  [1e21, undefined, '1E+21'],
  [0.00001, undefined, '0.00001'],
  [1234.5, '0', '1235'],
  [1.005, '0.00', '1.01'],
  [1234.5, '#,##0', '1,235'],
  [-1234.5, '#,##0.00', '-1,234.50'],
  [1234.5, '"$"#,##0.00', '$1,234.50'],
  [1234.5, '[$€]#,##0', '€1,235'],
  [-5, '0;(0)', '(5)'],
  [0, '0;-0;"none"', 'none'],
  [0.5, '0%', '50%'],
  [0.125, '0.00%', '12.50%'],
  [1500, '0.0,"k"', '1.5k'],
  [100_000, '0.00E+00', '1.00E+05'],
  [5, '000', '005'],
  [0.5, '#.##', '.5'],
  [46_297, 'M/d/yyyy', '10/2/2026'],
  [46_297, 'yyyy-mm-dd', '2026-10-02'],
  [46_297, 'dddd, MMMM d', 'Friday, October 2'],
  [46_297.75, 'm/d/yy h:mm am/pm', '10/2/26 6:00 PM'],
  [46_297.0005, 'H:mm:ss', '0:00:43'],
  [1.25, '[h]:mm:ss', '30:00:00'],
  [5, '@', '5'],
])('%d in the format %s shows as %s', (value, format, shown) => {
  expect(formatValue(value, format, conventionsOf('en_US'))).toBe(shown);
});

test.each([
  ['de_DE', 1234.5, '#,##0.00', '1.234,50'],
  ['fr_FR', 1234.5, '#,##0.00', '1\u202f234,50'],
  ['de_DE', 0, undefined, '0'],
  ['de_DE', 0.5, undefined, '0,5'],
  ['de_DE', 1_234_567.891, undefined, '1234567,891'],
  ['de_DE', true, undefined, 'WAHR'],
])('in %s %s in the format %s shows as %s', (locale, value, format, shown) => {
  expect(formatValue(value, format, conventionsOf(locale))).toBe(shown);
});

describe('getDisplayValues', () => {
  test('gives texts as the user sees them', async () => {
    const emulator = await emulatorFor();
    emulator.hands.addTab('Listings', [['$5', '50%', '1/2', '2026-10-02', 'TRUE', '', '=1/4']]);
    expect(
      await valueFrom(emulator, 'return SpreadsheetApp.getActiveSheet().getDataRange().getDisplayValues();'),
    ).toEqual([['$5', '50%', '1/2', '2026-10-02', 'TRUE', '', '0.25']]);
  });

  // Dates are instants computed from the wall time in the spreadsheet's zone.
  // @see https://developers.google.com/apps-script/reference/base/session#getscripttimezone (read 2026-11-21)
  test('and getValues read a date in the time zone of the spreadsheet, not of the script', async () => {
    const emulator = await emulatorFor({ timeZone: 'America/New_York' });
    emulator.hands.addTab('Listings', [['7/4/2026 20:00']]);
    const body = `const cell = SpreadsheetApp.getActiveSheet().getRange('A1');
      return [cell.getValue().toISOString(), cell.getDisplayValue()];`;
    expect(await valueFrom(emulator, body)).toEqual(['2026-07-05T00:00:00.000Z', '7/4/2026 8:00 PM']);
  });
});

/** People who may only look at the spreadsheet. */
import { expect, test } from 'vitest';
import { emulatorFor, thrownBy, valueFrom } from './emulator-fixture.ts';

const VIEWER = { user: 'viewer@example.com' };

// @see https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet#geteditors (read 2026-11-29)
// @see https://developers.google.com/apps-script/reference/spreadsheet/range#canedit (read 2026-11-29)
test('read, may edit nothing, and are not told who edits', async () => {
  const emulator = await emulatorFor({ viewers: [VIEWER.user] });
  const sheet = 'const sheet = SpreadsheetApp.getActiveSheet();';
  expect(await valueFrom(emulator, `${sheet} return sheet.getLastRow();`, VIEWER)).toBe(0);
  const canEdit = `${sheet} return sheet.getRange('A1').canEdit();`;
  expect(await valueFrom(emulator, canEdit, VIEWER)).toBe(false);
  expect(await valueFrom(emulator, canEdit)).toBe(true);
  const write = `${sheet} sheet.getRange('A1').setValue(1); SpreadsheetApp.flush();`;
  expect(await thrownBy(emulator, write, VIEWER)).toContain('You are trying to edit a protected cell');
  const editors = 'return SpreadsheetApp.getActiveSpreadsheet().getEditors().length;';
  expect(await thrownBy(emulator, editors, VIEWER)).toContain('You do not have permission');
  expect(await valueFrom(emulator, editors)).toBeGreaterThan(0);
});

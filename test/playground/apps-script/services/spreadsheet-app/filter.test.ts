/** The basic filter as scripts make and change it. */
import { expect, test } from 'vitest';
import type { Emulator } from '../../../../../playground/apps-script/emulator.ts';
import { emulatorFor, valueFrom } from '../../emulator-fixture.ts';

async function withRows(): Promise<Emulator> {
  const emulator = await emulatorFor({});
  emulator.hands.addTab('Tab', [
    ['City', 'Status'],
    ['Rome', 'Failed'],
    ['Oslo', ''],
    ['Rome', 'Updated'],
  ]);
  return emulator;
}

/** Indexes, counted from 0. */
const hidden = (emulator: Emulator) => emulator.hands.snapshot().tabs[0]?.filteredRows;

const MAKE = `const sheet = SpreadsheetApp.getActiveSheet();
  const hide = (...texts) => SpreadsheetApp.newFilterCriteria().setHiddenValues(texts).build();`;

// @see https://developers.google.com/apps-script/reference/spreadsheet/filter-criteria-builder#sethiddenvaluesvalues (read 2026-11-30)
test('a filter hides the rows that show one of the texts, blank ones where that is one of them', async () => {
  const emulator = await withRows();
  await valueFrom(
    emulator,
    `${MAKE} sheet.getRange('A1:B4').createFilter().setColumnFilterCriteria(2, hide('', 'Updated'));`,
  );
  expect(hidden(emulator)).toEqual([2, 3]);
  await valueFrom(emulator, `${MAKE} sheet.getFilter().setColumnFilterCriteria(1, hide('Rome'));`);
  expect(hidden(emulator)).toEqual([1, 2, 3]);
  await valueFrom(emulator, `${MAKE} sheet.getFilter().removeColumnFilterCriteria(2);`);
  expect(hidden(emulator)).toEqual([1, 3]);
  await valueFrom(emulator, `${MAKE} sheet.getFilter().remove();`);
  expect(hidden(emulator)).toEqual([]);
});

// @see https://developers.google.com/apps-script/reference/spreadsheet/range#createfilter (read 2026-11-30)
test('what a filter hides by stays with its column', async () => {
  const emulator = await withRows();
  await valueFrom(
    emulator,
    `${MAKE} sheet.getRange('A1:B4').createFilter().setColumnFilterCriteria(2, hide('Updated'));`,
  );
  await valueFrom(emulator, `${MAKE} sheet.insertColumnBefore(1);`);
  emulator.hands.type('Tab', 'C2', 'Updated');
  await valueFrom(emulator, `${MAKE} sheet.getFilter().setColumnFilterCriteria(2, null);`);
  expect(hidden(emulator)).toEqual([1, 3]);
});

test('a tab has one filter only', async () => {
  const emulator = await withRows();
  const twice = `${MAKE} sheet.getRange('A1:B4').createFilter(); SpreadsheetApp.flush(); sheet.getRange('A1:A4').createFilter(); SpreadsheetApp.flush();`;
  await expect(valueFrom(emulator, twice)).rejects.toThrow(
    "You can't create a filter in a sheet that already has a filter.",
  );
});

/** Filter views and slicers: what people see, and no script does. */
import { expect, test } from 'vitest';
import type { Emulator } from '../../../../playground/apps-script/emulator.ts';
import { emulatorFor, valueFrom } from '../emulator-fixture.ts';

const COLLEAGUE = 'colleague@example.com';

async function withRows(): Promise<Emulator> {
  const emulator = await emulatorFor({ editors: [COLLEAGUE] });
  emulator.hands.addTab('Tab', [['City'], ['Rome'], ['Oslo'], ['Rome']]);
  return emulator;
}

const unseen = (emulator: Emulator, user?: string) => emulator.hands.snapshot(user).tabs[0]?.filteredRows;

const HIDDEN = `const sheet = SpreadsheetApp.getActiveSheet();
  return [sheet.getFilter() !== null, [2, 3, 4].map((row) => sheet.isRowHiddenByFilter(row))];`;

// @see https://support.google.com/docs/answer/3540681 (filter views; read 2026-11-29)
// @see https://developers.google.com/apps-script/reference/spreadsheet/sheet#isrowhiddenbyfilterrowposition (read 2026-11-21)
test('a filter view is seen by who opened it, and by no script', async () => {
  const emulator = await withRows();
  emulator.hands.filterView('Tab', { columnNumber: 1, texts: ['Oslo'] });
  expect(unseen(emulator)).toEqual([1, 3]);
  expect(unseen(emulator, COLLEAGUE)).toEqual([]);
  expect(await valueFrom(emulator, HIDDEN)).toEqual([false, [false, false, false]]);
  emulator.hands.filterView('Tab');
  expect(unseen(emulator)).toEqual([]);
});

test('a filter view takes the place of the basic filter for who opened it', async () => {
  const emulator = await withRows();
  emulator.hands.filter('Tab', { columnNumber: 1, texts: ['Rome'] });
  emulator.hands.filterView('Tab', { columnNumber: 1, texts: ['Oslo'] }, COLLEAGUE);
  expect([unseen(emulator), unseen(emulator, COLLEAGUE)]).toEqual([[2], [1, 3]]);
  expect(await valueFrom(emulator, HIDDEN, { user: COLLEAGUE })).toEqual([true, [false, true, false]]);
});

// @see https://support.google.com/docs/answer/9245556 (slicers; read 2026-11-29)
test('a slicer is seen by everybody, and by no script', async () => {
  const emulator = await withRows();
  emulator.hands.slicer('Tab', { columnNumber: 1, texts: ['Oslo'] });
  expect([unseen(emulator), unseen(emulator, COLLEAGUE)]).toEqual([
    [1, 3],
    [1, 3],
  ]);
  expect(await valueFrom(emulator, HIDDEN)).toEqual([false, [false, false, false]]);
});

test('both stay with their column and follow new rows', async () => {
  const emulator = await withRows();
  emulator.hands.filterView('Tab', { columnNumber: 1, texts: ['Oslo'] });
  emulator.hands.slicer('Tab', { columnNumber: 1, texts: ['Oslo', 'Rome'] });
  emulator.hands.insertColumns('Tab', 1, 1);
  emulator.hands.paste('Tab', 'B5', [['Bern'], ['Oslo']]);
  expect([unseen(emulator), unseen(emulator, COLLEAGUE)]).toEqual([[1, 3, 4], [4]]);
  emulator.hands.deleteColumns('Tab', 2, 1);
  expect([unseen(emulator), unseen(emulator, COLLEAGUE)]).toEqual([[], []]);
});

/** A selection too large to ask Google which of its rows are hidden: refused in words, and the way on works. */
import { expect, test } from './fixtures.ts';
import { expectSelectedRows, openSheet } from './spreadsheet-actions.ts';

const ROW_COUNT = 33_000;

test('a selection too large to ask about is refused with a way on, and nothing is sent', async ({
  page,
  sidebar,
  playground,
}) => {
  test.setTimeout(120_000);
  const { hands } = playground.emulator;
  hands.addTab('Many rooms', [
    ['ID', 'Text'],
    ...Array.from({ length: ROW_COUNT }, (_, index) => [`${index + 1}`, '–']),
  ]);
  await openSheet(page, 'Many rooms');
  hands.select('Many rooms', ['A2:B33001']);
  await expectSelectedRows(sidebar, '33,000 rows selected');
  await expect(sidebar.getByText('This tab holds chatbot rows.')).toBeVisible();
  await sidebar.getByRole('button', { name: 'Check' }).click();

  await expect(sidebar.getByText('33000 selected rows are too many to ask about')).toBeVisible();
  await expect(sidebar.getByText('In the sidebar choose “All rows of this tab”')).toBeVisible();
  await expect(sidebar.getByRole('button', { name: 'Check' })).toBeEnabled();

  await sidebar.getByRole('combobox', { name: 'Rows' }).selectOption('tab');
  await sidebar.getByRole('button', { name: 'Check' }).click();
  await expect(sidebar.getByRole('heading', { name: 'Check finished' })).toBeVisible({ timeout: 60_000 });
  expect(playground.platform.journal.entries()).toEqual([]);
});

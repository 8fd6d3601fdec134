/** A selection so large that Google must be asked in several calls which of its rows are hidden. */
import { expect, test } from './fixtures.ts';
import { expectSelectedRows, openSheet } from './spreadsheet-actions.ts';

const ROW_COUNT = 33_000;

test('a large selection is asked about step by step, which can be watched and stopped', async ({
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
  hands.hideRows('Many rooms', 10, 3);
  await expectSelectedRows(sidebar, '33,000 rows selected');
  await sidebar.getByRole('radio', { name: 'Push rows' }).click();
  await sidebar.getByRole('button', { name: 'Check' }).click();

  const card = sidebar.getByRole('region', { name: 'Hidden rows' });
  await expect(card).toContainText('of 33,000 selected rows');
  await expect(card.getByRole('progressbar')).toBeVisible();
  await card.getByRole('button', { name: 'Stop' }).click();
  await expect(card).toBeHidden();
  await expect(sidebar.getByRole('button', { name: 'Check' })).toBeEnabled();

  await sidebar.getByRole('button', { name: 'Check' }).click();
  await expect(card).toBeVisible();
  await expect(sidebar.getByRole('heading', { name: 'Check finished' })).toBeVisible({ timeout: 60_000 });
  await expect(sidebar.getByText('3 hidden rows left out', { exact: true })).toBeVisible();
  expect(playground.platform.journal.entries()).toEqual([]);
});

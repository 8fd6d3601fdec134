/** Comparing with the platform, and taking a listing from there into the tab, by mouse. */
import { expect, test } from './fixtures.ts';
import { cellAt, selectRows } from './spreadsheet-actions.ts';

test('a listing that only the platform has becomes a row of the tab', async ({ page, sidebar }) => {
  const copy = sidebar.getByRole('button', { name: 'Copy selected rows into “Listings”' });
  await selectRows(page, [2]);
  await page.keyboard.press('Delete');
  await sidebar.getByRole('tab', { name: 'Activity' }).click();
  await sidebar.getByRole('button', { name: 'Compare “Listings”' }).click();
  await expect(sidebar.getByText(/listings? only there\.$/)).toBeVisible();
  await expect(copy).toBeHidden();

  await sidebar.getByRole('button', { name: 'Open “Platform listings”' }).click();
  await expect(page.getByRole('grid', { name: 'Sheet Platform listings' })).toBeVisible();
  await expect(cellAt(page, 2, 4)).toHaveText('LK26-1001');
  await selectRows(page, [2]);
  await copy.click();
  await expect(sidebar.getByText(/^1 listing copied into “Listings”: row \d+\.$/)).toBeVisible();
  const goTo = sidebar.getByRole('button', { name: /^Go to row \d+ of “Listings”$/ });
  const rowNumber = Number(/\d+/.exec((await goTo.textContent()) ?? '')?.[0]);
  await goTo.click();
  await expect(page.getByRole('grid', { name: 'Sheet Listings' })).toBeVisible();
  await expect(cellAt(page, rowNumber, 0)).toHaveText('LK26-1001');
});

/** What the add-on makes of a platform that fails. */
import { expect, test } from './fixtures.ts';
import { chooseFromMenu, columnCell, expectStatuses, requestLines, selectRows } from './spreadsheet-actions.ts';

test.describe('When the platform fails', () => {
  test('a server error is retried and the row is updated in the end', async ({ page }) => {
    await page.getByRole('combobox', { name: 'How often' }).selectOption('Next request only');
    await page.getByRole('button', { name: '500 Server error' }).click();
    await selectRows(page, [2]);
    await chooseFromMenu(page, 'Sync selected listings');

    await expectStatuses(page, { 2: 'Updated' });
    await expect(requestLines(page)).toHaveCount(2);
    await expect(page.getByRole('button', { name: '500 Server error' })).toHaveAttribute('aria-pressed', 'false');
  });

  test('an expired key stops the run and leaves the rows as they were', async ({ page }) => {
    await page.getByRole('button', { name: 'Expired key' }).click();
    await selectRows(page, [2, 3]);
    await chooseFromMenu(page, 'Sync selected listings');

    await expect(page.getByRole('dialog')).toContainText(/key/i);
    await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
    await page.getByRole('button', { name: 'Expired key' }).click();
    await chooseFromMenu(page, 'Sync selected listings');
    await expectStatuses(page, { 2: 'Updated', 3: 'Updated' });
  });

  test('one refused row takes no other with it', async ({ page }) => {
    await page.getByRole('textbox', { name: 'Text of the refused row' }).fill('LK26-1002');
    await page.getByRole('button', { name: 'Refused row' }).click();
    await selectRows(page, [2, 3, 4]);
    await chooseFromMenu(page, 'Sync selected listings');

    await expectStatuses(page, { 2: 'Updated', 3: 'Rejected', 4: 'Updated' });
    await expect(await columnCell(page, 3, 'Sync detail')).toContainText('refused by the platform');
  });
});

/** Deleting listings: nothing is removed before somebody said so. */
import { expect, test } from './fixtures.ts';
import { chooseFromMenu, expectSelectedRows, expectStatuses, requestLines, selectRows } from './spreadsheet-actions.ts';

test.describe('Deleting selected listings', () => {
  test('from the menu, declining sends nothing', async ({ page, playground }) => {
    await selectRows(page, [2, 3]);
    await chooseFromMenu(page, 'Delete selected listings…');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('LK26-1001');
    await expect(dialog).toContainText('LK26-1002');
    await dialog.getByRole('button', { name: 'No' }).click();

    await expect(dialog).toHaveCount(0);
    await expect(page.getByText('Nothing was deleted or sent.')).toBeVisible();
    expect(playground.platform.journal.entries()).toEqual([]);
  });

  test('from the menu, agreeing deletes exactly these', async ({ page, playground }) => {
    const before = playground.platform.listings().length;
    await selectRows(page, [2, 3]);
    await chooseFromMenu(page, 'Delete selected listings…');
    await page.getByRole('dialog').getByRole('button', { name: 'Yes' }).click();

    await expectStatuses(page, { 2: 'Deleted', 3: 'Deleted' });
    const left = playground.platform.listings().map(({ MLSNumber }) => MLSNumber);
    expect(left).not.toContain('LK26-1001');
    expect(left).not.toContain('LK26-1002');
    expect(left.length).toBe(before - 2);
  });

  test('from the sidebar, Escape cancels, confirming deletes, what is unticked stays, and the rows say so', async ({
    page,
    sidebar,
    playground,
  }) => {
    await selectRows(page, [2, 3]);
    await expectSelectedRows(sidebar, '2 rows selected');
    await sidebar.getByRole('radio', { name: 'Delete listings' }).check();
    await sidebar.getByRole('button', { name: /^Delete .*listings?…$/ }).click();
    const dialog = sidebar.getByRole('alertdialog', { name: 'Delete 2 listings?' });
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await page.keyboard.press('Escape');

    await expect(dialog).toHaveCount(0);
    expect(playground.platform.journal.entries()).toEqual([]);

    await sidebar.getByRole('button', { name: /^Delete .*listings?…$/ }).click();
    await sidebar.getByRole('button', { name: 'Delete 2 listings', exact: true }).click();

    await expectStatuses(page, { 2: 'Deleted', 3: 'Deleted' });
    await expect(requestLines(page).first()).toContainText('RealEstateDelete');

    // Those and these are more than a few.
    await selectRows(page, [4, 5, 6, 7]);
    await expectSelectedRows(sidebar, '4 rows selected');
    await sidebar.getByRole('button', { name: /^Delete .*listings?…$/ }).click();
    const review = sidebar.getByRole('alertdialog', { name: 'Delete 4 listings?' });
    await review.getByRole('checkbox', { name: /^LK26-1003 .* row 4 / }).uncheck();
    await expect(review.getByRole('button', { name: 'Delete 3 listings' })).toHaveAttribute('aria-disabled', 'true');
    await review.getByLabel('Type the number of listings to delete').fill('3');
    await review.getByRole('button', { name: 'Delete 3 listings' }).click();

    await expectStatuses(page, { 4: 'Skipped', 5: 'Deleted', 6: 'Deleted', 7: 'Deleted' });
    expect(playground.platform.listings().map(({ MLSNumber }) => MLSNumber)).toContain('LK26-1003');
  });
});

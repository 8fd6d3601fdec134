/** Syncing listings, by sidebar and by menu, as a person sees it. */
import { expect, test } from './fixtures.ts';
import {
  chooseFromMenu,
  columnCell,
  expectSelectedRows,
  expectStatuses,
  requestLines,
  selectRows,
} from './spreadsheet-actions.ts';

/** Two good listings, one under contract, one whose bedrooms are a word, one the platform does not know. */
const MIXED_ROWS = [2, 3, 11, 13, 23];
const MIXED_STATUSES = { 2: 'Updated', 3: 'Updated', 11: 'Skipped', 13: 'Invalid', 23: 'Not found' };
/** Five good listings. */
const GOOD_ROWS = [2, 3, 4, 5, 6];
const ALL_UPDATED = { 2: 'Updated', 3: 'Updated', 4: 'Updated', 5: 'Updated', 6: 'Updated' };

test.describe('Syncing selected listings', () => {
  test('from the sidebar, every row says what became of it', async ({ page, sidebar, playground }) => {
    await selectRows(page, MIXED_ROWS);
    await expectSelectedRows(sidebar, '5 rows selected');
    await sidebar.getByRole('button', { name: /^Sync .*listings?$/ }).click();
    await expect(sidebar.getByRole('heading', { name: 'Sync finished' })).toBeVisible();

    await expectStatuses(page, MIXED_STATUSES);
    await expect(await columnCell(page, 13, 'Sync detail')).toContainText('three');
    await expect(await columnCell(page, 23, 'Sync detail')).toContainText('LK26-1090');
    const updated = playground.platform.listings().filter(({ Address }) => Address !== undefined);
    expect(updated.map(({ MLSNumber }) => MLSNumber)).toEqual(['LK26-1001', 'LK26-1002']);
  });

  test('from the sidebar, a run can be followed and cancelled while the call that begins it is still sending', async ({
    page,
    sidebar,
    playground,
  }) => {
    playground.platform.faults.add({ fault: { kind: 'slow', delayMs: 7_000 } });
    await page.getByRole('rowheader', { name: '2', exact: true }).click();
    await page.getByRole('rowheader', { name: '18', exact: true }).click({ modifiers: ['Shift'] });
    await expectSelectedRows(sidebar, '17 rows selected');
    await sidebar.getByRole('button', { name: /^Sync .*listings?$/ }).click();
    await expect(sidebar.getByRole('heading', { name: 'Syncing listings' })).toBeVisible();
    await sidebar.getByRole('button', { name: 'Cancel' }).click();
    await expect(sidebar.getByText('The run stops after the requests under way.')).toBeVisible();
    await expect(sidebar.getByRole('heading', { name: 'Sync cancelled' })).toBeVisible();

    // One wave had left; every other row is as it was.
    await expect(requestLines(page)).toHaveCount(10);
    await expectStatuses(page, { 2: 'Updated', 18: '' });
  });

  test('from the menu, the requests panel shows what was sent', async ({ page }) => {
    await selectRows(page, MIXED_ROWS);
    await chooseFromMenu(page, 'Sync selected listings');
    await expectStatuses(page, MIXED_STATUSES);

    await expect(requestLines(page)).toHaveCount(3);
    await expect(requestLines(page).nth(0)).toContainText('POST RealEstateUpdate');
    await requestLines(page).filter({ hasText: 'LK26-1001' }).click();
    const body = page.locator('.request-detail pre').first();
    await expect(body).toContainText('"KeyType": "MLSNumber"');
    await expect(body).toContainText('"Address": "418 Alderbrook Ave"');
  });

  test('a second run sends only the row whose status was cleared', async ({ page, playground }) => {
    await selectRows(page, GOOD_ROWS);
    await chooseFromMenu(page, 'Sync selected listings');
    await expectStatuses(page, ALL_UPDATED);
    await expect(requestLines(page)).toHaveCount(5);

    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await (await columnCell(page, 4, 'Sync status')).click();
    await page.keyboard.press('Delete');
    await expectStatuses(page, { 4: '' });
    await selectRows(page, GOOD_ROWS);
    await chooseFromMenu(page, 'Sync selected listings');

    await expectStatuses(page, ALL_UPDATED);
    await expect(requestLines(page)).toHaveCount(1);
    expect(playground.platform.journal.entries().map(({ body }) => body)).toMatchObject([{ Key: 'LK26-1003' }]);
  });

  test('a cause leads to the cell that it is about', async ({ page, sidebar }) => {
    await selectRows(page, MIXED_ROWS);
    await expectSelectedRows(sidebar, '5 rows selected');
    await sidebar.getByRole('button', { name: 'Check' }).click();
    await sidebar.getByRole('button', { name: /^Go to .*: Bedrooms/ }).click();

    const bedrooms = await columnCell(page, 13, 'Bedrooms');
    await expect(bedrooms).toHaveAttribute('aria-selected', 'true');
    await expect(bedrooms).toBeInViewport();
    await expect(page.getByRole('textbox', { name: 'Formula bar' })).toHaveValue('three');
  });

  test('rows that a filter hides are left out and counted', async ({ page, sidebar }) => {
    await page.getByRole('columnheader', { name: 'C', exact: true }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Filter by values…' }).click();
    await page.getByRole('checkbox', { name: 'Sold' }).uncheck();
    await page.getByRole('button', { name: 'OK' }).click();
    await expect(page.getByRole('rowheader', { name: '6', exact: true })).toHaveCount(0);

    await page.getByRole('rowheader', { name: '5', exact: true }).click();
    await page.getByRole('rowheader', { name: '7', exact: true }).click({ modifiers: ['Shift'] });
    await expectSelectedRows(sidebar, '2 rows selected');
    await expectSelectedRows(sidebar, '1 hidden row left out');
  });
});

/** A pasted portal download: recognised, checked, corrected and synced, by mouse alone and by keyboard alone. */
import type { FrameLocator, Page } from '@playwright/test';
import type { Playground } from '../../playground/serve/start-playground.ts';
import { expect, test } from './fixtures.ts';
import { columnCell, expectStatuses, openSheet, requestLines, tabTo } from './spreadsheet-actions.ts';

const PARKING = 'Parking spots is empty';
/** The listings that miss nothing but parking; one more is complete, but the platform does not have it. */
const COMPLETE_KEYS = ['12790027', '12790066', '12790085', '12790091', '12790161', '12790194'];
/** A check or a sync of a whole tab, on a machine that does other things as well. */
const LONG_MS = 60_000;

test.describe('A portal export', () => {
  test.slow();

  test('is recognised, checked, corrected and synced with the mouse alone', async ({ page, sidebar, playground }) => {
    await openSheet(page, 'Portal export');
    await sidebar.getByRole('tab', { name: 'Mapping' }).click();
    await expect(sidebar.getByText('recognised as Redfin download')).toBeVisible();
    await sidebar.getByRole('tab', { name: 'Run' }).click();
    await expect(sidebar.getByRole('region', { name: 'Active tab' })).toContainText('Portal export');
    await sidebar.getByRole('combobox', { name: 'Rows' }).selectOption('tab');
    await sidebar.getByRole('button', { name: 'Check', exact: true }).click();
    await sidebar.getByText('Decide one by one').click();
    await sidebar.getByRole('button', { name: `Set a fixed value: ${PARKING}` }).click();
    await sidebar.getByRole('button', { name: 'Use 0', exact: true }).click();

    await expectCorrected(sidebar);
    expect(playground.platform.journal.entries()).toEqual([]);
    await sidebar.getByRole('button', { name: /^Sync .*listings?$/ }).click();
    await expectSynced(page, sidebar, playground);
  });

  test('is recognised, checked, corrected and synced with the keyboard alone', async ({
    page,
    sidebar,
    playground,
  }) => {
    await page.getByRole('grid').focus();
    await tabTo(page, page.getByRole('navigation', { name: 'Sheets' }).getByRole('button', { name: 'Portal export' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('grid', { name: 'Sheet Portal export' })).toBeVisible();
    await tabTo(page, sidebar.getByRole('tab', { name: 'Run' }));
    await expect(sidebar.getByRole('region', { name: 'Active tab' })).toContainText('Portal export');
    await page.keyboard.press('ArrowRight');
    await expect(sidebar.getByText('recognised as Redfin download')).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await tabTo(page, sidebar.getByRole('combobox', { name: 'Rows' }));
    await page.keyboard.press('ArrowDown');
    await expect(sidebar.getByRole('combobox', { name: 'Rows' })).toHaveValue('tab');
    await tabTo(page, sidebar.getByRole('button', { name: 'Check', exact: true }));
    await page.keyboard.press('Enter');
    await expect(sidebar.getByRole('heading', { name: 'Check finished' })).toBeVisible({ timeout: LONG_MS });
    const fixedValue = sidebar.getByRole('button', { name: `Set a fixed value: ${PARKING}` });
    await tabTo(page, sidebar.getByText('Decide one by one'));
    await page.keyboard.press('Enter');
    await tabTo(page, fixedValue);
    await page.keyboard.press('Space');
    await expect(sidebar.getByLabel('Parking spots of rows without one')).toBeFocused();
    await page.keyboard.type('0');
    await page.keyboard.press('Enter');

    await expectCorrected(sidebar);
    expect(playground.platform.journal.entries()).toEqual([]);
    await tabTo(page, sidebar.getByRole('button', { name: /^Sync .*listings?$/ }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expectSynced(page, sidebar, playground);
  });
});

/** The check was made again by itself, and the cause is gone. */
async function expectCorrected(sidebar: FrameLocator): Promise<void> {
  await expect(sidebar.getByText(PARKING)).toHaveCount(0, { timeout: LONG_MS });
  await expect(sidebar.getByRole('heading', { name: 'Check finished' })).toBeVisible();
}

/** Complete rows are updated, and the platform has the corrected value; the others say what they lack. */
async function expectSynced(page: Page, sidebar: FrameLocator, playground: Playground): Promise<void> {
  await expect(sidebar.getByRole('heading', { name: 'Sync finished' })).toBeVisible({ timeout: LONG_MS });
  await expectStatuses(page, { 2: '', 3: 'Invalid', 5: 'Updated', 9: 'Updated', 28: 'Not found' });
  await expect(await columnCell(page, 3, 'Sync detail')).toContainText('Empty: Lot area');
  await expect(requestLines(page)).toHaveCount(COMPLETE_KEYS.length + 1);
  const updated = playground.platform.listings().filter(({ ParkingSpots }) => ParkingSpots === 0);
  expect(updated.map(({ MLSNumber }) => MLSNumber)).toEqual(COMPLETE_KEYS);
}

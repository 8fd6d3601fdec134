/** The whole way without a mouse. */
import { expect, test } from './fixtures.ts';
import { expectStatuses } from './spreadsheet-actions.ts';

test.describe('With the keyboard alone', () => {
  test('rows are selected, synced from the menu, and the result can be read', async ({ page }) => {
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+Space');
    await page.getByRole('menuitem', { name: 'File' }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('menuitem', { name: 'Extensions' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: 'Listing Sync' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('menuitem', { name: 'Open sidebar' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: 'Sync selected listings' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expectStatuses(page, { 2: 'Updated', 3: 'Updated' });
  });

  test('Tab leads out of the grid, through the page and into the sidebar', async ({ page, sidebar }) => {
    await page.getByRole('grid').focus();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Add sheet' })).toBeFocused();
    await page.getByRole('button', { name: 'Close sidebar' }).focus();
    await page.keyboard.press('Tab');
    await expect(sidebar.getByRole('tab', { name: 'Run' })).toBeFocused();
  });

  test('Escape closes a menu and gives the focus back', async ({ page }) => {
    await page.getByRole('menuitem', { name: 'Extensions' }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: 'Listing Sync' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('menuitem', { name: 'Open sidebar' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menuitem', { name: 'Listing Sync' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menuitem', { name: 'Extensions' })).toBeFocused();
  });

  test('the menu of a row opens with Shift and F10', async ({ page }) => {
    await page.getByRole('grid').focus();
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menuitem', { name: 'Insert 1 row above' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('grid')).toBeFocused();
  });
});

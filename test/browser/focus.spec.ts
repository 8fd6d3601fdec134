/** The keyboard is never left without a place. */
import { expect, test } from './fixtures.ts';
import { chooseFromMenu, rowNumber, selectRows } from './spreadsheet-actions.ts';

test.describe('The focus', () => {
  test('goes back to where it was after a dialog', async ({ page }) => {
    await selectRows(page, [2]);
    await page.getByRole('grid').focus();
    await page.getByRole('columnheader', { name: 'C', exact: true }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Filter by values…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('grid')).toBeFocused();

    await chooseFromMenu(page, 'Delete selected listings…');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('menuitem', { name: 'Extensions' })).toBeFocused();
  });

  test('stays in the grid when rows are deleted or shown again, and when another tab comes on screen', async ({
    page,
    playground,
  }) => {
    await selectRows(page, [4]);
    await rowNumber(page, 4).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Delete selected rows' }).click();
    await expect(page.getByRole('grid')).toBeFocused();

    await rowNumber(page, 4).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Hide selected rows' }).click();
    await page.getByRole('button', { name: 'Unhide rows 4 to 4' }).click();
    await expect(page.getByRole('grid')).toBeFocused();

    playground.emulator.hands.activateTab('Chatbot rows');
    await expect(page.getByRole('grid', { name: 'Sheet Chatbot rows' })).toBeFocused();
  });

  test('leaves a button that goes away for a place beside it', async ({ page }) => {
    await page.getByRole('button', { name: '500 Server error' }).click();
    await selectRows(page, [2]);
    await chooseFromMenu(page, 'Sync selected listings');
    await expect(page.getByRole('button', { name: 'Clear', exact: true })).toBeEnabled();
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await expect(page.getByRole('button', { name: /^Requests/ })).toBeFocused();

    await page.getByRole('button', { name: 'Close sidebar' }).click();
    await expect(page.getByRole('grid')).toBeFocused();
  });
});

/** The keyboard is never left without a place. */
import { expect, test } from './fixtures.ts';
import { chooseFromMenu, expectSelectedRows, rowNumber, selectRows } from './spreadsheet-actions.ts';

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

  test('goes on in the sidebar where the pressed button was, whatever comes in its stead', async ({
    page,
    sidebar,
  }) => {
    const press = async (name: string | RegExp) => {
      const button = sidebar.getByRole('button', { name, exact: true }).first();
      await button.focus();
      await page.keyboard.press('Enter');
    };
    const focused = sidebar.locator(':focus');
    await selectRows(page, [2]);
    await expectSelectedRows(sidebar, '1 row selected');
    await press('Sync 1 listing');
    await expect(sidebar.getByRole('heading', { name: 'Sync finished' })).toBeVisible();

    await sidebar.getByRole('tab', { name: 'Activity' }).click();
    await press(/^Show the rows/);
    await expect(focused).toBeVisible();
    await expect(sidebar.getByRole('button', { name: 'Hide its rows' })).toBeVisible();
    await press('Hide its rows');
    await expect(focused).toHaveText('Show its rows');
    await press('Compare “Listings”');
    await expect(sidebar.getByRole('button', { name: 'Open “Platform listings”' })).toBeVisible();
    await expect(focused).toBeVisible();

    await sidebar.getByRole('tab', { name: 'Automate' }).click();
    await press('New schedule');
    await expect(sidebar.getByRole('radio', { name: 'Sync listings' })).toBeFocused();
    await press('Cancel');
    await expect(focused).toHaveText('New schedule');

    await sidebar.getByRole('tab', { name: 'Settings' }).click();
    await press('Remove connection…');
    await sidebar.getByRole('alertdialog').getByRole('button', { name: 'Remove connection' }).focus();
    await page.keyboard.press('Enter');
    await expect(sidebar.getByRole('heading', { name: 'Keep your chatbot true to this sheet' })).toBeVisible();
    await expect(focused).toBeVisible();
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

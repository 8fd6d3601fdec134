/** The playground around the add-on. */
import { expect, test } from './fixtures.ts';
import { cellAt, openSheet, requestLines, selectRows } from './spreadsheet-actions.ts';

test.describe('The playground', () => {
  test('starts again from the demo when it is reset', async ({ page, sidebar, playground }) => {
    await cellAt(page, 2, 5).click();
    await page.keyboard.type('12 New Street');
    await page.keyboard.press('Enter');
    await expect(cellAt(page, 2, 5)).toHaveText('12 New Street');
    const before = playground.platform;

    await page.getByRole('menuitem', { name: 'File' }).click();
    await page.getByRole('menuitem', { name: 'Reset the playground' }).click();
    await expect(cellAt(page, 2, 5)).toHaveText('418 Alderbrook Ave');
    await expect(sidebar.getByRole('region', { name: 'Active tab' })).toContainText('24 rows');
    expect(playground.platform).not.toBe(before);
  });

  test('copies a block as text and pastes it elsewhere', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openSheet(page, 'Chatbot rows');
    await cellAt(page, 1, 0).click();
    await cellAt(page, 2, 1).click({ modifiers: ['Shift'] });
    const texts = await Promise.all([cellAt(page, 1, 0), cellAt(page, 2, 1)].map((cell) => cell.textContent()));
    await page.keyboard.press('ControlOrMeta+c');
    await page.getByRole('button', { name: 'Add sheet' }).click();
    await expect(page.getByRole('grid', { name: /Sheet Sheet\d/ })).toBeVisible();
    await cellAt(page, 3, 2).click();
    await page.keyboard.press('ControlOrMeta+v');
    await expect(cellAt(page, 3, 2)).toHaveText(texts[0] ?? '');
    await expect(cellAt(page, 4, 3)).toHaveText(texts[1] ?? '');
  });

  test('closes the sidebar and opens it again from the menu', async ({ page, sidebar }) => {
    await page.getByRole('button', { name: 'Close sidebar' }).click();
    await expect(page.getByRole('complementary', { name: 'Listing Sync' })).toHaveCount(0);
    await page.getByRole('menuitem', { name: 'Extensions' }).click();
    await page.getByRole('menuitem', { name: 'Listing Sync' }).click();
    await page.getByRole('menuitem', { name: 'Open sidebar' }).click();
    await expect(sidebar.getByRole('tab', { name: 'Run' })).toBeVisible();
  });

  test('folds the requests panel away and shows how many requests there were', async ({ page }) => {
    await page.getByRole('button', { name: /^Requests/ }).click();
    await expect(page.getByRole('group', { name: 'What goes wrong' })).toBeHidden();
    await selectRows(page, [2]);
    await page.getByRole('menuitem', { name: 'Extensions' }).click();
    await page.getByRole('menuitem', { name: 'Listing Sync' }).click();
    await page.getByRole('menuitem', { name: 'Sync selected listings' }).click();
    await expect(page.getByRole('button', { name: 'Requests 1' })).toBeVisible();
    await page.getByRole('button', { name: 'Requests 1' }).click();
    await expect(requestLines(page)).toHaveCount(1);
  });
});

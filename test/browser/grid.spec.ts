/** The grid behaves as people know it from a spreadsheet. */
import { expect, test } from './fixtures.ts';
import { cellAt, openSheet, rowNumber, selectRows } from './spreadsheet-actions.ts';

test.describe('The grid', () => {
  test('selects rows with Ctrl and Shift, a column by its letter, and a range by dragging', async ({
    page,
    playground,
  }) => {
    await selectRows(page, [3, 6]);
    await rowNumber(page, 8).click({ modifiers: ['Shift'] });
    await expect.poll(() => playground.emulator.hands.snapshot().selection).toEqual(['A3:AE3', 'A6:AE8']);

    await page.getByRole('columnheader', { name: 'C', exact: true }).click();
    await expect.poll(() => playground.emulator.hands.snapshot().selection).toEqual(['C1:C1000']);

    await cellAt(page, 2, 1).hover();
    await page.mouse.down();
    await cellAt(page, 5, 3).hover();
    await page.mouse.up();
    await expect.poll(() => playground.emulator.hands.snapshot().selection).toEqual(['B2:D5']);
    await expect(cellAt(page, 4, 2)).toHaveAttribute('aria-selected', 'true');
    await expect(cellAt(page, 6, 2)).toHaveAttribute('aria-selected', 'false');
  });

  test('types into a cell, keeps every key of fast typing, and moves on', async ({ page, playground }) => {
    await cellAt(page, 2, 5).click();
    await page.keyboard.type('12 New Street');
    await page.keyboard.press('Enter');
    await expect(cellAt(page, 2, 5)).toHaveText('12 New Street');
    await expect(cellAt(page, 3, 5)).toHaveAttribute('aria-selected', 'true');
    expect(playground.emulator.hands.values('Listings')[1]?.[5]).toBe('12 New Street');
  });

  test('edits in the formula bar and gives up with Escape', async ({ page }) => {
    await cellAt(page, 2, 5).click();
    const formulaBar = page.getByRole('textbox', { name: 'Formula bar' });
    await expect(formulaBar).toHaveValue('418 Alderbrook Ave');
    await formulaBar.fill('nothing');
    await formulaBar.press('Escape');
    await expect(formulaBar).toHaveValue('418 Alderbrook Ave');
    await formulaBar.fill('12 New Street');
    await formulaBar.press('Enter');
    await expect(cellAt(page, 2, 5)).toHaveText('12 New Street');
  });

  test('hides rows by hand, marks the place, and shows them again', async ({ page }) => {
    await selectRows(page, [4, 5]);
    await rowNumber(page, 5).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Hide selected rows' }).click();
    await expect(rowNumber(page, 4)).toHaveCount(0);
    await page.getByRole('button', { name: 'Unhide rows 4 to 5' }).click();
    await expect(rowNumber(page, 4)).toBeVisible();
  });

  test('sorts below the header', async ({ page }) => {
    await page.getByRole('columnheader', { name: 'G', exact: true }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Sort sheet A to Z by column G' }).click();
    await expect(cellAt(page, 2, 6)).toHaveText('Ann Arbor');
    await expect(cellAt(page, 1, 6)).toHaveText('City');
  });

  test('keeps the scroll position when somebody else changes a cell', async ({ page, playground }) => {
    const grid = page.getByRole('grid');
    await grid.evaluate((element) => element.scrollTo({ top: 300, left: 200 }));
    playground.emulator.hands.type('Listings', 'H30', 'from elsewhere');
    await expect(cellAt(page, 30, 7)).toHaveText('from elsewhere');
    expect(await grid.evaluate(({ scrollTop, scrollLeft }) => [scrollTop, scrollLeft])).toEqual([300, 200]);
  });

  test('draws only what is in view of thousands of rows', async ({ page, playground }) => {
    const rows = Array.from({ length: 4000 }, (_, index) => [`Home ${index + 1}`, 'Active']);
    playground.emulator.hands.addTab('Many', [['Name', 'Status'], ...rows]);
    await openSheet(page, 'Many');
    await page.getByRole('grid').focus();
    await page.keyboard.press('Control+End');
    await page.getByRole('textbox', { name: 'Name box' }).fill('A4001');
    await page.keyboard.press('Enter');
    await expect(cellAt(page, 4001, 0)).toHaveText('Home 4000');
    expect(await page.locator('.grid-row').count()).toBeLessThan(100);
  });
});

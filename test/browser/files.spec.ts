/** Files and tabs of one's own in the playground. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { expect, test } from './fixtures.ts';
import { cellAt, openSheet } from './spreadsheet-actions.ts';

test.describe('The File menu', () => {
  test('opens an XLSX file as a tab, and downloads it again', async ({ page }) => {
    const buffer = await writeXlsx({
      sheets: [
        {
          name: 'Spring',
          rows: [
            ['MLS number', 'ZIP', 'Price'],
            ['S-1', '02139', 749_000],
          ],
          cells: new Map([['1,2', { value: 749_000, style: { numFmt: '$#,##0' } }]]),
        },
      ],
    });
    await page.getByRole('menuitem', { name: 'File' }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('menuitem', { name: 'Open a CSV or XLSX file…' }).click();
    await (await chooser).setFiles({ name: 'homes.xlsx', mimeType: '', buffer: Buffer.from(buffer) });
    await expect(page.getByRole('grid', { name: 'Sheet Spring' })).toBeVisible();
    await expect(cellAt(page, 2, 1)).toHaveText('02139');
    await expect(cellAt(page, 2, 2)).toHaveText('$749,000');

    await page.getByRole('menuitem', { name: 'File' }).click();
    await page.getByRole('menuitem', { name: 'Download' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Microsoft Excel (.xlsx)' }).click();
    expect((await download).suggestedFilename()).toBe('Spring.xlsx');
    const { sheets } = await readXlsx(await readFile(await (await download).path()));
    expect(sheets[0]?.rows[1]).toEqual(['S-1', '02139', 749_000]);
  });

  test('takes a CSV file that is dropped on the page, and says what is wrong with another', async ({ page }) => {
    await dropFile(page, 'autumn.csv', 'MLS number,City\nA-1,Evanston\n');
    await expect(page.getByRole('grid', { name: 'Sheet autumn' })).toBeVisible();
    await expect(cellAt(page, 2, 1)).toHaveText('Evanston');

    await page.getByRole('grid').focus();
    await dropFile(page, 'empty.csv', '');
    const dialog = page.getByRole('dialog', { name: 'The file was not opened' });
    await expect(dialog).toContainText('empty.csv is empty.');
    await dialog.getByRole('button', { name: 'OK' }).click();
    await expect(page.getByRole('grid')).toBeFocused();
  });

  test('adds a listings tab whose example is synced, and whose statuses are chosen from a list', async ({
    page,
    sidebar,
  }) => {
    await page.getByRole('menuitem', { name: 'File' }).click();
    await page.getByRole('menuitem', { name: 'New listings tab' }).click();
    await expect(page.getByRole('grid', { name: 'Sheet My listings' })).toBeVisible();
    await expect(cellAt(page, 2, 0)).toHaveText('EXAMPLE-1');
    await cellAt(page, 2, 2).dblclick();
    await page.getByRole('option', { name: 'Coming Soon' }).click();
    await expect(cellAt(page, 2, 2)).toHaveText('Coming Soon');
    await cellAt(page, 2, 2).dblclick();
    await expect(page.getByRole('option', { name: 'Coming Soon' })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(cellAt(page, 2, 2)).toHaveText('Active');

    await page.getByRole('rowheader', { name: '2', exact: true }).click();
    await sidebar.getByRole('region', { name: 'Active tab' }).hover();
    await expect(sidebar.getByRole('region', { name: 'Active tab' })).toContainText('1 row selected');
    await sidebar.getByRole('button', { name: /^Sync/ }).click();
    await expect(sidebar.getByText('1 Updated').first()).toBeVisible();
    await openSheet(page, 'Listings');
  });
});

/** Drops a file as a person would: it enters the page, is held over it, and is let go. */
async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName));
      return transfer;
    },
    [name, text] as const,
  );
  await page.locator('body').dispatchEvent('dragenter', { dataTransfer });
  await expect(page.getByText('Drop a CSV or XLSX file')).toBeVisible();
  await page.locator('body').dispatchEvent('drop', { dataTransfer });
}

/** Messages about listings, pasted into the sidebar. */
import { expect, test } from './fixtures.ts';
import { columnCell } from './spreadsheet-actions.ts';

const MESSAGE = JSON.stringify({
  topic: 'realestate/listing#update',
  data: {
    object: {
      listingId: 'b-1',
      originatingSystemKey: '0451',
      listingStatus: 'Active',
      propertyType: 'RESI',
      streetAddress: '2 Browser Row',
      listingPrice: { price: 350_000, priceCurrency: 'USD' },
    },
  },
  time: '2025-06-02T09:30:07Z',
});

test.describe('Messages about listings', () => {
  test('are pasted, previewed and taken in by the keyboard alone', async ({ page, sidebar }) => {
    await page.getByRole('button', { name: 'Add sheet' }).click();
    await sidebar.getByRole('tab', { name: 'Automate' }).click();
    const text = sidebar.getByRole('textbox', { name: 'Messages about listings' });
    await text.focus();
    await text.fill(MESSAGE);
    await text.press('Tab');
    await page.keyboard.press('Tab');
    await expect(sidebar.getByRole('button', { name: 'Preview' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(sidebar.getByText(/Into “.*”: 1 new\./)).toBeVisible();
    await sidebar.getByRole('button', { name: 'Take in' }).press('Enter');
    await expect(sidebar.getByText('1 new.', { exact: true })).toBeVisible();
    await expect(await columnCell(page, 2, 'MLS number')).toHaveText('0451');
    await expect(await columnCell(page, 2, 'List price')).toHaveText('350000');
  });
});

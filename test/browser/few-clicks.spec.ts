/** What a person does in how many clicks: every press of the mouse from the question to the answer is counted. */
import type { Locator, Page } from '@playwright/test';
import { PORTAL_EXPORT } from '../../playground/demo/portal-export.ts';
import { expect, test } from './fixtures.ts';
import { expectSelectedRows, expectStatuses, rowNumber } from './spreadsheet-actions.ts';

/** A hand that counts its clicks. */
function countingHand() {
  let clicks = 0;
  return {
    press: async (control: Locator) => {
      clicks += 1;
      await control.click();
    },
    clicks: () => clicks,
  };
}

/** Pastes into the cell at the top of a new sheet, as with Ctrl+V. */
async function pasteIntoNewSheet(page: Page, rows: readonly (readonly unknown[])[]): Promise<void> {
  await page.getByRole('button', { name: 'Add sheet' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  const text = rows.map((row) => row.join('\t')).join('\n');
  await page.getByRole('grid').evaluate((grid, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test.describe('In few clicks', () => {
  test.slow();

  test('a pasted portal download becomes synced rows, though the platform asks for all its fields', async ({
    page,
    sidebar,
    playground,
  }) => {
    await pasteIntoNewSheet(page, PORTAL_EXPORT);
    const hand = countingHand();
    await hand.press(sidebar.getByRole('button', { name: 'Take all 31 rows' }));
    await hand.press(sidebar.getByRole('button', { name: 'Sync 31 listings' }));
    await hand.press(sidebar.getByRole('group', { name: /no column has Parking spots/ }).getByText('0 in every row'));
    await hand.press(sidebar.getByRole('button', { name: /^Apply all .* recommended$/ }));

    await expectStatuses(page, { 5: 'Updated', 9: 'Updated', 28: 'Not found' });
    const updated = playground.platform.listings().filter(({ ParkingSpots }) => ParkingSpots === 0);
    expect(updated.map(({ MLSNumber }) => MLSNumber)).toEqual(expect.arrayContaining(['12790027', '12790194']));
    expect(hand.clicks()).toBeLessThanOrEqual(5);
  });

  test('a typo in twelve rows becomes twelve updated rows', async ({ page, sidebar, playground }) => {
    const { hands } = playground.emulator;
    const headers = hands.values('Listings')[0] ?? [];
    const good = hands.values('Listings')[1] ?? [];
    // The demo has other mistakes in the last of these rows.
    for (const row of [11, 12, 13]) {
      const key = hands.values('Listings')[row - 1]?.[headers.indexOf('MLS number')];
      const corrected = good.map((value, index) => (headers[index] === 'MLS number' ? key : value));
      hands.paste('Listings', `A${row}`, [corrected.map(String)]);
    }
    const statusLetter = String.fromCharCode(65 + headers.indexOf('Listing status'));
    for (let row = 2; row <= 13; row += 1) hands.type('Listings', `${statusLetter}${row}`, 'Actve');
    await rowNumber(page, 2).click();
    await rowNumber(page, 13).click({ modifiers: ['Shift'] });
    await expectSelectedRows(sidebar, '12 rows selected');
    const hand = countingHand();
    await hand.press(sidebar.getByRole('button', { name: 'Sync 12 listings' }));
    await hand.press(sidebar.getByRole('button', { name: 'Replace “Actve” by “Active” in 12 cells' }));

    await expect(sidebar.getByText('12 Updated', { exact: true })).toBeVisible();
    expect(hand.clicks()).toBeLessThanOrEqual(3);
  });

  test('who deleted a listing is answered', async ({ page, sidebar }) => {
    await rowNumber(page, 2).click();
    await expectSelectedRows(sidebar, '1 row selected');
    await sidebar.getByRole('radio', { name: 'Delete listings' }).check();
    await sidebar.getByRole('button', { name: 'Delete 1 listing…' }).click();
    await sidebar.getByRole('alertdialog').getByRole('button', { name: 'Delete 1 listing' }).click();
    await expectStatuses(page, { 2: 'Deleted' });
    const hand = countingHand();
    await hand.press(sidebar.getByRole('tab', { name: 'Activity' }));
    await hand.press(sidebar.getByRole('button', { name: /^Show the rows of the run/ }));

    const runs = sidebar.getByRole('tabpanel', { name: 'Activity' });
    await expect(runs).toContainText('owner@example.com');
    await expect(runs).toContainText('LK26-1001');
    expect(hand.clicks()).toBeLessThanOrEqual(2);
  });
});

/** Wherever a person stands, the next step is in sight. */
import { expect, test } from './fixtures.ts';
import {
  chooseFromMenu,
  expectSelectedRows,
  expectStatuses,
  openSheet,
  rowNumber,
  selectRows,
} from './spreadsheet-actions.ts';

test.describe('The next step is in sight', () => {
  // As high as Google's sidebar on a small laptop.
  test.use({ viewport: { width: 1280, height: 640 } });

  test('what came of a press scrolls into view, and coming back to it later does not', async ({ page, sidebar }) => {
    await selectRows(page, [2, 12, 13, 14]);
    await expectSelectedRows(sidebar, '4 rows selected');
    await sidebar.getByRole('button', { name: 'Sync 4 listings' }).click();
    const cause = sidebar.getByRole('heading', { name: '3 causes to correct' });
    await expect(cause).toBeInViewport();
    await expect(sidebar.getByRole('button', { name: 'Close', exact: true })).toBeInViewport();

    await sidebar.getByRole('tab', { name: 'Mapping' }).click();
    await sidebar.getByRole('tab', { name: 'Run' }).click();
    await sidebar.getByRole('region', { name: 'Active tab' }).hover();
    await sidebar.locator('html').evaluate((html) => html.scrollTo({ top: 0 }));
    await sidebar.getByRole('tab', { name: 'Activity' }).click();
    await sidebar.getByRole('tab', { name: 'Run' }).click();
    await expect(cause).not.toBeInViewport();
  });

  test('a tab without a key leads to the mapping', async ({ page, sidebar, playground }) => {
    await page.getByRole('button', { name: 'Add sheet' }).click();
    await expect(page.getByRole('grid', { name: 'Sheet Sheet4' })).toBeVisible();
    playground.emulator.hands.paste('Sheet4', 'A1', [
      ['City', 'State', 'Bedrooms', 'Listing status'],
      ['Chicago', 'IL', '3', 'Active'],
    ]);
    await selectRows(page, [2]);
    await expectSelectedRows(sidebar, '1 row selected');
    await sidebar.getByRole('button', { name: 'Sync 1 listing' }).click();
    await sidebar.getByRole('button', { name: 'Choose it in the mapping' }).click();
    await expect(sidebar.getByRole('tabpanel', { name: 'Mapping' })).toContainText(
      'No column identifies a listing yet.',
    );
  });

  test('an empty tab says how it is filled, in the mapping too', async ({ page, sidebar }) => {
    await page.getByRole('button', { name: 'Add sheet' }).click();
    const words = sidebar.getByRole('heading', { name: '“Sheet4” is empty' });
    await expect(words).toBeVisible();
    await sidebar.getByRole('tab', { name: 'Mapping' }).click();
    await expect(sidebar.getByRole('tabpanel', { name: 'Mapping' }).locator(words)).toBeVisible();
    await expect(sidebar.getByLabel('Header row')).toHaveCount(0);
  });

  test('the add-on’s own tab has nothing to send and nothing to map', async ({ page, sidebar }) => {
    await selectRows(page, [2]);
    await expectSelectedRows(sidebar, '1 row selected');
    await sidebar.getByRole('button', { name: 'Sync 1 listing' }).click();
    await expectStatuses(page, { 2: 'Updated' });
    await openSheet(page, 'Sync log');
    await expect(sidebar.getByRole('heading', { name: 'Nothing to send here' })).toBeVisible();
    await sidebar.getByRole('tab', { name: 'Mapping' }).click();
    await expect(sidebar.getByRole('heading', { name: 'Nothing to map here' })).toBeVisible();
    await expect(sidebar.getByText('No column identifies a listing yet.')).toHaveCount(0);
  });

  test('help comes to the top, whatever stands before it', async ({ page, sidebar }) => {
    await chooseFromMenu(page, 'Help');
    await expect(sidebar.getByLabel('Who may delete, one address a line')).toBeAttached();
    await expect(sidebar.getByText('Report a problem')).toBeInViewport();
  });

  test('without a connection rows can be checked, and the way to connect stands beside', async ({ page, sidebar }) => {
    await sidebar.getByRole('tab', { name: 'Settings' }).click();
    await sidebar.getByRole('button', { name: 'Remove connection…' }).click();
    await sidebar.getByRole('alertdialog').getByRole('button', { name: 'Remove connection' }).click();
    await expect(sidebar.getByRole('heading', { name: 'Keep your chatbot true to this sheet' })).toBeVisible();
    await sidebar.getByRole('tab', { name: 'Run' }).click();
    await selectRows(page, [2, 3]);
    await expectSelectedRows(sidebar, '2 rows selected');
    await sidebar.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(sidebar.getByText('2 listings would be updated.')).toBeVisible();
    await sidebar.getByRole('button', { name: 'Connect your chatbot' }).click();
    await expect(sidebar.getByLabel('Secret key')).toBeVisible();
  });

  test('progress moves with every wave, and a run can be cancelled', async ({ page, sidebar, playground }) => {
    const { hands } = playground.emulator;
    const row = (hands.values('Listings')[1] ?? []).map(String);
    hands.paste(
      'Listings',
      'A26',
      Array.from({ length: 200 }, (_, index) => [`NEW-${index}`, ...row.slice(1)]),
    );
    await page.getByRole('combobox', { name: 'How often' }).selectOption({ label: 'Every request' });
    await page.getByRole('button', { name: 'Slow answers' }).click();
    await rowNumber(page, 2).click();
    await sidebar.getByRole('combobox', { name: 'Rows' }).selectOption('tab');
    await expectSelectedRows(sidebar, '224 rows');
    await sidebar.getByRole('button', { name: 'Sync 224 listings' }).click();
    await sidebar
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Sync the other/ })
      .click();
    // The first wave has ten requests, the second twenty; the rows say Sending until the chunk ends.
    await expect(sidebar.getByRole('region', { name: 'Progress' })).toContainText('10 requests');
    await expect(sidebar.getByRole('region', { name: 'Progress' })).toContainText('30 requests');
    await expect(sidebar.getByRole('region', { name: 'Progress' })).toContainText('a minute');
    await sidebar.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expect(sidebar.getByRole('heading', { name: 'Sync cancelled' })).toBeInViewport();
  });

  test('one row first is offered where there are more', async ({ page, sidebar }) => {
    await selectRows(page, [2]);
    await expectSelectedRows(sidebar, '1 row selected');
    await sidebar.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(sidebar.getByText('1 listing would be updated.')).toBeVisible();
    await expect(sidebar.getByRole('button', { name: 'Send one row first' })).toHaveCount(0);
    await selectRows(page, [2, 3]);
    await expectSelectedRows(sidebar, '2 rows selected');
    await sidebar.getByRole('button', { name: 'Check', exact: true }).click();
    await sidebar
      .getByRole('region', { name: 'Check result' })
      .getByRole('button', { name: 'Send one row first' })
      .click();
    await expect(sidebar.getByRole('button', { name: 'Send the other rows' })).toBeVisible();
    await expectStatuses(page, { 2: 'Updated' });
  });
});

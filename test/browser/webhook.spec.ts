/** The webhook, from setting it up in the sidebar to rows that a sender's messages fill. */
import { expect, test } from './fixtures.ts';
import { columnCell } from './spreadsheet-actions.ts';

const WEB_APP_URL = 'https://script.google.com/macros/s/AKfycbx-playground/exec';

test('a webhook is set up and tried, and what a sender tells it comes into the rows', async ({ page, sidebar }) => {
  await page.getByRole('button', { name: 'Add sheet' }).click();
  await sidebar.getByRole('tab', { name: 'Automate' }).click();
  await sidebar.getByText('Set up a webhook').click();
  // A blank tab has no view, so the form names none once the sidebar has seen it.
  await expect(sidebar.getByText('The messages go into the tab you are on.')).toBeVisible();
  await sidebar.getByRole('textbox', { name: 'Web app URL' }).fill(WEB_APP_URL);
  await sidebar.getByRole('button', { name: 'Set up' }).click();
  await expect(sidebar.getByText('Saved. Give the address to the sender')).toBeVisible();
  await sidebar.getByRole('button', { name: 'Send a test message' }).click();
  await expect(sidebar.getByText('The test message arrived.')).toBeVisible();

  const address = await sidebar.getByRole('textbox', { name: 'Address for the sender' }).inputValue();
  const toSender = page.getByRole('textbox', { name: 'The sender also tells' });
  if (!(await toSender.isVisible())) await page.getByRole('button', { name: /^Requests/ }).click();
  await toSender.fill(address);
  await page.getByRole('button', { name: 'An event arrives' }).click();
  await expect(page.getByText('The webhook answered with status 200.')).toBeVisible();
  // Whoever turns to the Automate view looks, and sees that something waits.
  await sidebar.getByRole('tab', { name: 'Automate' }).click();
  await sidebar.getByRole('button', { name: 'Take in now' }).click();
  await expect(sidebar.getByText('1 new.', { exact: true })).toBeVisible();
  await expect(await columnCell(page, 2, 'MLS number')).toHaveText('07000');

  await page.getByRole('button', { name: 'The same again' }).click();
  await page.getByRole('button', { name: 'An old one arrives late' }).click();
  await sidebar.getByRole('tab', { name: 'Automate' }).click();
  await sidebar.getByRole('button', { name: 'Take in now' }).click();
  await expect(sidebar.getByText('1 already known, 1 stale.', { exact: true })).toBeVisible();
  await expect(await columnCell(page, 3, 'MLS number')).toHaveText('');
});

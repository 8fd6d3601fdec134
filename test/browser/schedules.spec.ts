/** What runs by itself, as people see it while time passes. */
import { DEMO_SECRET_KEY } from '../../playground/demo-data.ts';
import { expect, test } from './fixtures.ts';

test('a schedule is made in four clicks, runs, says when its owner has left, and is taken over', async ({
  page,
  sidebar,
}) => {
  test.slow();
  await sidebar.getByRole('tab', { name: 'Automate' }).click();
  await sidebar.getByRole('button', { name: 'New schedule' }).click();
  await sidebar.getByLabel('When').selectOption('Every hour');
  await sidebar.getByRole('button', { name: 'Start schedule' }).click();
  await expect(sidebar.getByText(/^Every hour: sync “.+”\. Yours, not run yet, next/)).toBeVisible();

  const time = page.getByRole('group', { name: 'Time' });
  await time.getByRole('button', { name: 'Next tick' }).click();
  await expect(page.getByRole('button', { name: 'Sync log' })).toBeVisible();
  // The sidebar is opened anew when time has passed.
  await expect(async () => {
    await sidebar.getByRole('tab', { name: 'Automate' }).click({ timeout: 5_000 });
    await expect(sidebar.getByText(/Yours, last run (today|yesterday) \d+:\d\d: \d+ Updated/)).toBeVisible();
  }).toPass();

  await time.getByRole('button', { name: 'The owner leaves' }).click();
  await expect(time.getByText('colleague@example.com')).toBeVisible();
  await time.getByRole('button', { name: 'Tomorrow 7:00' }).click();
  await expect(time.getByText('07:00')).toBeVisible();
  await expect(async () => {
    await sidebar.getByRole('tab', { name: 'Settings' }).click({ timeout: 5_000 });
    await expect(sidebar.getByText(/No run since .*owner@example\.com may have left/)).toBeVisible();
  }).toPass();
  await sidebar.getByLabel('Secret key').fill(DEMO_SECRET_KEY);
  await sidebar.getByRole('button', { name: 'Connect', exact: true }).click();

  await sidebar.getByRole('button', { name: 'Look at it', exact: true }).click();
  await sidebar.getByRole('button', { name: 'Take over' }).click();
  await expect(sidebar.getByText(/^Every hour: sync “.+”\. Yours, last run/)).toBeVisible();
});

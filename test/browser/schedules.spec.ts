/** What runs by itself, as people see it while time passes. */
import { DEMO_SECRET_KEY } from '../../playground/demo-data.ts';
import { expect, test } from './fixtures.ts';
import { cellAt } from './spreadsheet-actions.ts';

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

const DAY_MINUTES = 24 * 60;

test('a week passes, and at each moment the sidebar says how it stands and what to do next', async ({
  page,
  sidebar,
  playground,
}) => {
  test.setTimeout(300_000);
  const time = page.getByRole('group', { name: 'Time' });
  const move = async (name: string) => {
    const before = await time.textContent();
    await time.getByRole('button', { name }).click();
    await expect.poll(() => time.textContent(), { timeout: 60_000 }).not.toBe(before);
  };
  /** The night passes, and Google calls between seven and eight. */
  const morning = async () => {
    await move('Tomorrow 7:00');
    await move('Next tick');
  };
  /** The sidebar was opened anew: what stands in Automate, and the button that comes first; what needs somebody is said everywhere. */
  const expectStanding = async (sentence: RegExp, notice: string | RegExp, step: string, isAbove: boolean) => {
    const card = sidebar.getByRole('article').first();
    await expect(async () => {
      await sidebar.getByRole('tab', { name: 'Automate' }).click({ timeout: 5_000 });
      await expect(card).toContainText(sentence, { timeout: 5_000 });
      await expect(card).toContainText(notice, { timeout: 5_000 });
      await expect(card.getByRole('button').first()).toHaveText(step, { timeout: 5_000 });
      await sidebar.getByRole('tab', { name: 'Run' }).click({ timeout: 5_000 });
      const look = sidebar.getByRole('button', { name: 'Look at it', exact: true });
      await expect(look).toHaveCount(isAbove ? 1 : 0, { timeout: 5_000 });
    }).toPass();
    await sidebar.getByRole('tab', { name: 'Automate' }).click();
  };
  const typeInto = async (rowNumber: number, columnIndex: number, text: string) => {
    await cellAt(page, rowNumber, columnIndex).click();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };

  // The playground begins at the hour it is; the week begins at 9:20, so that ticks come in the middle of an hour.
  const [, hour, minute] = /(\d\d):(\d\d)/.exec((await time.textContent()) ?? '') ?? [];
  const minutesLeft = (DAY_MINUTES + 9 * 60 + 20 - (Number(hour) * 60 + Number(minute))) % DAY_MINUTES;
  await playground.emulator.advanceClock(minutesLeft * 60_000);

  await sidebar.getByRole('tab', { name: 'Automate' }).click();
  await sidebar.getByRole('button', { name: 'New schedule' }).click();
  await sidebar.getByRole('button', { name: 'Start schedule' }).click();
  const made = /^Every day between 7 and 8: sync “Listings”\. Yours, not run yet, next tomorrow between 7 and 8\./;
  await expectStanding(made, '', 'Change', false);

  // Three listings are off the market, and deletes are not switched on.
  const held = '3 deletes wait for a person: deletes are not switched on for this schedule.';
  await morning();
  await expectStanding(/last run today 7:\d\d: 13 Updated/, `${held} Updates go on.`, 'Look at the 3 deletes', true);
  for (let day = 0; day < 5; day += 1) await move('Tomorrow 7:00');
  await morning();
  await expectStanding(/last run today 7:\d\d: 13 Unchanged/, `${held} Updates go on.`, 'Look at the 3 deletes', true);

  // Somebody renames a column that is sent.
  await expect(cellAt(page, 1, 16)).toHaveText('Bathrooms');
  await typeInto(1, 16, 'Quirk');
  await morning();
  const renamed = 'Stopped. The columns of “Listings” that are sent were renamed, added or removed. Look at it,';
  await expectStanding(/Yours, last run today 7:\d\d\./, renamed, 'Start again', true);
  await typeInto(1, 16, 'Bathrooms');
  await sidebar.getByRole('button', { name: 'Start again' }).click();
  await expectStanding(/Yours, last run/, held, 'Look at the 3 deletes', true);

  // The platform is down for a day.
  await page.getByLabel('How often').selectOption('Every request');
  await page.getByRole('button', { name: '500 Server error' }).click();
  await typeInto(2, 10, '$750,000');
  await morning();
  const failed = `${held} The last run failed. It is tried again tomorrow between 7 and 8, and stopped if that goes on.`;
  await expectStanding(/last run today 7:\d\d: 12 Unchanged.*2 Failed/, failed, 'Look at the 3 deletes', true);
  await page.getByRole('button', { name: '500 Server error' }).click();
  await morning();
  await expectStanding(/last run today 7:\d\d: 1 Updated/, `${held} Updates go on.`, 'Look at the 3 deletes', true);

  // A feed loses half of its rows.
  playground.emulator.hands.deleteRows('Listings', 12, 13);
  await morning();
  const lost =
    /“Listings” has 11 of the 24 rows it had .* until somebody says that this is right, or the rows are back\./;
  await expectStanding(/last run today 7:\d\d: 10 Unchanged/, lost, 'It is right as it is', true);
  await sidebar.getByRole('button', { name: 'It is right as it is' }).click();
  await expectStanding(/last run today 7:\d\d: 10 Unchanged/, '', 'Change', false);
});

/** Connecting to the platform. */
import { DEMO_SECRET_KEY } from '../../playground/demo-data.ts';
import { expect, test } from './fixtures.ts';

test.describe('The connection', () => {
  test('a wrong key is said in a sentence, is never called connected, and leaves the good one in force', async ({
    page,
    sidebar,
  }) => {
    await sidebar.getByRole('tab', { name: 'Settings' }).click();
    await sidebar.getByRole('button', { name: 'Replace key' }).click();
    await sidebar.getByLabel('Secret key').fill('a-key-that-is-wrong');
    await sidebar.getByRole('button', { name: 'Test and save' }).click();

    await expect(sidebar.getByRole('alert')).toContainText(/refused the secret key/);
    await expect(sidebar.getByText(/^Connected/)).toHaveCount(0);
    await expect(sidebar.getByText('What was saved before is in force:')).toBeVisible();
    await expect(sidebar.locator('body')).not.toContainText('a-key-that-is-wrong');
    await expect(page.locator('body')).not.toContainText('a-key-that-is-wrong');

    await sidebar.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expect(sidebar.getByRole('alert')).toHaveCount(0);
    await expect(sidebar.getByText('•••• ound')).toBeVisible();
    await sidebar.getByRole('button', { name: 'Test connection' }).click();
    await expect(sidebar.getByText(/^Connected: the chatbot answers/)).toBeVisible();
  });

  test('a key that cannot be tested is saved only when the person says so, and shown as untested', async ({
    playground,
    sidebar,
  }) => {
    playground.platform.faults.add({ fault: { kind: 'dropBefore' }, endpoint: 'GetSource', times: 2 });
    await sidebar.getByRole('tab', { name: 'Settings' }).click();
    await sidebar.getByRole('button', { name: 'Replace key' }).click();
    await sidebar.getByLabel('Secret key').fill(DEMO_SECRET_KEY);
    await sidebar.getByRole('button', { name: 'Test and save' }).click();
    await expect(sidebar.getByRole('alert')).toContainText('could not be tested');

    await sidebar.getByRole('button', { name: 'Save untested' }).click();
    await expect(sidebar.getByText('Saved, but not tested yet: ')).toBeVisible();
    await sidebar.getByRole('button', { name: 'Test connection' }).click();
    await expect(sidebar.getByText(/^Connected to /)).toBeVisible();
  });

  test('a chatbot that a colleague connected is told, and gets the key only when its owner agrees', async ({
    playground,
    sidebar,
  }) => {
    await expect(sidebar.getByText(/^Chatbot de30/)).toContainText('with your key');
    // As the colleague's save leaves it; the demo has one account only, so the chatbot is the same with another header.
    const { connection = '' } = playground.emulator.properties('document');
    const turned = { ...JSON.parse(connection), authHeader: 'chatrobot-sessionkey' };
    playground.emulator.setProperty('document', 'connection', JSON.stringify(turned));

    await expect(sidebar.getByRole('alert')).toContainText('Somebody changed the header that carries the key');
    await expect(sidebar.getByRole('alert')).toContainText('Your key has not been used for it.');
    await sidebar.getByRole('tab', { name: 'Run' }).click();
    await expect(sidebar.getByText('Nothing is sent with your key until you have looked at it.')).toBeVisible();
    expect(playground.platform.journal.entries()).toEqual([]);
    await sidebar.getByRole('button', { name: 'Look at the connection' }).click();
    await sidebar.getByRole('button', { name: 'Agree, test and save' }).click();
    await expect(sidebar.getByText(/^Connected to /)).toBeVisible();
  });

  test('where the key is found stands beside its field, and who may use it beside that choice', async ({ sidebar }) => {
    await sidebar.getByRole('tab', { name: 'Settings' }).click();
    await sidebar.getByRole('button', { name: 'Replace key' }).click();
    await expect(sidebar.getByLabel('Secret key')).toHaveAccessibleDescription(/Profile settings › Webhooks API/);
    await sidebar.getByText('More', { exact: true }).click();
    await sidebar.getByRole('radio', { name: 'Everybody who can edit this file' }).check();
    await expect(sidebar.getByText('All editors run the add-on with your key.')).toBeVisible();
  });

  test('the number of requests at the same time can be limited, and nonsense is refused in place', async ({
    sidebar,
  }) => {
    await sidebar.getByRole('tab', { name: 'Settings' }).click();
    const limit = sidebar.getByLabel('Requests at the same time, at most');
    // On a busy machine a click can fall between two layouts and be lost; a person would click again.
    await expect(async () => {
      if (!(await limit.isVisible())) await sidebar.getByText('More', { exact: true }).click();
      await expect(limit).toBeVisible({ timeout: 1000 });
    }).toPass();
    await expect(limit).toHaveValue('40');

    await limit.fill('0');
    await expect(sidebar.getByText('Enter a whole number of requests from 1 to 100.')).toBeVisible();
    await limit.fill('5');
    await sidebar.getByRole('button', { name: 'Test and save' }).click();
    await expect(sidebar.getByText(/^Connected: the chatbot answers/)).toBeVisible();
    await expect(limit).toHaveValue('5');
  });
});

/** Connecting to the platform. */
import { expect, test } from './fixtures.ts';

test.describe('The connection', () => {
  test('a wrong key is said in a sentence, and the key itself is shown nowhere', async ({ page, sidebar }) => {
    await sidebar.getByRole('tab', { name: 'Connection' }).click();
    await sidebar.getByRole('button', { name: 'Replace key' }).click();
    await sidebar.getByLabel('Secret key').fill('a-key-that-is-wrong');
    await sidebar.getByRole('button', { name: 'Test and save' }).click();

    await expect(sidebar.getByRole('alert')).toContainText(/key/i);
    await expect(sidebar.locator('body')).not.toContainText('a-key-that-is-wrong');
    await expect(page.locator('body')).not.toContainText('a-key-that-is-wrong');
  });

  test('the number of requests at the same time can be limited, and nonsense is refused in place', async ({
    sidebar,
  }) => {
    await sidebar.getByRole('tab', { name: 'Connection' }).click();
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

  test('the demo connection works', async ({ sidebar }) => {
    await sidebar.getByRole('tab', { name: 'Connection' }).click();
    await sidebar.getByRole('button', { name: 'Test connection' }).click();
    await expect(sidebar.getByText(/^Connected: the chatbot answers/)).toBeVisible();
  });
});

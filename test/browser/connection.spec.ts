/** Connecting to the platform. */
import { expect, test } from './fixtures.ts';

test.describe('The connection', () => {
  test('a wrong key is said in a sentence, and the key itself is shown nowhere', async ({ page, sidebar }) => {
    await sidebar.getByRole('tab', { name: 'Connection' }).click();
    await sidebar.getByRole('button', { name: 'Replace key' }).click();
    await sidebar.getByLabel('Secret key').fill('a-key-that-is-wrong');
    await sidebar.getByRole('button', { name: 'Save and test' }).click();

    await expect(sidebar.getByRole('alert')).toContainText(/key/i);
    await expect(sidebar.locator('body')).not.toContainText('a-key-that-is-wrong');
    await expect(page.locator('body')).not.toContainText('a-key-that-is-wrong');
  });

  test('the demo connection works', async ({ sidebar }) => {
    await sidebar.getByRole('tab', { name: 'Connection' }).click();
    await sidebar.getByRole('button', { name: 'Test connection' }).click();
    await expect(sidebar.getByText(/^Connected: the chatbot answers/)).toBeVisible();
  });
});

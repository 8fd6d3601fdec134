/** A pasted portal download: recognised, checked, corrected and synced, by mouse alone and by keyboard alone. */
import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectStatuses, openSheet, requestLines } from './spreadsheet-actions.ts';

const PARKING = 'Parking spots is empty';

/** A check or a sync of a whole tab, on a machine that does other things as well. */
const LONG_MS = 60_000;

test.describe('A portal export', () => {
  test.slow();

  test('is recognised, checked, corrected and synced without touching the keyboard', async ({ page, sidebar }) => {
    await openSheet(page, 'Portal export');
    await sidebar.getByRole('tab', { name: 'Mapping' }).click();
    await expect(sidebar.getByText('recognised as Redfin download')).toBeVisible();
    await sidebar.getByRole('tab', { name: 'Run' }).click();
    await chooseWholeTab(sidebar);
    await sidebar.getByRole('button', { name: 'Check', exact: true }).click();
    await sidebar.getByRole('button', { name: `Set a fixed value: ${PARKING}` }).click();
    await sidebar.getByRole('button', { name: 'Use 0', exact: true }).click();
    await expect(sidebar.getByText('Check finished')).toBeVisible();
    await expect(sidebar.getByText(PARKING)).toHaveCount(0, { timeout: LONG_MS });
    await sidebar.getByRole('button', { name: 'Sync listings', exact: true }).click();
    await expectSynced(page, sidebar);
  });

  test('is recognised, checked, corrected and synced with the keyboard alone', async ({ page, sidebar }) => {
    await press(
      page,
      page.getByRole('navigation', { name: 'Sheets' }).getByRole('button', { name: 'Portal export' }),
      'Enter',
    );
    await expect(page.getByRole('grid', { name: 'Sheet Portal export' })).toBeVisible();
    await press(page, sidebar.getByRole('tab', { name: 'Run' }), 'ArrowRight');
    await expect(sidebar.getByText('recognised as Redfin download')).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await expect(sidebar.getByRole('region', { name: 'Active tab' })).toContainText('Portal export');
    await sidebar.getByRole('combobox', { name: 'Rows' }).focus();
    await page.keyboard.type('All');
    await expect(sidebar.getByRole('combobox', { name: 'Rows' })).toHaveValue('tab');
    await press(page, sidebar.getByRole('button', { name: 'Check', exact: true }), 'Enter');
    await press(page, sidebar.getByRole('button', { name: `Set a fixed value: ${PARKING}` }), 'Space');
    await expect(sidebar.getByLabel('Parking spots of rows without one')).toBeFocused();
    await page.keyboard.type('0');
    await page.keyboard.press('Enter');
    await expect(sidebar.getByText(PARKING)).toHaveCount(0, { timeout: LONG_MS });
    await press(page, sidebar.getByRole('button', { name: 'Sync listings', exact: true }), 'Enter');
    await expectSynced(page, sidebar);
  });
});

async function chooseWholeTab(sidebar: FrameLocator): Promise<void> {
  await sidebar.getByRole('combobox', { name: 'Rows' }).selectOption('tab');
}

/** Reaches a control as Tab would, and presses a key on it. */
async function press(page: Page, control: ReturnType<FrameLocator['getByRole']>, key: string): Promise<void> {
  await control.focus();
  await page.keyboard.press(key);
}

/** Rows with all that the platform asks for are updated; the requests carry the corrected value. */
async function expectSynced(page: Page, sidebar: FrameLocator): Promise<void> {
  await expect(sidebar.getByRole('heading', { name: 'Sync finished' })).toBeVisible({ timeout: LONG_MS });
  expect(await requestLines(page).count()).toBeGreaterThan(3);
  await requestLines(page).first().click();
  await expect(page.getByRole('region', { name: 'Requests panel' })).toContainText('"ParkingSpots": 0');
  await expectStatuses(page, {});
}

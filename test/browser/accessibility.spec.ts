/** No serious accessibility violation in the main states of page and sidebar. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { expect, test } from './fixtures.ts';
import {
  cellAt,
  chooseFromMenu,
  expectSelectedRows,
  expectStatuses,
  requestLines,
  selectRows,
} from './spreadsheet-actions.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The serious and critical violations of a document, each with the elements it is about. */
async function violationsOf(target: Page | Frame): Promise<readonly string[]> {
  await target.evaluate(AXE);
  const { violations } = await target.evaluate<AxeResults>("axe.run({ iframes: false, resultTypes: ['violations'] })");
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target: path, failureSummary }) => `${id}: ${path.join(' ')} ${failureSummary}`),
    );
}

/** Checks the page in one of its states; soft, so that a failure tells all states that are wrong. */
async function expectPageAccessible(page: Page, state: string): Promise<void> {
  expect.soft(await violationsOf(page), `the page ${state}`).toEqual([]);
}

/** The same of the sidebar. */
async function expectSidebarAccessible(page: Page, state: string): Promise<void> {
  const sidebar = page.frames().find((frame) => frame.url().includes('/frame/'));
  expect.soft(sidebar === undefined ? ['no sidebar'] : await violationsOf(sidebar), `the sidebar ${state}`).toEqual([]);
}

/** The ways in which a person may have asked the system to show things. */
const LOOKS: Readonly<Record<string, Parameters<Page['emulateMedia']>[0]>> = {
  'by day': {},
  'by night': { colorScheme: 'dark' },
  'in forced colours': { forcedColors: 'active' },
};

for (const [look, media] of Object.entries(LOOKS)) {
  test.describe(`Accessibility ${look}`, () => {
    // Every cell on screen costs axe a measurement of its colours; a small window has all kinds of them.
    test.use({ viewport: { width: 1100, height: 560 } });
    test.beforeEach(({ page }) => page.emulateMedia(media));
    test.slow();

    test('as it opens, in every view of the sidebar, and after a run', async ({ page, sidebar }) => {
      await expectPageAccessible(page, 'as it opens');
      await expectSidebarAccessible(page, 'as it opens');
      for (const view of ['Mapping', 'Automate', 'Activity', 'Settings']) {
        await sidebar.getByRole('tab', { name: view }).click();
        await expect(sidebar.getByRole('tabpanel', { name: view })).toBeVisible();
        await expectSidebarAccessible(page, `in the view ${view}`);
      }
      await sidebar.getByRole('tab', { name: 'Run' }).click();
      await selectRows(page, [2, 3, 4, 5]);
      await expectSelectedRows(sidebar, '4 rows selected');
      await sidebar.getByRole('radio', { name: 'Delete listings' }).check();
      await sidebar.getByRole('button', { name: /^Delete .*listings?…$/ }).click();
      await expect(sidebar.getByLabel('Type the number of listings to delete')).toBeVisible();
      await expectSidebarAccessible(page, 'while deletes are reviewed');
      await page.keyboard.press('Escape');
      await sidebar.getByRole('radio', { name: 'Sync listings' }).check();
      await selectRows(page, [2, 11, 13, 23]);
      await expectSelectedRows(sidebar, '4 rows selected');
      await sidebar.getByRole('button', { name: /^Sync .*listings?$/ }).click();
      await expect(sidebar.getByRole('heading', { name: 'Sync finished' })).toBeVisible();
      await expectStatuses(page, { 23: 'Not found' });
      await requestLines(page).first().click();
      await expectPageAccessible(page, 'with a request unfolded');
      await expectSidebarAccessible(page, 'with the problems listed');
    });

    test('with a menu open, a dialog open, and a value being chosen', async ({ page }) => {
      await page.getByRole('menuitem', { name: 'Extensions' }).click();
      await page.getByRole('menuitem', { name: 'Listing Sync' }).click();
      await expect(page.getByRole('menuitem', { name: 'Open sidebar' })).toBeVisible();
      await expectPageAccessible(page, 'with a menu open');
      await page.getByRole('grid').click();

      await selectRows(page, [2]);
      await chooseFromMenu(page, 'Delete selected listings…');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectPageAccessible(page, 'while a deletion is to be confirmed');
      await page.getByRole('dialog').getByRole('button', { name: 'No' }).click();
      await expect(page.getByRole('dialog')).toHaveCount(0);

      await page.getByRole('menuitem', { name: 'File' }).click();
      await page.getByRole('menuitem', { name: 'New listings tab' }).click();
      await expect(cellAt(page, 2, 0)).toHaveText('EXAMPLE-1');
      await cellAt(page, 2, 2).dblclick();
      await expect(page.getByRole('option', { name: 'Coming Soon' })).toBeVisible();
      await expectPageAccessible(page, 'while a value is chosen');
    });
  });
}

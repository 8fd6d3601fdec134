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

async function expectAccessible(page: Page): Promise<void> {
  const sidebar = page.frames().find((frame) => frame.url().includes('/frame/'));
  expect(await violationsOf(page)).toEqual([]);
  expect(sidebar === undefined ? ['no sidebar'] : await violationsOf(sidebar)).toEqual([]);
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

    test('as it opens', async ({ page }) => {
      await expectAccessible(page);
    });

    test('with a menu open', async ({ page }) => {
      await page.getByRole('menuitem', { name: 'Extensions' }).click();
      await page.getByRole('menuitem', { name: 'Listing Sync' }).click();
      await expect(page.getByRole('menuitem', { name: 'Open sidebar' })).toBeVisible();
      expect(await violationsOf(page)).toEqual([]);
    });

    test('after a run, with a request unfolded and the problems listed', async ({ page, sidebar }) => {
      await selectRows(page, [2, 11, 13, 23]);
      await expectSelectedRows(sidebar, '4 rows selected');
      await sidebar.getByRole('button', { name: /^Sync .*listings?$/ }).click();
      await expect(sidebar.getByRole('heading', { name: 'Sync finished' })).toBeVisible();
      await expectStatuses(page, { 23: 'Not found' });
      await requestLines(page).first().click();
      await expectAccessible(page);
    });

    test('while a deletion is to be confirmed', async ({ page }) => {
      await selectRows(page, [2]);
      await chooseFromMenu(page, 'Delete selected listings…');
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await violationsOf(page)).toEqual([]);
      await page.getByRole('dialog').getByRole('button', { name: 'No' }).click();
    });

    test('while a value is chosen in a new listings tab', async ({ page }) => {
      await page.getByRole('menuitem', { name: 'File' }).click();
      await page.getByRole('menuitem', { name: 'New listings tab' }).click();
      await expect(cellAt(page, 2, 0)).toHaveText('EXAMPLE-1');
      await cellAt(page, 2, 2).dblclick();
      await expect(page.getByRole('option', { name: 'Coming Soon' })).toBeVisible();
      expect(await violationsOf(page)).toEqual([]);
    });

    test.describe('of the sidebar', () => {
      for (const view of ['Mapping', 'Automate', 'Activity', 'Settings']) {
        test(`in the view ${view}`, async ({ page, sidebar }) => {
          await sidebar.getByRole('tab', { name: view }).click();
          await expect(sidebar.getByRole('tabpanel', { name: view })).toBeVisible();
          await expectAccessible(page);
        });
      }
    });
  });
}

/** What a person does in the spreadsheet, in the words of the tests. */
import type { FrameLocator, Locator, Page } from '@playwright/test';
import { ROW_HEIGHT } from '../../playground/page/model/tab-layout.ts';
import { expect } from './fixtures.ts';

/** The cell at a row number and column letters, as on screen. */
export function cellAt(page: Page, rowNumber: number, columnIndex: number): Locator {
  return page.locator(`#cell-${rowNumber - 1}-${columnIndex}`);
}

/** The number at the left of a row. */
export function rowNumber(page: Page, number: number): Locator {
  return page.getByRole('rowheader', { name: String(number), exact: true });
}

/** Selects rows: a click on the first number, Ctrl-clicks on the others. */
export async function selectRows(page: Page, numbers: readonly number[]): Promise<void> {
  for (const [index, number] of numbers.entries()) {
    await rowNumber(page, number).click({ modifiers: index === 0 ? [] : ['ControlOrMeta'] });
  }
}

/** Opens a sheet by its tab at the bottom. */
export async function openSheet(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sheets' }).getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('grid', { name: `Sheet ${name}` })).toBeVisible();
}

/** Chooses an item of Extensions › Listing Sync. */
export async function chooseFromMenu(page: Page, caption: string): Promise<void> {
  await page.getByRole('menuitem', { name: 'Extensions' }).click();
  await page.getByRole('menuitem', { name: 'Listing Sync' }).click();
  await page.getByRole('menuitem', { name: caption }).click();
}

/** Waits until the sidebar has noticed the selection, as a person would look before pressing the button. */
export async function expectSelectedRows(sidebar: FrameLocator, words: string): Promise<void> {
  await sidebar.getByRole('region', { name: 'Active tab' }).hover();
  await expect(sidebar.getByRole('region', { name: 'Active tab' })).toContainText(words);
}

/** The cell of a row below a header, scrolled into view; fails when no column has the header. */
export async function columnCell(page: Page, number: number, header: string): Promise<Locator> {
  const headerCell = page.locator('[role=gridcell][data-row="0"]').filter({ hasText: new RegExp(`^${header}$`) });
  await expect(headerCell).toHaveCount(1);
  const columnIndex = Number(await headerCell.getAttribute('data-column'));
  await scrollToRow(page, number);
  return cellAt(page, number, columnIndex);
}

/** What rows say in the column `Sync status`. */
export async function expectStatuses(page: Page, statuses: Readonly<Record<number, string>>): Promise<void> {
  for (const [number, status] of Object.entries(statuses)) {
    await expect(await columnCell(page, Number(number), 'Sync status')).toHaveText(status);
  }
}

/** Scrolls until a row is in view; rows far away are not drawn at all. */
async function scrollToRow(page: Page, number: number): Promise<void> {
  await page.getByRole('grid').evaluate((grid, top) => grid.scrollTo({ top }), (number - 3) * ROW_HEIGHT);
}

/** More stops than there are between any two controls of the page. */
const MAX_TABS = 80;

/** Presses Tab until a control has the focus; fails when it cannot be reached that way. */
export async function tabTo(page: Page, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < MAX_TABS; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${control} was not reached with ${MAX_TABS} presses of ${key}.`);
}

/** The lines of the requests panel. */
export function requestLines(page: Page): Locator {
  return page.getByRole('region', { name: 'Requests panel' }).getByRole('listitem').getByRole('button');
}

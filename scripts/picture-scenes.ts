/** What the pictures of the documentation show: each is a short walk through the playground, by role and label. */
import type { FrameLocator, Locator, Page } from '@playwright/test';
import { LISTING_MESSAGES } from '../playground/demo/listing-messages.ts';
import type { Playground } from '../playground/serve/start-playground.ts';
import { DEMO_WEB_APP_URL } from '../playground/webapp/demo-address.ts';

/** What a scene plays on: a playground of its own, opened in the browser with the sidebar shown. */
export interface Stage {
  readonly page: Page;
  readonly sidebar: FrameLocator;
  readonly playground: Playground;
}

/** The part of the page that is kept. */
export type Frame =
  | { readonly kind: 'page' }
  /** The sidebar in full length, but no longer than this many pixels. */
  | { readonly kind: 'sidebar'; readonly maxHeight: number }
  /** The left upper part of the page. */
  | { readonly kind: 'corner'; readonly width: number; readonly height: number };

/** A picture: what is done before it is taken, and what of the page it keeps. */
export interface Scene {
  readonly fileName: string;
  readonly frame: Frame;
  readonly play: (stage: Stage) => Promise<void>;
}

/** Every picture that README and the guides show. */
export const SCENES: readonly Scene[] = [
  { fileName: 'playground.png', frame: { kind: 'page' }, play: syncMixedListings },
  { fileName: 'menu.png', frame: { kind: 'corner', width: 760, height: 290 }, play: openAddOnMenu },
  { fileName: 'connection.png', frame: { kind: 'sidebar', maxHeight: 700 }, play: testConnection },
  { fileName: 'mapping.png', frame: { kind: 'sidebar', maxHeight: 700 }, play: showMapping },
  { fileName: 'check.png', frame: { kind: 'sidebar', maxHeight: 720 }, play: checkPortalExport },
  { fileName: 'results.png', frame: { kind: 'sidebar', maxHeight: 900 }, play: syncAndShowResults },
  { fileName: 'delete.png', frame: { kind: 'sidebar', maxHeight: 560 }, play: askBeforeDeleting },
  { fileName: 'events-preview.png', frame: { kind: 'sidebar', maxHeight: 760 }, play: previewMessages },
  { fileName: 'events-rows.png', frame: { kind: 'page' }, play: takeMessagesIn },
  { fileName: 'events-requests.png', frame: { kind: 'page' }, play: syncWhatMessagesMade },
  { fileName: 'events-publish.png', frame: { kind: 'page' }, play: publishCorrectedRow },
  { fileName: 'events-inbox.png', frame: { kind: 'sidebar', maxHeight: 560 }, play: pollOwnMessage },
  { fileName: 'events-webhook.png', frame: { kind: 'sidebar', maxHeight: 740 }, play: tryWebhook },
];

/** Height of the sidebar's tabs, which stay in view, and a little air, in pixels. */
const TABS_HEIGHT = 52;

/** The listings in view: good ones, one under contract, incomplete and unreadable ones. */
const LAST_ROW_IN_VIEW = 17;

/** Columns that stay on screen, so that the statuses stand beside the listings they are about. */
const SHOWN_HEADERS = ['MLS number', 'Listing status', 'Bedrooms', 'Sync status', 'Sync detail', 'Synced at'];

/** One of the rows is refused by the platform, because a reader should see that as well. */
async function syncMixedListings(stage: Stage): Promise<void> {
  const { page, sidebar } = stage;
  await page.getByRole('button', { name: 'Refused row' }).click();
  await syncRows(stage, 2, LAST_ROW_IN_VIEW);
  hideColumnsExcept(stage, 'Listings', SHOWN_HEADERS);
  await page.getByRole('columnheader', { name: 'B', exact: true }).waitFor({ state: 'detached' });
  await goToProblem(stage);
  await scrollBelowTabs(sidebar.getByText('Rows', { exact: true }));
  await page.getByRole('list', { name: /^Requests/ }).evaluate((list) => list.scrollTo({ top: 0 }));
}

async function syncAndShowResults(stage: Stage): Promise<void> {
  await syncRows(stage, 10, 14);
  await goToProblem(stage);
}

async function goToProblem({ page, sidebar }: Stage): Promise<void> {
  await sidebar.getByRole('button', { name: /^Go to .*: Bedrooms/ }).click();
  await page.getByRole('rowheader', { name: '13', exact: true }).and(page.locator('.is-selected')).waitFor();
  await sidebar.getByRole('region', { name: 'Active tab' }).getByText('1 row selected').waitFor();
}

async function syncRows(stage: Stage, firstRowNumber: number, lastRowNumber: number): Promise<void> {
  await selectRows(stage, firstRowNumber, lastRowNumber);
  await stage.sidebar.getByRole('button', { name: /^Sync .*listings?$/ }).click();
  await stage.sidebar.getByRole('heading', { name: 'Sync finished' }).waitFor();
}

async function openAddOnMenu({ page }: Stage): Promise<void> {
  await page.getByRole('menuitem', { name: 'Extensions' }).click();
  await page.getByRole('menuitem', { name: 'Listing Sync' }).click();
  await page.getByRole('menuitem', { name: 'Sync selected listings' }).hover();
}

async function testConnection({ sidebar }: Stage): Promise<void> {
  await sidebar.getByRole('tab', { name: 'Settings' }).click();
  await sidebar.getByRole('button', { name: 'Test connection' }).click();
  await sidebar.getByText(/^Connected: /).waitFor();
}

async function showMapping({ page, sidebar }: Stage): Promise<void> {
  await openSheet(page, 'Portal export');
  await sidebar.getByRole('tab', { name: 'Mapping' }).click();
  await sidebar.getByRole('region', { name: /seldom has$/ }).waitFor();
}

async function checkPortalExport(stage: Stage): Promise<void> {
  const { page, sidebar } = stage;
  await openSheet(page, 'Portal export');
  await sidebar.getByRole('region', { name: 'Active tab' }).getByText('Portal export').waitFor();
  await sidebar.getByRole('combobox', { name: 'Rows' }).selectOption('tab');
  await sidebar.getByRole('button', { name: 'Check', exact: true }).click();
  await sidebar.getByRole('button', { name: /^Apply all/ }).waitFor();
  await scrollBelowTabs(sidebar.getByText('Rows', { exact: true }));
}

async function askBeforeDeleting(stage: Stage): Promise<void> {
  await selectRows(stage, 2, 4);
  const { sidebar } = stage;
  await sidebar.getByRole('radio', { name: 'Delete listings' }).check();
  await sidebar.getByRole('button', { name: /^Delete .*listings?…$/ }).click();
  await sidebar.getByRole('alertdialog').waitFor();
}

/** Twelve messages about five homes, pasted into a new tab. */
async function previewMessages({ page, sidebar }: Stage): Promise<void> {
  await page.getByRole('button', { name: 'Add sheet' }).click();
  await sidebar.getByRole('tab', { name: 'Automate' }).click();
  const text = LISTING_MESSAGES.map((message) => JSON.stringify(message)).join('\n');
  await sidebar.getByRole('textbox', { name: 'Messages about listings' }).fill(text);
  await sidebar.getByRole('button', { name: 'Preview' }).click();
  const preview = sidebar.getByRole('article', { name: 'Preview of the messages' });
  await preview.waitFor();
  await scrollBelowTabs(preview);
}

/** What they leave in the rows, beside what the listings are known by. */
async function takeMessagesIn(stage: Stage): Promise<void> {
  await takeIn(stage);
  hideColumnsExcept(stage, activeTabName(stage), [...HOME_HEADERS, 'Event status', 'Event detail', 'Event at']);
  await stage.page.getByRole('columnheader', { name: 'B', exact: true }).waitFor({ state: 'detached' });
}

/** Two of the rows are whole, but for their parking. */
async function syncWhatMessagesMade(stage: Stage): Promise<void> {
  const { page, sidebar } = stage;
  await page.getByRole('button', { name: 'Asks for less' }).click();
  await takeIn(stage);
  await sidebar.getByRole('tab', { name: 'Run' }).click();
  await selectRows(stage, 3, 4);
  await sidebar.getByRole('button', { name: 'Sync 2 listings' }).click();
  await sidebar.getByRole('button', { name: /^Send without it/ }).click();
  await page
    .getByRole('button', { name: /RealEstateUpdate/ })
    .nth(1)
    .waitFor();
  hideColumnsExcept(stage, activeTabName(stage), [...HOME_HEADERS, 'List price', 'Sync status', 'Sync detail']);
  await page.getByRole('columnheader', { name: 'B', exact: true }).waitFor({ state: 'detached' });
  await page
    .getByRole('button', { name: /RealEstateUpdate/ })
    .first()
    .click();
  await page.getByText('902114').last().waitFor();
}

/** What was published comes back, and changes nothing. */
async function pollOwnMessage(stage: Stage): Promise<void> {
  const { sidebar, playground } = stage;
  playground.pod.setEcho(true);
  await publishRow(stage);
  await sidebar.getByRole('button', { name: 'Poll now' }).click();
  await sidebar
    .getByText(/passed over \(messages that this file published\)\.$/)
    .first()
    .waitFor();
  await scrollBelowTabs(sidebar.getByText(/^Messages of .* go into/));
}

async function tryWebhook({ page, sidebar }: Stage): Promise<void> {
  await page.getByRole('button', { name: 'Add sheet' }).click();
  await sidebar.getByRole('tab', { name: 'Automate' }).click();
  await sidebar.getByText('Set up a webhook').click();
  await sidebar.getByText('The messages go into the tab you are on.').waitFor();
  await sidebar.getByRole('textbox', { name: 'Web app URL' }).fill(DEMO_WEB_APP_URL);
  await sidebar.getByRole('button', { name: 'Set up' }).click();
  await sidebar.getByText('Saved. Give the address to the sender').waitFor();
  await sidebar.getByRole('button', { name: 'Send a test message' }).click();
  await sidebar.getByText('The test message arrived.').waitFor();
  await scrollBelowTabs(sidebar.getByText(/^What the webhook brings goes into/));
}

async function publishCorrectedRow(stage: Stage): Promise<void> {
  await publishRow(stage);
  hideColumnsExcept(stage, activeTabName(stage), [...HOME_HEADERS, 'List price', 'Publish status', 'Publish detail']);
  await stage.page.getByRole('columnheader', { name: 'B', exact: true }).waitFor({ state: 'detached' });
}

async function publishRow(stage: Stage): Promise<void> {
  const { page, sidebar, playground } = stage;
  await takeIn(stage);
  await sidebar.getByText('Connect an inbox', { exact: true }).click();
  await sidebar.getByRole('textbox', { name: 'Address of the inbox' }).fill('playground.yodata.me');
  await sidebar.getByLabel('Key of the inbox').fill('demo-pod-key-1');
  await sidebar.getByRole('button', { name: 'Connect', exact: true }).click();
  await sidebar.getByRole('button', { name: 'Poll now' }).waitFor();
  playground.emulator.hands.type(activeTabName(stage), 'G3', '365000');
  await page.getByRole('rowheader', { name: '3', exact: true }).click();
  await sidebar.getByText('Publish rows as messages', { exact: true }).click();
  await sidebar.getByRole('button', { name: 'Publish', exact: true }).click();
  await sidebar.getByText('1 Published.', { exact: true }).waitFor();
}

/** Columns that say which home it is and how it stands. */
const HOME_HEADERS = ['MLS number', 'Listing status', 'Address'];

async function takeIn(stage: Stage): Promise<void> {
  await previewMessages(stage);
  await stage.sidebar.getByRole('button', { name: 'Take in' }).click();
  await stage.sidebar.getByRole('button', { name: 'Done' }).click();
}

function activeTabName({ playground }: Stage): string {
  const { hands } = playground.emulator;
  const tabId = hands.activeTabId();
  return hands.snapshot().tabs.find((tab) => tab.tabId === tabId)?.name ?? '';
}

/** Selects a block of rows with the mouse, and waits until the sidebar has noticed. */
async function selectRows({ page, sidebar }: Stage, firstRowNumber: number, lastRowNumber: number): Promise<void> {
  const rowHeader = (rowNumber: number) => page.getByRole('rowheader', { name: String(rowNumber), exact: true });
  await rowHeader(firstRowNumber).click();
  await rowHeader(lastRowNumber).click({ modifiers: ['Shift'] });
  const glance = sidebar.getByRole('region', { name: 'Active tab' });
  await glance.hover();
  await glance.getByText(`${lastRowNumber - firstRowNumber + 1} rows selected`).waitFor();
}

async function openSheet(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sheets' }).getByRole('button', { name, exact: true }).click();
  await page.getByRole('grid', { name: `Sheet ${name}` }).waitFor();
}

/** Scrolls the sidebar so that an element stands just below its row of tabs. */
async function scrollBelowTabs(element: Locator): Promise<void> {
  await element.evaluate((shown, tabsHeight) => {
    window.scrollBy({ top: shown.getBoundingClientRect().top - tabsHeight, behavior: 'instant' });
  }, TABS_HEIGHT);
}

/** Hides every column whose header is not named, as a person does who wants to see two ends of a wide sheet. */
function hideColumnsExcept({ playground }: Stage, tabName: string, headers: readonly string[]): void {
  const { hands } = playground.emulator;
  const [headerRow = []] = hands.values(tabName);
  for (const [index, header] of headerRow.entries()) {
    if (typeof header === 'string' && !headers.includes(header)) hands.hideColumns(tabName, index + 1, 1);
  }
}

/** A sync of thousands of listings in the playground's page, and how well the page bears it: for a test and for the bench. */
import type { Page } from '@playwright/test';
import type { Playground } from '../playground/serve/start-playground.ts';

/** What a large sync did to the page. */
export interface LargeSync {
  /** The longest stretch in which the page could do nothing else, in milliseconds; 0 where none was over 50 ms. */
  readonly longestTaskMs: number;
  /** The longest time between two things that moved on the page from the first request to the last, in milliseconds. */
  readonly longestStillMs: number;
  readonly durationMs: number;
  /** The most lines of the requests panel, and rows of the grid, that were in the document at once. */
  readonly mostLines: number;
  readonly mostGridRows: number;
}

const TAB_NAME = 'Many listings';

/** How long a run may take before it counts as hanging. */
const PATIENCE_MS = 300_000;

/** Watches the page from inside: it alone sees its tasks and what it draws. */
interface PageWatch {
  longestTaskMs: number;
  longestStillMs: number;
  mostLines: number;
  mostGridRows: number;
}

/**
 * Syncs `rowCount` made-up listings from the sidebar, and tells how the page bore it from the press to the end.
 * `onStart` is awaited just before the press.
 */
export async function syncManyListings(
  page: Page,
  playground: Playground,
  rowCount: number,
  { onStart }: { readonly onStart?: () => Promise<void> } = {},
): Promise<LargeSync> {
  const { hands } = playground.emulator;
  hands.addTab(TAB_NAME, manyListings(rowCount));
  await page.getByRole('navigation', { name: 'Sheets' }).getByRole('button', { name: TAB_NAME }).click();
  await page.getByRole('grid', { name: `Sheet ${TAB_NAME}` }).waitFor();
  hands.select(TAB_NAME, [`A2:A${rowCount + 1}`]);
  const sidebar = page.frameLocator('iframe[title="Listing Sync"]');
  await sidebar.getByText(`${rowCount.toLocaleString('en-US')} rows selected`).waitFor();
  await page.evaluate(watchPage);
  await onStart?.();
  const startedMs = performance.now();
  await sidebar.getByRole('button', { name: /^Sync/ }).click();
  await sidebar.getByRole('heading', { name: 'Sync finished' }).waitFor({ timeout: PATIENCE_MS });
  const durationMs = performance.now() - startedMs;
  const watch = await page.evaluate<PageWatch>('window.pageWatch');
  return { ...watch, durationMs };
}

/** Runs in the page, so it may use nothing from outside of itself. */
function watchPage(): void {
  const watch: PageWatch = { longestTaskMs: 0, longestStillMs: 0, mostLines: 0, mostGridRows: 0 };
  Object.assign(window, { pageWatch: watch });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      watch.longestTaskMs = Math.max(watch.longestTaskMs, duration);
    }
  }).observe({ type: 'longtask' });
  let movedMs: number | undefined;
  new MutationObserver(() => {
    const lineCount = document.querySelectorAll('.request-line').length;
    const nowMs = performance.now();
    watch.longestStillMs = Math.max(watch.longestStillMs, nowMs - (movedMs ?? nowMs));
    movedMs = lineCount === 0 ? undefined : nowMs;
    watch.mostLines = Math.max(watch.mostLines, lineCount);
    watch.mostGridRows = Math.max(watch.mostGridRows, document.querySelectorAll('.grid-row').length);
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
}

const HEADERS = [
  'MLS number',
  'Listing status',
  'Sale or rent',
  'Property type',
  'Address',
  'City',
  'State',
  'ZIP',
  'Location',
  'Sale price',
  'Currency symbol',
  'Bedrooms',
  'Bathrooms',
  'Building area',
  'Lot area',
  'Area unit',
  'Year built',
  'Parking spots',
  'Days on market',
  'Latitude',
  'Longitude',
  'Description',
  'Listing URL',
  'Images',
];

/** Listings that our own check finds nothing wrong with. */
function manyListings(count: number): readonly (readonly string[])[] {
  return [HEADERS, ...Array.from({ length: count }, (_, index) => listing(index + 1))];
}

function listing(number: number): readonly string[] {
  const key = `LARGE-${String(number).padStart(6, '0')}`;
  return [
    key,
    'Active',
    'for_sale',
    'Condo',
    `${number} Long Street`,
    'Chicago',
    'IL',
    '60640',
    'Uptown',
    String(200_000 + number),
    '$',
    String(1 + (number % 4)),
    '2',
    '1,150',
    '2,000',
    'Square Feet',
    String(1950 + (number % 70)),
    '1',
    String(number % 90),
    '41.96',
    '-87.65',
    `Home number ${number}, with a view of the street and a garden behind the house.`,
    `https://www.example.com/homes/${key.toLowerCase()}`,
    `https://images.example.com/${key.toLowerCase()}/1.jpg`,
  ];
}

/** Messages about listings, from a paste to the chatbot and back out again: by mouse alone, and by keyboard alone. */
import type { FrameLocator, Locator, Page } from '@playwright/test';
import { LISTING_MESSAGES } from '../../playground/demo/listing-messages.ts';
import type { Playground } from '../../playground/serve/start-playground.ts';
import { expect, test } from './fixtures.ts';
import { cellAt, columnCell, rowNumber, tabTo } from './spreadsheet-actions.ts';

/** The rows of two homes that are whole, but for their parking. */
const ORCHARD_ROW = 3;
const BARN_ROW = 4;
const PRICE_COLUMN = 6;

const TWELVE = LISTING_MESSAGES.map((message) => JSON.stringify(message)).join('\n');

/** How somebody works the page. */
interface Hands {
  press(control: Locator): Promise<void>;
  openTab(name: string): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  /** Selects the two rows. */
  selectRows(): Promise<void>;
  /** Types another price of the orchard into its cell. */
  correctPrice(price: string): Promise<void>;
}

function mouse(page: Page, sidebar: FrameLocator): Hands {
  return {
    press: (control) => control.click(),
    openTab: (name) => sidebar.getByRole('tab', { name }).click(),
    write: async (field, text) => {
      await field.click();
      await page.keyboard.insertText(text);
    },
    selectRows: async () => {
      await rowNumber(page, ORCHARD_ROW).click();
      await rowNumber(page, BARN_ROW).click({ modifiers: ['Shift'] });
    },
    correctPrice: async (price) => {
      await page.getByRole('grid').hover();
      await page.mouse.wheel(-9000, 0);
      await cellAt(page, ORCHARD_ROW, PRICE_COLUMN).dblclick();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(price);
      await rowNumber(page, ORCHARD_ROW).click();
    },
  };
}

function keyboard(page: Page, sidebar: FrameLocator): Hands {
  const goTo = async (row: number, columnIndex: number) => {
    await tabTo(page, page.getByRole('grid'), 'Shift+Tab');
    await page.keyboard.press('ControlOrMeta+Home');
    for (let down = 1; down < row; down += 1) await page.keyboard.press('ArrowDown');
    for (let right = 0; right < columnIndex; right += 1) await page.keyboard.press('ArrowRight');
  };
  return {
    press: async (control) => {
      await tabTo(page, control);
      await page.keyboard.press('Enter');
    },
    openTab: async (name) => {
      const wanted = sidebar.getByRole('tab', { name });
      await tabTo(page, sidebar.getByRole('tab', { selected: true }), 'Shift+Tab');
      for (let turns = 0; turns < 5 && (await wanted.getAttribute('aria-selected')) !== 'true'; turns += 1)
        await page.keyboard.press('ArrowRight');
    },
    write: async (field, text) => {
      await tabTo(page, field);
      await page.keyboard.insertText(text);
    },
    selectRows: async () => {
      await goTo(ORCHARD_ROW, 0);
      await page.keyboard.press('Shift+ArrowDown');
      await expect(page.getByLabel('Name box')).toHaveValue(`A${ORCHARD_ROW}:A${BARN_ROW}`);
      await page.keyboard.press('Shift+Space');
    },
    correctPrice: async (price) => {
      await goTo(ORCHARD_ROW, PRICE_COLUMN);
      await page.keyboard.type(price);
      await page.keyboard.press('Enter');
      await page.keyboard.press('ArrowUp');
    },
  };
}

/** Paste, preview, take in, sync. */
async function takeInAndSync(page: Page, sidebar: FrameLocator, hands: Hands): Promise<void> {
  await hands.press(page.getByRole('button', { name: 'Add sheet' }));
  await hands.openTab('Automate');
  await hands.write(sidebar.getByRole('textbox', { name: 'Messages about listings' }), TWELVE);
  await hands.press(sidebar.getByRole('button', { name: 'Preview' }));
  await expect(sidebar.getByText(/5 new, 2 updated, 2 removed, 1 stale, 1 aside, 1 passed over/)).toBeVisible();
  await expect(sidebar.getByText('77 Barn Hill')).toBeVisible();
  await expect(cellAt(page, 1, 0)).toHaveText('');
  await hands.press(sidebar.getByRole('button', { name: 'Take in' }));
  await expect(await columnCell(page, BARN_ROW, 'MLS number')).toHaveText('VT-77');
  await expect(await columnCell(page, ORCHARD_ROW, 'List price')).toHaveText('379900');
  await hands.openTab('Run');
  await hands.selectRows();
  await hands.press(sidebar.getByRole('button', { name: 'Sync 2 listings' }));
  await expect(sidebar.getByRole('heading', { name: 'Nothing was sent: 2 rows need a look' })).toBeVisible();
  await hands.press(sidebar.getByRole('button', { name: /^Send without it/ }));
  await expect(sidebar.getByText('2 requests')).toBeVisible();
}

/** What the chatbot was asked, field by field: what messages say, and nothing that no message says. */
function expectRequests({ platform }: Playground): void {
  const bodies = platform.journal.entries().map(({ body }) => body);
  expect(bodies).toMatchObject([
    {
      Key: 'https://www.lakeside.example/homes/31-orchard-lane/pid-441920310',
      KeyType: 'URL',
      MLSNumber: '902114',
      SaleType: 'for_sale',
      Status: 'Active',
      SalePrice: 379_900,
      Address: '31 Orchard Lane',
      City: 'Mill Falls',
      State: 'OH',
      ZIP: '45371',
      Bedrooms: 4,
      Bathrooms: 2.5,
      BuildingArea: 2410,
      YearBuilt: 2004,
      Latitude: 39.93,
      Longitude: -83.81,
      Description: 'The owners’ suite & a den look over the orchard – bring boots.\nNew roof in 2021.',
    },
    {
      Key: 'https://www.lakeside.example/homes/77-barn-hill',
      MLSNumber: 'VT-77',
      SaleType: 'for_sale',
      Status: 'PreOnMarket',
      SalePrice: 149_500,
      ZIP: '05401',
      Bedrooms: 2,
      Bathrooms: 1,
      BuildingArea: 940,
      YearBuilt: 1920,
      Address: '77 Barn Hill',
      Images: ['https://img.lakeside.example/barn/1.jpg'],
    },
  ]);
}

/** A corrected row goes out, and its message comes back to the inbox without changing anything. */
async function publishAndPoll(sidebar: FrameLocator, hands: Hands, { pod, emulator }: Playground, price: number) {
  await hands.openTab('Automate');
  const key = sidebar.getByLabel('Key of the inbox');
  const connected = sidebar.getByRole('button', { name: 'Poll now' });
  if (!(await connected.isVisible())) {
    await hands.press(sidebar.getByText('Connect an inbox', { exact: true }));
    await hands.write(sidebar.getByRole('textbox', { name: 'Address of the inbox' }), 'playground.yodata.me');
    await hands.write(key, 'demo-pod-key-1');
    await hands.press(sidebar.getByRole('button', { name: 'Connect', exact: true }));
    await expect(connected).toBeVisible();
  }
  pod.setEcho(true);
  await hands.press(sidebar.getByText('Publish rows as messages', { exact: true }));
  await hands.press(sidebar.getByRole('button', { name: 'Publish', exact: true }));
  await expect(sidebar.getByText('1 Published.', { exact: true })).toBeVisible();
  expect(pod.published().at(-1)).toMatchObject({
    topic: 'realestate/listing#update',
    data: { object: { originatingSystemKey: '902114', listingPrice: { price, priceCurrency: 'USD' } } },
  });
  const before = emulator.hands.snapshot().tabs;
  await hands.press(connected);
  await expect(sidebar.getByText(/passed over \(messages that this file published\)\.$/).first()).toBeVisible();
  expect(emulator.hands.snapshot().tabs).toEqual(before);
}

test.describe('Messages about listings', () => {
  test.slow();

  for (const [how, handsOf, price] of [
    ['mouse', mouse, 365_000],
    ['keyboard', keyboard, 355_000],
  ] as const) {
    test(`are pasted, synced, corrected, published and known again by ${how} alone`, async ({
      page,
      sidebar,
      playground,
    }) => {
      const hands = handsOf(page, sidebar);
      await page.getByRole('button', { name: 'Asks for less' }).click();
      if (how === 'keyboard') await page.getByRole('grid').focus();
      await takeInAndSync(page, sidebar, hands);
      expectRequests(playground);
      await hands.correctPrice(String(price));
      await publishAndPoll(sidebar, hands, playground, price);
    });
  }
});

/** A run over thousands of rows: the page draws what is in view, and no more. */
import { syncManyListings } from '../../scripts/large-sync.ts';
import { expect, test } from './fixtures.ts';
import { requestLines } from './spreadsheet-actions.ts';

const ROW_COUNT = 2_000;

test('a sync of thousands of listings draws a screenful of rows and request lines, and says how many there were', async ({
  page,
  playground,
}) => {
  test.setTimeout(300_000);
  const { mostLines, mostGridRows } = await syncManyListings(page, playground, ROW_COUNT);
  expect(playground.platform.journal.entries()).toHaveLength(ROW_COUNT);
  await expect(page.getByRole('button', { name: `Requests ${ROW_COUNT}` })).toBeVisible();
  await expect(page.getByText('Google did not answer')).toHaveCount(0);
  expect(mostLines).toBeLessThan(40);
  expect(mostGridRows).toBeLessThan(60);

  // The newest request is in view, the oldest can be reached, and both unfold.
  await expect(requestLines(page).last()).toContainText(String(ROW_COUNT));
  await page.getByRole('list', { name: /^Requests/ }).evaluate((list) => list.scrollTo({ top: 0 }));
  await requestLines(page).first().click();
  await expect(page.getByText('LARGE-000001').last()).toBeVisible();
});

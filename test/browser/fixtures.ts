/** What every browser test starts from: a playground of its own, opened in the browser. */
import { test as base, type FrameLocator } from '@playwright/test';
import { type Playground, startPlayground } from '../../playground/serve/start-playground.ts';

interface Fixtures {
  readonly playground: Playground;
  /** The page of the playground, loaded, with the sidebar open. */
  readonly sidebar: FrameLocator;
}

/** `test` with a playground. Whatever the page or the sidebar complains about in the console fails the test. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from its first parameter.
  playground: async ({}, use) => {
    const playground = await startPlayground({ port: 0 });
    await use(playground);
    await playground.close();
  },
  sidebar: [
    async ({ page, playground }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') {
          complaints.push(`${message.text()} ${message.location().url}`);
        }
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(playground.url);
      const sidebar = page.frameLocator('iframe[title="Listing Sync"]');
      await base.expect(sidebar.getByRole('tab', { name: 'Run' })).toBeVisible();
      await use(sidebar);
      base.expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';

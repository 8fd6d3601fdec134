/** Browser tests: two at a time, each with a playground of its own; the Chromium that is there, and nothing that leaves this machine. */
import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/find-browser.mjs';

// Without one Playwright says so when the first test starts; whoever only reads this file (knip does) needs none.
const executablePath = findBrowser();
// Workers load this file again; they need not search a second time.
if (executablePath !== undefined) process.env.LISTING_SYNC_CHROMIUM = executablePath;

/** Chromium refuses its sandbox to root; the rest keeps it from calling home. */
const args = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'test/browser',
  testMatch: '**/*.spec.ts',
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  // A browser on a busy machine misses a click now and then; what fails three times in a row is broken.
  retries: process.env.CI === undefined ? 0 : 2,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    launchOptions: executablePath === undefined ? { args } : { executablePath, args },
    // Recording costs every test a second or two; a failure in CI is run again anyway, and recorded then.
    trace: 'on-first-retry',
  },
});

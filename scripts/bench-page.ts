/** Measures how the playground's page bears a large sync in a headless Chromium: `npm run bench:page [-- rows]`. */
import { chromium } from '@playwright/test';
import { startPlayground } from '../playground/serve/start-playground.ts';
import { findBrowser } from './find-browser.mjs';
import { syncManyListings } from './large-sync.ts';

const DEFAULT_ROWS = 5_000;

const rowCount = Number(process.argv[2] ?? DEFAULT_ROWS);
if (!Number.isInteger(rowCount) || rowCount < 1) {
  console.error(`The number of rows must be a whole number, not "${process.argv[2]}".`);
  process.exit(2);
}
const executablePath = findBrowser();
if (executablePath === undefined) {
  console.error('There is no Chromium to measure with: run `node scripts/find-browser.mjs` first.');
  process.exit(1);
}

const playground = await startPlayground({ port: 0 });
const browser = await chromium.launch({
  executablePath,
  // Chromium refuses its sandbox to root.
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(playground.url);
  const sync = await syncManyListings(page, playground, rowCount, {
    onStart: () => browser.startTracing(page, { categories: ['toplevel'] }),
  });
  const busyMs = longestProcessorMs(await browser.stopTracing());
  const seconds = (sync.durationMs / 1000).toFixed(1);
  console.log(
    `page  ${rowCount} rows synced in ${seconds} s; longest task ${sync.longestTaskMs.toFixed(0)} ms by the clock and ${busyMs.toFixed(0)} ms of processor time; longest standstill ${sync.longestStillMs.toFixed(0)} ms; at most ${sync.mostGridRows} grid rows and ${sync.mostLines} request lines drawn`,
  );
} finally {
  await browser.close();
  await playground.close();
}

/** An event of Chromium's trace; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * The processor time of the longest task on the main threads of page and sidebar: unlike the clock it does not count
 * the time in which the machine was busy with something else.
 *
 * @see https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU "Trace Event Format", `tdur`
 * (read 2026-11-29).
 */
function longestProcessorMs(trace: Buffer): number {
  const { traceEvents }: { readonly traceEvents: readonly TraceEvent[] } = JSON.parse(trace.toString());
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && mainThreads.has(`${pid} ${tid}`),
  );
  return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur), 0) / 1000;
}

/**
 * Prints the peak of what a plan keeps alive, in bytes: `node --expose-gc --import tsx bench/print-peak-memory.ts plan.js 100000`.
 * Garbage is collected after each step of the plan before the heap is looked at. So the figure is what V8 needs at the least,
 * the same every time, and not how long it chose to wait before it cleaned up.
 */
import { readFile } from 'node:fs/promises';
import { functionsOf } from './plan-builds.ts';
import { contentOf } from './sheet-content.ts';
import { listingSheet } from './sheet-rows.ts';

const [file = '', rowCount = ''] = process.argv.slice(2);
const { planListings } = functionsOf({ planScript: await readFile(file, 'utf8'), runScripts: [] });
const content = contentOf(listingSheet(Number(rowCount)));
const before = liveBytes();
let peak = before;
planListings(content, () => {
  peak = Math.max(peak, liveBytes());
});
process.stdout.write(String(peak - before));

function liveBytes(): number {
  if (globalThis.gc === undefined) throw new Error('Node must be started with --expose-gc.');
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

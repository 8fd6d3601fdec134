/** What each kind of service call costs on the virtual clock: the one table behind every measured time. */

/** Costs in milliseconds; orders of magnitude from published measurements, meant for comparison, not prediction. */
export interface LatencyTable {
  /** Any call that only makes or asks a local object, such as `getRange` or `getA1Notation`. */
  readonly objectMs: number;
  /** A read that goes to the spreadsheet, whatever its size. */
  readonly sheetReadMs: number;
  readonly sheetReadPer1000CellsMs: number;
  /** A repeated look at a row's or column's state in the loaded grid, such as `isRowHiddenByFilter`. */
  readonly sheetGlanceMs: number;
  /** Putting a write into the buffer. */
  readonly sheetWriteMs: number;
  /** Sending the buffer: paid by `flush`, by the next read, or at the end. */
  readonly sheetFlushMs: number;
  readonly sheetFlushPer1000CellsMs: number;
  readonly propertyReadMs: number;
  readonly propertyWriteMs: number;
  readonly cacheReadMs: number;
  readonly cacheWriteMs: number;
  readonly lockMs: number;
  readonly triggerMs: number;
  /** Menus, sidebars, toasts. */
  readonly interfaceMs: number;
  /** Reading a file of the script project; nobody has published a figure, so it counts as much as showing one. */
  readonly fileReadMs: number;
  /** How long a person looks at an alert or prompt. The runtime limit does not count it. */
  readonly dialogMs: number;
  /** One request, from sending it to its answer. */
  readonly fetchMs: number;
  /** How many requests of one `fetchAll` are under way at once. */
  readonly fetchAllParallelism: number;
  /** Start of an execution: loading the script. */
  readonly startMs: number;
  /** Handing an e-mail in. */
  readonly mailMs: number;
}

/**
 * The defaults. Measured and published:
 *
 * - Properties 62–64 ms to set and 30–34 ms to get, cache 92 and 3–4 ms.
 *   @see https://ziritione.org/post/apps_script_performance (averages of 100 runs; read 2026-11-21)
 * - 4,000 cells written in under 50 ms without a flush and 610 ms with one; 400 flushes of a row in 12 s.
 *   @see https://ruby-bash.developreference.com/article/29263774/What+is+faster+ScriptDb+or+SpreadsheetApp
 *   ("What is faster: ScriptDb or SpreadsheetApp?", read 2026-11-21)
 * - 160 ms for a backend read repeated 1,000 times; 3 ms when the grid is already loaded.
 *   @see https://www.bugbugnow.net/2019/03/GoogleAppsScript-speed-up.html (read 2026-11-21)
 * - 0.16 ms for a call that stays on the object.
 *   @see https://tanaikech.github.io "Benchmark: Event Objects for Google Apps Script" (2018-04, read 2026-11-21)
 * - Requests of one `fetchAll` run in parallel, about 10–20 at a time; 0.5 s of overhead on 5 s answers.
 *   @see "Benchmark: fetchAll method in UrlFetch service" on https://tanaikech.github.io (2018-04) and
 *   https://magesheet.com/blog/apps-script-urlfetchapp-quotas-retries (read 2026-11-21)
 *
 * Published nowhere we looked, so set to what is like them:
 *
 * - An answer of the platform, 700 ms: every contender of the benchmark and its lower bound pay the same.
 * - Cells read, 25 ms per thousand: twice the 12 ms of a write that is not flushed.
 * - The start of an execution, 200 ms: pages that poll a script see several hundred for a whole call.
 * - A lock, 30 ms: as much as reading a property. Menus, sidebars and files of the project, 100 ms: as much as putting
 *   something into the cache. A trigger, 400 ms: as much as a write with its flush, and a little. An e-mail, 700 ms: as much
 *   as a request. All are rare in a run.
 */
export const DEFAULT_LATENCY: LatencyTable = {
  objectMs: 0.16,
  sheetReadMs: 160,
  sheetReadPer1000CellsMs: 25,
  sheetGlanceMs: 3,
  sheetWriteMs: 3,
  sheetFlushMs: 300,
  sheetFlushPer1000CellsMs: 140,
  propertyReadMs: 32,
  propertyWriteMs: 63,
  cacheReadMs: 4,
  cacheWriteMs: 92,
  lockMs: 30,
  triggerMs: 400,
  interfaceMs: 100,
  fileReadMs: 100,
  dialogMs: 3000,
  fetchMs: 700,
  fetchAllParallelism: 20,
  startMs: 200,
  mailMs: 700,
};

/** Measures the processor time of read → plan → requests, next to that of `JSON.stringify` over the same bodies. */

import { plannerOf } from '../src/core/actions/planner-of.ts';
import { toBatches } from '../src/core/actions/to-batches.ts';
import { planRows } from '../src/core/engine/plan-rows.ts';
import { collectRunRows } from '../src/core/engine/run-rows.ts';
import { findStatusColumns } from '../src/core/own-cells/status-columns.ts';
import { type ApiRequest, buildRequest } from '../src/core/platform/request.ts';
import { DEFAULT_TAB_SETTINGS } from '../src/core/settings/tab-settings.ts';
import { findHeaderRow } from '../src/core/sheet/find-header-row.ts';
import { type CellValue, SAMPLE_ROWS, type Table } from '../src/core/sheet/table.ts';
import { cpuMsOf } from './cpu-time.ts';
import { type BenchSheet, listingSheet } from './sheet-rows.ts';

/** Processor time at one size, in milliseconds per 1,000 rows; the best of several rounds. */
export interface CpuResult {
  readonly rowCount: number;
  readonly planMsPer1000Rows: number;
  readonly stringifyMsPer1000Rows: number;
}

const ADDRESS = { baseUrl: 'https://usapi.hottask.com', authHeader: 'Authorization' } as const;
const CHATBOT_ID = '3254a9d0424c4806b9ea3d0763abcdef';
const CONTEXT = { locale: 'en_US', today: '2026-11-21' };

/** Rows worked through at each size, so that small sizes are measured over as much work as large ones. */
const ROWS_PER_ROUND = 20_000;
const ROUNDS = 12;

/** What Google hands over: what the cells hold, and what they show. */
interface SheetContent {
  readonly values: readonly (readonly CellValue[])[];
  readonly texts: readonly (readonly string[])[];
}

/** Measures listings at the given sizes. */
export function measureCpu(rowCounts: readonly number[]): readonly CpuResult[] {
  // The first rounds only let the engine warm up.
  measureAt(1000);
  return rowCounts.map(measureAt);
}

function measureAt(rowCount: number): CpuResult {
  const content = contentOf(listingSheet(rowCount));
  const repeats = Math.max(1, Math.round(ROWS_PER_ROUND / rowCount));
  const bodies = requestsOf(content).map((request): unknown => JSON.parse(request.payload));
  const [planMs, stringifyMs] = bestCpuMs(repeats, [
    () => requestsOf(content),
    () => bodies.map((body) => JSON.stringify(body)),
  ]);
  const per1000Rows = (ms = 0) => (ms / rowCount) * 1000;
  return { rowCount, planMsPer1000Rows: per1000Rows(planMs), stringifyMsPer1000Rows: per1000Rows(stringifyMs) };
}

/** The way of the data from the sheet's content to the requests of a first sync. */
function requestsOf({ values, texts }: SheetContent): readonly ApiRequest[] {
  const table = tableOf({ values, texts });
  const plannerFor = plannerOf({
    table,
    tabName: 'Listings',
    settings: DEFAULT_TAB_SETTINGS,
    serialNumber: CHATBOT_ID,
    context: CONTEXT,
  });
  const collected = collectRunRows(table.rows, findStatusColumns(table.headers), 'sync', plannerFor, false);
  if (!collected.ok) throw new Error(collected.error.message);
  const sends = planRows(collected.value.rows).flatMap((row) => (row.kind === 'send' ? [row.send] : []));
  if (sends.length !== table.rows.length) throw new Error('Every row of the benchmark should be sent.');
  return toBatches(sends).map((batch) => buildRequest(batch.call, ADDRESS));
}

function tableOf({ values, texts }: SheetContent): Table {
  const headerIndex = findHeaderRow(values);
  if (headerIndex === undefined) throw new Error('The sheet has no header row.');
  const rows = values.slice(headerIndex + 1).map((rowValues, offset) => ({
    rowNumber: headerIndex + 2 + offset,
    values: rowValues,
    texts: texts[headerIndex + 1 + offset] ?? [],
  }));
  const headers = (texts[headerIndex] ?? []).map((header) => header.trim());
  return { headers, headerRowNumber: headerIndex + 1, rows, sampleRows: rows.slice(0, SAMPLE_ROWS) };
}

/** The sheet as Google would hold it: numbers and prices as numbers, a leading apostrophe gone, the rest as typed. */
function contentOf({ headers, rows }: BenchSheet): SheetContent {
  const texts = [headers, ...rows].map((row) => row.map((typed) => typed.replace(/^'/, '')));
  const values = [headers, ...rows].map((row) =>
    row.map((typed) =>
      /^-?\$?[\d,]*\.?\d+$/.test(typed) ? Number(typed.replace(/[$,]/g, '')) : typed.replace(/^'/, ''),
    ),
  );
  return { values, texts };
}

/**
 * Processor time of one call of each piece of work, in milliseconds. What else runs on the machine can only make a round
 * slower, so the best counts; and the pieces take turns, so that all of them have the same neighbours.
 */
function bestCpuMs(repeats: number, works: readonly (() => unknown)[]): readonly number[] {
  const best = works.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round += 1) {
    works.forEach((work, index) => {
      const ms = cpuMsOf(() => {
        for (let repeat = 0; repeat < repeats; repeat += 1) work();
      });
      best[index] = Math.min(best[index] ?? ms, ms / repeats);
    });
  }
  return best;
}

/** Counts what the nights of a week send of listings whose days on the market are counted from a date. */

import { plannerOf } from '../src/core/actions/planner-of.ts';
import { planRows } from '../src/core/engine/plan-rows.ts';
import { collectRunRows } from '../src/core/engine/run-rows.ts';
import { NOTHING_KNOWN } from '../src/core/ledger/known-keys.ts';
import { decideTab } from '../src/core/mapping/decide-tab.ts';
import { findStatusColumns } from '../src/core/own-cells/status-columns.ts';
import { DEFAULT_TAB_SETTINGS } from '../src/core/settings/tab-settings.ts';
import { SAMPLE_ROWS, type Table, type TableRow } from '../src/core/sheet/table.ts';
import { contentOf } from './sheet-content.ts';
import { type BenchSheet, listingSheet } from './sheet-rows.ts';

/** The nights after a first sync. */
export interface NightsResult {
  /** All of them have the date from which their days are counted. */
  readonly listings: number;
  /** Listings whose price somebody has changed before each night. */
  readonly changed: number;
  /** Listings that each night sends, in order. */
  readonly sent: readonly number[];
}

const CHANGED = 100;
const DAYS = ['21', '22', '23', '24', '25', '26', '27', '28'];

/** Syncs the listings, and again in each of the seven nights that follow. */
export function measureNights(listings: number): NightsResult {
  const sheet = datedSheet(listings);
  const confirmed = new Map<number, string>();
  const [, ...sent] = DAYS.map((day, night) => {
    const contents = night === 0 ? sheet : withPrices(sheet, night);
    const fingerprints = planNight(contents, `2026-11-${day}`);
    const news = [...fingerprints].filter(([row, fingerprint]) => confirmed.get(row) !== fingerprint);
    for (const [row, fingerprint] of news) confirmed.set(row, fingerprint);
    return news.length;
  });
  return { listings, changed: CHANGED, sent };
}

/** The fingerprint of every row, by its number. */
function planNight(sheet: BenchSheet, today: string): ReadonlyMap<number, string> {
  const table = tableOf(sheet);
  const context = { locale: 'en_US', today };
  const decisions = decideTab(table, DEFAULT_TAB_SETTINGS, context);
  const plannerFor = plannerOf({
    table,
    tabName: 'Listings',
    settings: DEFAULT_TAB_SETTINGS,
    decisions,
    context,
    serialNumber: '3254a9d0424c4806b9ea3d0763abcdef',
  });
  const collected = collectRunRows(table.rows, findStatusColumns(table.headers), 'sync', plannerFor, false);
  if (!collected.ok) throw new Error(collected.error.message);
  const sends = planRows(collected.value.rows, NOTHING_KNOWN).flatMap((row) => (row.kind === 'send' ? [row.send] : []));
  if (sends.length !== table.rows.length) throw new Error('Every row of the benchmark should be sent.');
  return new Map(sends.map(({ rowNumber, fingerprint }) => [rowNumber, fingerprint]));
}

/** The listings of the benchmark, all on the market, with the day on which that began instead of a number of days. */
function datedSheet(listings: number): BenchSheet {
  const { headers, rows, ...rest } = listingSheet(listings);
  const days = headers.indexOf('Days on market');
  const status = headers.indexOf('Listing status');
  return {
    ...rest,
    headers: headers.with(days, 'List date'),
    rows: rows.map((row, index) => row.with(days, `2026-${10 - (index % 9)}-11`).with(status, 'Active')),
  };
}

/** The sheet as it is before a night: some prices are new, of others each time, and stay as they are. */
function withPrices(sheet: BenchSheet, night: number): BenchSheet {
  const price = sheet.headers.indexOf(sheet.editedHeader);
  const step = Math.floor(sheet.rows.length / CHANGED);
  const isEdited = (index: number) => index % step < night && index < step * CHANGED;
  return { ...sheet, rows: sheet.rows.map((row, index) => (isEdited(index) ? row.with(price, '$555,000') : row)) };
}

function tableOf(sheet: BenchSheet): Table {
  const { values, texts } = contentOf(sheet);
  const rows: readonly TableRow[] = values
    .slice(1)
    .map((row, index) => ({ rowNumber: index + 2, values: row, texts: texts[index + 1] ?? [] }));
  return { headers: sheet.headers, headerRowNumber: 1, rows, sampleRows: rows.slice(0, SAMPLE_ROWS) };
}

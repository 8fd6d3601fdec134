/** Reads a small sheet from its header row and rows, the whole way from the headers to what would be sent. */

import type { ListingReading } from '../../../src/core/listing/listing-reading.ts';
import { listingReader } from '../../../src/core/listing/read-listing.ts';
import { decideTab } from '../../../src/core/mapping/decide-tab.ts';
import { decidedContext, mapTab } from '../../../src/core/mapping/map-tab.ts';
import { DEFAULT_TAB_SETTINGS, type TabSettings } from '../../../src/core/settings/tab-settings.ts';
import { type CellValue, plainText, type Table } from '../../../src/core/sheet/table.ts';
import { contextOf } from '../listing/cells.ts';

/** What each row of the sheet reads as, in an American sheet on 21 November 2026. */
export function readSheet(
  headers: readonly string[],
  ...rows: readonly (readonly CellValue[])[]
): readonly ListingReading[] {
  return readSheetWith(DEFAULT_TAB_SETTINGS, headers, ...rows);
}

/** The same with a person's settings of the tab. */
export function readSheetWith(
  settings: TabSettings,
  headers: readonly string[],
  ...rows: readonly (readonly CellValue[])[]
): readonly ListingReading[] {
  const table: Table = {
    headers,
    headerRowNumber: 1,
    rows: rows.map((values, index) => ({ rowNumber: index + 2, values, texts: values.map(plainText) })),
    sampleRows: [],
  };
  const decisions = decideTab(table, settings, contextOf());
  const mapped = mapTab(table, settings, decisions);
  const read = listingReader(mapped.resolved.sources, settings, decidedContext(contextOf(), mapped));
  return table.rows.map((row) => read(row));
}

/** One field of every row; what is wrong with it where the row is held because of it. */
export function valuesOf(
  field: keyof ListingReading['values'],
  readings: readonly ListingReading[],
): readonly unknown[] {
  return readings.map(({ values, problems }) => {
    const problem = problems.find((one) => one.field === field);
    return problem === undefined ? values[field] : problem.message;
  });
}

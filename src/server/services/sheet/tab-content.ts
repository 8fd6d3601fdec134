/** What was read of a tab. */
import { findStatusColumns, type StatusColumnIndexes } from '../../../core/own-cells/status-columns.ts';
import type { Table, TableRow } from '../../../core/sheet/table.ts';
import type { ReadValues } from './cell-values.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What was read of a tab. */
export interface TabContent {
  readonly sheet: Sheet;
  readonly tabId: number;
  readonly tabName: string;
  readonly table: Table;
  /** Where the add-on's columns are, as far as there are any. */
  readonly own: StatusColumnIndexes;
  /** The last row of the tab that holds anything, whether or not it was read. */
  readonly lastRowNumber: number;
  /** Reads more of it; what was worked out of its dates serves again. */
  readonly read: ReadValues;
}

/** The part of a tab that an execution of a run works on. */
export interface QueuedContent extends TabContent {
  /** Whether further rows wait in the run beyond those that were read. */
  readonly hasMore: boolean;
  /** How many of the rows that were read waited when their marks were read, a moment before. */
  readonly waitingRows: number;
  /** All rows of the tab below the header, with the values of some columns at least. */
  readonly readColumns: (columnIndexes: readonly number[]) => readonly TableRow[];
}

/** What was read of a tab, and where the columns of the add-on are in it. */
export function toContent(
  sheet: Sheet,
  read: ReadValues,
  tabName: string,
  table: Table,
  lastRowNumber: number,
): TabContent {
  return {
    sheet,
    read,
    tabId: sheet.getSheetId(),
    tabName,
    table,
    own: findStatusColumns(table.headers),
    lastRowNumber,
  };
}

/** The add-on's own columns: where they are, what they hold, and whether they are really ours. */

import { type TableRow, textAt } from '../sheet/table.ts';
import { STATUS_COLUMNS, type StatusColumn, statusColumnOf } from '../words/own-headers.ts';
import { SYNC_STATUSES, type SyncStatus } from '../words/statuses.ts';

/** Column indexes of the add-on's columns that a tab has. */
export type StatusColumnIndexes = { readonly [Column in StatusColumn]?: number };

/** Column indexes once all four exist. */
export type AllStatusColumnIndexes = { readonly [Column in StatusColumn]: number };

/** The four texts of one row. `''` everywhere for a row no run has touched. */
export interface StatusCells {
  readonly status: string;
  readonly detail: string;
  readonly syncedAt: string;
  readonly mark: string;
}

/** Where the add-on's columns are; the first one counts where a header stands twice. */
export function findStatusColumns(headers: readonly string[]): StatusColumnIndexes {
  const found: { [Column in StatusColumn]?: number } = {};
  headers.forEach((header, columnIndex) => {
    const column = statusColumnOf(header);
    if (column !== undefined && found[column] === undefined) found[column] = columnIndex;
  });
  return found;
}

/** The indexes when all four columns exist, else `undefined`. */
export function allStatusColumns(found: StatusColumnIndexes): AllStatusColumnIndexes | undefined {
  const { status, detail, syncedAt, mark } = found;
  if (status === undefined || detail === undefined || syncedAt === undefined || mark === undefined) {
    return undefined;
  }
  return { status, detail, syncedAt, mark };
}

/** The cells of a row that no run has touched: one value for all of them, since a first run may have a hundred thousand. */
const UNTOUCHED: StatusCells = { status: '', detail: '', syncedAt: '', mark: '' };

/** What a row's own cells hold, as shown. */
export function statusCellsOf(row: TableRow, found: StatusColumnIndexes): StatusCells {
  const text = (columnIndex: number | undefined) => (columnIndex === undefined ? '' : textAt(row, columnIndex));
  const status = text(found.status).trim();
  const detail = text(found.detail);
  const syncedAt = text(found.syncedAt);
  const mark = text(found.mark).trim();
  const isUntouched = status === '' && detail === '' && syncedAt === '' && mark === '';
  return isUntouched ? UNTOUCHED : { status, detail, syncedAt, mark };
}

/** The status word of a cell, or `undefined` for blank and foreign text. */
export function readStatus(text: string): SyncStatus | undefined {
  return SYNC_STATUSES.find((entry) => entry.status === text.trim())?.status;
}

/**
 * The column that only shares its header with one of the add-on's, if any. The columns are the add-on's when what stands in
 * the mark cells, or in the status cells where of all four only the mark column was deleted, is what runs write;
 * otherwise a column of that name that holds anything is somebody else's. (A formula is the other sign; only the server
 * sees formulas.)
 *
 * @param isOwnMark Whether a run may have written this text.
 */
export function foreignStatusColumn(
  found: StatusColumnIndexes,
  rows: readonly TableRow[],
  isOwnMark: (text: string) => boolean,
): StatusColumn | undefined {
  const textsOf = (column: StatusColumn) => rows.map((row) => statusCellsOf(row, found)[column].trim());
  const holdsText = (column: StatusColumn) => textsOf(column).some((text) => text !== '');
  const isOwn =
    found.mark === undefined
      ? found.detail !== undefined &&
        found.syncedAt !== undefined &&
        holdsText('status') &&
        textsOf('status').every((text) => text === '' || readStatus(text) !== undefined)
      : (found.status !== undefined || holdsText('mark')) && textsOf('mark').every(isOwnMark);
  return isOwn ? undefined : STATUS_COLUMNS.find((column) => found[column] !== undefined && holdsText(column));
}

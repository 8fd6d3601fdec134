/** Makes sure that a tab has the add-on's own columns, that they are the add-on's, and that they can be written. */
import { isMarkCell } from '../../../core/own-cells/mark-cell.ts';
import {
  type AllStatusColumnIndexes,
  allStatusColumns,
  foreignStatusColumn,
  type StatusColumnIndexes,
} from '../../../core/own-cells/status-columns.ts';
import { columnLetters } from '../../../core/sheet/column-letters.ts';
import { type ColumnRun, columnRuns } from '../../../core/sheet/column-runs.ts';
import { plainText, type Table, type TableRow } from '../../../core/sheet/table.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';
import { STATUS_COLUMNS, STATUS_HEADERS, type StatusColumn } from '../../../core/words/own-headers.ts';
import { colourStatusColumn } from './status-colours.ts';
import type { TabContent } from './tab-content.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Width of the detail column in pixels, for about fifty characters. */
export const DETAIL_WIDTH = 360;

/** Width of the time column, for a date and a time. */
export const TIME_WIDTH = 150;

/** Text format: whatever is written stays text, never a formula, a date or a number. */
export const TEXT_FORMAT = '@';

/** Where the add-on's columns are, or will be. */
export interface StatusPlaces {
  readonly own: AllStatusColumnIndexes;
  /** Those that are still to be made; absent when there are all. */
  readonly newColumns?: NewColumns;
}

/** Columns that are made together with the first write, when a look has shown that their places are still free. */
export interface NewColumns {
  readonly columns: readonly StatusColumn[];
  /** How many columns the grid has, where it has to grow for them: then they are inserted, and take no cell of anybody's. */
  readonly insertedInto?: number;
  /** Makes them; nothing shows, and no refusal either, before the next flush. What comes back takes rules and hiding back. */
  make(): () => void;
}

/**
 * Finds the place of the add-on's four columns, and makes sure that those which are there are the add-on's and can be
 * written. Nothing is written.
 */
export function placeStatusColumns(tab: TabContent): Result<StatusPlaces, Failure> {
  const foreign = foreignColumn(tab);
  if (foreign !== undefined) return failure(foreign);
  const missing = STATUS_COLUMNS.filter((column) => tab.own[column] === undefined);
  const own = allStatusColumns({ ...tab.own, ...newColumnIndexes(tab.table, missing) });
  if (own === undefined) throw new Error('A status column has no place.');
  if (missing.length > 0) return success({ own, newColumns: planColumns(tab, own, missing) });
  const merged = mergedCells(tab, own);
  return merged === undefined ? success({ own }) : failure(failures.cellsMerged(merged));
}

function planColumns(tab: TabContent, own: AllStatusColumnIndexes, missing: readonly StatusColumn[]): NewColumns {
  // Before the look at the rows: between the look and the write nothing is asked, or rows would have longer to move unseen.
  const rulesBefore = tab.sheet.getConditionalFormatRules();
  // Google does not say when a range beyond the grid is refused, so the grid is asked for its size.
  const gridColumns = tab.sheet.getMaxColumns();
  const isInserted = Math.max(...missing.map((column) => own[column])) + 1 > gridColumns;
  const make = () => {
    if (isInserted) tab.sheet.insertColumnsAfter(tab.table.headers.length, missing.length);
    return createColumns(tab, own, missing, rulesBefore);
  };
  return { columns: missing, make, ...(isInserted && { insertedInto: gridColumns }) };
}

function foreignColumn(tab: TabContent): Failure | undefined {
  const twin = STATUS_COLUMNS.find(
    (column) => tab.table.headers.filter((header) => header === STATUS_HEADERS[column]).length > 1,
  );
  if (twin !== undefined) {
    const letters = tab.table.headers.flatMap((header, columnIndex) =>
      header === STATUS_HEADERS[twin] ? [columnLetters(columnIndex)] : [],
    );
    return failures.duplicateHeaders(STATUS_HEADERS[twin], letters.join(' and '));
  }
  const withFormula = hasMarks(tab)
    ? undefined
    : columnRuns(Object.values(tab.own)).find((run) => holdsFormula(tab, run));
  if (withFormula !== undefined) {
    const { firstColumnIndex, count } = withFormula;
    const headers = tab.table.headers.slice(firstColumnIndex, firstColumnIndex + count).join(', ');
    return failures.statusHeaderTaken(headers, 'holds a formula');
  }
  const foreign = foreignStatusColumn(tab.own, tab.table.rows, isMarkCell);
  return foreign === undefined ? undefined : failures.statusHeaderTaken(STATUS_HEADERS[foreign], whyForeign(tab.own));
}

function whyForeign({ mark }: StatusColumnIndexes): string {
  return mark === undefined
    ? 'holds text, and not all the other columns of Listing Sync are there'
    : 'holds text that Listing Sync never writes';
}

/** A mark is written by runs only, so where one stands the columns are known to be the add-on's, whatever was typed into them. */
function hasMarks({ table, own }: TabContent): boolean {
  const { mark } = own;
  if (mark === undefined) return false;
  const markOf = ({ values }: TableRow) => plainText(values[mark] ?? '').trim();
  return (table.allRows?.() ?? table.rows).some((row) => markOf(row) !== '' && isMarkCell(markOf(row)));
}

function holdsFormula(tab: TabContent, run: ColumnRun): boolean {
  const formulas = runRange(tab, run, tab.lastRowNumber - tab.table.headerRowNumber + 1).getFormulas();
  return formulas.some((row) => row.some((formula) => formula !== ''));
}

/** A tab as far as its own columns are concerned. */
interface EditedTab {
  readonly sheet: Sheet;
  readonly table: Pick<Table, 'headerRowNumber' | 'rows'>;
}

/** The cells of columns that stand side by side, from the header row down. */
function runRange(
  { sheet, table }: EditedTab,
  { firstColumnIndex, count }: ColumnRun,
  rowCount: number,
): GoogleAppsScript.Spreadsheet.Range {
  return sheet.getRange(table.headerRowNumber, firstColumnIndex + 1, rowCount, count);
}

function newColumnIndexes(table: Table, missing: readonly StatusColumn[]): StatusColumnIndexes {
  return Object.fromEntries(missing.map((column, position) => [column, table.headers.length + position]));
}

/** Whether the person may write those of the add-on's columns. */
export function canEditColumns(tab: EditedTab, columns: StatusColumnIndexes): boolean {
  const lastRowNumber = Math.max(tab.table.headerRowNumber, ...tab.table.rows.slice(-1).map((row) => row.rowNumber));
  const rowCount = lastRowNumber - tab.table.headerRowNumber + 1;
  return columnRuns(Object.values(columns)).every((run) => runRange(tab, run, rowCount).canEdit());
}

/** What Sheets may refuse comes first: nothing after it is done then. */
function createColumns(
  tab: TabContent,
  own: AllStatusColumnIndexes,
  missing: readonly StatusColumn[],
  rulesBefore: readonly GoogleAppsScript.Spreadsheet.ConditionalFormatRule[],
): () => void {
  const { sheet, table } = tab;
  // New columns stand side by side at the right end.
  const firstColumnNumber = Math.min(...missing.map((column) => own[column])) + 1;
  const bold = SpreadsheetApp.newTextStyle().setBold(true).build();
  const boldHeader = (column: StatusColumn) =>
    SpreadsheetApp.newRichTextValue().setText(STATUS_HEADERS[column]).setTextStyle(bold).build();
  sheet
    .getRange(table.headerRowNumber, firstColumnNumber, 1, missing.length)
    .setRichTextValues([missing.map(boldHeader)]);
  if (missing.includes('detail')) sheet.setColumnWidth(own.detail + 1, DETAIL_WIDTH);
  if (missing.includes('syncedAt')) sheet.setColumnWidth(own.syncedAt + 1, TIME_WIDTH);
  if (missing.includes('mark')) sheet.hideColumns(own.mark + 1);
  if (missing.includes('status'))
    colourStatusColumn(sheet, columnLetters(own.status), table.headerRowNumber, rulesBefore);
  return () => {
    if (missing.includes('mark')) sheet.showColumns(own.mark + 1);
    sheet.setConditionalFormatRules([...rulesBefore]);
  };
}

/**
 * Cells of the add-on's columns that were merged, such as `V3:V5`: all but the first of them swallow what is written, and show
 * what another row says. `undefined` where there are none.
 */
export function mergedCells(tab: TabContent, own: AllStatusColumnIndexes): string | undefined {
  const rowCount = Math.max(1, tab.lastRowNumber - tab.table.headerRowNumber + 1);
  const merged = columnRuns(Object.values(own)).flatMap((run) => runRange(tab, run, rowCount).getMergedRanges());
  return merged[0]?.getA1Notation();
}

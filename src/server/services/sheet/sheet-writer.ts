/** Writes the add-on's cells of rows as text, after finding each row again. The only writer of rows. */

import { type CellBlock, cellsToProtect, isRiskyText } from '../../../core/own-cells/cell-blocks.ts';
import {
  misplacedCells,
  type OverwrittenCell,
  overwrittenCells,
  overwrittenHeaders,
  tableSeen,
  wholeColumns,
} from '../../../core/own-cells/overwritten-cells.ts';
import {
  headerTexts,
  type Placement,
  placeUnmoved,
  placeWrites,
  toldFromTwins,
} from '../../../core/own-cells/place-writes.ts';
import {
  debrisWrites,
  hasSameColumns,
  isTorn,
  mayBeTwins,
  repairedPlacement,
  strayWrites,
} from '../../../core/own-cells/read-back.ts';
import type { StatusWrite } from '../../../core/own-cells/row-cells.ts';
import { type AllStatusColumnIndexes, findStatusColumns } from '../../../core/own-cells/status-columns.ts';
import { exceptionText } from '../../../core/platform/fetch-exception.ts';
import { columnLetters } from '../../../core/sheet/column-letters.ts';
import type { RowWindow } from '../../../core/sheet/row-window.ts';
import { type CellValue, plainText } from '../../../core/sheet/table.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';
import { isStatusHeader, STATUS_COLUMNS, STATUS_HEADERS } from '../../../core/words/own-headers.ts';
import { putBackWords } from '../../../core/words/put-back.ts';
import { isOnlyViewer } from '../viewer.ts';
import { lookAt, lookBackAt, type StatusTarget } from './look-at-rows.ts';
import { canEditColumns, TEXT_FORMAT } from './own-columns.ts';
import { refusingCellAmong } from './refusing-cell.ts';

/** What became of a write. */
export interface WriteResult {
  /** The writes whose row is gone or no longer certain: nothing was written for them. */
  readonly unplaced: readonly StatusWrite[];
  /** Whether rows or columns moved since the tab was read, so that what was planned may be out of date. */
  readonly hasMoved: boolean;
  /** What was written, where it was put. */
  readonly written: readonly StatusWrite[];
  /** What else a person has to know, as a sentence. */
  readonly note?: string;
}

/** What a write has to do with besides its rows. */
export interface WriteBeside {
  /** What the execution has written before. */
  readonly earlier: readonly (readonly StatusWrite[])[];
  /** Writes what must go with the same flush, wherever it is. */
  readonly along: (() => void) | undefined;
}

/**
 * Writes the cells of rows after finding each row again, and reads back whether each got its own; one look, one write and one
 * look back when nothing has moved.
 */
export function writeStatus(
  target: StatusTarget,
  wanted: readonly StatusWrite[],
  { earlier, along }: WriteBeside,
): Result<WriteResult, Failure> {
  if (wanted.length === 0) {
    along?.();
    if (along !== undefined) SpreadsheetApp.flush();
    return success({ unplaced: [], hasMoved: false, written: [] });
  }
  const { sheet, read, ground, newColumns } = target;
  const writes = ground.runId === undefined ? toldFromTwins(ground, wanted) : wanted;
  const window = lookAt(target, writes);
  if (newColumns !== undefined && !areBlank(window, target)) return failure(whyNoColumns(target));
  const unmoved = window && placeUnmoved(window, ground, writes);
  try {
    const unmake = newColumns?.make();
    const seen = unmoved === undefined ? read(sheet.getDataRange()) : undefined;
    const placement = unmoved ?? placeWrites(seen ?? [], ground, writes);
    if (placement === undefined) return failure(failures.statusColumnsGone(sheet.getName()));
    along?.();
    protectTexts(target, placement);
    for (const block of placement.blocks) setTexts(target, block);
    return readBack(target, placement, { earlier, unmake, seen });
  } catch (exception) {
    const why = whyNotWritten(target, exception);
    sweep(target, writes);
    return failure(why);
  }
}

/**
 * Makes cells text cells in the flush that fills them: nothing that comes from a cell or an answer may become a formula, not
 * even for a moment, and a row may have come without the format of the columns.
 */
function protectTexts({ sheet }: StatusTarget, { blocks, own }: Placement): void {
  const cells = cellsToProtect(blocks, own);
  if (cells.length === 0) return;
  const a1s = cells.map(({ columnNumber, firstRowNumber, rowCount }) => {
    const letters = columnLetters(columnNumber - 1);
    return `${letters}${firstRowNumber}:${letters}${firstRowNumber + rowCount - 1}`;
  });
  sheet.getRangeList(a1s).setNumberFormat(TEXT_FORMAT);
}

function setTexts({ sheet }: StatusTarget, { firstRowNumber, firstColumnNumber, texts }: CellBlock): void {
  sheet
    .getRange(firstRowNumber, firstColumnNumber, texts.length, texts[0]?.length ?? 0)
    .setValues(texts.map((row) => [...row]));
}

/** What is needed where a write is not found where it was put. */
interface Recourse {
  readonly earlier: readonly (readonly StatusWrite[])[];
  /** Takes rules and hiding of new columns back; absent where none were made. */
  readonly unmake: (() => void) | undefined;
  /** What the whole tab held right before, where rows had moved by then. */
  readonly seen: readonly (readonly CellValue[])[] | undefined;
}

/**
 * Sends what was written and looks at it: between the look and the write rows may have moved, headers of new columns may have
 * vanished in merged cells, and nothing may leave for the platform before every row says so itself.
 */
function readBack(target: StatusTarget, placement: Placement, recourse: Recourse): Result<WriteResult, Failure> {
  SpreadsheetApp.flush();
  const { written, unplaced } = placement;
  const told = toldFromTwins(target.ground, written, 'read');
  const window = recourse.seen === undefined ? lookBackAt(target, written, told !== written) : undefined;
  const isInPlace = window !== undefined && strayWrites(window, target.ground, written).length === 0;
  if (isInPlace && (told === written || !mayBeTwins(window, target.ground, told)))
    return success({ unplaced, hasMoved: false, written });
  const result = putRight(target, placement, recourse);
  sweep(target, written);
  return result;
}

/** Leaves no word of ours in a column in which only others stand: the next run would not take the columns for its own. */
function sweep({ sheet, read, ground }: StatusTarget, written: readonly StatusWrite[]): void {
  const rows = read(sheet.getDataRange());
  const header = rows.findIndex((row) => findStatusColumns(headerTexts(row)).status !== undefined);
  const own = findStatusColumns(headerTexts(rows[header === -1 ? ground.table.headerRowNumber - 1 : header]));
  const debris = debrisWrites(
    rows,
    own,
    written.map(({ rowNumber }) => rowNumber).filter((rowNumber) => rowNumber > header + 1),
  );
  for (const { rowNumber, cells } of debris)
    for (const column of STATUS_COLUMNS) {
      const index = own[column];
      if (index !== undefined) sheet.getRange(rowNumber, index + 1).setValue(cells[column] ?? '');
    }
  if (debris.length > 0) SpreadsheetApp.flush();
}

/**
 * Gives each row, the header row too, its own cells where rows had moved; new columns whose headers are not with the others are
 * taken back.
 */
function putRight(
  target: StatusTarget,
  placement: Placement,
  { earlier, unmake, seen }: Recourse,
): Result<WriteResult, Failure> {
  const { sheet, read, ground } = target;
  const tabName = sheet.getName();
  const before = seen === undefined ? ground : { ...ground, table: tableSeen(seen, ground) };
  const asWritten = read(sheet.getDataRange());
  const found = withGivenBack(target, asWritten, overwrittenHeaders(asWritten, before, placement));
  const overwritten = overwrittenCells(found, before, [...placement.blocks, ...headerBlocks(target)]);
  const rows = withGivenBack(target, found, overwritten);
  const loss = lossIn(target, overwritten);
  // Of rows that share a key another one may stand where this one did. Of those that had moved before it is not known.
  const canTell = seen === undefined && hasSameColumns(rows, ground);
  const told = canTell ? toldFromTwins(ground, placement.written) : placement.written;
  const repaired = repairedPlacement(rows, ground, told, earlier);
  if (unmake !== undefined && (repaired === undefined || overwritten.length > 0 || isTorn(rows, ground))) {
    takeBack(target, rows, [...placement.blocks, ...headerBlocks(target)]);
    unmake();
    const isRefused = repaired === undefined && overwritten.length === 0;
    const [whole] = wholeColumns(rows, overwritten, ground.table.headerRowNumber);
    if (whole !== undefined) return failure(failures.formulasLost(tabName, whole));
    return failure(loss ?? (isRefused ? failures.columnsRefused(tabName, '') : failures.tabChanged(tabName)));
  }
  if (repaired === undefined) {
    const since = seen === undefined ? earlier : [];
    const misplaced = misplacedCells(rows, { ...before, own: placement.own }, placement.blocks, since);
    giveBack(target, misplaced);
    const theirs = misplaced.filter(({ header }) => !isStatusHeader(header));
    return failure(lossIn(target, theirs) ?? failures.statusColumnsGone(tabName));
  }
  if (repaired.blocks.length > 0) {
    console.warn({ message: 'rows moved while they were written', rows: repaired.written.length });
    protectTexts(target, repaired);
    for (const block of repaired.blocks) setTexts(target, block);
    SpreadsheetApp.flush();
  }
  if (loss !== undefined) return failure(loss);
  const hasMoved = placement.hasMoved || repaired.hasMoved || unmake !== undefined;
  const unplaced = [...placement.unplaced, ...repaired.unplaced];
  const note = putBackWords(wholeColumns(rows, overwritten, ground.table.headerRowNumber));
  const written = [...placement.written, ...repaired.written];
  return success({ unplaced, hasMoved, written, ...(note && { note }) });
}

/** What all cells of the tab hold once some have been given back what they held. */
function withGivenBack(
  target: StatusTarget,
  rows: readonly (readonly CellValue[])[],
  cells: readonly OverwrittenCell[],
): readonly (readonly CellValue[])[] {
  giveBack(target, cells);
  return cells.length === 0 ? rows : target.read(target.sheet.getDataRange());
}

/** Gives people's cells back what they held; a text stays one, and a cell of which nobody knows it is left blank. */
function giveBack({ sheet }: StatusTarget, cells: readonly OverwrittenCell[]): void {
  for (const { rowNumber, columnIndex, value = '' } of cells) {
    const range = sheet.getRange(rowNumber, columnIndex + 1);
    if (typeof value === 'string' && isRiskyText(value)) range.setNumberFormat(TEXT_FORMAT);
    range.setValue(typeof value === 'object' ? value.wallTime.replace('T', ' ') : value);
  }
}

/**
 * What people have lost although their cells got back what they held: a value that nobody knew, or a formula. No look asks for
 * formulas, so the rest of the column tells that it has some.
 */
function lossIn({ sheet, ground }: StatusTarget, cells: readonly OverwrittenCell[]): Failure | undefined {
  const lost = cells.find(({ value }) => value === undefined);
  if (lost !== undefined) return failures.cellsLost(sheet.getName(), lost.header);
  const inRows = cells.filter(({ rowNumber, value }) => rowNumber > ground.table.headerRowNumber && value !== '');
  const headers = new Map(inRows.map(({ columnIndex, header }) => [columnIndex, header]));
  for (const [columnIndex, header] of headers)
    if (holdsFormula(sheet, columnIndex)) return failures.formulasLost(sheet.getName(), header);
  return undefined;
}

function holdsFormula(sheet: StatusTarget['sheet'], columnIndex: number): boolean {
  const formulas = sheet.getRange(1, columnIndex + 1, sheet.getLastRow(), 1).getFormulas();
  return formulas.some(([formula]) => formula !== '');
}

/** The headers of new columns, one by one: each may be in its place or not. */
function headerBlocks({ ground, newColumns }: StatusTarget): readonly CellBlock[] {
  return (newColumns?.columns ?? []).map((column) => ({
    firstRowNumber: ground.table.headerRowNumber,
    firstColumnNumber: ground.own[column] + 1,
    texts: [[STATUS_HEADERS[column]]],
  }));
}

/**
 * Takes back what was written, column by column, since columns may have been deleted or moved in between: where the header
 * stands now, else where it was put. New columns become blank, others say what they said; what was changed by now stays.
 */
function takeBack(
  { sheet, ground, newColumns }: StatusTarget,
  rowsNow: readonly (readonly CellValue[])[],
  blocks: readonly CellBlock[],
): void {
  const { table, own } = ground;
  const headersNow = headerTexts(rowsNow[table.headerRowNumber - 1]);
  const rowByNumber = new Map(table.rows.map((row) => [row.rowNumber, row]));
  for (const { firstRowNumber, firstColumnNumber, texts } of blocks.flatMap(columnsOf)) {
    const placeBefore = firstColumnNumber - 1;
    const column = STATUS_COLUMNS.find((one) => own[one] === placeBefore);
    const header = column === undefined ? '' : STATUS_HEADERS[column];
    const columnIndex = headersNow.includes(header) ? headersNow.indexOf(header) : placeBefore;
    const isAsWritten = texts.every(([text], offset) => rowsNow[firstRowNumber - 1 + offset]?.[columnIndex] === text);
    if (!isAsWritten || texts.every(([text]) => text === '')) continue;
    const range = sheet.getRange(firstRowNumber, columnIndex + 1, texts.length, 1);
    const isNew = column !== undefined && newColumns?.columns.includes(column) === true;
    if (isNew) range.clearContent();
    else
      range
        .setNumberFormat(TEXT_FORMAT)
        .setValues(
          texts.map((_, offset) => [plainText(rowByNumber.get(firstRowNumber + offset)?.values[placeBefore] ?? '')]),
        );
  }
}

function columnsOf({ firstRowNumber, firstColumnNumber, texts }: CellBlock): readonly CellBlock[] {
  return (texts[0] ?? []).map((_, offset) => ({
    firstRowNumber,
    firstColumnNumber: firstColumnNumber + offset,
    texts: texts.map((row) => [row[offset] ?? '']),
  }));
}

/** Why a write was refused; throws on what has nothing to do with the columns. */
function whyNotWritten({ sheet, read, ground, newColumns }: StatusTarget, exception: unknown): Failure {
  const own = placeWrites(read(sheet.getDataRange()), ground, [])?.own;
  if (own === undefined && newColumns === undefined) return failures.statusColumnsGone(sheet.getName());
  // What was to be inserted has no cells yet that could be asked about.
  const mayEdit =
    newColumns?.insertedInto === undefined
      ? mayEditColumns({ sheet, table: ground.table }, own ?? ground.own)
      : !isOnlyViewer();
  if (!mayEdit) return notEditable(sheet.getName());
  const text = exceptionText(exception);
  const cell = refusingOwnCell(sheet, own ?? ground.own, text);
  if (cell !== undefined) return failures.cellRefused(cell);
  if (own !== undefined && STATUS_COLUMNS.some((column) => own[column] !== ground.own[column]))
    return failures.columnsMoved(sheet.getName());
  if (newColumns === undefined) throw exception;
  return failures.columnsRefused(sheet.getName(), text);
}

/** A rule may refuse in its own words, which name no cell. */
function refusingOwnCell(sheet: StatusTarget['sheet'], own: AllStatusColumnIndexes, text: string): string | undefined {
  const columns = Object.values(own).map((index) => columnLetters(index));
  const found = columns.map((letters) => refusingCellAmong(sheet, `${letters}:${letters}`, text));
  return found.find((cell) => cell !== undefined);
}

/** Whoever may only look at the file is told so, and nothing of protections. */
function notEditable(tabName: string): Failure {
  return isOnlyViewer() ? failures.onlyViewer() : failures.statusProtected(tabName);
}

/** Whether the person may write the columns; a tab that has become smaller meanwhile does not say they may not. */
function mayEditColumns(...[tab, columns]: Parameters<typeof canEditColumns>): boolean {
  try {
    return canEditColumns(tab, columns);
  } catch {
    return true;
  }
}

/** Whether the places of new columns are still free in the rows at hand. */
function areBlank(window: RowWindow | undefined, { ground, newColumns }: StatusTarget): boolean {
  if (newColumns?.insertedInto !== undefined) return window !== undefined;
  const indexes = (newColumns?.columns ?? []).map((column) => ground.own[column]);
  return window?.rows.every((row) => indexes.every((index) => (row[index] ?? '') === '')) === true;
}

/** Why there is no place for new columns: somebody else has taken it, nobody may, or no room could be made for them. */
function whyNoColumns({ sheet, ground, newColumns }: StatusTarget): Failure {
  const tabName = sheet.getName();
  if (newColumns?.insertedInto !== undefined) return failures.tabChanged(tabName);
  try {
    const canEdit = canEditColumns({ sheet, table: ground.table }, ground.own);
    return canEdit ? failures.tabChanged(tabName) : notEditable(tabName);
  } catch (exception) {
    return failures.columnsRefused(tabName, exceptionText(exception));
  }
}

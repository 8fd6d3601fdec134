/** Writes the add-on's cells of rows as text, after finding each row again. The only writer of rows. */
import {
  misplacedCells,
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
  whereaboutsOf,
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
import { findStatusColumns } from '../../../core/own-cells/status-columns.ts';
import type { RowWindow } from '../../../core/sheet/row-window.ts';
import type { CellValue } from '../../../core/sheet/table.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';
import { isStatusHeader, STATUS_COLUMNS } from '../../../core/words/own-headers.ts';
import { putBackWords } from '../../../core/words/put-back.ts';
import { giveBack, headerBlocks, lossIn, takeBack, withGivenBack } from './give-back.ts';
import { lookAt, lookBackAt, type StatusTarget } from './look-at-rows.ts';
import { protectTexts, setTexts } from './set-texts.ts';
import { whyNoColumns, whyNotWritten } from './why-not-written.ts';

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
  /** What people have lost by it, although every row has got its cells. */
  readonly loss?: Failure;
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
  const told = toldFromTwins(target.ground, written);
  const hasTwins = told.some(({ isTwin }) => isTwin);
  const window = recourse.seen === undefined ? lookBackAt(target, written, hasTwins) : undefined;
  const isInPlace = window !== undefined && strayWrites(window, target.ground, written).length === 0;
  if (isInPlace && !mayBeTwins(window, target.ground, told)) return success({ unplaced, hasMoved: false, written });
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
  // Of rows that share a key another one may stand where this one did: what it held when it was written tells.
  const keyColumnIndexes = whereaboutsOf(seen ?? [], ground)?.keyColumnIndexes ?? ground.keyColumnIndexes;
  const whenWritten = { ...before, own: placement.own, keyColumnIndexes };
  const told = hasSameColumns(rows, ground) ? toldFromTwins(whenWritten, placement.written) : placement.written;
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
  const hasMoved = placement.hasMoved || repaired.hasMoved || unmake !== undefined;
  const unplaced = [...placement.unplaced, ...repaired.unplaced];
  const note = putBackWords(wholeColumns(rows, overwritten, ground.table.headerRowNumber));
  const written = [...placement.written, ...repaired.written];
  return success({ unplaced, hasMoved, written, ...(note && { note }), ...(loss && { loss }) });
}

/** Whether the places of new columns are still free in the rows at hand. */
function areBlank(window: RowWindow | undefined, { ground, newColumns }: StatusTarget): boolean {
  if (newColumns?.insertedInto !== undefined) return window !== undefined;
  const indexes = (newColumns?.columns ?? []).map((column) => ground.own[column]);
  return window?.rows.every((row) => indexes.every((index) => (row[index] ?? '') === '')) === true;
}

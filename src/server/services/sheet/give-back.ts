/** Gives cells back that were written where they should not have been, and knows what that has cost people. */
import { type CellBlock, isRiskyText } from '../../../core/own-cells/cell-blocks.ts';
import type { OverwrittenCell } from '../../../core/own-cells/overwritten-cells.ts';
import { headerTexts } from '../../../core/own-cells/place-writes.ts';
import { type CellValue, plainText } from '../../../core/sheet/table.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failures } from '../../../core/words/failures.ts';
import { STATUS_COLUMNS, STATUS_HEADERS } from '../../../core/words/own-headers.ts';
import type { StatusTarget } from './look-at-rows.ts';
import { TEXT_FORMAT } from './own-columns.ts';

/** What all cells of the tab hold once some have been given back what they held. */
export function withGivenBack(
  target: StatusTarget,
  rows: readonly (readonly CellValue[])[],
  cells: readonly OverwrittenCell[],
): readonly (readonly CellValue[])[] {
  giveBack(target, cells);
  return cells.length === 0 ? rows : target.read(target.sheet.getDataRange());
}

/** Gives people's cells back what they held; a text stays one, and a cell of which nobody knows it is left blank. */
export function giveBack({ sheet }: StatusTarget, cells: readonly OverwrittenCell[]): void {
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
export function lossIn({ sheet, ground }: StatusTarget, cells: readonly OverwrittenCell[]): Failure | undefined {
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
export function headerBlocks({ ground, newColumns }: StatusTarget): readonly CellBlock[] {
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
export function takeBack(
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

/** Reads a row of a tab as a chatbot row `{ID, Data}`. */
import type { ChatbotRow, Scalar } from '../../platform/endpoints.ts';
import { isSheetError } from '../../sheet/sheet-error.ts';
import { type Cell, type CellValue, cellAt, type TableRow } from '../../sheet/table.ts';
import { failure, type Result, success } from '../../terms/result.ts';
import type { ChatbotColumns } from './chatbot-columns.ts';

/** A cell that cannot be sent, and why. */
export interface CellProblem {
  readonly columnIndex: number;
  readonly message: string;
}

/** Longest text of a cell that Sheets allows. */
const LONGEST_CELL = 50_000;

/** The ID of a row, read from its cell: an integer, as a number or as digits. */
export function readRowId(cell: Cell): Result<number, string> {
  const text = typeof cell.value === 'string' ? cell.value.trim() : cell.text;
  if (text === '' && cell.value === '') return failure('ID is empty. Enter the number of this row in the chatbot.');
  if (isSheetError(cell)) return failure(errorWords('ID', text));
  const id = typeof cell.value === 'number' ? cell.value : /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(id)
    ? success(id)
    : failure(`ID: "${text}" is not a whole number. Enter the number of this row in the chatbot.`);
}

/**
 * The chatbot row of a table row. Cells keep their type; a date becomes ISO text (`2026-11-21`, or with a time
 * `2026-11-21T14:30:00`); an empty cell is `''`, so that clearing a cell clears it in the chatbot too.
 *
 * @param sendsShownText Send every cell as the text the user sees instead.
 */
export function readChatbotRow(
  row: TableRow,
  columns: ChatbotColumns,
  sendsShownText: boolean,
): Result<ChatbotRow, readonly CellProblem[]> {
  const id = readRowId(cellAt(row, columns.idColumnIndex));
  const problems: CellProblem[] = id.ok ? [] : [{ columnIndex: columns.idColumnIndex, message: id.error }];
  const data: Record<string, Scalar> = {};
  for (const { columnIndex, header } of columns.dataColumns) {
    const cell = cellAt(row, columnIndex);
    const message = problemOf(cell, header);
    if (message !== undefined) problems.push({ columnIndex, message });
    else setOwn(data, header, sendsShownText ? cell.text : toScalar(cell.value));
  }
  return id.ok && problems.length === 0 ? success({ ID: id.value, Data: data }) : failure(problems);
}

function errorWords(header: string, text: string): string {
  return `${header} shows the error ${text}. Correct the formula.`;
}

function problemOf(cell: Cell, header: string): string | undefined {
  if (isSheetError(cell)) return errorWords(header, cell.text);
  if (typeof cell.value === 'string' && cell.value.length > LONGEST_CELL) {
    return `${header} holds more than 50,000 characters. Shorten it.`;
  }
  return undefined;
}

function toScalar(value: CellValue): Scalar {
  return typeof value === 'object' ? isoText(value.wallTime) : value;
}

/** Sheets keeps a time of day as a date-time on its epoch day, and a day as a date-time at midnight. */
function isoText(wallTime: string): string {
  const [day = '', time = ''] = wallTime.split('T');
  if (day === '1899-12-30') return time;
  return time === '00:00:00' ? day : wallTime;
}

/** A header may be `__proto__`; plain assignment would lose it. */
function setOwn(data: Record<string, Scalar>, header: string, value: Scalar): void {
  Object.defineProperty(data, header, { value, enumerable: true, configurable: true, writable: true });
}

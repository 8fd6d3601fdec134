/** Reads the sheets of an XLSX file: values, number formats and frozen rows; of formulas what they last gave. */
import { dateToSerial } from 'hucre';
import { type Cell, type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import { isDateFormat, isTimeFormat } from '../../apps-script/spreadsheet/number-format.ts';
import { type Attempt, done, problem } from '../../try/attempt.ts';
import { type FileCell, type FileSheet, serialOfWall } from './file-sheet.ts';

const BLANK: FileCell = { kind: 'blank' };
/** What a date looks like whose cell says nothing better. */
const DATE_FORMAT = 'yyyy-mm-dd';

/** The sheets that a person would see. */
export async function readXlsxSheets(name: string, bytes: Uint8Array): Promise<Attempt<readonly FileSheet[]>> {
  let sheets: readonly Sheet[];
  try {
    ({ sheets } = await readXlsx(bytes, {
      readStyles: true,
      sheets: ({ hidden, veryHidden }) => hidden !== true && veryHidden !== true,
    }));
  } catch {
    return problem(`${name} cannot be read as an XLSX file; open it in a spreadsheet program and save it anew.`);
  }
  const filled = sheets.map(fileSheet).filter(({ rows }) => rows.length > 0);
  return filled.length === 0 ? problem(`${name} is empty.`) : done(filled);
}

function fileSheet({ name, rows, cells, freezePane }: Sheet): FileSheet {
  return {
    name,
    rows: rows.map((row, rowIndex) =>
      row.map((value, columnIndex) => fileCell(value, cells?.get(`${rowIndex},${columnIndex}`))),
    ),
    frozenRows: freezePane?.rows ?? 0,
  };
}

function fileCell(value: CellValue, cell: Cell | undefined): FileCell {
  const shown = cell?.formula === undefined ? value : (cell.formulaResult ?? value);
  const numberFormat = formatOf(cell);
  if (shown === null || shown === '') {
    return BLANK;
  }
  if (shown instanceof Date) {
    return dateCell(shown, numberFormat);
  }
  switch (typeof shown) {
    case 'number':
      return { kind: 'number', value: shown, ...(numberFormat !== undefined && { numberFormat }) };
    case 'boolean':
      return { kind: 'boolean', value: shown };
    case 'string':
      // An error is what Sheets makes of its name, such as `#REF!`.
      return cell?.type === 'error'
        ? { kind: 'typed', text: shown }
        : { kind: 'text', text: shown, ...(numberFormat === '@' && { numberFormat }) };
    default:
      return shown satisfies never;
  }
}

function dateCell(date: Date, numberFormat: string | undefined): FileCell {
  if (numberFormat === undefined) {
    return { kind: 'number', value: serialOfWall(date.getTime()), numberFormat: DATE_FORMAT };
  }
  if (isTimeFormat(numberFormat)) {
    // Before March 1900 Excel's days, which hucre counts in, are one ahead of ours; a time is the same number in both.
    return { kind: 'number', value: dateToSerial(date), numberFormat };
  }
  return isDateFormat(numberFormat)
    ? { kind: 'number', value: serialOfWall(date.getTime()), numberFormat }
    : { kind: 'number', value: notADate(date), numberFormat };
}

/** The number that hucre 1.0.0 took for a date, because its format names a language: `[$€-de-DE]#,##0` (findings/). */
function notADate(date: Date): number {
  return Number(dateToSerial(date).toFixed(6));
}

function formatOf(cell: Cell | undefined): string | undefined {
  const format = cell?.style?.numFmt;
  return format === undefined || /^general$/i.test(format) ? undefined : format;
}

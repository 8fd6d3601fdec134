/** Writes a tab as it stands as a CSV or XLSX file. */
import { stringify } from 'csv-stringify/sync';
import { type Cell, type CellValue, writeXlsx } from 'hucre/xlsx';
import type { Emulator, TabSnapshot } from '../../apps-script/emulator.ts';
import { isTimeFormat } from '../../apps-script/spreadsheet/number-format.ts';
import { type ReadTab, readTab } from '../sheet-scripts.ts';
import type { DownloadKind } from '../wire.ts';
import { wallOfSerial } from './file-sheet.ts';

/** The MIME types of the files. @see https://www.iana.org/assignments/media-types (read 2026-11-29) */
export const MEDIA_TYPES: Readonly<Record<DownloadKind, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The texts that the cells show, in UTF-8, as Sheets writes a CSV file: formats applied, formulas not kept. */
export function csvOf({ cells }: TabSnapshot): Uint8Array {
  return new TextEncoder().encode(stringify(cells.map((row) => row.map(({ text }) => text))));
}

/** The values of the cells with their number formats and the frozen rows. Throws when there is no such tab. */
export async function xlsxOf(emulator: Emulator, tabName: string): Promise<Uint8Array> {
  const { values, formats, frozenRows } = await readTab(emulator, tabName);
  const cells = new Map<string, Partial<Cell>>();
  const rows = values.map((row, rowIndex) =>
    row.map((value, columnIndex) => {
      const numFmt = formats[rowIndex]?.[columnIndex] ?? '';
      const written = writtenValue(value, numFmt);
      if (numFmt !== '' && !/^general$/i.test(numFmt) && written !== null) {
        cells.set(`${rowIndex},${columnIndex}`, { value: written, style: { numFmt } });
      }
      return written;
    }),
  );
  return writeXlsx({ sheets: [{ name: sheetName(tabName), rows, cells, freezePane: { rows: frozenRows } }] });
}

/** A time is the same number in every spreadsheet; before March 1900 a day is not, so hucre is told the day. */
function writtenValue(value: ReadTab['values'][number][number], numFmt: string): CellValue {
  switch (typeof value) {
    case 'object':
      return isTimeFormat(numFmt) ? value.serial : new Date(wallOfSerial(value.serial));
    case 'string':
      return value === '' ? null : escaped(value);
    default:
      return value;
  }
}

/**
 * A text in which `_x1080_` is no sign written by its number. hucre 1.0.0 reads such signs and writes texts as they are (findings/).
 *
 * @see ECMA-376, part 1, 22.9.2.19 `ST_Xstring`
 */
function escaped(text: string): string {
  return text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
}

/**
 * Excel takes up to 31 characters and none of \`: \\ / ? * [ ]\` for a sheet's name.
 *
 * @see https://support.microsoft.com/en-us/office/rename-a-worksheet-3f1f7148-ee83-404d-8ef0-9ff99fbad1f9 (read 2026-11-29)
 */
function sheetName(tabName: string): string {
  return (
    tabName
      .replace(/[:\\/?*[\]]/g, ' ')
      .slice(0, 31)
      .trim() || 'Sheet'
  );
}

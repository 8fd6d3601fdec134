/** What cells show and the addresses behind their words, read only where they count. */
import { readRuns } from '../../../core/sheet/read-plan.ts';
import type { Table } from '../../../core/sheet/table.ts';
import { type NeedsText, textColumns } from '../../../core/sheet/text-columns.ts';
import { rowsOf, type Values } from './cell-values.ts';
import { linkRows, linkSample } from './link-reader.ts';
import type { TabReader, TextNeeds } from './tab-reader.ts';
import type { Top } from './tab-top.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The table of all rows below a header, with the shown texts that tell what its columns hold. */
export function wholeTable(sheet: Sheet, top: Top, values: Values, reader: TabReader): Table {
  const rows = rowsOf(values.slice(top.headerRowNumber), top.headerRowNumber + 1, top.sampleRows);
  return withTellingTexts(sheet, { ...top, rows }, reader);
}

/** The table with the shown texts that tell what columns hold; as it is where that is settled. */
function withTellingTexts(sheet: Sheet, table: Table, reader: TabReader): Table {
  if (reader.isDecided(table.headers, { rowCount: table.rows.length, rows: table.rows.map(({ values }) => values) }))
    return table;
  const telling = reader.tellingColumns(table.headers);
  return withShownTexts(sheet, table, (columnIndex, value) => typeof value === 'number' && telling.has(columnIndex));
}

/** The table with the hidden addresses and shown texts that count. */
export function withTexts(sheet: Sheet, table: Table, needsOf: (part: Table) => TextNeeds): Table {
  const needs = needsOf(table);
  if (!needs.hidesLinks) return withShownTexts(sheet, table, needs.needsText);
  const sample = linkSample(sheet, table.sampleRows, needs.linkColumnIndexes);
  const linked = { ...table, sampleRows: sample.rows, rows: linkRows(sheet, table.rows, sample) };
  return withShownTexts(sheet, linked, needsOf(linked).needsText);
}

function withShownTexts(sheet: Sheet, table: Table, needsText: NeedsText): Table {
  const sampled = new Set(table.sampleRows.filter(({ texts }) => texts.length > 0).map((row) => row.rowNumber));
  const rows = table.rows.filter((row) => !sampled.has(row.rowNumber));
  const [first] = rows;
  if (first === undefined) return table;
  const wanted = textColumns(table.headers, rows, needsText);
  if (wanted.length === 0) return table;
  const texts = new Map<number, (string | undefined)[]>(rows.map((row) => [row.rowNumber, [...row.texts]]));
  const lastRowNumber = rows.reduce((last, row) => Math.max(last, row.rowNumber), first.rowNumber);
  const rowCount = lastRowNumber - first.rowNumber + 1;
  for (const { firstColumnIndex, count } of readRuns(wanted, rowCount)) {
    const read = sheet.getRange(first.rowNumber, firstColumnIndex + 1, rowCount, count).getDisplayValues();
    for (const { rowNumber } of rows) {
      const cells = read[rowNumber - first.rowNumber] ?? [];
      const row = texts.get(rowNumber) ?? [];
      for (let position = 0; position < count; position += 1) row[firstColumnIndex + position] = cells[position];
    }
  }
  return {
    ...table,
    rows: table.rows.map((row) =>
      sampled.has(row.rowNumber) ? row : { ...row, texts: texts.get(row.rowNumber) ?? [] },
    ),
  };
}

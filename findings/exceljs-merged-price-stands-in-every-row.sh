#!/bin/sh
# A merged cell has one value, in its first cell; the others are empty in the file. ExcelJS gives the value of the first for
# each of them, so that the price of a building, merged over its three units, is three prices; SheetJS gives one. Exits with
# an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . exceljs@4.4.0 @e965/xlsx@0.20.3 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';

const { version } = JSON.parse(readFileSync('node_modules/exceljs/package.json', 'utf8'));
const book = new ExcelJS.Workbook();
const sheet = book.addWorksheet('S');
for (const row of [['Unit', 'Price'], ['1', 450_000], ['2'], ['3']]) sheet.addRow(row);
sheet.mergeCells('B2:B4');
const file = await book.xlsx.writeBuffer();
const read = new ExcelJS.Workbook();
await read.xlsx.load(file);
const byExcelJs = [2, 3, 4].map((number) => read.getWorksheet('S').getRow(number).values[2]);
const bySheetJs = XLSX.utils.sheet_to_json(XLSX.read(file).Sheets.S).map(({ Price }) => Price);
console.log(`exceljs ${version}: the prices of three rows over which one price is merged`);
console.log(`expected: ${JSON.stringify(bySheetJs)}, as @e965/xlsx 0.20.3 reads the same file`);
console.log(`seen:     ${JSON.stringify(byExcelJs)}`);
process.exit(byExcelJs.join() === '450000,450000,450000' && bySheetJs.filter(Boolean).length === 1 ? 0 : 1);
JS
node run.mjs

#!/bin/sh
# With cellDates, SheetJS writes a date into an XLSX file as a date: a cell of type d, as ISO 29500 has it. exceljs takes the year for a count of
# days: 18 June 2025 is 17 July 1905. Exits with an error once that is no longer so.
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
const written = XLSX.utils.book_new();
const sheet = XLSX.utils.aoa_to_sheet([[new Date(Date.UTC(2025, 5, 18))]], { cellDates: true, UTC: true });
XLSX.utils.book_append_sheet(written, sheet, 'S');
const file = XLSX.write(written, { type: 'buffer', bookType: 'xlsx', cellDates: true });

const read = new ExcelJS.Workbook();
await read.xlsx.load(file);
const { value } = read.getWorksheet('S').getCell('A1');
const bySheetJs = XLSX.read(file, { cellDates: true, UTC: true }).Sheets.S.A1.v.toISOString();
console.log(`exceljs ${version}: 18 June 2025 as @e965/xlsx 0.20.3 writes it with cellDates`);
console.log(`expected: ${bySheetJs}, as @e965/xlsx reads it back`);
console.log(`seen:     ${value instanceof Date ? value.toISOString() : JSON.stringify(value)}`);
process.exit(bySheetJs.startsWith('2025-06-18T') && value instanceof Date && value.toISOString().startsWith('1905-07-17T') ? 0 : 1);
JS
node run.mjs

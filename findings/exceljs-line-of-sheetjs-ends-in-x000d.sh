#!/bin/sh
# XLSX writes the carriage return of a line break as _x000D_. SheetJS writes it in small letters, _x000d_, and reads both; exceljs knows capital
# letters only. A description with line breaks of Windows shows _x000d_ at the end of each line. Exits with an error once that is no longer so.
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
XLSX.utils.book_append_sheet(written, XLSX.utils.aoa_to_sheet([['Three beds.\r\nTwo baths.']]), 'S');
const file = XLSX.write(written, { type: 'buffer', bookType: 'xlsx' });

const read = new ExcelJS.Workbook();
await read.xlsx.load(file);
const seen = read.getWorksheet('S').getCell('A1').value;
console.log(`exceljs ${version}: a description of two lines that @e965/xlsx 0.20.3 wrote`);
console.log(`expected: ${JSON.stringify(XLSX.read(file).Sheets.S.A1.v)}, as @e965/xlsx reads it back`);
console.log(`seen:     ${JSON.stringify(seen)}`);
process.exit(seen === 'Three beds._x000d_\nTwo baths.' && !/x000d/i.test(XLSX.read(file).Sheets.S.A1.v) ? 0 : 1);
JS
node run.mjs

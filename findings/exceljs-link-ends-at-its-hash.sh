#!/bin/sh
# An XLSX file may keep what follows the # of a link in an attribute of its own, location, and SheetJS writes it so. exceljs reads the rest
# only: all rows link to the top of one page. Exits with an error once that is no longer so.
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
const link = 'https://homes.example/for-sale#0045671';
const sheet = XLSX.utils.aoa_to_sheet([['0045671']]);
sheet.A1.l = { Target: link };
const written = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(written, sheet, 'S');
const file = XLSX.write(written, { type: 'buffer', bookType: 'xlsx' });

const read = new ExcelJS.Workbook();
await read.xlsx.load(file);
const seen = read.getWorksheet('S').getCell('A1').hyperlink;
const bySheetJs = XLSX.read(file).Sheets.S.A1.l.Target;
console.log(`exceljs ${version}: the link ${link} of a cell that @e965/xlsx 0.20.3 wrote`);
console.log(`expected: ${bySheetJs}, as @e965/xlsx reads it back`);
console.log(`seen:     ${seen}`);
process.exit(bySheetJs === link && seen === 'https://homes.example/for-sale' ? 0 : 1);
JS
node run.mjs

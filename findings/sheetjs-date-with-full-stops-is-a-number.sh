#!/bin/sh
# SheetJS cannot show a date whose format has plain full stops, such as dd.mm.yyyy, and shows how many days it is after 1899 instead: a German
# column of dates is a column of numbers in its CSV. With dd/mm/yyyy, or with the stops in quotes, it is right. Exits with an error once that
# is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . exceljs@4.4.0 @e965/xlsx@0.20.3 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';

const { version } = JSON.parse(readFileSync('node_modules/@e965/xlsx/package.json', 'utf8'));
const workbook = new ExcelJS.Workbook();
const sheet = workbook.addWorksheet('S');
for (const [index, numFmt] of ['dd.mm.yyyy', 'dd/mm/yyyy', 'dd"."mm"."yyyy'].entries()) {
  Object.assign(sheet.getCell(1, index + 1), { value: new Date(Date.UTC(2025, 5, 18)), numFmt });
}
const seen = XLSX.utils.sheet_to_csv(XLSX.read(await workbook.xlsx.writeBuffer()).Sheets.S).trim();
console.log(`@e965/xlsx ${version}: CSV of 18 June 2025 in dd.mm.yyyy, dd/mm/yyyy and dd"."mm"."yyyy, written by exceljs 4.4.0`);
console.log('expected: 18.06.2025,18/06/2025,18.06.2025');
console.log(`seen:     ${seen}`);
process.exit(seen === '45826,18/06/2025,18.06.2025' ? 0 : 1);
JS
node run.mjs

#!/bin/sh
# A unit may stand in a number format between quotes or behind backslashes: 0.0" m²" and 0.0\ \m\² show the same. ExcelJS
# skips what is quoted, and takes an escaped letter for a month or a day: the area comes out as a date. Exits with an error
# once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . exceljs@4.4.0 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';

const { version } = JSON.parse(readFileSync('node_modules/exceljs/package.json', 'utf8'));
const formats = ['0.0" m²"', '0.0\\ \\m\\²', '0\\ \\d\\a\\y\\s'];
const book = new ExcelJS.Workbook();
const sheet = book.addWorksheet('S');
for (const format of formats) sheet.addRow([125.5]).getCell(1).numFmt = format;
const read = new ExcelJS.Workbook();
await read.xlsx.load(await book.xlsx.writeBuffer());
const seen = formats.map((_, index) => {
  const { value } = read.getWorksheet('S').getCell(index + 1, 1);
  return value instanceof Date ? value.toISOString() : value;
});
console.log(`exceljs ${version}: 125.5 in the formats ${formats.join(' | ')}`);
console.log('expected: 125.5 three times');
console.log(`seen:     ${seen.join(' | ')}`);
process.exit(seen.join() === '125.5,1900-05-04T12:00:00.000Z,1900-05-04T12:00:00.000Z' ? 0 : 1);
JS
node run.mjs

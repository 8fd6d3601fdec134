#!/bin/sh
# A format may name the language of its currency sign in words, as [$€-de-DE]. hucre takes the d of the language for a day: a
# price of 450,000 euros comes out as a day of the year 3132, while the same in [$€-407] and [$$-en-US] stays a number. Exits
# with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . hucre@1.0.0 exceljs@4.4.0 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre/xlsx';

const { version } = JSON.parse(readFileSync('node_modules/hucre/package.json', 'utf8'));
const formats = ['[$€-de-DE]#,##0', '[$kr.-da-DK] #,##0', '[$€-407]#,##0', '[$$-en-US]#,##0'];
const book = new ExcelJS.Workbook();
const sheet = book.addWorksheet('S');
for (const format of formats) sheet.addRow([450_000]).getCell(1).numFmt = format;
const { sheets } = await readXlsx(new Uint8Array(await book.xlsx.writeBuffer()));
const seen = sheets[0].rows.map(([value]) => (value instanceof Date ? value.toISOString().slice(0, 10) : value));
console.log(`hucre ${version}: 450000 in the formats ${formats.join(', ')}`);
console.log('expected: 450000 four times');
console.log(`seen:     ${seen.join(', ')}`);
process.exit(seen.join() === '3132-01-21,3132-01-21,450000,450000' ? 0 : 1);
JS
node run.mjs

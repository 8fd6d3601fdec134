#!/bin/sh
# The streaming reader of exceljs needs the list of tabs before the first tab. A zip file promises no order, and SheetJS writes the list after
# the tabs: each of its files is refused, where exceljs reads it whole without a stream. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . exceljs@4.4.0 @e965/xlsx@0.20.3 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import * as XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';

const { version } = JSON.parse(readFileSync('node_modules/exceljs/package.json', 'utf8'));
const written = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(written, XLSX.utils.aoa_to_sheet([['MLS'], ['0045671']]), 'S');
const file = XLSX.write(written, { type: 'buffer', bookType: 'xlsx' });
const whole = new ExcelJS.Workbook();
await whole.xlsx.load(file);

let rows = 0;
let seen;
try {
  for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(Readable.from(file), {})) {
    for await (const _row of sheet) {
      rows += 1;
    }
  }
  seen = `${rows} rows`;
} catch (error) {
  seen = error.message;
}
console.log(`exceljs ${version}: rows that its streaming reader finds in a file of @e965/xlsx 0.20.3`);
console.log(`expected: ${whole.getWorksheet('S').rowCount} rows, as without a stream`);
console.log(`seen:     ${seen}`);
process.exit(whole.getWorksheet('S').rowCount === 2 && /reading 'sheets'/.test(seen) ? 0 : 1);
JS
node run.mjs

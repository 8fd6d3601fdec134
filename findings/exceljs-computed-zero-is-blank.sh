#!/bin/sh
# exceljs takes the 0 that a formula gave for no result: its CSV leaves a fee of 0 blank where it is computed, and shows it where it was
# typed. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . exceljs@4.4.0 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';

const { version } = JSON.parse(readFileSync('node_modules/exceljs/package.json', 'utf8'));
const workbook = new ExcelJS.Workbook();
workbook.addWorksheet('S').addRows([
  ['A1', 0],
  ['A2', { formula: 'B1*12', result: 0 }],
  ['A3', { formula: 'B1+40', result: 40 }],
]);
const seen = String(await workbook.csv.writeBuffer());
console.log(`exceljs ${version}: CSV of the fees 0, =B1*12, which gave 0, and =B1+40, which gave 40`);
console.log('expected: A1,0 | A2,0 | A3,40');
console.log(`seen:     ${seen.trim().replaceAll('\n', ' | ')}`);
process.exit(seen.trim() === 'A1,0\nA2,\nA3,40' ? 0 : 1);
JS
node run.mjs

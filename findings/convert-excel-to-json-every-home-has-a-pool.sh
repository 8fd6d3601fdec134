#!/bin/sh
# convert-excel-to-json gives the numbers and dates of a workbook as such, and yes or no as a text: FALSE, which JavaScript takes for true. Every
# home has a pool. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . convert-excel-to-json@1.7.0 @e965/xlsx@0.20.3 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import convert from 'convert-excel-to-json';

const { version } = JSON.parse(readFileSync('node_modules/convert-excel-to-json/package.json', 'utf8'));
const workbook = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet([[450000, false]]), 'S');
const source = XLSX.write(workbook, { type: 'buffer', bookType: 'xlsx' });
const [row] = convert({ source }).S;
console.log(`convert-excel-to-json ${version}: a row of 450000 and false`);
console.log('expected: {"A":450000,"B":false}');
console.log(`seen:     ${JSON.stringify(row)}`);
process.exit(JSON.stringify(row) === '{"A":450000,"B":"FALSE"}' ? 0 : 1);
JS
node run.mjs

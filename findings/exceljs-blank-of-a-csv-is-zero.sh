#!/bin/sh
# exceljs reads a cell of a CSV file as a number wherever JavaScript makes one of it, and of a blank JavaScript makes 0: a fee that nobody
# knows is a fee of 0. A cell without anything stays empty. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . exceljs@4.4.0 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';

const { version } = JSON.parse(readFileSync('node_modules/exceljs/package.json', 'utf8'));
const sheet = await new ExcelJS.Workbook().csv.read(Readable.from(['MLS,Fee\nA1, \nA2,\n']));
const seen = ['B2', 'B3'].map((cell) => sheet.getCell(cell).value);
console.log(`exceljs ${version}: the fees of a CSV file, one of them a blank, the other nothing`);
console.log('expected: no number');
console.log(`seen:     ${JSON.stringify(seen)}`);
process.exit(JSON.stringify(seen) === '[0,null]' ? 0 : 1);
JS
node run.mjs

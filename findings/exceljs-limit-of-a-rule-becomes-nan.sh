#!/bin/sh
# A rule for what a cell may hold can take its limit from another cell: a price of at least $B$1. exceljs writes such a rule, and reads its limit
# as no number; saved again, the rule compares with NaN. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . exceljs@4.4.0 jszip@3.10.1 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';

const { version } = JSON.parse(readFileSync('node_modules/exceljs/package.json', 'utf8'));
const first = new ExcelJS.Workbook();
first.addWorksheet('S').getCell('A2').dataValidation = { type: 'decimal', operator: 'greaterThanOrEqual', formulae: ['$B$1'] };
const limit = async (file) => {
  const xml = await (await JSZip.loadAsync(file)).file('xl/worksheets/sheet1.xml').async('string');
  return /<formula1>(.*?)<\/formula1>/.exec(xml)?.[1];
};
const file = await first.xlsx.writeBuffer();
const second = new ExcelJS.Workbook();
await second.xlsx.load(file);
const seen = [await limit(file), await limit(await second.xlsx.writeBuffer())];
console.log(`exceljs ${version}: the limit of a rule as written, and after the file was read and written once more`);
console.log('expected: $B$1 and $B$1');
console.log(`seen:     ${seen.join(' and ')}`);
process.exit(seen.join() === '$B$1,NaN' ? 0 : 1);
JS
node run.mjs

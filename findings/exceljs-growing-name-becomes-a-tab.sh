#!/bin/sh
# A name may stand for a range that grows with its rows: =OFFSET(…). exceljs knows names of plain ranges. It takes OFFSET(Listings for the name of a tab, and
# writes the name back as one cell of it; a name that stands for a number is gone. Exits with an error once that is no longer so.
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
const names = (file) => XLSX.read(file).Workbook.Names.map(({ Name, Ref }) => `${Name} = ${Ref}`);
const written = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(written, XLSX.utils.aoa_to_sheet([['Active'], ['Pending']]), 'Listings');
written.Workbook = {
  Names: [
    { Name: 'Statuses', Ref: 'OFFSET(Listings!$A$1,0,0,2,1)' },
    { Name: 'Commission', Ref: '0.05' },
  ],
};
const file = XLSX.write(written, { type: 'buffer', bookType: 'xlsx' });

const saved = new ExcelJS.Workbook();
await saved.xlsx.load(file);
const seen = names(await saved.xlsx.writeBuffer());
console.log(`exceljs ${version}: the names of a workbook that it read and wrote`);
console.log(`expected: ${names(file).join(' | ')}`);
console.log(`seen:     ${seen.join(' | ')}`);
process.exit(names(file).length === 2 && seen.join() === "Statuses = 'OFFSET(Listings'!$A$1" ? 0 : 1);
JS
node run.mjs

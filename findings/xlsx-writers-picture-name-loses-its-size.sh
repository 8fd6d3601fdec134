#!/bin/sh
# In an XLSX file, _x and four hex digits and _ stand for one sign, and a text that holds them as they are has to write its first _ as _x005F_. exceljs,
# SheetJS, write-excel-file and hucre write the text as it is, read the sign, and the picture's address leads nowhere. Exits with an error
# once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . exceljs@4.4.0 @e965/xlsx@0.20.3 write-excel-file@4.1.1 hucre@1.0.0 >/dev/null
cat >run.mjs <<'JS'
import * as XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { readXlsx, writeXlsx } from 'hucre';
import writeExcelFile from 'write-excel-file/node';

const address = 'https://homes.example/0045671_x1080_1.jpg';
const written = {};
const workbook = new ExcelJS.Workbook();
workbook.addWorksheet('S').addRow([address]);
written['exceljs 4.4.0'] = await workbook.xlsx.writeBuffer();
const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[address]]), 'S');
written['@e965/xlsx 0.20.3'] = XLSX.write(book, { type: 'buffer', bookType: 'xlsx' });
written['write-excel-file 4.1.1'] = await writeExcelFile([[{ value: address }]]).toBuffer();
written['hucre 1.0.0'] = await writeXlsx({ sheets: [{ name: 'S', rows: [[address]] }] });

console.log(`the address ${address} as each library reads what it wrote (write-excel-file: as hucre reads it)`);
console.log('expected: the same');
const readByHucre = async (file) => (await readXlsx(new Uint8Array(file))).sheets[0].rows[0][0];
const reader = new ExcelJS.Workbook();
await reader.xlsx.load(written['exceljs 4.4.0']);
const seen = {
  'exceljs 4.4.0': reader.getWorksheet('S').getCell('A1').value,
  '@e965/xlsx 0.20.3': XLSX.read(written['@e965/xlsx 0.20.3']).Sheets.S.A1.v,
  'write-excel-file 4.1.1': await readByHucre(written['write-excel-file 4.1.1']),
  'hucre 1.0.0': await readByHucre(written['hucre 1.0.0']),
};
for (const [library, text] of Object.entries(seen)) {
  console.log(`seen:     ${text} (${library})`);
}
process.exit(Object.values(seen).every((text) => text.endsWith('1.jpg') && !text.includes('x1080')) ? 0 : 1);
JS
node run.mjs

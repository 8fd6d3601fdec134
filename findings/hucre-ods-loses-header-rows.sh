#!/bin/sh
# A row that LibreOffice repeats on every printed page stands in table:table-header-rows, a row that is folded under a heading
# in table:table-row-group. hucre reads neither: the names of the columns and the folded listings are gone without a word;
# SheetJS has them. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . hucre@1.0.0 @e965/xlsx@0.20.3 jszip@3.10.1 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import { readOds } from 'hucre';
import JSZip from 'jszip';

const { version } = JSON.parse(readFileSync('node_modules/hucre/package.json', 'utf8'));
const office = 'urn:oasis:names:tc:opendocument:xmlns';
const names = `xmlns:office="${office}:office:1.0" xmlns:table="${office}:table:1.0" xmlns:text="${office}:text:1.0"`;
const row = (...texts) =>
  `<table:table-row>${texts.map((text) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`;
const rows = `<table:table-header-rows>${row('MLS', 'City')}</table:table-header-rows>${row('A1', 'Dayton')}<table:table-row-group>${row('A2', 'Evanston')}</table:table-row-group>`;
const body = `<office:body><office:spreadsheet><table:table table:name="S">${rows}</table:table></office:spreadsheet></office:body>`;
const zip = new JSZip();
zip.file('mimetype', 'application/vnd.oasis.opendocument.spreadsheet');
zip.file('content.xml', `<office:document-content ${names} office:version="1.3">${body}</office:document-content>`);
zip.file('styles.xml', `<office:document-styles ${names} office:version="1.3"/>`);
const manifest = `${office}:manifest:1.0`;
const entry = (path, type) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
const entries = entry('/', 'application/vnd.oasis.opendocument.spreadsheet') + entry('content.xml', 'text/xml') + entry('styles.xml', 'text/xml');
zip.file('META-INF/manifest.xml', `<manifest:manifest xmlns:manifest="${manifest}" manifest:version="1.3">${entries}</manifest:manifest>`);
const file = await zip.generateAsync({ type: 'nodebuffer' });

const byHucre = (await readOds(new Uint8Array(file))).sheets[0].rows;
const bySheetJs = XLSX.utils.sheet_to_json(XLSX.read(file).Sheets.S, { header: 1 });
console.log(`hucre ${version}: readOds of a header row that repeats when printed, a row, and a row in a group`);
console.log(`expected: ${JSON.stringify(bySheetJs)}, as @e965/xlsx 0.20.3 reads it`);
console.log(`seen:     ${JSON.stringify(byHucre)}`);
process.exit(bySheetJs.length === 3 && JSON.stringify(byHucre) === '[["A1","Dayton"]]' ? 0 : 1);
JS
node run.mjs

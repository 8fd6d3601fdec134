#!/bin/sh
# SheetJS turns the texts of a CSV file into numbers and dates as it reads. Apartment 5 A becomes five in the morning, the fraction 0.2083 of a
# day; 5 B stays a text. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . @e965/xlsx@0.20.3 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';

const { version } = JSON.parse(readFileSync('node_modules/@e965/xlsx/package.json', 'utf8'));
const { Sheet1 } = XLSX.read('MLS,Unit\nA1,5 A\nA2,5 B\n', { type: 'string' }).Sheets;
const seen = XLSX.utils.sheet_to_json(Sheet1).map(({ Unit }) => Unit);
console.log(`@e965/xlsx ${version}: units 5 A and 5 B of a CSV file`);
console.log('expected: ["5 A","5 B"]');
console.log(`seen:     ${JSON.stringify(seen)}`);
process.exit(typeof seen[0] === 'number' && Math.abs(seen[0] - 5 / 24) < 1e-9 && seen[1] === '5 B' ? 0 : 1);
JS
node run.mjs

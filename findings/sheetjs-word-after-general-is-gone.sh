#!/bin/sh
# A number format may put a word after General, so that a cell holds 5 and shows 5 beds. SheetJS shows such a cell as 5, and with the word before
# General it shows both. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . @e965/xlsx@0.20.3 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';

const { version } = JSON.parse(readFileSync('node_modules/@e965/xlsx/package.json', 'utf8'));
const seen = ['General" beds"', '"Lot "General', '0" beds"'].map((format) => XLSX.SSF.format(format, 5));
console.log(`@e965/xlsx ${version}: 5 in the formats General" beds", "Lot "General and 0" beds"`);
console.log('expected: 5 beds | Lot 5 | 5 beds');
console.log(`seen:     ${seen.join(' | ')}`);
process.exit(seen.join() === '5,Lot 5,5 beds' ? 0 : 1);
JS
node run.mjs

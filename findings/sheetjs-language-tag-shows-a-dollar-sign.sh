#!/bin/sh
# [$-409] at the head of a number format names a language and no currency. SheetJS shows a dollar sign for it: a living area
# of 12,500 is shown as $12,500, and so it stands in a CSV made of the sheet. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . @e965/xlsx@0.20.3 numfmt@4.0.1 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import { format } from 'numfmt';

const { version } = JSON.parse(readFileSync('node_modules/@e965/xlsx/package.json', 'utf8'));
const pattern = '[$-409]#,##0';
const sheet = XLSX.utils.aoa_to_sheet([[12_500]]);
sheet.A1.z = pattern;
const seen = XLSX.utils.sheet_to_csv(sheet);
const other = format(pattern, 12_500, { locale: 'en-US' });
console.log(`@e965/xlsx ${version}: sheet_to_csv of 12500 in the format ${pattern}`);
console.log(`expected: "${other}", as numfmt 4.0.1 shows it`);
console.log(`seen:     ${seen}`);
process.exit(seen.includes('$12,500') && other === '12,500' ? 0 : 1);
JS
node run.mjs

#!/bin/sh
# HyperFormula knows the formats 0 and # of TEXT one by one and no comma and no percent: a price of 450000 in #,##0 is shown as 450000,##0,
# and an eighth in 0.0% as 0.1%. Neither is an error. Exits with an error once that is no longer so.
# https://support.google.com/docs/answer/3094139, 2026-11-30
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . hyperformula@3.5.0 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { HyperFormula } from 'hyperformula';

const { version } = JSON.parse(readFileSync('node_modules/hyperformula/package.json', 'utf8'));
const formulas = ['=TEXT(450000,"#,##0")', '=TEXT(0.125,"0.0%")', '=TEXT(7030,"00000")'];
const sheet = HyperFormula.buildFromArray([formulas], { licenseKey: 'gpl-v3' });
const seen = formulas.map((_, col) => sheet.getCellValue({ sheet: 0, row: 0, col }));
console.log(`hyperformula ${version}: ${formulas.join('  ')}`);
console.log('expected: 450,000  12.5%  07030, as in Sheets');
console.log(`seen:     ${seen.join('  ')}`);
process.exit(seen.join(' ') === '450000,##0 0.1% 07030' ? 0 : 1);
JS
node run.mjs

#!/bin/sh
# NUMBERVALUE of formulajs and of fast-formula-parser takes away the first group separator only: 1.250.000,50 is 1250. Exits with an error once
# that is no longer so.
# https://support.microsoft.com/en-us/office/numbervalue-function-1b05c8cf-2bfa-4437-af70-596c7ea7d879, 2026-11-30
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . @formulajs/formulajs@4.6.1 fast-formula-parser@1.0.19 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { NUMBERVALUE } from '@formulajs/formulajs';
import FormulaParser from 'fast-formula-parser';

const versionOf = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const parser = new FormulaParser();
const parsed = (formula) => parser.parse(formula, { sheet: 'Listings', row: 1, col: 1 });
const seen = [
  NUMBERVALUE('1.250.000', ',', '.'),
  NUMBERVALUE('1.250,50', ',', '.'),
  parsed('NUMBERVALUE("1.250.000,50", ",", ".")'),
  parsed('NUMBERVALUE("1.250,50", ",", ".")'),
];
console.log(`@formulajs/formulajs ${versionOf('@formulajs/formulajs')}: NUMBERVALUE of 1.250.000 and 1.250,50`);
console.log(`fast-formula-parser ${versionOf('fast-formula-parser')}: NUMBERVALUE of 1.250.000,50 and 1.250,50`);
console.log('expected: 1250000 1250.5 1250000.5 1250.5');
console.log(`seen:     ${seen.join(' ')}`);
process.exit(seen.join(' ') === '1250 1250.5 1250 1250.5' ? 0 : 1);
JS
node run.mjs

#!/bin/sh
# TEXT of formulajs counts the digits before the point for nothing and reads no dates: a ZIP Code in 00000 loses its zero, and a day in yyyy-mm-dd
# stays a number. Neither is an error. Exits with an error once that is no longer so.
# https://support.google.com/docs/answer/3094139, 2026-11-30
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . @formulajs/formulajs@4.6.1 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { TEXT } from '@formulajs/formulajs';

const { version } = JSON.parse(readFileSync('node_modules/@formulajs/formulajs/package.json', 'utf8'));
const seen = [TEXT(7030, '00000'), TEXT(45826, 'yyyy-mm-dd'), TEXT(450000, '#,##0')];
console.log(`@formulajs/formulajs ${version}: TEXT(7030, '00000')  TEXT(45826, 'yyyy-mm-dd')  TEXT(450000, '#,##0')`);
console.log('expected: 07030  2025-06-18  450,000, as in Sheets');
console.log(`seen:     ${seen.join('  ')}`);
process.exit(seen.join(' ') === '7030 45826 450,000' ? 0 : 1);
JS
node run.mjs

#!/bin/sh
# With `cast`, csv-parse asks one rule whether a text is a number and another what the number is. The first knows 0b and 0x, the
# second stops at their letter: unit 0B1 and lot 0X1A come out as 0. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . csv-parse@7.0.3 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

const { version } = JSON.parse(readFileSync('node_modules/csv-parse/package.json', 'utf8'));
const [row] = parse('Unit,Lot,Block\n0B1,0X1A,1B0\n', { cast: true, columns: true });
console.log(`csv-parse ${version}: parse(…, { cast: true }) of unit 0B1, lot 0X1A, block 1B0`);
console.log('expected: three texts (or 1 and 26 for the first two)');
console.log(`seen:     ${JSON.stringify(row)}`);
process.exit(row.Unit === 0 && row.Lot === 0 && row.Block === '1B0' ? 0 : 1);
JS
node run.mjs

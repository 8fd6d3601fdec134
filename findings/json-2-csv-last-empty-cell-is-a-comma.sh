#!/bin/sh
# json-2-csv reads a last cell that is empty as a comma where the cell before it has quotes and the file ends without a line break. With a line
# break the cell is empty. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . json-2-csv@5.6.0 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { csv2json } from 'json-2-csv';

const { version } = JSON.parse(readFileSync('node_modules/json-2-csv/package.json', 'utf8'));
const text = 'MLS,City,Unit\nA1,"Dayton, OH",';
const seen = [text, `${text}\n`].map((csv) => csv2json(csv)[0].Unit);
console.log(`json-2-csv ${version}: the empty unit at the end of A1,"Dayton, OH", without and with a line break`);
console.log('expected: "" and ""');
console.log(`seen:     ${seen.map((unit) => JSON.stringify(unit)).join(' and ')}`);
process.exit(seen[0] === ',' && seen[1] === '' ? 0 : 1);
JS
node run.mjs

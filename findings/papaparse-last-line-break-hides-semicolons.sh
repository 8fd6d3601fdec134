#!/bin/sh
# A file of two columns that are parted by semicolons is read as one column of texts once its last line ends with a line
# break, as files do: Papa Parse counts the nothing behind it as a row, and falls back to the comma. Without the break it
# finds the semicolon. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . papaparse@5.7.1 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

const { version } = JSON.parse(readFileSync('node_modules/papaparse/package.json', 'utf8'));
const text = 'MLS;Price\nA1;450000\nA2;389900';
const [without, ended] = [text, `${text}\n`].map((one) => Papa.parse(one).data[0]);
console.log(`papaparse ${version}: the header row of ${JSON.stringify(text)}, without and with a line break at its end`);
console.log('expected: ["MLS","Price"] twice');
console.log(`seen:     ${JSON.stringify(without)} and ${JSON.stringify(ended)}`);
process.exit(JSON.stringify(without) === '["MLS","Price"]' && JSON.stringify(ended) === '["MLS;Price"]' ? 0 : 1);
JS
node run.mjs

#!/bin/sh
# csv-sniffer takes a digit for the separator of a file whose cells are all quoted but for the header row, and the comma where only the addresses
# are. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . csv-sniffer@0.1.1 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const CSVSniffer = createRequire(import.meta.url)('csv-sniffer')();
const { version } = JSON.parse(readFileSync('node_modules/csv-sniffer/package.json', 'utf8'));
const files = [
  'MLS,Address,Price\n"0045671","12 Oak St, Apt 4","450000"\n',
  'MLS,Address,Price\n0045671,"12 Oak St, Apt 4",450000\n0045672,9 Elm St,390000\n',
];
const seen = files.map((text) => JSON.stringify(new CSVSniffer().sniff(text).delimiter));
console.log(`csv-sniffer ${version}: the separator where all cells are quoted, and where one is`);
console.log('expected: "," and ","');
console.log(`seen:     ${seen.join(' and ')}`);
process.exit(seen.join() === '"1",","' ? 0 : 1);
JS
node run.mjs

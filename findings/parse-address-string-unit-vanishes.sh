#!/bin/sh
# parse-address-string keeps a unit that stands in the street, and drops one that stands between commas, without a word: 123 Oak St, Unit 5
# is read as 123 Oak St. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . parse-address-string@0.0.3 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import parseAddress from 'parse-address-string';

const { version } = JSON.parse(readFileSync('node_modules/parse-address-string/package.json', 'utf8'));
const between = await promisify(parseAddress)('123 Oak St, Unit 5, Reno, NV 89501');
const within = await promisify(parseAddress)('123 Oak St Unit 5, Reno, NV 89501');
console.log(`parse-address-string ${version}: 123 Oak St, Unit 5, Reno, NV 89501, and the same without its first comma`);
console.log('expected: Unit 5 in both');
console.log(`seen:     ${JSON.stringify(between)} and ${JSON.stringify(within)}`);
const unit = /\bUnit 5\b/;
process.exit(!unit.test(JSON.stringify(between)) && unit.test(JSON.stringify(within)) ? 0 : 1);
JS
node run.mjs

#!/bin/sh
# numeral knows k, m, b and t as factors, in small letters only; a price with a capital letter, as portals write it, is
# read without its factor and without an error. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . numeral@2.0.6 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import numeral from 'numeral';

const { version } = JSON.parse(readFileSync('node_modules/numeral/package.json', 'utf8'));
const seen = Object.fromEntries(['1.25m', '$1.25M', '450k', '$450K'].map((text) => [text, numeral(text).value()]));
console.log(`numeral ${version}: numeral(text).value()`);
console.log('expected: 1.25m and $1.25M are 1250000, 450k and $450K are 450000 (or null for what is not understood)');
console.log(`seen:     ${JSON.stringify(seen)}`);
const isAsFound = seen['1.25m'] === 1_250_000 && seen['$1.25M'] === 1.25 && seen['450k'] === 450_000 && seen['$450K'] === 450;
process.exit(isAsFound ? 0 : 1);
JS
node run.mjs

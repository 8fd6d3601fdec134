#!/bin/sh
# numeral drops whatever is no digit before it reads, so that two numbers in one cell become one: two and a half baths are 212,
# a range of prices is a negative price. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . numeral@2.0.6 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import numeral from 'numeral';

const { version } = JSON.parse(readFileSync('node_modules/numeral/package.json', 'utf8'));
const seen = Object.fromEntries(['2 1/2', '450-475k', '2b/1b'].map((text) => [text, numeral(text).value()]));
console.log(`numeral ${version}: numeral(text).value()`);
console.log('expected: null, since none of these texts is one number (or 2.5 for the first)');
console.log(`seen:     ${JSON.stringify(seen)}`);
const isAsFound = seen['2 1/2'] === 212 && seen['450-475k'] === -450_475_000 && seen['2b/1b'] === 21_000_000_000;
process.exit(isAsFound ? 0 : 1);
JS
node run.mjs

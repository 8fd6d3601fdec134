#!/bin/sh
# A pair of decimal degrees is refused by geo-coordinates-parser when its digits are few: 39.65, -84.08 is an error, the same
# place written 39.650000, -84.080000 is read. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . geo-coordinates-parser@1.7.4 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { convert } = createRequire(import.meta.url)('geo-coordinates-parser');
const { version } = JSON.parse(readFileSync('node_modules/geo-coordinates-parser/package.json', 'utf8'));
const read = (text) => {
  try {
    const { decimalLatitude, decimalLongitude } = convert(text);
    return `${decimalLatitude}, ${decimalLongitude}`;
  } catch (error) {
    return `error: ${error.message}`;
  }
};
const [few, many] = ['39.65, -84.08', '39.650000, -84.080000'].map(read);
console.log(`geo-coordinates-parser ${version}: convert('39.65, -84.08') and convert('39.650000, -84.080000')`);
console.log('expected: the same place twice');
console.log(`seen:     ${few} | ${many}`);
process.exit(few.startsWith('error') && many === '39.65, -84.08' ? 0 : 1);
JS
node run.mjs

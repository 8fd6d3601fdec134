#!/bin/sh
# json-bigint takes every number of more than fifteen characters for a big integer, its decimals too. With storeAsString a latitude of many
# decimals comes as a text beside longitudes that are numbers; with useNativeBigInt the whole message is refused.
# Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . json-bigint@1.0.0 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import jsonBigInt from 'json-bigint';

const { version } = JSON.parse(readFileSync('node_modules/json-bigint/package.json', 'utf8'));
const text = '{"listingId": 12345678901234567, "latitude": 40.71281234567891, "longitude": -74.00601523}';
const { latitude, longitude } = jsonBigInt({ storeAsString: true }).parse(text);
let refused = 'nothing is refused';
try {
  jsonBigInt({ useNativeBigInt: true }).parse(text);
} catch (error) {
  refused = `${error.name}: ${error.message}`;
}
console.log(`json-bigint ${version}: parse(${JSON.stringify(text)})`);
console.log('expected: latitude number, longitude number; with useNativeBigInt nothing is refused');
console.log(`seen:     latitude ${typeof latitude}, longitude ${typeof longitude}; with useNativeBigInt ${refused}`);
const isAsFound = typeof latitude === 'string' && typeof longitude === 'number' && refused.startsWith('SyntaxError');
process.exit(isAsFound ? 0 : 1);
JS
node run.mjs

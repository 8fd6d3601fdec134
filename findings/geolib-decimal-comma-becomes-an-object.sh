#!/bin/sh
# A latitude with a decimal comma is no number to geolib, and no error either: toDecimal() gives an object of its single
# signs, the one that stands where an array has its latitude as a number. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . geolib@3.3.14 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { toDecimal } from 'geolib';

const { version } = JSON.parse(readFileSync('node_modules/geolib/package.json', 'utf8'));
const seen = ['41.8781', `41° 52' 41.16" N`, '41,8781'].map((text) => toDecimal(text));
console.log(`geolib ${version}: toDecimal() of 41.8781, 41° 52' 41.16" N and 41,8781`);
console.log('expected: 41.8781 twice, then 41.8781 or an error');
console.log(`seen:     ${seen.map((value) => JSON.stringify(value)).join(' | ')}`);
process.exit(seen[0] === 41.8781 && JSON.stringify(seen[2]) === '{"0":"4","1":1,"2":",","3":"8","4":"7","5":"8","6":"1"}' ? 0 : 1);
JS
node run.mjs

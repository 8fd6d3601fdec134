#!/bin/sh
# numeric-quantity takes commas out wherever they stand: two and a half baths with a decimal comma are 25, and 1.250,5 square
# metres are 1.251. What is no number else gives NaN. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . numeric-quantity@3.3.3 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { numericQuantity } from 'numeric-quantity';

const { version } = JSON.parse(readFileSync('node_modules/numeric-quantity/package.json', 'utf8'));
const texts = ['2,5', '1.250,5', '10,5 1/2', '2 1/2', '1 250'];
const seen = texts.map((text) => numericQuantity(text));
console.log(`numeric-quantity ${version}: numericQuantity() of ${texts.join(' | ')}`);
console.log('expected: 2.5 or NaN | 1250.5 or NaN | NaN | 2.5 | NaN');
console.log(`seen:     ${seen.join(' | ')}`);
process.exit(seen.join() === '25,1.251,105.5,2.5,NaN' ? 0 : 1);
JS
node run.mjs

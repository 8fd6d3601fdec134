#!/bin/sh
# js-quantities knows the word sqft, and takes a square foot for a square metre: 1,200 square feet are 1,200 square metres. Written as
# ft2 they are 111. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . js-quantities@1.8.0 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import Qty from 'js-quantities';

const { version } = JSON.parse(readFileSync('node_modules/js-quantities/package.json', 'utf8'));
const seen = ['1200 sqft', '1200 ft2'].map((area) => Qty(area).to('m2').toPrec('0.01 m2').toString());
console.log(`js-quantities ${version}: Qty('1200 sqft') and Qty('1200 ft2') in square metres`);
console.log('expected: 111.48 m2, twice');
console.log(`seen:     ${seen.join(' and ')}`);
process.exit(seen.join() === '1200 m2,111.48 m2' ? 0 : 1);
JS
node run.mjs

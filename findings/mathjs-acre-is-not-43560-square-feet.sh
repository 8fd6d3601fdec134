#!/bin/sh
# An acre is 43,560 square feet, and 640 of them are a square mile. mathjs holds the acre as 4,046.86 square metres,
# rounded, and the square mile more exactly, so that the two do not meet. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . mathjs@15.2.0 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { unit } from 'mathjs';

const { version } = JSON.parse(readFileSync('node_modules/mathjs/package.json', 'utf8'));
const acre = unit('1 acre').toNumber('sqft');
const mile = unit('1 sqmi').toNumber('acre');
console.log(`mathjs ${version}: unit('1 acre') in square feet, unit('1 sqmi') in acres`);
console.log('expected: 43560 and 640');
console.log(`seen:     ${acre} and ${mile}`);
const isAsFound = Math.abs(acre - 43_560.0385) < 0.0001 && Math.abs(mile - 639.99943) < 0.00001;
process.exit(isAsFound ? 0 : 1);
JS
node run.mjs

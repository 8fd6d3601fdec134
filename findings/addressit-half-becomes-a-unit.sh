#!/bin/sh
# addressit makes an apartment of the half in 123 1/2 Main St, and a house number of what is left: 123/2, unit 1. Of a ZIP
# code with its four more digits it makes a town. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . addressit@1.8.2 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import addressit from 'addressit';

const { version } = JSON.parse(readFileSync('node_modules/addressit/package.json', 'utf8'));
const read = (text) => {
  const { number, unit, regions, postalcode } = addressit(text);
  return JSON.stringify({ number, unit, regions, postalcode });
};
const [half, zip] = ['123 1/2 Main St, Dayton, OH 45402', '123 Main St, Dayton, OH 45402-1234'].map(read);
console.log(`addressit ${version}: 123 1/2 Main St, Dayton, OH 45402 and 123 Main St, Dayton, OH 45402-1234`);
console.log('expected: no unit, and one region in both');
console.log(`seen:     ${half}`);
console.log(`          ${zip}`);
const isAsFound = half.startsWith('{"number":"123/2","unit":"1"') && zip.includes('["Dayton","45402-1234"]');
process.exit(isAsFound ? 0 : 1);
JS
node run.mjs

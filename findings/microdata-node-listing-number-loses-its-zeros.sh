#!/bin/sh
# microdata-node makes a number of the value of a data element where it can, although microdata has texts only: the listing number 0045671
# loses its zeros, and unit 1E2 becomes 100. In a span the same number keeps them. Exits with an error once that is no longer so.
# https://html.spec.whatwg.org/multipage/microdata.html#values, 2026-11-30
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . microdata-node@2.0.0 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { toJson } from 'microdata-node';

const { version } = JSON.parse(readFileSync('node_modules/microdata-node/package.json', 'utf8'));
const valueOf = (element) =>
  toJson(`<div itemscope itemtype="https://schema.org/Apartment">${element}</div>`).items[0].properties.identifier[0];
const seen = [
  valueOf('<data itemprop="identifier" value="0045671">MLS number</data>'),
  valueOf('<data itemprop="identifier" value="1E2">Unit</data>'),
  valueOf('<span itemprop="identifier">0045671</span>'),
];
console.log(`microdata-node ${version}: toJson() of <data value="0045671">, <data value="1E2"> and <span>0045671</span>`);
console.log('expected: ["0045671","1E2","0045671"]');
console.log(`seen:     ${JSON.stringify(seen)}`);
process.exit(JSON.stringify(seen) === '[45671,100,"0045671"]' ? 0 : 1);
JS
node run.mjs

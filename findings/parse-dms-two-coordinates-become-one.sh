#!/bin/sh
# parse-dms reads a pair of decimals with a comma or a negative longitude as latitude and longitude. A pair of positive ones with a space
# becomes one angle, the longitude its minutes; from 60 on it is refused. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . parse-dms@0.0.5 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import parseDms from 'parse-dms';

const { version } = JSON.parse(readFileSync('node_modules/parse-dms/package.json', 'utf8'));
const texts = ['40.5 -73.5', '-33.5 18.5', '-33.5, 18.5'];
const seen = texts.map((text) => JSON.stringify(parseDms(text)));
console.log(`parse-dms ${version}: parseDms() of ${texts.join('; ')}`);
console.log('expected: a latitude and a longitude each time');
console.log(`seen:     ${seen.join('; ')}`);
const isAsFound = seen[0] === '{"lat":40.5,"lon":-73.5}' && seen[1].startsWith('-33.808') && seen[2] === '{"lat":-33.5,"lon":18.5}';
process.exit(isAsFound ? 0 : 1);
JS
node run.mjs

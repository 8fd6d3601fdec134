#!/bin/sh
# convert-units joins metric and imperial sizes by factors of six digits, one for areas and another for lengths: a lot of 100
# hectares has 10,763,900 square feet by the one and 10,763,911.1 by the other; it has 10,763,910.4. Exits with an error once
# that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . convert-units@2.3.4 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import convert from 'convert-units';

const { version } = JSON.parse(readFileSync('node_modules/convert-units/package.json', 'utf8'));
const byArea = convert(100).from('ha').to('ft2');
const byLength = convert(1000).from('m').to('ft') ** 2;
console.log(`convert-units ${version}: 100 hectares in square feet, and a square with a side of 1,000 metres`);
console.log('expected: both 10763910.4');
console.log(`seen:     ${byArea.toFixed(1)} and ${byLength.toFixed(1)}`);
process.exit(byArea.toFixed(1) === '10763900.0' && byLength.toFixed(1) === '10763911.1' ? 0 : 1);
JS
node run.mjs

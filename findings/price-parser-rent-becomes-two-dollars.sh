#!/bin/sh
# price-parser wants a blank or certain signs after a price, and a slash is none of them: it cuts $2,500/mo down to what does fit, two dollars. With
# a blank before the slash it reads 2,500. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . price-parser@3.4.0 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { parseFirst } from 'price-parser';

const { version } = JSON.parse(readFileSync('node_modules/price-parser/package.json', 'utf8'));
const seen = ['$2,500/mo', '$2,500 /mo'].map((rent) => parseFirst(rent)?.floatValue);
console.log(`price-parser ${version}: the rents $2,500/mo and $2,500 /mo`);
console.log('expected: 2500 and 2500');
console.log(`seen:     ${seen.join(' and ')}`);
process.exit(seen.join() === '2,2500' ? 0 : 1);
JS
node run.mjs

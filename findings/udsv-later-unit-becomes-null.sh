#!/bin/sh
# uDSV looks at the first ten rows to tell what a column holds. A unit 4B in the eleventh, below ten units that are numbers,
# is read as null: not as a text, and not as an error. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . udsv@0.7.3 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { inferSchema, initParser } from 'udsv';

const { version } = JSON.parse(readFileSync('node_modules/udsv/package.json', 'utf8'));
const units = [...Array.from({ length: 11 }, (_, index) => `A${index},${index + 1}`), 'A11,4B'];
const text = `MLS,Unit\n${units.join('\n')}\n`;
const last = initParser(inferSchema(text)).typedObjs(text).at(-1);
console.log(`uDSV ${version}: typedObjs() of a column Unit with 1 to 11, then 4B`);
console.log('expected: {"MLS":"A11","Unit":"4B"}');
console.log(`seen:     ${JSON.stringify(last)}`);
process.exit(JSON.stringify(last) === '{"MLS":"A11","Unit":null}' ? 0 : 1);
JS
node run.mjs

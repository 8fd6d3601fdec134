#!/bin/sh
# any-date-parser keeps the offset of an ISO time with up to six digits of a second. With the seven that .NET services of listings write it
# drops the offset without a word: the moment is eight hours early. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . any-date-parser@2.2.4 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import parser from 'any-date-parser';

const { version } = JSON.parse(readFileSync('node_modules/any-date-parser/package.json', 'utf8'));
const texts = ['2025-06-18T01:03:44.123456-08:00', '2025-06-18T01:03:44.1234567-08:00'];
const [six, seven] = texts.map((text) => parser.fromString(text).toISOString());
console.log(`any-date-parser ${version}: fromString() of ${texts.join(' and of ')}`);
console.log('expected: 2025-06-18T09:03:44.123Z twice');
console.log(`seen:     ${six} and ${seven}`);
process.exit(six === '2025-06-18T09:03:44.123Z' && seven === '2025-06-18T01:03:44.123Z' ? 0 : 1);
JS
node run.mjs

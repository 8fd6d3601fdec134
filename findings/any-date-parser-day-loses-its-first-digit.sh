#!/bin/sh
# any-date-parser reads a date with hyphens month first. Where the first number cannot be a month it neither refuses nor takes it for the day:
# it begins one digit later, so that 13-06-2025 becomes the 6th of March. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . any-date-parser@2.2.4 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import parser from 'any-date-parser';

const { version } = JSON.parse(readFileSync('node_modules/any-date-parser/package.json', 'utf8'));
const texts = ['13-06-2025', '18-06-2025', '13.06.2025'];
const seen = texts.map((text) => parser.fromString(text).toISOString().slice(0, 10));
console.log(`any-date-parser ${version}: fromString() of ${texts.join(', ')}`);
console.log('expected: 2025-06-13, 2025-06-18, 2025-06-13, or no date for the first two');
console.log(`seen:     ${seen.join(', ')}`);
process.exit(seen.join() === '2025-03-06,2025-08-06,2025-06-13' ? 0 : 1);
JS
node run.mjs

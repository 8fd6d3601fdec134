#!/bin/sh
# With `cast_date`, csv-parse takes for a date whatever the engine’s Date can make something of: one and a half baths and
# Unit 4 become days of 2001 and 2002. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . csv-parse@7.0.3 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

const { version } = JSON.parse(readFileSync('node_modules/csv-parse/package.json', 'utf8'));
const options = { cast: true, cast_date: true, columns: true };
const [row] = parse('Baths,Unit,Listed\n1 1/2,Unit 4,2026-11-02\n', options);
console.log(`csv-parse ${version}: parse(…, { cast: true, cast_date: true }) of baths “1 1/2”, unit “Unit 4”, listed “2026-11-02”`);
console.log('expected: two texts and one date');
console.log(`seen:     ${JSON.stringify(row)}`);
const isAsFound = row.Baths instanceof Date && row.Unit instanceof Date && row.Listed instanceof Date;
process.exit(isAsFound ? 0 : 1);
JS
node run.mjs

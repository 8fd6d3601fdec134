#!/bin/sh
# chrono-node gives the pm behind a range to its beginning too, and moves the end to the next day: an open house from half past eleven
# to half past one lasts from 23:30 to 13:30. 12:30 - 2:30 pm is read as it is meant. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . chrono-node@2.10.3 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import * as chrono from 'chrono-node';

const { version } = JSON.parse(readFileSync('node_modules/chrono-node/package.json', 'utf8'));
const noon = new Date(2025, 5, 30, 12);
const told = (date) => `${date.getDate()} ${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
const read = (text) => chrono.parse(text, noon).map(({ start, end }) => `${told(start.date())} to ${told(end.date())}`)[0];
const [across, after] = ['Jul 12 11:30 - 1:30 pm', 'Jul 12 12:30 - 2:30 pm'].map(read);
console.log(`chrono-node ${version}: parse('Jul 12 11:30 - 1:30 pm') and parse('Jul 12 12:30 - 2:30 pm'), as day and time`);
console.log('expected: 12 11:30 to 12 13:30, and 12 12:30 to 12 14:30');
console.log(`seen:     ${across}, and ${after}`);
process.exit(across === '12 23:30 to 13 13:30' && after === '12 12:30 to 12 14:30' ? 0 : 1);
JS
node run.mjs

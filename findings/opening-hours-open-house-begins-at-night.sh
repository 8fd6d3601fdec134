#!/bin/sh
# opening_hours reads hours with am and pm, and gives pm to the hour that it stands behind only: an open house from 1 to 3pm
# begins at one in the night. 1pm-3pm is read as it is meant. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . opening_hours@3.15.0 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import OpeningHours from 'opening_hours';

const { version } = JSON.parse(readFileSync('node_modules/opening_hours/package.json', 'utf8'));
const place = { lat: 41.88, lon: -87.63, address: { country_code: 'us', state: 'Illinois' } };
const [short, long] = ['Sa 1-3pm', 'Sa 1pm-3pm'].map((text) => new OpeningHours(text, place).prettifyValue());
console.log(`opening_hours ${version}: prettifyValue() of "Sa 1-3pm" and of "Sa 1pm-3pm"`);
console.log('expected: Sa 13:00-15:00 twice');
console.log(`seen:     ${short} and ${long}`);
process.exit(short === 'Sa 01:00-15:00' && long === 'Sa 13:00-15:00' ? 0 : 1);
JS
node run.mjs

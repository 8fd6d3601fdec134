#!/bin/sh
# addresser takes what follows a word such as Highway or Route for the unit: 1200 Highway 36 is unit 36 of a street named Highway. State
# Hwy 36 stays whole. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . addresser@1.1.22 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import addresser from 'addresser';

const { version } = JSON.parse(readFileSync('node_modules/addresser/package.json', 'utf8'));
const lines = (street) => {
  const { addressLine1, addressLine2 } = addresser.parseAddress(`${street}, Hazlet, NJ 07730`);
  return [addressLine1, addressLine2 ?? '-'].join(' / ');
};
const seen = ['1200 Highway 36', '1200 State Hwy 36'].map(lines);
console.log(`addresser ${version}: both address lines of 1200 Highway 36 and of 1200 State Hwy 36 in Hazlet, NJ 07730`);
console.log('expected: 1200 Highway 36 / - and 1200 State Hwy 36 / -');
console.log(`seen:     ${seen.join(' and ')}`);
process.exit(seen.join() === '1200 Highway / 36,1200 State Hwy 36 / -' ? 0 : 1);
JS
node run.mjs

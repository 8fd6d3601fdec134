#!/bin/sh
# parse-duration adds up whatever numbers it finds, a number without a word in the unit that is asked for: 30-60 days are 90 days, and half a week
# is fifteen. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . parse-duration@2.1.9 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import parse from 'parse-duration';

const { version } = JSON.parse(readFileSync('node_modules/parse-duration/package.json', 'utf8'));
const seen = ['30-60 days', '1/2 week'].map((text) => parse(text, 'day'));
console.log(`parse-duration ${version}: days of "30-60 days" and "1/2 week"`);
console.log('expected: null or a number from 30 to 60, and 3.5 or null');
console.log(`seen:     ${seen.join(' and ')}`);
process.exit(seen.join() === '90,15' ? 0 : 1);
JS
node run.mjs

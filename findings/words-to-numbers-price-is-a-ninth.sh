#!/bin/sh
# words-to-numbers multiplies only the last word before thousand: a price of four hundred fifty thousand is 400 and 50,000. Where one word
# stands before thousand it is right. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . words-to-numbers@1.5.1 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { wordsToNumbers } from 'words-to-numbers';

const { version } = JSON.parse(readFileSync('node_modules/words-to-numbers/package.json', 'utf8'));
const texts = ['four hundred fifty thousand', 'nine hundred ninety-five thousand', 'two hundred thousand'];
const seen = texts.map((text) => wordsToNumbers(text));
console.log(`words-to-numbers ${version}: wordsToNumbers() of ${texts.join('; ')}`);
console.log('expected: 450000; 995000; 200000');
console.log(`seen:     ${seen.join('; ')}`);
process.exit(seen.join() === '50400,5990,200000' ? 0 : 1);
JS
node run.mjs

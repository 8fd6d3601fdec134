#!/bin/sh
# A comma after a phone number is how phones dial a pause before an extension. libphonenumber-js reads it so in sentences too: of a number that
# is followed by ", 3 beds", the beds are the extension. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . libphonenumber-js@1.13.16 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { findPhoneNumbersInText } from 'libphonenumber-js';

const { version } = JSON.parse(readFileSync('node_modules/libphonenumber-js/package.json', 'utf8'));
const text = 'Call (614) 555-0132, 3 beds, 2 baths';
const found = findPhoneNumbersInText(text, 'US').map(({ number }) => number.formatNational());
console.log(`libphonenumber-js ${version}: findPhoneNumbersInText('${text}', 'US')`);
console.log('expected: (614) 555-0132');
console.log(`seen:     ${found.join(' and ')}`);
process.exit(found.join() === '(614) 555-0132 ext. 3' ? 0 : 1);
JS
node run.mjs

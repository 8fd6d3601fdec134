#!/bin/sh
# A date typed with all four digits of its year, shown in the very format that numfmt says it was typed in, reads back as a
# date of another century. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . numfmt@4.0.1 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { format, getFormatFromId, parseValue } from 'numfmt';

const { version } = JSON.parse(readFileSync('node_modules/numfmt/package.json', 'utf8'));
const options = { locale: 'en-US' };
const typed = 'Oct 2, 1925';
const first = parseValue(typed, options);
const pattern = getFormatFromId(first.formatId, 'en-US');
const shown = format(pattern, first.value, options);
const again = parseValue(shown, options);
console.log(`numfmt ${version}: parseValue(${JSON.stringify(typed)}) is day ${first.value}, format ${pattern}`);
console.log(`expected: what is shown reads back as day ${first.value}, or the format keeps the four digits (MMM d, yyyy)`);
console.log(`seen:     it is shown as ${shown}, which reads back as day ${again.value}, ${format('yyyy-mm-dd', again.value)}`);
const isAsFound = first.value === 9407 && shown === '2-Oct-25' && again.value === 45932;
process.exit(isAsFound ? 0 : 1);
JS
node run.mjs

#!/bin/sh
# A longitude written with a point, in a locale that groups thousands with points, is read as a number ten thousand times as
# large: groups of any length from three on are taken, although a misplaced group of two is refused. Exits with an error
# once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . numfmt@4.0.1 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { parseNumber } from 'numfmt';

const { version } = JSON.parse(readFileSync('node_modules/numfmt/package.json', 'utf8'));
const read = (text, locale) => parseNumber(text, { locale })?.value;
const seen = [read('-87.6847', 'de-DE'), read('12,3456', 'en-US'), read('12,34,567', 'en-US')];
console.log(`numfmt ${version}: "-87.6847" in de-DE, "12,3456" and "12,34,567" in en-US`);
console.log('expected: no numbers (undefined, undefined, undefined), since groups have three digits');
console.log(`seen:     ${seen.map(String).join(', ')}`);
process.exit(seen[0] === -876847 && seen[1] === 123456 && seen[2] === undefined ? 0 : 1);
JS
node run.mjs

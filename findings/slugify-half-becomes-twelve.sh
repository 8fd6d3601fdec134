#!/bin/sh
# slugify takes the slash out of a half and joins what is left: 123 1/2 Main St gets the address of 123 12 Main St, and two homes share one
# page. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . slugify@1.6.9 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import slugify from 'slugify';

const { version } = JSON.parse(readFileSync('node_modules/slugify/package.json', 'utf8'));
const seen = ['123 1/2 Main St', '123 12 Main St'].map((street) => slugify(street, { lower: true }));
console.log(`slugify ${version}: the slugs of 123 1/2 Main St and of 123 12 Main St`);
console.log('expected: 123-1-2-main-st and 123-12-main-st');
console.log(`seen:     ${seen.join(' and ')}`);
process.exit(seen.join() === '123-12-main-st,123-12-main-st' ? 0 : 1);
JS
node run.mjs

#!/bin/sh
# microdata-node gives an empty text for a time element without a datetime attribute, although HTML then takes what the element says. The day on
# which a page lists a home is gone. Exits with an error once that is no longer so.
# https://html.spec.whatwg.org/multipage/text-level-semantics.html#datetime-value, 2026-11-30
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . microdata-node@2.0.0 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { toJson } from 'microdata-node';

const { version } = JSON.parse(readFileSync('node_modules/microdata-node/package.json', 'utf8'));
const dayOf = (time) =>
  toJson(`<div itemscope itemtype="https://schema.org/Apartment">${time}</div>`).items[0].properties.datePosted[0];
const plain = dayOf('<time itemprop="datePosted">2025-06-18</time>');
const stated = dayOf('<time itemprop="datePosted" datetime="2025-06-18">last week</time>');
console.log(`microdata-node ${version}: toJson() of <time>2025-06-18</time> and of <time datetime="2025-06-18">`);
console.log('expected: "2025-06-18" twice');
console.log(`seen:     ${JSON.stringify(plain)} and ${JSON.stringify(stated)}`);
process.exit(plain === '' && stated === '2025-06-18' ? 0 : 1);
JS
node run.mjs

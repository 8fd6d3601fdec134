#!/bin/sh
# web-auto-extractor takes out the blanks beside each tag within a property: of a street with one word in bold, all words become one.
# Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . web-auto-extractor@1.0.17 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import extractor from 'web-auto-extractor';

const { version } = JSON.parse(readFileSync('node_modules/web-auto-extractor/package.json', 'utf8'));
const read = (street) => {
  const html = `<div itemscope itemtype="https://schema.org/House"><span itemprop="name">${street}</span></div>`;
  return extractor.default().parse(html).microdata.House[0].name;
};
const seen = [read('123 <b>Main</b> St'), read('123 Main St')];
console.log(`web-auto-extractor ${version}: microdata of 123 <b>Main</b> St and of 123 Main St`);
console.log('expected: 123 Main St, twice');
console.log(`seen:     ${seen.join(' and ')}`);
process.exit(seen.join('|') === '123MainSt|123 Main St' ? 0 : 1);
JS
node run.mjs

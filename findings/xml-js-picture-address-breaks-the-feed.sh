#!/bin/sh
# xml-js reads &amp; in an attribute and writes it back as a bare ampersand, so that a feed of pictures is no XML after one way there and back.
# In the text of an element it is written rightly. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . xml-js@1.6.11 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { js2xml, xml2js } from 'xml-js';

const { version } = JSON.parse(readFileSync('node_modules/xml-js/package.json', 'utf8'));
const feed = '<listing><image url="https://example.com/a.jpg?w=1&amp;h=2"/><note>Gas &amp; water</note></listing>';
const seen = js2xml(xml2js(feed));
console.log(`xml-js ${version}: js2xml(xml2js(feed))`);
console.log(`expected: ${feed}`);
console.log(`seen:     ${seen}`);
process.exit(seen.includes('?w=1&h=2') && seen.includes('Gas &amp; water') ? 0 : 1);
JS
node run.mjs

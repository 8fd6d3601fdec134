#!/bin/sh
# Words that are marked inside a sentence, in an Atom entry whose content is XHTML, come out of rss-parser behind all words
# that are not: "3 beds" becomes another sentence. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . rss-parser@3.13.0 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import Parser from 'rss-parser';

const { version } = JSON.parse(readFileSync('node_modules/rss-parser/package.json', 'utf8'));
const div = '<div xmlns="http://www.w3.org/1999/xhtml">Has <b>3</b> beds and <b>2</b> baths.</div>';
const entry = `<entry><title>Home</title><id>urn:a1</id><updated>2026-11-30T12:00:00Z</updated><content type="xhtml">${div}</content></entry>`;
const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Homes</title><id>urn:h</id><updated>2026-11-30T12:00:00Z</updated>${entry}</feed>`;
const [item] = (await new Parser().parseString(feed)).items;
console.log(`rss-parser ${version}: contentSnippet of <div>Has <b>3</b> beds and <b>2</b> baths.</div>`);
console.log('expected: Has 3 beds and 2 baths.');
console.log(`seen:     ${item.contentSnippet}`);
process.exit(item.contentSnippet === 'Has  beds and  baths.32' ? 0 : 1);
JS
node run.mjs

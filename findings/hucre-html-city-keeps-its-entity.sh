#!/bin/sh
# hucre reads a table of HTML, and of its entities only the five of XML and those by number: a city of Montr&eacute;al keeps its letters, &nbsp; stands
# between words, and &#233; is é. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . hucre@1.0.0 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { fromHtml } from 'hucre';

const { version } = JSON.parse(readFileSync('node_modules/hucre/package.json', 'utf8'));
const [seen] = fromHtml('<table><tr><td>Montr&eacute;al</td><td>Montr&#233;al</td><td>Smith &amp; Co.</td><td>12&nbsp;Main</td></tr></table>').rows;
console.log(`hucre ${version}: fromHtml of Montr&eacute;al, Montr&#233;al, Smith &amp; Co. and 12&nbsp;Main`);
console.log('expected: Montréal | Montréal | Smith & Co. | 12 Main');
console.log(`seen:     ${seen.join(' | ')}`);
process.exit(seen.join('|') === 'Montr&eacute;al|Montréal|Smith & Co.|12&nbsp;Main' ? 0 : 1);
JS
node run.mjs

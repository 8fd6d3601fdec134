#!/bin/sh
# A relation without quotes may end at the comma before the next link (RFC 8288, 3). @hugoalh/http-header-link gives such a
# relation as an empty text; the same relation at the end of the header, or in quotes, is read. Exits with an error once that
# is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . @hugoalh/http-header-link@1.0.3 http-link-header@1.1.4 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { HTTPHeaderLink } from '@hugoalh/http-header-link';
import LinkHeader from 'http-link-header';

const { version } = JSON.parse(readFileSync('node_modules/@hugoalh/http-header-link/package.json', 'utf8'));
const header = '<https://pod.example/inbox/?from=t2>; rel=next, <https://pod.example/inbox/>; rel=first';
const seen = [...new HTTPHeaderLink(header).entries()].map(([, { rel }]) => rel);
const other = LinkHeader.parse(header).refs.map(({ rel }) => rel);
console.log(`@hugoalh/http-header-link ${version}: the relations in ${header}`);
console.log(`expected: ${JSON.stringify(other)}, as http-link-header 1.1.4 reads it`);
console.log(`seen:     ${JSON.stringify(seen)}`);
process.exit(JSON.stringify(seen) === '["","first"]' && other.join() === 'next,first' ? 0 : 1);
JS
node run.mjs

#!/bin/sh
# Names of parameters in a Link header are the same in any case, and blanks may stand around their equals sign (RFC 8288, 3
# and B.2). parse-link-header leaves such links out, so that paging ends after the first page; http-link-header reads them.
# Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . parse-link-header@2.0.0 http-link-header@1.1.4 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import LinkHeader from 'http-link-header';
import parseLinkHeader from 'parse-link-header';

const { version } = JSON.parse(readFileSync('node_modules/parse-link-header/package.json', 'utf8'));
const headers = ['rel="next"', 'Rel="next"', 'rel = "next"'].map((rel) => `<https://pod.example/inbox/?from=t2>; ${rel}`);
const seen = headers.map((header) => parseLinkHeader(header)?.next?.url ?? 'none');
const other = headers.map((header) => LinkHeader.parse(header).rel('next')[0]?.uri ?? 'none');
console.log(`parse-link-header ${version}: the next page in ${headers.join(' | ')}`);
console.log(`expected: ${other.join(' | ')}, as http-link-header 1.1.4 reads it`);
console.log(`seen:     ${seen.join(' | ')}`);
process.exit(seen.slice(1).join() === 'none,none' && seen[0] !== 'none' && !other.includes('none') ? 0 : 1);
JS
node run.mjs

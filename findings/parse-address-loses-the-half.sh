#!/bin/sh
# 123 Main St and 123 1/2 Main St are two homes. parse-address reads both as the same address: the half is in no part of what it gives. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . parse-address@1.1.2 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import address from 'parse-address';

const { version } = JSON.parse(readFileSync('node_modules/parse-address/package.json', 'utf8'));
const whole = JSON.stringify(address.parseLocation('123 Main St, Dayton, OH 45402'));
const half = JSON.stringify(address.parseLocation('123 1/2 Main St, Dayton, OH 45402'));
console.log(`parse-address ${version}: parseLocation of 123 Main St and of 123 1/2 Main St`);
console.log('expected: the half is kept, in the number or in a part of its own');
console.log(`seen:     ${half}`);
process.exit(whole === half ? 0 : 1);
JS
node run.mjs

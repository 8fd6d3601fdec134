#!/bin/sh
# Apps Script calls functions by name, and gas-entry-generator declares what a module exports. Of a function that is exported by another name it
# declares the inner name, and binds it to an export that is not there: the menu's onOpen never appears. Exits with an error once that is no
# longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . gas-entry-generator@2.6.0 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { generate } from 'gas-entry-generator';

const { version } = JSON.parse(readFileSync('node_modules/gas-entry-generator/package.json', 'utf8'));
const entries = (exported) => {
  const { entryPointFunctions, globalAssignments } = generate(`function addMenu() {}\n${exported}`, { autoGlobalExports: true });
  return `${entryPointFunctions} ${globalAssignments}`.replace(/\s+/g, ' ').trim();
};
const seen = [entries('export { addMenu as onOpen };'), entries('export { addMenu };')];
console.log(`gas-entry-generator ${version}: entries of export { addMenu as onOpen }, with autoGlobalExports`);
console.log('expected: function onOpen() { } global.onOpen = exports.onOpen;');
console.log(`seen:     ${seen[0]}`);
const inner = 'function addMenu() { } global.addMenu = exports.addMenu;';
process.exit(seen[0] === inner && seen[1] === inner ? 0 : 1);
JS
node run.mjs

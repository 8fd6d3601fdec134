#!/bin/sh
# Apps Script calls only functions that are declared at the top of a file, and esbuild-gas-plugin declares those that are
# assigned to global. Of onInstall and onOpen, assigned in one statement, it declares the first: the menu never appears. Exits
# with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . esbuild-gas-plugin@0.10.0 esbuild@0.28.2 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { GasPlugin } from 'esbuild-gas-plugin';

const { version } = JSON.parse(readFileSync('node_modules/esbuild-gas-plugin/package.json', 'utf8'));
const declared = async (statements) => {
  writeFileSync('menu.js', `function addMenu() {}\n${statements}\n`);
  await build({ entryPoints: ['menu.js'], bundle: true, outfile: 'Code.js', plugins: [GasPlugin] });
  return [...readFileSync('Code.js', 'utf8').matchAll(/^function (\w+)/gm)].map(([, name]) => name).join(' ');
};
const chained = await declared('global.onInstall = global.onOpen = addMenu;');
const apart = await declared('global.onInstall = addMenu;\nglobal.onOpen = addMenu;');
console.log(`esbuild-gas-plugin ${version}: top-level functions of global.onInstall = global.onOpen = addMenu, and of two statements`);
console.log('expected: onInstall onOpen, twice');
console.log(`seen:     ${chained} | ${apart}`);
process.exit(chained === 'onInstall' && apart === 'onInstall onOpen' ? 0 : 1);
JS
node run.mjs

#!/bin/sh
# A day of RDF may name its zone, by Z or by hours (XML Schema, xsd:date). rdf-literal takes Z, and refuses hours as invalid: a listing date written
# in New York cannot be read. Exits with an error once that is no longer so.
# https://www.w3.org/TR/xmlschema11-2/#date, 2026-11-30
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . rdf-literal@2.0.0 n3@2.13.12 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { DataFactory } from 'n3';
import { fromRdf } from 'rdf-literal';

const { version } = JSON.parse(readFileSync('node_modules/rdf-literal/package.json', 'utf8'));
const type = DataFactory.namedNode('http://www.w3.org/2001/XMLSchema#date');
const read = (day) => {
  try {
    return fromRdf(DataFactory.literal(day, type), true).toISOString();
  } catch (error) {
    return error.message;
  }
};
const seen = ['2025-06-18Z', '2025-06-18-05:00'].map(read);
console.log(`rdf-literal ${version}: the xsd:date 2025-06-18Z and 2025-06-18-05:00, validated`);
console.log('expected: 2025-06-18T00:00:00.000Z and 2025-06-18T05:00:00.000Z');
console.log(`seen:     ${seen.join(' and ')}`);
process.exit(seen[0] === '2025-06-18T00:00:00.000Z' && seen[1].startsWith('Invalid RDF') ? 0 : 1);
JS
node run.mjs

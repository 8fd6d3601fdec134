#!/bin/sh
# A price that the context types as xsd:decimal leaves jsonld as "4.500005E5"^^xsd:decimal once it has cents: no decimal is
# written so (XML Schema 1.1, 3.3.3.1), and back in JSON it is a text. A price without cents stays as it is. Exits with an
# error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . jsonld@9.0.0 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';

const { version } = JSON.parse(readFileSync('node_modules/jsonld/package.json', 'utf8'));
const context = { price: { '@id': 'https://schema.org/price', '@type': 'http://www.w3.org/2001/XMLSchema#decimal' } };
const options = { format: 'application/n-quads' };
const there = (price) => jsonld.toRDF({ '@context': context, '@id': 'https://example.com/1', price }, options);
const back = async (price) =>
  (await jsonld.compact(await jsonld.fromRDF(await there(price), { ...options, useNativeTypes: true }), context)).price;
const literal = (quads) => quads.match(/"[^"]*"\^\^<[^>]*>/)[0];
const [whole, cents, again] = [literal(await there(450_000)), literal(await there(450_000.5)), await back(450_000.5)];
console.log(`jsonld ${version}: the prices 450000 and 450000.5, typed xsd:decimal, as N-Quads; the second read back`);
console.log('expected: "450000" and "450000.5"; 450000.5');
console.log(`seen:     ${whole} and ${cents}; ${JSON.stringify(again)}`);
const type = '^^<http://www.w3.org/2001/XMLSchema#decimal>';
process.exit(whole === `"450000"${type}` && cents === `"4.500005E5"${type}` && again === '4.500005E5' ? 0 : 1);
JS
node run.mjs

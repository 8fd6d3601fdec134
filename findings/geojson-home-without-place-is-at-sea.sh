#!/bin/sh
# geojson puts a record whose latitude and longitude are null at 0, 0, in the sea south of Ghana, where one without these members gets no place.
# Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . geojson@0.5.0 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import GeoJSON from 'geojson';

const { version } = JSON.parse(readFileSync('node_modules/geojson/package.json', 'utf8'));
const homes = [{ mls: '0045671', lat: null, lng: null }, { mls: '0045672' }];
const seen = GeoJSON.parse(homes, { Point: ['lat', 'lng'] }).features.map(({ geometry }) => JSON.stringify(geometry));
console.log(`geojson ${version}: the geometry of {lat: null, lng: null} and of a record without either`);
console.log('expected: none twice');
console.log(`seen:     ${seen.join(' and ')}`);
process.exit(seen[0] === '{"type":"Point","coordinates":[0,0]}' && !seen[1]?.includes('[0,0]') ? 0 : 1);
JS
node run.mjs

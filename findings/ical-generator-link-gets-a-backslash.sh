#!/bin/sh
# In a text of iCalendar a comma has a backslash before it, in an address of the web it has none (RFC 5545, 3.3.11 and 3.3.13). ical-generator
# puts one into both, and ical.js reads it as it stands: the link to the home leads elsewhere. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . ical-generator@10.2.0 ical.js@2.2.1 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import ical from 'ical-generator';

const { version } = JSON.parse(readFileSync('node_modules/ical-generator/package.json', 'utf8'));
const url = 'https://homes.example/dayton,oh/0045671';
const start = new Date(Date.UTC(2025, 6, 12, 16));
const calendar = ical({ events: [{ start, summary: 'Open house, rear door', url }] });
const event = new ICAL.Component(ICAL.parse(calendar.toString())).getFirstSubcomponent('vevent');
const seen = event.getFirstPropertyValue('url');
console.log(`ical-generator ${version}: the link ${url} of an open house, read by ical.js 2.2.1`);
console.log(`expected: ${url}`);
console.log(`seen:     ${seen}`);
const summary = event.getFirstPropertyValue('summary');
process.exit(seen === 'https://homes.example/dayton\\,oh/0045671' && summary === 'Open house, rear door' ? 0 : 1);
JS
node run.mjs

#!/bin/sh
# Categories of an event are divided by commas, and a comma with a backslash belongs to the word (RFC 5545, 3.8.1.2 and 3.3.11). node-ical divides at both,
# and leaves the backslash: "Dayton\, OH" is two categories. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . node-ical@0.26.1 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ical from 'node-ical';

const { version } = JSON.parse(readFileSync('node_modules/node-ical/package.json', 'utf8'));
const event = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//open houses//EN',
  'BEGIN:VEVENT',
  'UID:0045671',
  'DTSTAMP:20250601T000000Z',
  'DTSTART:20250712T160000Z',
  'LOCATION:123 Main St\\, Dayton',
  'CATEGORIES:Open house,Dayton\\, OH',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');
const { categories, location } = ical.sync.parseICS(event)['0045671'];
console.log(`node-ical ${version}: the categories of CATEGORIES:Open house,Dayton\\, OH`);
console.log('expected: ["Open house","Dayton, OH"]');
console.log(`seen:     ${JSON.stringify(categories)}`);
process.exit(location === '123 Main St, Dayton' && categories.join('|') === 'Open house|Dayton\\|OH' ? 0 : 1);
JS
node run.mjs

#!/bin/sh
# cal-parser reads the time of an event that names its zone as if it were UTC, and only tells the zone beside it: an open house at noon in New York
# begins at eight in the morning there. Exits with an error once that is no longer so.
# https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5, 2026-11-30
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . cal-parser@1.0.2 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import parser from 'cal-parser';

const { version } = JSON.parse(readFileSync('node_modules/cal-parser/package.json', 'utf8'));
const event = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//open houses//EN',
  'BEGIN:VEVENT',
  'UID:0045671',
  'DTSTAMP:20250601T000000Z',
  'SUMMARY:Open house',
  'DTSTART;TZID=America/New_York:20250712T120000',
  'DTEND;TZID=America/New_York:20250712T140000',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');
const { value, params } = parser.parseString(event).events[0].dtstart;
console.log(`cal-parser ${version}: the Date of DTSTART;TZID=America/New_York:20250712T120000`);
console.log('expected: 2025-07-12T16:00:00.000Z');
console.log(`seen:     ${value.toISOString()}, with ${JSON.stringify(params)}`);
process.exit(value.toISOString() === '2025-07-12T12:00:00.000Z' ? 0 : 1);
JS
node run.mjs

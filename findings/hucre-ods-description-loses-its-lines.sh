#!/bin/sh
# In ODS a line break, a tab and a second blank are elements; as mere signs a reader makes one blank of them. hucre writes
# them as they are and reads them back as they are, so that only others see what is lost: the lines of a description run
# together. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . hucre@1.0.0 @e965/xlsx@0.20.3 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import { readOds, writeOds } from 'hucre';

const { version } = JSON.parse(readFileSync('node_modules/hucre/package.json', 'utf8'));
const text = 'Brick Georgian.\nNew roof.  Ask us.';
const file = await writeOds({ sheets: [{ name: 'S', rows: [[text]] }] });
const own = (await readOds(file)).sheets[0].rows[0][0];
const other = XLSX.read(file).Sheets.S.A1.v;
console.log(`hucre ${version}: writeOds of ${JSON.stringify(text)}, read by hucre and by @e965/xlsx 0.20.3`);
console.log('expected: the text as it was, twice');
console.log(`seen:     ${JSON.stringify(own)} and ${JSON.stringify(other)}`);
process.exit(own === text && other === 'Brick Georgian. New roof. Ask us.' ? 0 : 1);
JS
node run.mjs

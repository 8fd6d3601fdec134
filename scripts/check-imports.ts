/** Fails when an import goes against the order of folders or closes a ring; part of `npm run lint`. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { judgeImports } from './imports/judge-imports.ts';

const listed = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx', '*.mts'],
  {
    encoding: 'utf8',
  },
);
const paths = listed.split('\n').filter((path) => path !== '' && existsSync(path));
const complaints = judgeImports(new Map(paths.map((path) => [path, readFileSync(path, 'utf8')])));

for (const complaint of complaints) console.error(`${complaint}\n`);
if (complaints.length > 0) {
  console.error(`${complaints.length} imports against the order of folders; CONTRIBUTING.md shows it.`);
  process.exitCode = 1;
} else {
  console.log(`Imports of ${paths.length} files follow the order of folders, without a ring.`);
}

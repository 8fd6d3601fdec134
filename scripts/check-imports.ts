/** Fails when an import goes against the order of folders or closes a ring; part of `npm run lint`. */
import { readdirSync, readFileSync } from 'node:fs';
import { judgeImports } from './imports/judge-imports.ts';

const FOLDERS = ['src', 'playground', 'bench', 'scripts', 'test'];

const paths = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
);
const complaints = judgeImports(new Map(paths.map((path) => [path, readFileSync(path, 'utf8')])));

for (const complaint of complaints) console.error(`${complaint}\n`);
if (complaints.length > 0) {
  console.error(`Imports against the order of folders: ${complaints.length}. CONTRIBUTING.md shows the order.`);
  process.exitCode = 1;
} else {
  console.log(`The imports of ${paths.length} files follow the order of folders, without a ring.`);
}

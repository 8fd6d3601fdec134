import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('clasp pushes exactly the three files of dist/', async () => {
  const home = await mkdtemp(join(tmpdir(), 'clasp-home-'));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['node_modules/@google/clasp/build/src/index.js', 'status', '--json', '--project', '.clasp.example.json'],
    {
      cwd: root,
      // A developer's own clasp login must not matter here.
      env: { ...process.env, HOME: home, USERPROFILE: home },
    },
  );
  await rm(home, { recursive: true });
  const { filesToPush, untrackedFiles } = JSON.parse(stdout);
  expect(new Set(filesToPush)).toEqual(new Set(['dist/appsscript.json', 'dist/Code.js', 'dist/Sidebar.html']));
  expect(untrackedFiles).toEqual([]);
});

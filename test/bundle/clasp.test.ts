import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const CLASP = join(root, 'node_modules/@google/clasp/build/src');

let home = '';
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'clasp-home-'));
});
afterAll(() => rm(home, { recursive: true }));

/** What clasp says in a folder; a developer's own login must not matter here. */
function clasp(cwd: string, args: readonly string[]): Promise<string> {
  const env = { ...process.env, HOME: home, USERPROFILE: home };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(CLASP, 'index.js'), ...args], { cwd, env }, (_error, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
}

test('clasp pushes exactly the three files of dist/', async () => {
  const { filesToPush, untrackedFiles } = JSON.parse(
    await clasp(root, ['status', '--json', '--project', '.clasp.example.json']),
  );
  expect(new Set(filesToPush)).toEqual(new Set(['dist/appsscript.json', 'dist/Code.js', 'dist/Sidebar.html']));
  expect(untrackedFiles).toEqual([]);
});

describe('the install guide says what clasp says', () => {
  const CREATE = ['create-script', '--type', 'standalone', '--title', 'Listing Sync', '--rootDir', 'dist'];
  const guide = readFile(join(root, 'docs/install-guide.md'), 'utf8');

  test.each([
    ['without a project', ['push'], false, 'Project settings not found.'],
    ['without a login', CREATE, false, 'No credentials found.'],
    ['in a folder that has a project', CREATE, true, 'Project file already exists.'],
  ])('%s, to %j', async (_when, args, hasProject, words) => {
    const folder = await mkdtemp(join(home, 'project-'));
    if (hasProject) await copyFile(join(root, '.clasp.example.json'), join(folder, '.clasp.json'));
    expect(await clasp(folder, args)).toContain(words);
    expect(await guide).toContain(`\`${words}\``);
  });

  // What needs Google is looked up in clasp itself.
  test.each(['Script is already up to date.', 'Manifest file has been updated. Do you want to push and overwrite?'])(
    'when Google has answered: %s',
    async (words) => {
      const names = await readdir(join(CLASP, 'commands'));
      const texts = await Promise.all(names.map((name) => readFile(join(CLASP, 'commands', name), 'utf8')));
      expect(texts.join('\n')).toContain(words);
      expect(await guide).toContain(words);
    },
  );
});

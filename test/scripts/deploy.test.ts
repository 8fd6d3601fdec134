import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { deploy, type Said } from '../../scripts/deploy/deploy.ts';

const PROJECT = '{"scriptId":"1abc","rootDir":"dist"}';
const GOOD: Readonly<Record<string, Said>> = {
  'git status --porcelain': { isOk: true, output: '' },
  'npx clasp show-authorized-user --json': { isOk: true, output: '{"loggedIn": true}' },
  'npm run check': { isOk: true, output: '' },
  'npx clasp push --force': { isOk: true, output: 'Pushed 3 files.' },
  'git log -1 --format=%h %s': { isOk: true, output: 'abc1234 fix: a thing\n' },
  'npx clasp create-version abc1234 fix: a thing': { isOk: true, output: 'Created version 7.' },
};

/** Deploys in a world where some commands say something else; what was said, and what was run. */
async function deployWith(other: Readonly<Record<string, Said>> = {}, project: string | undefined = PROJECT) {
  const ran: string[] = [];
  const said: string[] = [];
  const isDone = await deploy({
    run: async (command, args) => {
      const line = [command, ...args].join(' ');
      ran.push(line);
      return { ...GOOD, ...other }[line] ?? { isOk: false, output: `no such command: ${line}` };
    },
    readProject: async () => project,
    say: (line) => said.push(line),
  });
  return { isDone, ran, said };
}

test('a version is made of a clean, checked tree, and what is left to do is said with its number', async () => {
  const { isDone, ran, said } = await deployWith();
  expect(isDone).toBe(true);
  expect(ran).toEqual(Object.keys(GOOD));
  expect(said).toContain('Version 7 is made of abc1234 fix: a thing.');
  expect(said.join('\n')).toContain('enter 7 as the version of the Sheets editor add-on');
});

describe('nothing is copied to Google where', () => {
  test.each<[string, Readonly<Record<string, Said>>, string]>([
    [
      'something is not committed',
      { 'git status --porcelain': { isOk: true, output: ' M src/a.ts\n?? b\n' } },
      'Commit or put away what was changed first: M src/a.ts, ?? b.',
    ],
    [
      'nobody is signed in',
      { 'npx clasp show-authorized-user --json': { isOk: true, output: '{\n  "loggedIn": false\n}' } },
      'Nobody is signed in: run npx clasp login, then this again.',
    ],
    ['the check fails', { 'npm run check': { isOk: false, output: '' } }, 'The check failed, so nothing was copied'],
  ])('%s', async (_, other, words) => {
    const { isDone, ran, said } = await deployWith(other);
    expect(isDone).toBe(false);
    expect(said.at(-1)).toContain(words);
    expect(ran.filter((line) => /push|create-version/.test(line))).toEqual([]);
  });

  test.each([
    [undefined, 'There is no .clasp.json'],
    ['{"scriptId":"REPLACE_WITH_YOUR_SCRIPT_ID"}', 'Put the script ID into .clasp.json'],
  ])('the project file is %s', async (project, words) => {
    const said: string[] = [];
    const run = async () => ({ isOk: true, output: '' });
    expect(await deploy({ run, readProject: async () => project, say: (line) => said.push(line) })).toBe(false);
    expect(said).toEqual([expect.stringContaining(words)]);
  });
});

test('what clasp says when it fails is passed on', async () => {
  const { said } = await deployWith({ 'npx clasp push --force': { isOk: false, output: 'No credentials found.\n' } });
  expect(said.at(-1)).toBe('Nothing was changed at Google. clasp said: No credentials found.');
});

/** What clasp really prints where nobody is signed in: the words of the install guide. */
describe('clasp without a login', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));

  async function claspIn(project: 'here' | 'above' | 'nowhere', ...args: readonly string[]): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'clasp-'));
    if (project !== 'nowhere') await cp(`${root}/.clasp.example.json`, join(folder, '.clasp.json'));
    const cwd = project === 'above' ? join(folder, 'below') : folder;
    await mkdir(cwd, { recursive: true });
    const script = `${root}/node_modules/@google/clasp/build/src/index.js`;
    const env = { ...process.env, HOME: folder, USERPROFILE: folder };
    const output = await new Promise<string>((resolve) => {
      execFile(process.execPath, [script, ...args], { cwd, env }, (_, stdout, stderr) =>
        resolve(`${stdout}${stderr}`.trim()),
      );
    });
    await rm(folder, { recursive: true });
    return output;
  }

  const CREATE = ['create-script', '--type', 'standalone', '--title', 'Listing Sync', '--rootDir', 'dist'];

  test.each<[string, 'here' | 'above' | 'nowhere', readonly string[]]>([
    ['Project file already exists.', 'here', CREATE],
    ['Project file already exists.', 'above', CREATE],
    ['No credentials found.', 'nowhere', CREATE],
    ['Project settings not found.', 'nowhere', ['push']],
  ])('says "%s" (its project file: %s) to %j', async (words, project, args) => {
    expect(await claspIn(project, ...args)).toContain(words);
  });
});

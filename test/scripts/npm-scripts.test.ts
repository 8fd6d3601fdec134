import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const SCRIPTS: Readonly<Record<string, string>> = JSON.parse(readFileSync('package.json', 'utf8')).scripts;

/** The commands that a script comes down to, in their order. */
function commandsOf(name: string): readonly string[] {
  return (SCRIPTS[name] ?? '').split(' && ').flatMap((command) => {
    const called = /^npm (?:run )?(\S+)$/.exec(command)?.[1];
    return called === undefined ? [command] : commandsOf(called);
  });
}

test('npm test is the whole check, what is quick first', () => {
  expect(commandsOf('test')).toEqual([
    'biome check',
    'tsx scripts/check-imports.ts',
    'knip',
    'tsc -b',
    'node scripts/build.mjs --quiet',
    'vitest run',
    'node scripts/build.mjs --quiet',
    'node scripts/find-browser.mjs',
    'playwright test',
  ]);
});

test('npm run check is the same check', () => {
  expect(commandsOf('check')).toEqual(commandsOf('test'));
});

test('npm run push checks the types and what is shipped before it pushes', () => {
  expect(commandsOf('push')).toEqual(['tsc -b', 'node scripts/build.mjs', 'vitest run test/bundle', 'clasp push']);
});

test('continuous integration runs the two commands of the README, and nothing else', () => {
  const ran = readFileSync('.ci/run', 'utf8').match(/^npm .*$/gm);
  expect(ran).toEqual(['npm ci', 'npm test']);
  expect(readFileSync('README.md', 'utf8')).toContain('npm ci && npm test');
});

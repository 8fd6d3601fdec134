/** What CONTRIBUTING says of where things are: each place is there, and none that belongs there is left out. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const page = readFileSync('CONTRIBUTING.md', 'utf8');
const places = page.split('\n').filter((line) => line.startsWith('| ') && line.includes('`src/'));

/** The files that a line of the table names; a bare name belongs to the folder named before it. */
function filesIn(line: string): readonly string[] {
  let folder = '';
  return [...line.matchAll(/`([^`]+)`/g)].flatMap(([, name = '']) => {
    if (name.endsWith('/')) folder = name;
    else if (name.endsWith('.ts')) return [name.startsWith('src/') ? name : folder + name];
    return [];
  });
}

test('every place that the table names is there', () => {
  const named = places.flatMap(filesIn);
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((name) => !existsSync(name))).toEqual([]);
});

test('every file and folder of the project that a page names is there', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', ...readdirSync('docs', { recursive: true, encoding: 'utf8' })].flatMap(
    (name) => (name.endsWith('.md') ? [existsSync(name) ? name : `docs/${name}`] : []),
  );
  const named = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/`((?:src|playground|test|bench|scripts|findings)\/[\w./-]+)`/g)].map(
      ([, path = '']) => ({ page, path }),
    ),
  );
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter(({ path }) => !existsSync(path))).toEqual([]);
});

test('the table names every page that writes cells', () => {
  const folders = ['src/server/entries', 'src/server/services'];
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );
  const writers = files.filter(
    (file) =>
      file.endsWith('.ts') && /\.(?:setValues?|setRichTextValues?|clearContents?)\(/.test(readFileSync(file, 'utf8')),
  );
  expect(writers.length).toBeGreaterThan(5);
  expect(writers.filter((file) => !places.flatMap(filesIn).includes(file))).toEqual([]);
});

test('the tree names every folder of the core, and no other', () => {
  const tree = page.slice(page.indexOf('src/core/  '), page.indexOf('src/server/  '));
  const named = [...tree.matchAll(/^ {2}([a-z-]+)\/ /gm)].map(([, name = '']) => name);
  const folders = readdirSync('src/core', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect([...named].sort()).toEqual(folders.map(({ name }) => name).sort());
  expect(tree).not.toContain('not there yet');
});

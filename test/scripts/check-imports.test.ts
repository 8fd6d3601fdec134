import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CORE_ORDER } from '../../scripts/imports/arrow-rules.ts';
import { judgeImports } from '../../scripts/imports/judge-imports.ts';

/** A tree in which one file imports another; the other is empty. */
function imports(from: string, to: string, line: (specifier: string) => string): ReadonlyMap<string, string> {
  const up = '../'.repeat(from.split('/').length - 1);
  return new Map([
    [from, `/** A page. */\n\n${line(`${up}${to}`)}\n`],
    [to, ''],
  ]);
}

const value = (specifier: string) => `import { a } from '${specifier}';`;
const type = (specifier: string) => `import type { A } from '${specifier}';`;
const FORMS: readonly (readonly [string, (specifier: string) => string])[] = [
  ['a value', value],
  ['a type', type],
  ['a type among braces', (specifier) => `import { type A } from '${specifier}';`],
  ['everything', (specifier) => `import * as all from '${specifier}';`],
  ['nothing but its effects', (specifier) => `import '${specifier}';`],
  ['what it hands on', (specifier) => `export { a } from '${specifier}';`],
  ['all it hands on', (specifier) => `export * from '${specifier}';`],
  ['a type inside a type', (specifier) => `type A = import('${specifier}').A;`],
  ['later', (specifier) => `const later = import('${specifier}');`],
];

describe('an import is refused with both files, its line and the reason', () => {
  test.each([
    ['src/core/terms/a.ts', 'src/core/words/b.ts', 'terms/ comes before words/ and must not know it.'],
    ['src/core/listing/row/a.ts', 'src/core/mapping/b.ts', 'listing/ comes before mapping/ and must not know it.'],
    ['src/core/check/a.ts', 'src/core/contract/b.ts', 'check/ comes before contract/ and must not know it.'],
    ['src/core/odds/a.ts', 'src/core/terms/b.ts', 'src/core/odds has no place in the order of folders.'],
    ['src/core/engine/a.ts', 'src/core/odds/b.ts', 'engine/ comes before odds/ and must not know it.'],
    [
      'src/core/engine/a.ts',
      'src/server/services/b.ts',
      'Core decides on plain data: it imports nothing from server or sidebar.',
    ],
    [
      'src/core/contract/a.ts',
      'src/sidebar/model/b.ts',
      'Core decides on plain data: it imports nothing from server or sidebar.',
    ],
    [
      'src/core/engine/a.ts',
      'src/core/actions/push-rows/b.ts',
      "Only actions/ itself knows its actions one by one; others ask actions/'s list.",
    ],
    [
      'src/core/actions/sync-listings/a.ts',
      'src/core/actions/push-rows/b.ts',
      "Only actions/ itself knows its actions one by one; others ask actions/'s list.",
    ],
    [
      'src/server/entries/a.ts',
      'src/core/actions/push-rows/b.ts',
      "Only actions/ itself knows its actions one by one; others ask actions/'s list.",
    ],
    [
      'src/server/services/a.ts',
      'src/server/entries/b.ts',
      'services/ serve whoever calls: they must not know entries/.',
    ],
    [
      'src/server/entries/a.ts',
      'src/sidebar/model/b.ts',
      'The server and the sidebar know only the contract between them.',
    ],
    [
      'src/sidebar/model/run/a.ts',
      'src/server/entries/b.ts',
      'The sidebar and the server know only the contract between them.',
    ],
    ['src/sidebar/model/run/a.ts', 'src/sidebar/views/run/b.ts', 'model/ comes before views/ and must not know it.'],
    ['src/sidebar/views/run/a.ts', 'src/sidebar/b.ts', 'views/ must not know who puts it together.'],
    ['src/core/words/a.ts', 'scripts/b.ts', 'What is shipped stands in src/; of packages src/core may import valibot.'],
    [
      'playground/page/a.ts',
      'src/core/terms/b.ts',
      'The playground shares no code with the add-on, so that one mistake cannot hide on both sides.',
    ],
  ])('%s → %s', (from, to, reason) => {
    for (const [, form] of FORMS) {
      expect(judgeImports(imports(from, to, form))).toEqual([`${from}:3 imports ${to}\n  ${reason}`]);
    }
  });

  test('where the sidebar runs what it may only name', () => {
    const [from, to] = ['src/sidebar/model/a.ts', 'src/core/listing/fields.ts'];
    const reason = 'The sidebar runs contract/, words/, terms/ of core; of listing/ it may import types only.';
    expect(judgeImports(imports(from, to, value))).toEqual([`${from}:3 imports ${to}\n  ${reason}`]);
    expect(judgeImports(imports(from, to, (path) => `import { type A, b } from '${path}';`))).toHaveLength(1);
  });

  test.each([
    ['src/core/words/a.ts', 'preact', 'valibot'],
    ['src/core/words/a.ts', 'node:fs', 'valibot'],
    ['src/sidebar/model/a.ts', 'preact-router', 'valibot and preact'],
  ])('where %s imports the package %s', (from, name, allowed) => {
    expect(judgeImports(new Map([[from, `import '${name}';`]]))).toEqual([
      `${from}:1 imports ${name}\n  What is shipped stands in src/; of packages ${from.split('/').slice(0, 2).join('/')} may import ${allowed}.`,
    ]);
  });
});

describe('an import is allowed', () => {
  test.each([
    ['src/core/words/a.ts', 'src/core/terms/b.ts'],
    ['src/core/listing/row/a.ts', 'src/core/listing/b.ts'],
    ['src/core/contract/a.ts', 'src/core/check/b.ts'],
    ['src/core/engine/a.ts', 'src/core/actions/b.ts'],
    ['src/core/actions/a.ts', 'src/core/actions/push-rows/b.ts'],
    ['src/core/actions/push-rows/a.ts', 'src/core/actions/b.ts'],
    ['src/core/actions/push-rows/a.ts', 'src/core/actions/push-rows/b.ts'],
    ['src/server/entries/a.ts', 'src/server/services/b.ts'],
    ['src/server/entries/a.ts', 'src/core/contract/b.ts'],
    ['src/server/services/a.ts', 'src/core/engine/b.ts'],
    ['src/sidebar/model/a.ts', 'src/core/contract/b.ts'],
    ['src/sidebar/views/a.ts', 'src/core/words/b.ts'],
    ['src/sidebar/views/run/a.ts', 'src/sidebar/model/run/b.ts'],
    ['src/sidebar/a.ts', 'src/sidebar/views/b.ts'],
    ['test/core/a.ts', 'src/core/actions/push-rows/b.ts'],
  ])('%s → %s', (from, to) => {
    expect(judgeImports(imports(from, to, value))).toEqual([]);
  });

  test('to a type of what the sidebar shows', () => {
    expect(judgeImports(imports('src/sidebar/model/a.ts', 'src/core/check/b.ts', type))).toEqual([]);
  });

  test('to the packages that are shipped', () => {
    const tree = new Map([
      ['src/core/words/a.ts', "import * as v from 'valibot';"],
      ['src/sidebar/views/a.tsx', "import { useState } from 'preact/hooks';"],
    ]);
    expect(judgeImports(tree)).toEqual([]);
  });

  test('only where it is one: a text or a comment about imports is none', () => {
    const tree = imports(
      'src/core/terms/a.ts',
      'src/core/words/b.ts',
      (path) => `// ${value(path)}\nlet t = "${value(path)}";`,
    );
    expect(judgeImports(tree)).toEqual([]);
  });
});

describe('a ring of imports is refused with every file on the way', () => {
  const ring = new Map([
    ['src/core/terms/a.ts', "import { b } from './b.ts';"],
    ['src/core/terms/b.ts', "\nimport type { C } from './c.ts';"],
    ['src/core/terms/c.ts', "\n\nexport type { A } from './a.ts';"],
  ]);

  test('types included', () => {
    expect(judgeImports(ring)).toEqual([
      [
        'These files import each other in a ring:',
        '  src/core/terms/a.ts:1 imports src/core/terms/b.ts',
        '  src/core/terms/b.ts:2 imports src/core/terms/c.ts',
        '  src/core/terms/c.ts:3 imports src/core/terms/a.ts',
      ].join('\n'),
    ]);
  });

  test('also a file that imports itself', () => {
    expect(judgeImports(new Map([['src/core/terms/a.ts', "import type { A } from './a.ts';"]]))).toHaveLength(1);
  });

  test('unless the emulator’s classes only name each other', () => {
    const twoClasses = (keyword: string) =>
      new Map([
        ['playground/apps-script/range.ts', `${keyword} { Sheet } from './sheet.ts';`],
        ['playground/apps-script/sheet.ts', "import { Range } from './range.ts';"],
      ]);
    expect(judgeImports(twoClasses('import type'))).toEqual([]);
    expect(judgeImports(twoClasses('import'))).toHaveLength(1);
  });

  test('and not where files only lead to the same one', () => {
    const tree = new Map([
      ['src/core/terms/a.ts', "import './b.ts';\nimport './c.ts';"],
      ['src/core/terms/b.ts', "import './c.ts';"],
      ['src/core/terms/c.ts', ''],
    ]);
    expect(judgeImports(tree)).toEqual([]);
  });
});

test('a file that cannot be read does not pass for one without imports', () => {
  expect(() => judgeImports(new Map([['src/core/terms/a.ts', 'import {']]))).toThrow(
    'src/core/terms/a.ts cannot be read',
  );
});

test('the guide shows the folders of core in the order that is checked', () => {
  const guide = readFileSync('CONTRIBUTING.md', 'utf8');
  const shown = [...guide.matchAll(/^ {2}([a-z-]+)\/ .*$/gm)].map(([, folder]) => folder);
  expect(shown.slice(0, CORE_ORDER.length)).toEqual(CORE_ORDER);
});

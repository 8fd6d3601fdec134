import { expect, test } from 'vitest';
import { readRowId } from '../../../src/core/actions/push-rows/read-chatbot-row.ts';
import { FIELDS } from '../../../src/core/listing/fields.ts';
import { fieldReader } from '../../../src/core/listing/read-field.ts';
import { traitsOf } from '../../../src/core/mapping/cell-traits.ts';
import { splitQualifier } from '../../../src/core/mapping/header-unit.ts';
import { isLinear, slowdownOf } from '../linear-time.ts';
import { contextOf, numberCell, textCell } from './cells.ts';

/** What a cell may hold over and over: each was slow somewhere, or is what a pattern of some reader begins with. */
const REPEATED = [
  ',',
  ' ',
  '\n',
  '\t1',
  '>',
  '"',
  '1',
  '1,',
  '1.',
  'a.',
  'a',
  '1 ',
  '1-',
  '1/2 ',
  '(',
  '\u00a0',
  '½',
  '$1 ',
  '1 full ',
  'and ',
  'car ',
  '- ',
  'https://a.b ',
  'www.',
  'a@',
  'active ',
  'img',
  '.jpg?',
  '.jpg;',
  '.jpg,a',
  'a.jpghttps://',
  '[',
];

/** One text for each way to repeat; the sign at the end keeps a pattern that ends with `$` from an early match. */
const SHAPES = REPEATED.flatMap((unit) =>
  ['', 'a', 'https://a.b/'].map((head) => (characters: number) => {
    const times = Math.ceil(characters / unit.length);
    return `${head}${unit.repeat(times)}!`;
  }),
);

/** The texts for which a reader takes more than four times as long when they are four times as long. */
function slowTexts(read: (text: string) => void): readonly string[] {
  return SHAPES.flatMap((shape) => {
    const slowdown = slowdownOf(read, shape);
    return isLinear(slowdown) ? [] : [`${shape(24)}: ${slowdown.toFixed(1)} times`];
  });
}

test.each(FIELDS)('reading $name takes as much longer as its cell is longer', (field) => {
  const read = fieldReader(field, contextOf(), field.name);
  expect(slowTexts((text) => read(textCell(text)))).toEqual([]);
});

test.each(FIELDS.filter(({ kind }) => ['money', 'area', 'id', 'zip'].includes(kind)))(
  'the format of a number for $name can be as long as it likes',
  (field) => {
    const read = fieldReader(field, contextOf(), field.name);
    expect(slowTexts((text) => read(numberCell(3, text)))).toEqual([]);
  },
);

test('what a column is about is seen in a time that is linear in its cells', () => {
  expect(slowTexts((text) => traitsOf(textCell(text)))).toEqual([]);
  expect(slowTexts((text) => traitsOf(numberCell(3, text)))).toEqual([]);
  expect(slowTexts((text) => traitsOf({ ...textCell('View'), link: text }))).toEqual([]);
});

test('headers and row IDs are read in a time that is linear in their length', () => {
  expect(slowTexts(splitQualifier)).toEqual([]);
  expect(slowTexts((text) => readRowId(textCell(text)))).toEqual([]);
});

test('a function that takes the square of the length is told from a linear one', () => {
  const commas = (characters: number) => `${','.repeat(characters)}!`;
  expect(isLinear(slowdownOf((text) => text.replace(/,*$/, ''), commas))).toBe(false);
  expect(isLinear(slowdownOf((text) => text.replace(/,/g, ''), commas))).toBe(true);
});

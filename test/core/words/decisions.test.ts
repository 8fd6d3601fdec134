/** When a person is told that what columns hold was decided again. */
import { expect, test } from 'vitest';
import { redecidedWords } from '../../../src/core/words/decisions.ts';

const before = { headersName: 'a', rowCount: 20 };

test.each([
  ['nothing was decided before', undefined, before, ''],
  ['nothing can be decided', before, undefined, ''],
  ['a blank column got cells, which turns nothing', before, { ...before }, ''],
  ['it was told before', { ...before, outgrownRows: 3 }, { ...before, outgrownRows: 3 }, ''],
  [
    'the tab has outgrown it',
    before,
    { headersName: 'a', rowCount: 120, outgrownRows: 20 },
    'What the columns hold was decided again by 120 rows, since 20 rows had decided before. Look it over once under Mapping.',
  ],
  [
    'the headers are others',
    before,
    { headersName: 'b', rowCount: 20 },
    'What the columns hold was decided again, since the headers have changed. Look it over once under Mapping.',
  ],
])('where %s', (_, stored, now, words) => {
  expect(redecidedWords(stored, now)).toBe(words);
});

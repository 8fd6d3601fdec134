/** Clipboard text of the playground's grid. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBlock, parseBlock } from '../../../playground/page/model/clipboard-text.ts';

describe('parseBlock', () => {
  test.each([
    ['one', [['one']]],
    [
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\tb\r\nc\t\r\n',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    ['"two\nlines"\t"say ""hi"""', [['two\nlines', 'say "hi"']]],
    ['5" pipe', [['5" pipe']]],
    ['\n', [['']]],
    ['', []],
  ])('reads %j', (text, block) => {
    expect(parseBlock(text)).toEqual(block);
  });
});

describe('formatBlock', () => {
  test('is undone by parseBlock', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', '=') });
    const block = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      )
      // A single empty cell and no cell at all are the same clipboard text.
      .filter((cells) => cells.at(-1)?.join('') !== '' || (cells[0]?.length ?? 0) > 1);
    fc.assert(
      fc.property(block, (cells) => {
        expect(parseBlock(formatBlock(cells))).toEqual(cells);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rememberCells } from '../../../../src/core/listing/cell/remember-cells.ts';
import { FIELDS } from '../../../../src/core/listing/fields.ts';
import { readField } from '../../../../src/core/listing/read-field.ts';
import type { Cell } from '../../../../src/core/sheet/table.ts';
import { anyCell, anyLocale } from '../arbitrary-cell.ts';
import { checkbox, contextOf, dateCell, numberCell, textCell } from '../cells.ts';

/** Reads cells one below the other and counts how often the reader was asked. */
function readColumn(cells: readonly Cell[]): { readonly results: readonly string[]; readonly asked: number } {
  let asked = 0;
  const read = rememberCells((cell) => {
    asked += 1;
    return JSON.stringify(cell);
  });
  return { results: cells.map(({ value, text, link }) => read(value, text, link)), asked };
}

describe('a column of cells', () => {
  test('is read once for cells that hold and show the same', () => {
    const cells = [
      textCell('Active'),
      textCell('Sold'),
      textCell('Active'),
      numberCell(3),
      numberCell(3),
      checkbox(true),
    ];
    expect(readColumn(cells).asked).toBe(4);
  });

  test('is read anew where a cell shows the same value otherwise', () => {
    const cells = [numberCell(0.25, '0.25 ac'), numberCell(0.25, '0.25 ha'), numberCell(0.25, '0.25 ac')];
    expect(readColumn(cells).results).toEqual(cells.map((cell) => JSON.stringify(cell)));
  });

  test('is read anew where a cell hides an address', () => {
    const cells = [textCell('View'), { ...textCell('View'), link: 'https://a.example/1' }, textCell('View')];
    expect(readColumn(cells).results).toEqual(cells.map((cell) => JSON.stringify(cell)));
  });

  test('keeps the number 1, the text 1 and a ticked box apart', () => {
    const cells = [numberCell(1), textCell('1'), { value: true, text: '1' }];
    expect(readColumn(cells).results).toEqual(cells.map((cell) => JSON.stringify(cell)));
  });

  test('that does not repeat itself at first is read cell by cell from then on', () => {
    const numbers = Array.from({ length: 200 }, (_, index) => numberCell(index));
    const { results, asked } = readColumn([...numbers, ...numbers]);
    expect(asked).toBe(400);
    expect(results).toEqual([...numbers, ...numbers].map((cell) => JSON.stringify(cell)));
  });

  test('that repeats itself a little keeps its first 300 different cells, and no more', () => {
    const numbers = Array.from({ length: 1_000 }, (_, index) => numberCell(index));
    const cells = [numberCell(0), ...numbers, ...numbers];
    const { results, asked } = readColumn(cells);
    expect(asked).toBe(1_000 + 700);
    expect(results).toEqual(cells.map((cell) => JSON.stringify(cell)));
  });
});

test.each(FIELDS)('remembering is invisible: every cell reads as if it stood alone ($name)', (field) => {
  const awkward = fc.constantFrom<Cell>(
    numberCell(0),
    numberCell(-0, '-0'),
    numberCell(Number.NaN, ''),
    textCell('$1,250'),
    dateCell('2026-01-02'),
    { ...textCell('View'), link: 'https://a.example/1' },
  );
  const fewCells = fc.array(fc.oneof(anyCell, awkward), { minLength: 1, maxLength: 4 });
  const column = fewCells.chain((cells) => fc.array(fc.constantFrom(...cells), { maxLength: 12 }));
  fc.assert(
    fc.property(column, anyLocale, fc.string({ maxLength: 12 }), (cells, locale, header) => {
      const context = contextOf(locale);
      const read = rememberCells((cell) => readField(field, cell, context, header));
      for (const cell of cells) {
        expect(read(cell.value, cell.text, cell.link)).toEqual(readField(field, cell, context, header));
      }
    }),
    { numRuns: 60 },
  );
});

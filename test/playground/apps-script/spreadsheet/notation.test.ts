/** Laws of the small parts: A1 notation, time zones, formulas that move, grids that change shape. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnLetters, columnNumberOf } from '../../../../playground/apps-script/formula/column-letters.ts';
import { followCells } from '../../../../playground/apps-script/formula/shift-references.ts';
import { zoneClock } from '../../../../playground/apps-script/machine/time-zone.ts';
import { formatA1, parseA1 } from '../../../../playground/apps-script/spreadsheet/area.ts';
import { Grid } from '../../../../playground/apps-script/spreadsheet/grid.ts';
import { serialOf, wallMsOf } from '../../../../playground/apps-script/spreadsheet/serial-date.ts';

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [702, 'ZZ'],
  [703, 'AAA'],
  [18_278, 'ZZZ'],
])('column %d is %s', (number, letters) => {
  expect(columnLetters(number)).toBe(letters);
  expect(columnNumberOf(letters)).toBe(number);
});

const area = fc.record({
  rowNumber: fc.integer({ min: 1, max: 5000 }),
  columnNumber: fc.integer({ min: 1, max: 800 }),
  rowCount: fc.integer({ min: 1, max: 500 }),
  columnCount: fc.integer({ min: 1, max: 50 }),
});

test('an area written in A1 notation reads back as itself', () => {
  fc.assert(
    fc.property(area, (one) => {
      expect(parseA1(formatA1(one), { rowCount: 10_000, columnCount: 1000 })).toEqual(one);
    }),
  );
});

test('an instant goes to the wall clock of a zone and back, except in the hour that comes twice', () => {
  const instants = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2040, 0) });
  fc.assert(
    fc.property(instants, fc.constantFrom('America/New_York', 'Europe/Paris', 'Asia/Kolkata', 'UTC'), (ms, zone) => {
      const clock = zoneClock(zone);
      const wallMs = clock.wallMsAt(ms);
      const back = clock.instantMsAt(wallMs);
      expect(clock.wallMsAt(back)).toBe(wallMs);
      expect(back).toBeLessThanOrEqual(ms);
    }),
  );
});

test.each([
  ['the hour that comes twice is the first one', '2026-11-01T01:30:00Z', '2026-11-01T05:30:00.000Z'],
  ['the hour that is left out is moved on', '2026-03-08T02:30:00Z', '2026-03-08T07:30:00.000Z'],
])('in New York %s', (_what, wall, instant) => {
  expect(new Date(zoneClock('America/New_York').instantMsAt(Date.parse(wall))).toISOString()).toBe(instant);
});

test('a serial date keeps its wall time to the millisecond', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2100, 0) }), (wallMs) => {
      expect(wallMsOf(serialOf(wallMs))).toBe(wallMs);
    }),
  );
});

test('inserting rows and deleting them again leaves a formula as it was', () => {
  const about = () => true;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 5 }), (at, count) => {
      const formula = '=A1+$B$7*SUM(C2:C15)&"A1"';
      const grown = followCells(formula, '.', 'rows', (row) => (row < at ? row : row + count), about);
      const shrunk = followCells(
        grown,
        '.',
        'rows',
        (row) => (row < at ? row : row < at + count ? undefined : row - count),
        about,
      );
      expect(shrunk).toBe(formula);
    }),
  );
});

test('a grid behaves like a plain list of rows', () => {
  const commands = fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant('put'),
        row: fc.integer({ min: 1, max: 8 }),
        column: fc.integer({ min: 1, max: 6 }),
      }),
      fc.record({ kind: fc.constantFrom('insertRows', 'deleteRows'), row: fc.integer({ min: 1, max: 8 }) }),
      fc.record({ kind: fc.constantFrom('insertColumns', 'deleteColumns'), column: fc.integer({ min: 1, max: 6 }) }),
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(commands, (list) => {
      const grid = new Grid();
      const model: string[][] = Array.from({ length: 60 }, () => Array.from({ length: 60 }, () => ''));
      list.forEach((command, index) => {
        const { row = 1, column = 1 } = command as { row?: number; column?: number };
        const blank = () => Array.from({ length: 60 }, () => '');
        switch (command.kind) {
          case 'put':
            grid.put(row, column, { value: `v${index}` });
            model[row - 1]?.splice(column - 1, 1, `v${index}`);
            break;
          case 'insertRows':
            grid.insertRows(row, 1);
            model.splice(row - 1, 0, blank());
            break;
          case 'deleteRows':
            grid.deleteRows(row, 1);
            model.splice(row - 1, 1);
            break;
          case 'insertColumns':
            grid.insertColumns(column, 1);
            for (const line of model) line.splice(column - 1, 0, '');
            break;
          default:
            grid.deleteColumns(column, 1);
            for (const line of model) line.splice(column - 1, 1);
        }
      });
      const block = grid.block({ rowNumber: 1, columnNumber: 1, rowCount: 20, columnCount: 20 });
      const wanted = model.slice(0, 20).map((line) => line.slice(0, 20));
      expect(block.map((line) => line.map((slot) => slot ?? ''))).toEqual(wanted);
    }),
  );
});

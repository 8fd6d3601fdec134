import { describe, expect, test } from 'vitest';
import { expectationOf } from '../../../../src/core/listing/cell/expectation.ts';
import { readBathrooms } from '../../../../src/core/listing/cell/read-bathrooms.ts';
import { readBedrooms } from '../../../../src/core/listing/cell/read-bedrooms.ts';
import { readCount } from '../../../../src/core/listing/cell/read-count.ts';
import { readDays } from '../../../../src/core/listing/cell/read-days.ts';
import { readYear } from '../../../../src/core/listing/cell/read-year.ts';
import type { Cell } from '../../../../src/core/sheet/table.ts';
import { checkbox, contextOf, dateCell, numberCell, outcomeOf, textCell } from '../cells.ts';

const BLANKS = [
  '',
  '   ',
  'N/A',
  'NA',
  '--',
  '-',
  '—',
  'n/d',
  'null',
  'None',
  '?',
  'TBA',
  'Unknown',
  '\u200b',
  '\u00a0',
];
const ERRORS = ['#N/A', '#REF!', '#VALUE!', '#DIV/0!', 'Loading...'];

const READERS: readonly [string, (cell: Cell) => ReturnType<typeof readCount>][] = [
  ['bedrooms', (cell) => readBedrooms(cell, contextOf())],
  ['bathrooms', (cell) => readBathrooms(cell, contextOf())],
  ['parking spots', (cell) => readCount(cell, contextOf(), expectationOf('ParkingSpots'))],
  ['year built', (cell) => readYear(cell, contextOf())],
  ['days on market', (cell) => readDays(cell, contextOf())],
];

describe.each(READERS)('a cell for %s', (_, read) => {
  test.each(BLANKS)('that holds %j is empty, which is not 0', (text) => {
    expect(read(textCell(text))).toEqual({ kind: 'empty' });
  });

  test.each(ERRORS)('that shows %s is unreadable and says why', (text) => {
    expect(read(textCell(text))).toMatchObject({ kind: 'unreadable', because: expect.stringMatching(/error|loading/) });
  });

  test('that holds a checkbox, words or an impossible number is unreadable', () => {
    for (const cell of [checkbox(true), textCell('two'), numberCell(Number.NaN), numberCell(-7), numberCell(1e12)]) {
      expect(read(cell).kind).toBe('unreadable');
    }
  });
});

describe('bedrooms', () => {
  test.each([
    ['3', 3],
    ['0', 0],
    ['Studio', 0],
    ['studio apartment', 0],
    ['3+1', 3],
    ['3 + den', 3],
    ['3 bd + office', 3],
    ['3 BHK', 3],
    ['3BHK', 3],
    ['3 habitaciones', 3],
    ['1 habitación', 1],
    ['2 quartos', 2],
    ['4 Schlafzimmer', 4],
    ['2 chambres', 2],
    ['3 sovrum', 3],
    ['3 Zimmer', 'unreadable'],
    ['3 pièces', 'unreadable'],
    ['3 baños', 'unreadable'],
    ['2 bd', 2],
    ['4 beds', 4],
    ['4 Bedrooms', 4],
    ['3.0', 3],
    ['T2', 2],
    ['T2+1', 2],
    ['43', 43],
    ['\u00a03\u200b', 3],
    ['2-3', 'unreadable'],
    ['2 to 3', 'unreadable'],
    ['3/2', 'unreadable'],
    ['3+', 'unreadable'],
    ['1.5 rooms', 'unreadable'],
    ['3.5', 'unreadable'],
    ['3 bed 2 bath', 'unreadable'],
  ])('written %j are %s', (text, outcome) => {
    expect(outcomeOf(readBedrooms(textCell(text), contextOf()))).toBe(outcome);
  });

  test('in a number cell are the number, also an outlier', () => {
    expect(readBedrooms(numberCell(15), contextOf())).toEqual({ kind: 'value', value: 15 });
    expect(readBedrooms(numberCell(0), contextOf())).toEqual({ kind: 'value', value: 0 });
  });

  test('with an extra room are noted', () => {
    expect(readBedrooms(textCell('3 + den'), contextOf())).toEqual({
      kind: 'value',
      value: 3,
      note: '“3 + den” is sent as 3, without the extra “den”',
    });
  });

  test('counted in French rooms are asked about', () => {
    expect(readBedrooms(textCell('T2'), contextOf('fr_FR')).kind).toBe('unreadable');
  });

  test('that Sheets turned into a date are explained', () => {
    expect(readBedrooms(dateCell('2026-03-01', '3/1/2026'), contextOf())).toEqual({
      kind: 'unreadable',
      expected: 'a number of bedrooms such as 3',
      because:
        'Sheets turned an entry such as 1/2 or 3-1 into a date; format the column as plain text and type it again.',
    });
  });
});

describe('bathrooms', () => {
  test.each([
    ['2.5', 2.5],
    ['2,5', 2.5],
    ['2.5 baths', 2.5],
    ['1 baño', 1],
    ['2 baños', 2],
    ['2 Badezimmer', 2],
    ['1 salle de bain', 1],
    ['2 banheiros', 2],
    ['2 chambres', 'unreadable'],
    ['2½', 2.5],
    ['2 ½ baths', 2.5],
    ['2 1/2', 2.5],
    ['2-1/2 baths', 2.5],
    ['1 3/4', 1.75],
    ['2 full, 1 half', 2.5],
    ['2 Full / 1 Half', 2.5],
    ['2 full and 1 half baths', 2.5],
    ['2F 1H', 2.5],
    ['2f/1h', 2.5],
    ['1 full, 1 three-quarter, 1 half', 2.25],
    ['2 full', 2],
    ['1 half', 0.5],
    ['2/1', 2.5],
    ['2/0', 2],
    ['3 (2 1)', 2.5],
    ['3 (2/1)', 2.5],
    ['1.25', 1.25],
    ['0.75', 0.75],
    ['1/2 bath', 0.5],
    ['½', 0.5],
    ['0', 'empty'],
    ['0.0', 'empty'],
    ['1/2', 'unreadable'],
    ['3/4', 'unreadable'],
    ['4 (2 1)', 'unreadable'],
    ['2-3', 'unreadable'],
    ['2.1', 'unreadable'],
  ])('written %j are %s', (text, outcome) => {
    expect(outcomeOf(readBathrooms(textCell(text), contextOf()))).toBe(outcome);
  });

  test.each([
    [2.5, 2.5],
    [1.25, 1.25],
    [0.75, 0.75],
    [0, 'empty'],
    [2.1, 'unreadable'],
    [-1, 'unreadable'],
  ])('in a number cell of %d are %s', (value, outcome) => {
    expect(outcomeOf(readBathrooms(numberCell(value), contextOf()))).toBe(outcome);
  });

  test('are the same under a comma locale, whose number cells show another text', () => {
    expect(readBathrooms(numberCell(2.5, '2,5'), contextOf('de_DE'))).toEqual({ kind: 'value', value: 2.5 });
    expect(readBathrooms(textCell('2½'), contextOf('de_DE'))).toEqual({ kind: 'value', value: 2.5 });
  });

  test('that Sheets turned into a date are explained', () => {
    expect(readBathrooms(dateCell('2026-02-01', '2/1/2026'), contextOf())).toMatchObject({
      kind: 'unreadable',
      because: expect.stringContaining('Sheets turned'),
    });
  });
});

describe('parking spots', () => {
  test.each([
    ['2', 2],
    ['0', 0],
    ['2 cars', 2],
    ['2 CARS', 2],
    ['3 PARKPLÄTZE', 3],
    ['2-car garage', 2],
    ['2 plazas de garaje', 2],
    ['1 Stellplatz', 1],
    ['2 vagas', 2],
    ['1 cochera', 1],
    ['Sin garaje', 0],
    ['2 km', 'unreadable'],
    ['2 car attached', 2],
    ['3 covered spaces', 3],
    ['No parking', 0],
    ['Street', 'unreadable'],
    ['1-2', 'unreadable'],
    ['1.5', 'unreadable'],
    ['Yes', 'unreadable'],
  ])('written %j are %s', (text, outcome) => {
    expect(outcomeOf(readCount(textCell(text), contextOf(), expectationOf('ParkingSpots')))).toBe(outcome);
  });
});

describe('the year a home was built', () => {
  test.each([
    ['1998', 1998],
    ['Built in 1998', 1998],
    ['1998.0', 1998],
    ['c. 1920', 1920],
    ['1920 (est)', 1920],
    ['2029', 2029],
    ['0', 'empty'],
    ['1998-2005', 'unreadable'],
    ['98', 'unreadable'],
    ['2100', 'unreadable'],
    ['New', 'unreadable'],
  ])('written %j is %s', (text, outcome) => {
    expect(outcomeOf(readYear(textCell(text), contextOf()))).toBe(outcome);
  });

  test.each([
    [numberCell(1998, '1,998'), 1998],
    [numberCell(0), 'empty'],
    [numberCell(1998.5), 'unreadable'],
    [dateCell('1998-01-01', '1998'), 1998],
    [dateCell('1905-06-20', '6/20/1905'), 'unreadable'],
  ])('in the cell %j is %s', (cell, outcome) => {
    expect(outcomeOf(readYear(cell, contextOf()))).toBe(outcome);
  });

  test('is noted when it is only about right', () => {
    expect(readYear(textCell('c. 1920'), contextOf())).toEqual({
      kind: 'value',
      value: 1920,
      note: '“c. 1920” is sent as 1920',
    });
  });
});

describe('days on market', () => {
  test.each([
    ['12', 12],
    ['0', 0],
    ['12 days', 12],
    ['1 day on market', 1],
    ['5 hours', 0],
    ['-1', 'empty'],
    ['October-31-2026', 21],
    ['2026-11-20', 1],
    ['31.10.2026', 21],
    ['10/31/26', 21],
    ['11/21/2026', 0],
    ['10/11/2026', 'unreadable'],
    ['2 weeks', 'unreadable'],
  ])('written %j are %s', (text, outcome) => {
    expect(outcomeOf(readDays(textCell(text), contextOf()))).toBe(outcome);
  });

  test.each([
    [numberCell(12), 12],
    [numberCell(-1), 'empty'],
    [numberCell(45_231), 'unreadable'],
    [numberCell(1.5), 'unreadable'],
  ])('in the cell %j are %s', (cell, outcome) => {
    expect(outcomeOf(readDays(cell, contextOf()))).toBe(outcome);
  });

  test('are counted from a date of listing and marked as derived', () => {
    expect(readDays(dateCell('2026-10-01', '10/1/2026'), contextOf())).toEqual({
      kind: 'value',
      value: 51,
      isDerived: true,
      since: '2026-10-01',
    });
  });

  test('are 0 with a note when the date lies ahead', () => {
    expect(readDays(dateCell('2026-12-01'), contextOf())).toEqual({
      kind: 'value',
      value: 0,
      note: '2026-12-01 lies ahead, so 0 days are sent',
      isDerived: true,
      since: '2026-12-01',
    });
  });

  test('ask for another way of writing when day and month can be swapped', () => {
    expect(readDays(textCell('10/11/2026'), contextOf())).toMatchObject({
      because: 'Day and month can be swapped; type the date as 2025-12-31.',
    });
  });
});

test('a day with a point is a day', () => {
  expect(outcomeOf(readDays(textCell('6. November 2026'), contextOf()))).toBe(15);
});

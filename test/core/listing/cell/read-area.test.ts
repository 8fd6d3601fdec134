import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectationOf } from '../../../../src/core/listing/cell/expectation.ts';
import { readArea } from '../../../../src/core/listing/cell/read-area.ts';
import { convertArea } from '../../../../src/core/listing/vocabulary/area-unit.ts';
import { contextOf, numberCell, outcomeOf, textCell } from '../cells.ts';

const EXPECTED = expectationOf('LotArea');

function read(text: string, locale = 'en_US') {
  return readArea(textCell(text), contextOf(locale), EXPECTED);
}

describe('an area', () => {
  test.each([
    ['1,500 sqft', 'en_US', { size: 1_500, unit: 'Square Feet' }],
    ['1500 SF', 'en_US', { size: 1_500, unit: 'Square Feet' }],
    ['1500 sq. ft.', 'en_US', { size: 1_500, unit: 'Square Feet' }],
    ['1500 ft²', 'en_US', { size: 1_500, unit: 'Square Feet' }],
    ['1.500 m²', 'de_DE', { size: 1_500, unit: 'Square Meters' }],
    ['139 sqm', 'en_US', { size: 139, unit: 'Square Meters' }],
    ['85,5 m2', 'fr_CA', { size: 85.5, unit: 'Square Meters' }],
    ['34.46Sq. Meter', 'en_IN', { size: 34.46, unit: 'Square Meters' }],
    ['45Sq. Yards', 'en_IN', { size: 45, unit: 'Square Yards' }],
    ['0.25 ac', 'en_US', { size: 0.25, unit: 'Acres' }],
    ['3.00 AC', 'en_US', { size: 3, unit: 'Acres' }],
    ['1.125 acres', 'en_US', { size: 1.125, unit: 'Acres' }],
    ['¼ acre', 'en_US', { size: 0.25, unit: 'Acres' }],
    ['1/4 acre', 'en_US', { size: 0.25, unit: 'Acres' }],
    ['1 1/2 acres', 'en_US', { size: 1.5, unit: 'Acres' }],
    ['.25 ac', 'en_US', { size: 0.25, unit: 'Acres' }],
    ['0.25 Acre(s)', 'en_US', { size: 0.25, unit: 'Acres' }],
    ['half an acre', 'en_US', { size: 0.5, unit: 'Acres' }],
    ['10,890 sqft', 'en_US', { size: 10_890, unit: 'Square Feet' }],
    ['2 ha', 'en_US', { size: 2, unit: 'Hectares' }],
    ['0,5 ha', 'de_DE', { size: 0.5, unit: 'Hectares' }],
    ['0.97', 'en_US', { size: 0.97 }],
    ['1.3800000000000001', 'en_US', { size: 1.3800000000000001 }],
    ['1500 sq ft lot', 'en_US', { size: 1_500, unit: 'Square Feet' }],
  ])('written %j under %s is %o', (text, locale, value) => {
    expect(read(text, locale)).toEqual({ kind: 'value', value });
  });

  test.each([
    ['1500+/-', { size: 1_500 }],
    ['±31,625 SF', { size: 31_625, unit: 'Square Feet' }],
    ['~1500', { size: 1_500 }],
    ['1500 (est.)', { size: 1_500 }],
    ['approx. 1500 sqft', { size: 1_500, unit: 'Square Feet' }],
    ['0.5 ac +/-', { size: 0.5, unit: 'Acres' }],
  ])('that is about right, %j, is %o with a note', (text, value) => {
    expect(read(text)).toEqual({ kind: 'value', value, note: `“${text}” is sent as ${value.size}` });
  });

  test.each([
    ['50x120', 'It gives two sides; type the area.'],
    ['127X146', 'It gives two sides; type the area.'],
    ["50' x 120'", 'It gives two sides; type the area.'],
    ['2100 - 2850', 'It gives a range; type one area.'],
    ['4125Perch', 'The unit differs from place to place; give the area in sq ft, m², acres or hectares.'],
    ['24Guntha', 'The unit differs from place to place; give the area in sq ft, m², acres or hectares.'],
    ['1500Cents', 'The unit differs from place to place; give the area in sq ft, m², acres or hectares.'],
    ['1/4', 'A fraction needs a unit, such as 1/4 acre.'],
  ])('that says %j is asked about', (text, because) => {
    expect(read(text)).toEqual({ kind: 'unreadable', expected: EXPECTED, because });
  });

  test.each([
    ['1.500 sqft', 'en_US'],
    ['1,500 sqft', 'de_DE'],
    ['1.500', 'en_ZA'],
    ['big', 'en_US'],
    ['1500 bananas', 'en_US'],
    ['-5', 'en_US'],
    ['1500 sq ft / 139 m²', 'en_US'],
  ])('that says %j under %s is unreadable', (text, locale) => {
    expect(read(text, locale).kind).toBe('unreadable');
  });

  test.each([
    [numberCell(0.25, '0.25 ac'), { size: 0.25, unit: 'Acres' }],
    [numberCell(0.25, '0,25 ac'), { size: 0.25, unit: 'Acres' }],
    [numberCell(1_850, '1,850'), { size: 1_850 }],
    [numberCell(170, '170 m²'), { size: 170, unit: 'Square Meters' }],
    [numberCell(0), 'empty'],
    [numberCell(-3), 'unreadable'],
    [numberCell(1e300), 'unreadable'],
  ])('in the number cell %j is %o', (cell, outcome) => {
    expect(outcomeOf(readArea(cell, contextOf(), EXPECTED))).toEqual(outcome);
  });
});

describe('converting areas', () => {
  test.each([
    [1, 'Acres', 'Square Feet', 43_560],
    [1, 'Acres', 'Square Meters', 4_046.8564224],
    [1, 'Hectares', 'Square Feet', 10_000 / 0.09290304],
    [1, 'Hectares', 'Square Meters', 10_000],
    [1, 'Square Meters', 'Square Feet', 1 / 0.09290304],
    [1, 'Square Feet', 'Square Meters', 0.09290304],
    [1, 'Square Yards', 'Square Feet', 9],
  ] as const)('%d %s in %s is %d', (size, from, to, converted) => {
    expect(convertArea(size, from, to)).toBe(converted);
  });
});

test('reading an area that was written with a unit gives size and unit back', () => {
  const units = fc.constantFrom(['sq ft', 'Square Feet'], ['m²', 'Square Meters'], ['ac', 'Acres'], ['ha', 'Hectares']);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_899 }), units, (hundredths, [word, unit]) => {
      const size = hundredths / 100;
      expect(read(`${size.toFixed(2)} ${word}`)).toEqual({ kind: 'value', value: { size, unit } });
    }),
  );
});

describe('a size of nothing but nines', () => {
  test.each([
    [numberCell(9999), 'empty'],
    [numberCell(999_999), 'empty'],
    [numberCell(99_999.99), 'empty'],
    [textCell('999,999 sqft'), 'empty'],
    [textCell('9,999 sqft'), { size: 9999, unit: 'Square Feet' }],
    [numberCell(999), { size: 999 }],
    [numberCell(99_998), { size: 99_998 }],
  ])('%j stands in for one that nobody knows', (cell, outcome) => {
    expect(outcomeOf(readArea(cell, contextOf(), 'an area'))).toEqual(outcome);
  });
});

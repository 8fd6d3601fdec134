import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNumeral, resolveNumeral } from '../../../../src/core/listing/cell/numeral.ts';
import { type NumeralStyle, numeralStyleOf } from '../../../../src/core/listing/cell/numeral-style.ts';

function read(text: string, style: NumeralStyle): number | 'ambiguous' | 'no number' {
  const numeral = parseNumeral(text);
  if (numeral === undefined) return 'no number';
  return resolveNumeral(numeral, style) ?? 'ambiguous';
}

describe('a written number', () => {
  test.each([
    ['1250000', 1_250_000],
    ['1,250,000', 1_250_000],
    ['1.250.000', 1_250_000],
    ['1 250 000', 1_250_000],
    ["1'250'000", 1_250_000],
    ['4’700', 4_700],
    ['1,250,000.50', 1_250_000.5],
    ['1.250.000,50', 1_250_000.5],
    ['1 250,5', 1_250.5],
    ["4'700.50", 4_700.5],
    ['1,25,000', 125_000],
    ['12,34,567.5', 1_234_567.5],
    ['2.5', 2.5],
    ['2,5', 2.5],
    ['0.125', 0.125],
    ['0,125', 0.125],
    ['1.3800000000000001', 1.3800000000000001],
    ['1234.567', 1_234.567],
    ['.5', 0.5],
    ['-84.08', -84.08],
    ['−3', -3],
  ])('%s is %d under every locale', (text, value) => {
    expect(read(text, 'point')).toBe(value);
    expect(read(text, 'comma')).toBe(value);
    expect(read(text, 'unsure')).toBe(value);
  });

  test.each([
    ['1.500', 1.5, 1_500],
    ['1,500', 1_500, 1.5],
    ['450,000', 450_000, 450],
    ['-1.500', -1.5, -1_500],
  ])('%s is decided by the locale and by nothing else', (text, underPoint, underComma) => {
    expect(read(text, 'point')).toBe(underPoint);
    expect(read(text, 'comma')).toBe(underComma);
    expect(read(text, 'unsure')).toBe('ambiguous');
  });

  test.each(['', 'two', '1,2,3', '12.', '1.2.3', '1,23,45', '2 - 3', '12 34', '1e5', '½', '1..2', '$5'])(
    '%j is no number',
    (text) => {
      expect(parseNumeral(text)).toBeUndefined();
    },
  );
});

describe('the style of a locale', () => {
  test.each<[string, NumeralStyle]>([
    ['en_US', 'point'],
    ['en_GB', 'point'],
    ['de_DE', 'comma'],
    ['de_CH', 'point'],
    ['de-CH', 'point'],
    ['fr_CA', 'comma'],
    ['fr_CH', 'unsure'],
    ['pt_BR', 'comma'],
    ['es_ES', 'comma'],
    ['es_MX', 'point'],
    ['it_IT', 'comma'],
    ['nl_NL', 'comma'],
    ['pl_PL', 'comma'],
    ['ja_JP', 'point'],
    ['en_ZA', 'unsure'],
    ['xx_XX', 'unsure'],
    ['', 'unsure'],
  ])('%s writes numbers with a decimal %s', (locale, style) => {
    expect(numeralStyleOf(locale)).toBe(style);
  });
});

const CONVENTIONS = [
  { style: 'point', group: ',', decimal: '.' },
  { style: 'comma', group: '.', decimal: ',' },
  { style: 'comma', group: ' ', decimal: ',' },
  { style: 'point', group: "'", decimal: '.' },
] as const;

test.each(CONVENTIONS)('reading what was written with %o gives the number back', ({ style, group, decimal }) => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
      const groups = String(whole).replace(/\B(?=(\d{3})+$)/g, group);
      const text = cents === 0 ? groups : `${groups}${decimal}${String(cents).padStart(2, '0')}`;
      expect(read(text, style)).toBe(Number(`${whole}.${String(cents).padStart(2, '0')}`));
    }),
  );
});

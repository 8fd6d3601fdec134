/** Any cell a spreadsheet could hand over, for properties. */
import fc from 'fast-check';
import type { Cell } from '../../../src/core/sheet/table.ts';

const awkwardText = fc.constantFrom(
  '#REF!',
  'Loading...',
  '1/2',
  '3 (2 1)',
  '½',
  '1.500',
  '$',
  '[',
  '["a"]',
  '{}',
  '50x120',
  'https://',
  '0, 0',
  '__proto__',
  'constructor',
  '-',
);
const day = fc
  .date({ min: new Date('1899-12-30'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => ({ wallTime: date.toISOString().slice(0, 19) }));

/** Cells with any text, number (NaN and infinities too), checkbox or date. */
export const anyCell: fc.Arbitrary<Cell> = fc.record({
  value: fc.oneof(fc.string({ unit: 'binary' }), awkwardText, fc.double(), fc.integer(), fc.boolean(), day),
  text: fc.oneof(fc.string({ unit: 'binary' }), awkwardText),
});

/** Any locale, known or not. */
export const anyLocale: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('en_US', 'de_DE', 'pt_BR', 'fr_CA', 'de_CH', 'en_ZA', 'ja_JP', ''),
  fc.string(),
);

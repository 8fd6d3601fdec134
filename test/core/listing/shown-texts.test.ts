/** Where a listing needs what a cell shows; everywhere else the value must be enough. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS, type FieldKind } from '../../../src/core/listing/fields.ts';
import { readField } from '../../../src/core/listing/read-field.ts';
import { needsShownText } from '../../../src/core/listing/shown-texts.ts';
import { type CellValue, plainText } from '../../../src/core/sheet/table.ts';
import { anyCell, anyLocale } from './arbitrary-cell.ts';
import { contextOf } from './cells.ts';

const DATE = { wallTime: '2026-11-01T00:00:00' };

/** Whether the shown text counts of a number, a tick box and a date. */
const NEEDS: Readonly<Record<FieldKind, readonly [number: boolean, tickBox: boolean, date: boolean]>> = {
  text: [true, true, true],
  id: [true, true, true],
  zip: [true, true, true],
  state: [true, true, true],
  url: [true, true, true],
  urlList: [true, true, true],
  extension: [true, true, true],
  money: [true, false, true],
  area: [true, false, true],
  currency: [true, false, true],
  choice: [true, false, true],
  count: [false, false, true],
  bathrooms: [false, false, true],
  year: [false, false, true],
  latitude: [false, false, true],
  longitude: [false, false, true],
  days: [false, false, false],
};

describe('what a cell shows counts', () => {
  test.each(Object.entries(NEEDS) as [FieldKind, readonly boolean[]][])(
    'for %s: of number, tick box, date: %j',
    (kind, needs) => {
      expect([7, true, DATE].map((value) => needsShownText(kind, value))).toEqual(needs);
      expect([0, -1.5, Number.NaN].map((value) => needsShownText(kind, value))).toEqual([needs[0], needs[0], needs[0]]);
    },
  );

  test.each(Object.keys(NEEDS) as FieldKind[])('never of a text or an empty cell: %s', (kind) => {
    expect(['', 'words', '1,200 m²', '#REF!'].map((text) => needsShownText(kind, text))).toEqual([
      ...[false, false, false, false],
    ]);
  });
});

test.each(FIELDS)('$name is read the same by its value alone where the shown text does not count', (field) => {
  const withoutNeed = anyCell.filter(({ value }) => !needsShownText(field.kind, value));
  fc.assert(
    fc.property(withoutNeed, anyLocale, fc.string(), ({ value, text }, locale, header) => {
      const shown = typeof value === 'string' ? value : text;
      const seen = readField(field, { value, text: shown }, contextOf(locale), header);
      const held = readField(field, { value, text: plainText(value) }, contextOf(locale), header);
      expect(held).toEqual(seen);
    }),
    { numRuns: 200 },
  );
});

describe('a number whose unit only its format shows', () => {
  const FIELD_BY_KIND = (name: string) => {
    const field = FIELDS.find((definition) => definition.name === name);
    if (field === undefined) throw new Error(`There is no field ${name}.`);
    return field;
  };

  test.each<readonly [string, CellValue, string]>([
    ['LotArea', 850, '850 m²'],
    ['SalePrice', 450_000, '450,000 €'],
    ['ZIP', 1701, '01701'],
    ['MLSNumber', 123, '00123'],
    ['Address', 12, '012'],
  ])('is another one for %s than without', (name, value, text) => {
    const field = FIELD_BY_KIND(name);
    expect(needsShownText(field.kind, value)).toBe(true);
    expect(readField(field, { value, text }, contextOf())).not.toEqual(
      readField(field, { value, text: plainText(value) }, contextOf()),
    );
  });
});

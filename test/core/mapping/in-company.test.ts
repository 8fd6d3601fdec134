/** Names that mean something else beside other columns. */
import { describe, expect, test } from 'vitest';
import type { FieldName } from '../../../src/core/listing/fields.ts';
import type { CellValue } from '../../../src/core/sheet/table.ts';
import { column, matchOf } from './columns.ts';
import { readSheet, valuesOf } from './read-sheet.ts';

type Columns = Readonly<Record<string, readonly CellValue[]>>;

/** The header that feeds a field by itself, or why none does. */
function feederOf(field: FieldName, columns: Columns): string | undefined {
  const match = matchOf(field, ...Object.entries(columns).map(([header, cells]) => column(header, ...cells)));
  if (match?.isApplied !== true) return match?.reason;
  const { source } = match;
  return source.kind === 'column' ? source.header : source.kind;
}

const MLS = { 'MLS number': ['A1', 'A2', 'A3'], Address: ['1 Oak St', '2 Oak St', '3 Oak St'] };

describe('what was paid or offered for a home is not what is asked', () => {
  const paid = [210_000, 150_000, 262_000];

  test.each([
    ['List Price', 'Purchase Price'],
    ['Asking Price', 'Offer Price'],
    ['Price', 'Cost'],
    ['Sale Price', 'Purchase Price'],
    ['Selling Price', 'Purchase Price'],
  ])('%s is the price beside %s, however few of its cells are filled', (asked, other) => {
    const rows = paid.map((sum, index) => [`A${index}`, 'Active', index === 2 ? '' : 299_000, sum]);
    const readings = readSheet(['MLS number', 'Status', asked, other], ...rows);
    expect(valuesOf('SalePrice', readings)).toEqual([299_000, 299_000, undefined]);
  });

  test.each(['ARV', 'Rehab', 'Repairs', 'Est. Profit', 'Purchase Date', 'Target Price', 'Market Value', 'ROI'])(
    'a Purchase Price or Offer Price beside %s is chosen by a person',
    (header) => {
      for (const price of ['Purchase Price', 'Offer Price', 'Cost'])
        expect(feederOf('SalePrice', { ...MLS, [price]: paid, [header]: [1, 2, 3] })).toBe(
          `"${price}" stands beside "${header}", so it may be what the owner has paid or offers`,
        );
    },
  );

  test.each(['Purchase Price', 'Offer Price', 'Cost'])('a mere %s is the price', (price) => {
    expect(feederOf('SalePrice', { ...MLS, [price]: paid, 'Cap Rate': [5, 6, 7] })).toBe(price);
  });
});

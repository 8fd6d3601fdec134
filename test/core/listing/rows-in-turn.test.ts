import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ResolvedSource } from '../../../src/core/listing/field-source.ts';
import { FIELDS, type FieldName } from '../../../src/core/listing/fields.ts';
import { listingReader } from '../../../src/core/listing/read-listing.ts';
import { anyCell } from './arbitrary-cell.ts';
import { contextOf, numberCell, textCell } from './cells.ts';
import { rowOf } from './read-cells.ts';

const COLUMNS = FIELDS.filter(({ origin }) => origin === 'tab');
const SOURCES: { readonly [Name in FieldName]?: ResolvedSource } = Object.fromEntries(
  COLUMNS.map(({ name, label }, columnIndex) => [name, { kind: 'column', header: label, columnIndex }]),
);

const newReader = () =>
  listingReader(
    SOURCES,
    { policies: { pending: 'skip', underContract: 'active' }, ifEmpty: {}, unmapped: [], sendsBothPrices: false },
    contextOf(),
  );

/** Cells that make rows of both kinds, with sizes and prices to compute with. */
const usualCells = fc.constantFrom(
  ...['For sale', 'For rent', 'Active', '$450,000', '$2,500/mo', '0.25 ac', '170 m²', 'MA', '2139', 'POA', '2+1'].map(
    textCell,
  ),
  ...[0, 3, 1998, 450_000].map((value) => numberCell(value)),
);

const anyRow = fc
  .array(fc.oneof({ weight: 4, arbitrary: usualCells }, { weight: 1, arbitrary: anyCell }), {
    minLength: COLUMNS.length,
    maxLength: COLUMNS.length,
  })
  .map(rowOf);

test('a row reads the same whatever was read before it, and stays so whatever is read after it', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 8 }), (rows) => {
      const read = newReader();
      const inTurn = rows.map((row) => read(row));
      expect(inTurn).toEqual(rows.map((row) => newReader()(row)));
    }),
    { numRuns: 60 },
  );
});

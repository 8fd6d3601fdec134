import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SYNC_LISTINGS } from '../../../../src/core/actions/sync-listings/action.ts';
import { isListingBody } from '../../../../src/core/listing/listing-body.ts';
import { DEFAULT_TAB_SETTINGS } from '../../../../src/core/settings/tab-settings.ts';
import type { CellValue, Table, TableRow } from '../../../../src/core/sheet/table.ts';
import { SERIAL } from '../../engine/rows.ts';
import { sequencesTried } from '../../sequences.ts';

const CELLS: Readonly<Record<string, string>> = {
  'MLS number': 'A1',
  'Listing status': 'Active',
  'Sale or rent': 'For sale',
  'Property type': 'Condo',
  Bedrooms: '2',
  Bathrooms: '1.5',
  'Sale price': '$100,000',
  'Currency symbol': '$',
  'Listing URL': 'https://homes.example.com/1',
  'Year built': '1990',
  'Days on market': '3',
  'Lot area': '1000 sq ft',
  'Building area': '900',
  'Area unit': 'Square Feet',
  'Parking spots': '1',
  Images: 'https://images.example.com/1.jpg',
  Latitude: '41.9',
  ZIP: '60601',
};
const HEADERS = Object.keys(CELLS);

function rowOf(cells: readonly CellValue[], rowNumber = 2): TableRow {
  const texts = cells.map((value) => (typeof value === 'object' ? value.wallTime : String(value)));
  return { rowNumber, values: cells, texts };
}

/** Rows that show the matcher what the columns are about, and the row in question below them. */
function planOf(cells: readonly CellValue[], missing: 'hold' | 'send') {
  const sampleRows = [2, 3, 4, 5].map((rowNumber) => rowOf(Object.values(CELLS), rowNumber));
  const row = rowOf(cells, 6);
  const table: Table = { headers: HEADERS, headerRowNumber: 1, rows: [...sampleRows, row], sampleRows };
  const context = { locale: 'en_US', today: '2026-11-21' };
  const settings = { ...DEFAULT_TAB_SETTINGS, missing };
  const planner = SYNC_LISTINGS.planner({ table, tabName: 'Tab', settings, serialNumber: SERIAL, context });
  if (!planner.ok) throw new Error(planner.error.message);
  return planner.value.plan(row);
}

const anyCell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom<CellValue>('', 'N/A', '#REF!', '-1', '2-3', '1/2', 'Pending', 'Sold', 'for_rent', '50x120', true),
  fc.string({ maxLength: 40 }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant({ wallTime: '2026-01-02T00:00:00' }),
);

describe('a row of any cells whatever', () => {
  const anyRow = fc
    .tuple(
      ...HEADERS.map((header) =>
        fc.oneof({ weight: 4, arbitrary: fc.constant(CELLS[header] ?? '') }, { weight: 1, arbitrary: anyCell }),
      ),
    )
    .map((cells): readonly CellValue[] => cells);

  test.each([
    ['hold', 'strict'],
    ['send', 'lenient'],
  ] as const)('gives a body that the document allows, or none (%s)', (missing, strictness) => {
    fc.assert(
      fc.property(anyRow, (cells) => {
        const step = planOf(cells, missing);
        if (step.kind !== 'send' || step.operation.kind !== 'update') return;
        expect(isListingBody(JSON.parse(step.operation.bodyText), strictness)).toBe(true);
      }),
      { numRuns: sequencesTried(500) },
    );
  });

  test('is sent whole when every cell is right', () => {
    const step = planOf(Object.values(CELLS), 'hold');
    expect(
      step.kind === 'send' &&
        step.operation.kind === 'update' &&
        isListingBody(JSON.parse(step.operation.bodyText), 'strict'),
    ).toBe(true);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesBedAndBath } from '../../../src/core/listing/cell/bed-and-bath.ts';
import { FIELDS } from '../../../src/core/listing/fields.ts';
import { allSynonyms } from '../../../src/core/mapping/header-meanings.ts';
import { matchColumns } from '../../../src/core/mapping/match-columns.ts';
import type { ColumnMatch, ColumnSample } from '../../../src/core/mapping/proposal.ts';
import type { CellValue } from '../../../src/core/sheet/table.ts';
import { cell } from './columns.ts';

const PARTS = ['Full Baths', 'Half Baths', 'StreetNumber', 'StreetName', 'Unit', 'Image 1', 'Image 2', 'SALE TYPE'];
const REDFIN = [
  'SALE TYPE',
  '$/SQUARE FEET',
  'HOA/MONTH',
  'MLS#',
  'SQUARE FEET',
  'DAYS ON MARKET',
  'ZIP',
  'PRICE',
  'STATUS',
];
const WORDS = ['Active', 'Sold', 'For Rent', 'For Sale', 'Condo', 'sqft', 'CA', '12 Oak St', '3', '2.5', '$2,500/mo'];
const LINKS = ['https://example.com/1', 'https://example.com/1.jpg', '/relative/1', 'N/A', '#REF!', '41.96, -87.66'];

const header = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...allSynonyms().map((synonym) => synonym.header)) },
  { weight: 2, arbitrary: fc.constantFrom(...FIELDS.map((field) => field.name), ...PARTS, ...REDFIN) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
);

const value: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom(...WORDS, ...LINKS, ''),
  fc.integer({ min: -10, max: 2_000_000 }),
  fc.double(),
  fc.boolean(),
  fc.constant({ wallTime: '2025-10-31T00:00:00' }),
  fc.string({ unit: 'grapheme' }),
);

const columns = fc.integer({ min: 0, max: 4 }).chain((rows) =>
  fc.array(fc.record({ header, cells: fc.array(value.map(cell), { minLength: rows, maxLength: rows }) }), {
    maxLength: 14,
  }),
);

/** Columns that only say more of another one may do so for several. */
const SAYS_MORE = new Set<string>([
  ...['measure', 'perhapsPeriod', 'beside', 'whenSold', 'reduced', 'within', 'otherwise', 'flag'],
  ...['soldOn', 'offerOn', 'goneOn', 'listedOn'],
]);

const appliedHeaders = (matches: readonly ColumnMatch[]): readonly string[] =>
  matches.flatMap(({ isApplied, source }) => {
    if (!isApplied || source.kind === 'fixed') return [];
    if (source.kind === 'column') return [source.header];
    return source.parts.filter(({ role }) => !SAYS_MORE.has(role)).map((part) => part.header);
  });

describe('whatever the columns are', () => {
  test('their order never matters', () => {
    const shuffled = columns.chain((sample) =>
      fc.tuple(fc.constant(sample), fc.shuffledSubarray([...sample], { minLength: sample.length })),
    );
    fc.assert(
      fc.property(shuffled, ([original, other]: readonly [readonly ColumnSample[], readonly ColumnSample[]]) => {
        expect(matchColumns(other)).toEqual(matchColumns(original));
      }),
      { numRuns: 500 },
    );
  });

  test('no field is matched twice, and no column feeds two fields that cannot share it', () => {
    fc.assert(
      fc.property(columns, (sample) => {
        const { matches } = matchColumns(sample);
        const fields = matches.map((match) => match.field);
        const sharing = new Set(['SaleType', 'RentPrice']);
        const headers = appliedHeaders(matches.filter(({ field }) => !sharing.has(field)));
        expect(new Set(fields).size).toBe(fields.length);
        // A column such as `Bd/Ba` holds two fields in each cell.
        const single = headers.filter((header) => !namesBedAndBath(header));
        expect(new Set(single).size).toBe(single.length);
      }),
      { numRuns: 500 },
    );
  });

  test('a header that stands twice is never applied', () => {
    fc.assert(
      fc.property(columns, (sample) => {
        const headers = sample.map((entry) => entry.header.trim());
        const twice = headers.filter((text, index) => headers.indexOf(text) !== index);
        const applied = appliedHeaders(matchColumns(sample).matches);
        expect(applied.filter((text) => twice.includes(text))).toEqual([]);
      }),
    );
  });

  test('every match has a reason and a confidence up to 1, from 0.75 on when it is applied, and settings are never matched', () => {
    const settings = FIELDS.filter(({ origin }) => origin === 'settings').map(({ name }) => name as string);
    fc.assert(
      fc.property(columns, (sample) => {
        for (const { field, confidence, reason, isApplied } of matchColumns(sample).matches) {
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(isApplied).toBe(confidence >= 0.75);
          expect(reason).not.toBe('');
          expect(settings).not.toContain(field);
        }
      }),
    );
  });
});

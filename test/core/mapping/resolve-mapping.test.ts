import { describe, expect, test } from 'vitest';
import type { FieldSource, TabMapping } from '../../../src/core/listing/field-source.ts';
import { columnIndexesOf } from '../../../src/core/listing/field-source.ts';
import type { FieldName } from '../../../src/core/listing/fields.ts';
import type { MappingProposal } from '../../../src/core/mapping/proposal.ts';
import { resolveMapping } from '../../../src/core/mapping/resolve-mapping.ts';

const HEADERS = ['MLS #', 'Beds', 'Full Baths', 'Half Baths', 'Price', '', 'Agent'];

const byColumn = (header: string): FieldSource => ({ kind: 'column', header });

function proposalOf(sources: { readonly [Name in FieldName]?: FieldSource }, isApplied = true): MappingProposal {
  const entries = Object.entries(sources) as readonly [FieldName, FieldSource][];
  const matches = entries.map(([field, source]) => ({ field, source, confidence: 0.9, isApplied, reason: 'test' }));
  return { matches, leftOut: [] };
}

const AUTOMATIC = proposalOf({
  MLSNumber: byColumn('MLS #'),
  Bedrooms: byColumn('Beds'),
  SalePrice: byColumn('Price'),
});

describe('without anything saved', () => {
  test('applied matches are used and the other headers are unmapped', () => {
    expect(resolveMapping({}, [], AUTOMATIC, HEADERS)).toEqual({
      sources: {
        MLSNumber: { kind: 'column', columnIndex: 0, header: 'MLS #' },
        Bedrooms: { kind: 'column', columnIndex: 1, header: 'Beds' },
        SalePrice: { kind: 'column', columnIndex: 4, header: 'Price' },
      },
      problems: [],
      unmappedHeaders: ['Full Baths', 'Half Baths', 'Agent'],
    });
  });

  test('a joined match names every column', () => {
    const joined: FieldSource = {
      kind: 'joined',
      parts: [
        { role: 'fullBaths', header: 'Full Baths' },
        { role: 'halfBaths', header: 'Half Baths' },
      ],
    };
    expect(resolveMapping({}, [], proposalOf({ Bathrooms: joined }), HEADERS).sources).toEqual({
      Bathrooms: {
        kind: 'joined',
        parts: [
          { role: 'fullBaths', columnIndex: 2, header: 'Full Baths' },
          { role: 'halfBaths', columnIndex: 3, header: 'Half Baths' },
        ],
      },
    });
  });

  test('matches that are only proposed are not used', () => {
    const { sources } = resolveMapping({}, [], proposalOf({ Bedrooms: byColumn('Beds') }, false), HEADERS);
    expect(sources).toEqual({});
  });

  test('a field that a person wants fed by nothing stays empty', () => {
    const { sources, unmappedHeaders } = resolveMapping({}, ['Bedrooms'], AUTOMATIC, HEADERS);
    expect(sources.Bedrooms).toBeUndefined();
    expect(unmappedHeaders).toContain('Beds');
  });
});

const PRICE = { source: byColumn('Price'), confidence: 0.9, isApplied: true, reason: 'a name' } as const;

describe('a saved source', () => {
  test('wins over the automatic match of its field', () => {
    const saved: TabMapping = { Bedrooms: { kind: 'fixed', value: '3' } };
    expect(resolveMapping(saved, [], AUTOMATIC, HEADERS).sources.Bedrooms).toEqual({ kind: 'fixed', value: '3' });
  });

  test('keeps its column from automatic matches of other fields', () => {
    const saved: TabMapping = { RentPrice: byColumn('Price') };
    const { sources } = resolveMapping(saved, [], AUTOMATIC, HEADERS);
    expect(sources.RentPrice).toEqual({ kind: 'column', columnIndex: 4, header: 'Price' });
    expect(sources.SalePrice).toBeUndefined();
  });

  test('keeps the column that names its unit, and nothing that a person may not have meant', () => {
    const parts = (...roles: readonly ('measure' | 'whenSold')[]) => [
      { role: 'amount' as const, header: 'Price' },
      ...roles.map((role) => ({ role, header: 'Town' })),
    ];
    const proposal = (...roles: readonly ('measure' | 'whenSold')[]) => ({
      leftOut: [],
      matches: [{ ...PRICE, field: 'SalePrice' as const, source: { kind: 'joined' as const, parts: parts(...roles) } }],
    });
    const headers = ['Town', 'Price'];
    const saved = { SalePrice: byColumn('price') };
    expect(resolveMapping(saved, [], proposal('measure'), headers).sources.SalePrice).toMatchObject({
      kind: 'joined',
      parts: [{ columnIndex: 1 }, { role: 'measure', columnIndex: 0 }],
    });
    expect(resolveMapping(saved, [], proposal('whenSold'), headers).sources.SalePrice).toMatchObject({
      kind: 'column',
    });
  });

  test('shares its column as the automatic mapping does', () => {
    const shared = (field: 'SalePrice' | 'RentPrice') => ({ ...PRICE, field });
    const proposal = { leftOut: [], matches: [shared('SalePrice'), shared('RentPrice')] };
    const { sources } = resolveMapping({ SalePrice: byColumn('Price') }, [], proposal, HEADERS);
    expect(sources.RentPrice).toEqual(sources.SalePrice);
  });

  test('may share its column with another saved source', () => {
    const saved: TabMapping = { RentPrice: byColumn('Price'), SalePrice: byColumn('Price') };
    const { sources, problems } = resolveMapping(saved, [], AUTOMATIC, HEADERS);
    expect([sources.RentPrice, sources.SalePrice].map((source) => source && columnIndexesOf(source))).toEqual([
      [4],
      [4],
    ]);
    expect(problems).toEqual([]);
  });

  test.each([
    ['  beds ', 1],
    ['BEDS', 1],
    ['mls#', 0],
    ['full_baths', 2],
  ])('headed %j is found although case, spaces or joints changed', (header, columnIndex) => {
    const { sources } = resolveMapping({ Description: byColumn(header) }, [], proposalOf({}), HEADERS);
    expect(sources.Description).toEqual({ kind: 'column', columnIndex, header: HEADERS[columnIndex] });
  });

  test('prefers the very text to a header that only looks alike', () => {
    const { sources } = resolveMapping({ Bedrooms: byColumn('beds') }, [], proposalOf({}), ['Beds', 'beds']);
    expect(sources.Bedrooms).toEqual({ kind: 'column', columnIndex: 1, header: 'beds' });
  });

  test('follows its column to another place', () => {
    const { sources } = resolveMapping({ Bedrooms: byColumn('Beds') }, [], proposalOf({}), ['Agent', 'Price', 'Beds']);
    expect(sources.Bedrooms).toEqual({ kind: 'column', columnIndex: 2, header: 'Beds' });
  });

  test('of a field that only the settings feed is ignored', () => {
    const saved: TabMapping = { SerialNumber: byColumn('Agent') };
    expect(resolveMapping(saved, [], proposalOf({}), HEADERS).sources).toEqual({});
  });
});

describe('a saved source that cannot be used', () => {
  test('because its column is gone is a problem, and no automatic match takes its place', () => {
    const saved: TabMapping = { Bedrooms: byColumn('Bedrooms (old)') };
    const { sources, problems } = resolveMapping(saved, [], AUTOMATIC, HEADERS);
    expect(sources.Bedrooms).toBeUndefined();
    expect(problems).toEqual([
      {
        kind: 'headerMissing',
        field: 'Bedrooms',
        header: 'Bedrooms (old)',
        message:
          'Bedrooms is set to the column "Bedrooms (old)", which is not in this tab any more. Choose another column.',
      },
    ]);
  });

  test('because its header stands twice names the columns', () => {
    const headers = ['Beds', ...Array.from({ length: 25 }, (_, index) => `c${index}`), 'Beds'];
    const { problems } = resolveMapping({ Bedrooms: byColumn('Beds') }, [], proposalOf({}), headers);
    expect(problems).toEqual([
      {
        kind: 'headerTwice',
        field: 'Bedrooms',
        header: 'Beds',
        columnLetters: ['A', 'AA'],
        message:
          'Bedrooms is set to the column "Beds", but columns A and AA have that header. Give each its own header.',
      },
    ]);
  });

  test('because two headers look like it and none is the very text names both', () => {
    const { problems } = resolveMapping({ Bedrooms: byColumn('BEDS') }, [], proposalOf({}), ['Beds', 'beds']);
    expect(problems).toMatchObject([{ kind: 'headerTwice', columnLetters: ['A', 'B'] }]);
  });

  test('because one of its parts is gone feeds nothing rather than half a value', () => {
    const saved: TabMapping = {
      Bathrooms: {
        kind: 'joined',
        parts: [
          { role: 'fullBaths', header: 'Full Baths' },
          { role: 'halfBaths', header: 'Half Bathrooms' },
        ],
      },
    };
    const { sources, problems } = resolveMapping(saved, [], proposalOf({}), HEADERS);
    expect(sources.Bathrooms).toBeUndefined();
    expect(problems).toMatchObject([{ kind: 'headerMissing', header: 'Half Bathrooms' }]);
  });

  test('because it names no header at all never takes a column without a header', () => {
    const { sources, problems } = resolveMapping({ Bedrooms: byColumn('') }, [], proposalOf({}), HEADERS);
    expect(sources).toEqual({});
    expect(problems).toMatchObject([{ kind: 'headerMissing' }]);
  });
});

test('an automatic match whose column is not there any more is left out without a word', () => {
  const { sources, problems } = resolveMapping({}, [], AUTOMATIC, ['Price']);
  expect(Object.keys(sources)).toEqual(['SalePrice']);
  expect(problems).toEqual([]);
});

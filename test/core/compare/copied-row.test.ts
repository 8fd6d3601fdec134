/** A listing of the platform as a row of a tab. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listingPlanner } from '../../../src/core/actions/listing-planner.ts';
import type { ListingForm } from '../../../src/core/actions/row-planner.ts';
import { settledStep } from '../../../src/core/actions/settled-step.ts';
import { copiedRow } from '../../../src/core/compare/copied-row.ts';
import { type PlatformLine, platformLine } from '../../../src/core/compare/platform-tab.ts';
import type { TabMapping } from '../../../src/core/listing/field-source.ts';
import { type FieldName, isFieldName } from '../../../src/core/listing/fields.ts';
import { DEFAULT_TAB_SETTINGS, type TabSettings } from '../../../src/core/settings/tab-settings.ts';

const HEADERS = ['MLS number', 'Listing status', 'Sale or rent', 'Price', 'Beds', 'City', 'Pictures', 'Built'];
const MAPPING: TabMapping = {
  MLSNumber: { kind: 'column', header: 'MLS number' },
  Status: { kind: 'column', header: 'Listing status' },
  SaleType: { kind: 'column', header: 'Sale or rent' },
  SalePrice: { kind: 'column', header: 'Price' },
  RentPrice: { kind: 'column', header: 'Price' },
  Bedrooms: { kind: 'column', header: 'Beds' },
  City: { kind: 'column', header: 'City' },
  Images: { kind: 'column', header: 'Pictures' },
  YearBuilt: { kind: 'column', header: 'Built' },
};

function formOf(mapping: TabMapping = MAPPING, more: Partial<TabSettings> = {}): ListingForm {
  const planner = listingPlanner(
    {
      table: { headers: HEADERS, headerRowNumber: 1, rows: [], sampleRows: [] },
      tabName: 'Tab',
      settings: { ...DEFAULT_TAB_SETTINGS, mapping, ...more },
      serialNumber: 'S',
      context: { locale: 'en_US', today: '2026-11-21', taughtWords: {} },
    },
    { stepOf: () => settledStep('Skipped', ''), reads: 'everything' },
  );
  if (!planner.ok || planner.value.form === undefined) throw new Error('There is no form.');
  return planner.value.form;
}

function copyOf(line: PlatformLine, { form = formOf(), locked = [] as readonly number[] } = {}) {
  return copiedRow(line, { form, keyTypes: ['MLSNumber', 'URL'], lockedColumns: new Set(locked) });
}

const LINE: PlatformLine = { MLSNumber: 4711, Status: 'Active', SaleType: 'for_rent', RentPrice: 2100, City: 'Oslo' };

test('puts each value where the mapping reads it: one column holds the price of either kind, a key is text', () => {
  const copy = copyOf({ ...LINE, SalePrice: 0, Images: 'https://a.example/1.jpg\nhttps://a.example/2.jpg' });
  const images = 'https://a.example/1.jpg\nhttps://a.example/2.jpg';
  if (copy.kind !== 'row') throw new Error(copy.kind);
  expect(Object.fromEntries(copy.cells)).toEqual({
    0: '4711',
    1: 'Active',
    2: 'for_rent',
    3: 2100,
    5: 'Oslo',
    6: images,
  });
});

test('names what has no column, what does not read back, what was cut, and what grows by itself', () => {
  const line = { ...LINE, State: 'CA', YearBuilt: 3, DaysOnMarket: 4, Bedrooms: 2, Key: 'P1', KeyType: 'NewOaks' };
  expect(copyOf({ ...line, City: 'x'.repeat(49_000) }, { locked: [4] })).toMatchObject({
    kind: 'row',
    untold: ['Bedrooms', 'YearBuilt', 'DaysOnMarket', 'City', 'State'],
  });
});

test('makes no row without a key, and none that says something else', () => {
  const { MLSNumber: _, ...keyless } = LINE;
  expect(copyOf(keyless)).toEqual({ kind: 'keyless' });
  expect(copyOf(LINE, { locked: [0] })).toEqual({ kind: 'keyless' });
  const form = formOf({ ...MAPPING, SaleType: { kind: 'fixed', value: 'for sale' } });
  expect(copyOf({ ...LINE, RentPrice: 1 }, { form })).toEqual({ kind: 'contradicted', fields: ['SaleType'] });
});

test('whatever the platform says, a row says the same or nothing', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('Sold', 'Pending', 'for_sale', '1,5', '12/05/2024', 'TRUE', '#REF!', 'n/a', '$2', '3 + den', '=A1'),
  );
  const cell = fc.oneof(text, fc.double({ noNaN: true }), fc.integer({ min: -2, max: 3000 }));
  const named = Object.keys(MAPPING).filter(isFieldName);
  const lines = fc.dictionary(fc.constantFrom(...named, 'State' as FieldName), cell);
  const form = formOf();
  fc.assert(
    fc.property(lines, (values) => {
      const known = { MLSNumber: 'X1', ...values };
      const line = platformLine(Object.keys(known), Object.values(known));
      const copy = copyOf(line, { form });
      if (copy.kind !== 'row') return;
      const cells = HEADERS.map((_, columnIndex) => copy.cells.get(columnIndex) ?? '');
      const said: { readonly [Name in FieldName]?: unknown } = form.read({
        rowNumber: 2,
        values: cells,
        texts: [],
      }).values;
      for (const name of named) {
        if (said[name] === undefined || line[name] === undefined) continue;
        const text = Array.isArray(said[name]) ? said[name].join('\n') : String(said[name]);
        if (typeof said[name] === 'number') expect(Number(line[name]) === said[name], name).toBe(true);
        else expect(text.trim()).toBe(String(line[name]).trim());
      }
    }),
    { numRuns: 2_000 },
  );
});

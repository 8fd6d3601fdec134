import { expect, test } from 'vitest';
import { EVENT_FIELDS } from '../../../src/core/events/event-fields.ts';
import { layoutOf } from '../../../src/core/events/event-layout.ts';
import type { PartRole } from '../../../src/core/listing/field-source.ts';

const HEADERS = EVENT_FIELDS.map(({ header }) => header);
const at = (header: string) => HEADERS.indexOf(header);
const part = (role: PartRole, header: string) => ({
  role,
  header,
  columnIndex: at(header),
});

test.each([
  ['DaysOnMarket', 'listDate', [part('amount', 'List date'), part('soldOn', 'Sold date')]],
  [
    'DaysOnMarket',
    'listDate',
    [part('amount', 'List date'), part('soldOn', 'Sold date'), part('offerOn', 'Pending date')],
  ],
  ['SalePrice', 'listPrice', [part('amount', 'List price'), part('whenSold', 'Sold price')]],
  ['SalePrice', 'listPrice', [part('amount', 'List price'), part('beside', 'Currency')]],
  ['Status', 'status', [part('amount', 'Listing status'), part('otherwise', 'Sale or rent')]],
] as const)('the column of %s is written where others only say more of it: %s', (field, name, parts) => {
  const { columns, fedOtherwise } = layoutOf(HEADERS, { [field]: { kind: 'joined', parts } });
  expect(columns.get(name)).toBe(at(parts[0].header));
  expect([...columns.values()]).toEqual(expect.arrayContaining(parts.map(({ header }) => at(header))));
  expect([...fedOtherwise]).toEqual([]);
});

test.each([
  { kind: 'fixed', value: '2' } as const,
  { kind: 'joined', parts: [part('fullBaths', 'Bathrooms'), part('halfBaths', 'Rooms')] } as const,
  { kind: 'joined', parts: [part('amount', 'Bathrooms'), part('measure', 'Rooms')] } as const,
])('a field that something else feeds is none that messages write: %j', (source) => {
  const { columns, fedOtherwise } = layoutOf(HEADERS, { Bathrooms: source });
  expect(columns.has('bathrooms')).toBe(false);
  expect([...fedOtherwise]).toEqual(['bathrooms']);
});

test('one column of prices for homes to buy and to rent is no reason to propose another for rents', () => {
  const price = { kind: 'column', header: 'List price', columnIndex: at('List price') } as const;
  const shared = layoutOf(HEADERS, { SalePrice: price, RentPrice: price });
  expect([shared.isOnePrice, shared.columns.has('monthlyRent'), [...shared.fedOtherwise]]).toEqual([
    true,
    false,
    ['monthlyRent'],
  ]);
  const rent = { kind: 'column', header: 'Monthly rent', columnIndex: at('Monthly rent') } as const;
  expect(layoutOf(HEADERS, { SalePrice: price, RentPrice: rent }).isOnePrice).toBe(false);
});

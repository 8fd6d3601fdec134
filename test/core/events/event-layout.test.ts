import { expect, test } from 'vitest';
import { EVENT_FIELDS } from '../../../src/core/events/event-fields.ts';
import { layoutOf } from '../../../src/core/events/event-layout.ts';

const HEADERS = EVENT_FIELDS.map(({ header }) => header);
const at = (header: string) => HEADERS.indexOf(header);
const part = (role: 'amount' | 'soldOn' | 'fullBaths' | 'halfBaths', header: string) => ({
  role,
  header,
  columnIndex: at(header),
});

test('a list date that days are counted from up to a sale is still the column of list dates', () => {
  const parts = [part('amount', 'List date'), part('soldOn', 'Sold date')];
  const { columns, fedOtherwise } = layoutOf(HEADERS, { DaysOnMarket: { kind: 'joined', parts } });
  expect([columns.get('listDate'), columns.get('soldDate')]).toEqual([at('List date'), at('Sold date')]);
  expect([...fedOtherwise]).toEqual([]);
});

test.each([
  { kind: 'fixed', value: '2' } as const,
  { kind: 'joined', parts: [part('fullBaths', 'Bathrooms'), part('halfBaths', 'Rooms')] } as const,
])('a field that something else feeds is none that messages write: %j', (source) => {
  const { columns, fedOtherwise } = layoutOf(HEADERS, { Bathrooms: source });
  expect(columns.has('bathrooms')).toBe(false);
  expect([...fedOtherwise]).toEqual(['bathrooms']);
});

import { expect, test } from 'vitest';
import { matchColumns } from '../../../src/core/mapping/match-columns.ts';
import { unknownTongue } from '../../../src/core/mapping/unknown-tongue.ts';

test.each([
  ['Цена', 'is in Cyrillic script'],
  ['価格（万円）', 'is in Chinese script'],
  ['ベッドルーム', 'is in Japanese script'],
  ['السعر', 'is in Arabic script'],
  ['ราคา', 'is in Thai script'],
  ['ფასი', 'is in a script'],
  ['Forma własności', 'seems to be in Polish'],
  ['Số phòng ngủ', 'seems to be in Vietnamese'],
  ['Isıtma', 'seems to be in Turkish'],
  ['Vraagprijs k.k.', 'seems to be in Dutch'],
  ['Luas Bangunan', 'seems to be in Indonesian'],
])('a column headed “%s” %s', (header, words) => {
  expect(unknownTongue(header)).toContain(words);
  expect(unknownTongue(header)).toContain('choose under Mapping what it feeds');
});

test.each([
  'Price',
  'Dirección',
  'Wohnfläche',
  'Prix',
  'Quartos',
  'Prezzo',
  'Precio',
  'Agent',
  'Año',
  'm²',
  '€',
  '№ 1',
  '',
])('a column headed “%s” is not told so', (header) => {
  expect(unknownTongue(header)).toBeUndefined();
});

test('the mapping says so of each such column that feeds nothing', () => {
  const cells = ['7', '8'].map((text) => ({ value: text, text }));
  const { leftOut } = matchColumns(['MLS #', 'Комнаты', 'Bedrooms'].map((header) => ({ header, cells })));
  expect(leftOut.map(({ header }) => header)).toEqual(['Комнаты']);
  expect(leftOut[0]?.reason).toMatch(/^"Комнаты" is not used: it is in Cyrillic script/);
});

/** A tab of two homes with columns by header. */
const leftOutOf = (columns: Readonly<Record<string, readonly string[]>>) =>
  matchColumns(
    Object.entries(columns).map(([header, texts]) => ({ header, cells: texts.map((text) => ({ value: text, text })) })),
  ).leftOut.map((column) => column.header);

const HOMES = [
  ['250000', '310000'],
  ['84 m²', '112 m²'],
  ['1974', '2003'],
  ['3', '4'],
  ['Tamme 4', 'Kase 12'],
  ['https://kodud.example.ee/1', 'https://kodud.example.ee/2'],
] as const;
const homes = (...headers: readonly string[]) =>
  Object.fromEntries(headers.map((header, index) => [header, HOMES[index] ?? []]));

test('a list of homes whose headers are all in unknown words, in plain letters, is told so', () => {
  expect(leftOutOf(homes('Hind', 'Pind', 'Ehitusaasta', 'Tube', 'Aadress', 'Veebileht'))).toContain('Hind');
});

test.each([
  ['where most headers are known', homes('Price', 'Sqft', 'Year Built', 'Beds', 'Address', 'Veebileht')],
  ['that is no list of homes', { ID: ['1', '2'], Question: ['Where?', 'When?'], Reply: ['Here.', 'Now.'] }],
])('a tab %s is not', (_, columns) => {
  expect(leftOutOf(columns)).toEqual([]);
});

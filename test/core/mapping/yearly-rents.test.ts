/** Rents of places where a rent is named by the year. */
import { expect, test } from 'vitest';
import { readSheet, valuesOf } from './read-sheet.ts';

const ASKED = expect.stringContaining('does not say how often it is paid');

test.each([
  ['AED', ['115,000', 9500], [ASKED, ASKED]],
  ['SAR', ['60,000/yr', '60,000'], [5000, 5000]],
  ['SAR', ['60,000', '48,000'], [ASKED, ASKED]],
  ['NGN', ['2,400,000 per annum', '250,000 per month'], [200_000, 250_000]],
  ['GBP', ['1,250', '1,300'], [1250, 1300]],
])('a bare rent in %s: %j', (currency, rents, sent) => {
  const rows = rents.map((rent, index) => [`A${index}`, 'Rent', rent, currency]);
  expect(valuesOf('RentPrice', readSheet(['MLS number', 'Sale or rent', 'Rent', 'Currency'], ...rows))).toEqual(sent);
});

test.each([
  ['Monthly rent', '', 9000],
  ['Rent', 'Yearly', 9000],
])('the header %s or a frequency %j says how often', (header, frequency, sent) => {
  const amount = frequency === '' ? 9000 : 108_000;
  const readings = readSheet(
    ['MLS number', 'Sale or rent', header, 'Rent Frequency', 'Currency'],
    ['A1', 'Rent', amount, frequency, 'AED'],
    ['A2', 'Sale', '', '', 'AED'],
  );
  expect(valuesOf('RentPrice', readings)[0]).toBe(sent);
});

test('a sale price in AED is paid once', () => {
  const readings = readSheet(['MLS number', 'Sale or rent', 'Price (AED)'], ['A1', 'Sale', 6_900_000]);
  expect(valuesOf('SalePrice', readings)).toEqual([6_900_000]);
});

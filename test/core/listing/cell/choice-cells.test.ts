import { describe, expect, test } from 'vitest';
import { hintsOfHeader } from '../../../../src/core/listing/cell/header-hints.ts';
import { readCurrency } from '../../../../src/core/listing/cell/read-currency.ts';
import { readPropertyType } from '../../../../src/core/listing/cell/read-property-type.ts';
import { readStatus } from '../../../../src/core/listing/cell/read-status.ts';
import { readTour } from '../../../../src/core/listing/cell/read-tour.ts';
import { currencies } from '../../../../src/core/listing/vocabulary/currency.ts';
import { checkbox, contextOf, dateCell, numberCell, outcomeOf, textCell } from '../cells.ts';

describe('a status cell', () => {
  test.each([
    [textCell('Active'), 'Status', 'active'],
    [textCell(' active '), 'Status', 'active'],
    [textCell(''), 'Status', 'empty'],
    [textCell('Not Available'), 'Status', 'offMarket'],
    [textCell('not available'), 'Availability', 'offMarket'],
    [textCell('N/A'), 'Status', 'empty'],
    [textCell('Status not found'), 'Status', 'empty'],
    [textCell('Actve'), 'Status', 'unreadable'],
    [checkbox(true), 'Active?', 'active'],
    [textCell('Yes'), 'Available?', 'active'],
    [checkbox(true), 'Sold', 'sold'],
    [checkbox(false), 'Active?', 'unreadable'],
    [checkbox(true), 'Featured', 'unreadable'],
    [dateCell('2026-01-02'), 'Status', 'unreadable'],
    [numberCell(4), 'Status', 'unreadable'],
  ])('%j under “%s” is %s', (cell, header, outcome) => {
    expect(outcomeOf(readStatus(cell, contextOf(), header))).toBe(outcome);
  });

  test('with a typing error suggests the word', () => {
    expect(readStatus(textCell('Actve'), contextOf(), 'Status')).toEqual({
      kind: 'unreadable',
      expected: 'a listing status such as Active, Coming Soon or Sold',
      because: 'Did you mean Active?',
      unknownWord: { vocabulary: 'listingStatus', word: 'Actve' },
    });
  });

  test('with two statuses names both', () => {
    expect(readStatus(textCell('Active / Sold'), contextOf(), 'Status')).toMatchObject({
      because: 'It says “active” and “sold” at once.',
    });
  });
});

describe('a tour cell', () => {
  test.each([
    [textCell('Open House'), 'Tours', 'OpenHouse'],
    [textCell('3D'), 'Tours', '3D'],
    [textCell('3D tour'), 'Tours', '3D'],
    [textCell('Matterport'), 'Tours', '3D'],
    [textCell('https://my.matterport.com/show/?m=1'), 'Tour URL', '3D'],
    [textCell('https://tour.example.com/1'), 'Virtual Tour', '3D'],
    [textCell('https://tour.example.com/1'), 'Tours', 'unreadable'],
    [textCell('https://youtu.be/1'), 'Virtual Tour', 'empty'],
    [textCell('Video'), 'Tours', 'empty'],
    [textCell('Open House and 3D tour'), 'Tours', 'OpenHouse'],
    [checkbox(true), '3D Tour', '3D'],
    [checkbox(true), 'Open house?', 'OpenHouse'],
    [checkbox(true), 'Tours', 'unreadable'],
    [checkbox(false), '3D Tour', 'empty'],
    [textCell('No'), 'Open house', 'empty'],
    [textCell('October-8-2027 11:00 AM'), 'NEXT OPEN HOUSE START TIME', 'OpenHouse'],
    [textCell('October-8-2022 11:00 AM'), 'NEXT OPEN HOUSE START TIME', 'empty'],
    [dateCell('2026-11-21'), 'Open House', 'OpenHouse'],
    [dateCell('2026-11-20'), 'Open House', 'empty'],
    [textCell(''), 'Tours', 'empty'],
    [textCell('maybe'), 'Tours', 'unreadable'],
    [numberCell(7), 'Tours', 'unreadable'],
  ])('%j under “%s” is %s', (cell, header, outcome) => {
    expect(outcomeOf(readTour(cell, contextOf(), header))).toBe(outcome);
  });

  test('with both kinds sends the one with a date and says so', () => {
    expect(readTour(textCell('3D, Open House'), contextOf(), 'Tours')).toEqual({
      kind: 'value',
      value: 'OpenHouse',
      note: 'both an open house and a 3D tour; the open house is sent',
    });
  });
});

describe('a currency cell', () => {
  test.each([
    ['$', '$'],
    ['USD', '$'],
    ['usd', '$'],
    ['US$', '$'],
    ['EUR', '€'],
    ['Euro', '€'],
    ['£', '£'],
    ['CAD', 'CA$'],
    ['C$', 'CA$'],
    ['AED', 'AED'],
    ['Rs.', '₹'],
    ['MXN', 'MX$'],
    ['PEN', 'S/'],
    ['GHS', 'GHS'],
    ['', 'empty'],
    ['money', 'unreadable'],
  ])('%j is %s', (text, outcome) => {
    expect(outcomeOf(readCurrency(textCell(text)))).toBe(outcome);
  });

  test.each(currencies())('$code is $symbol by sign, code and name in any case', ({ code, symbol, alsoWritten }) => {
    for (const written of [code, symbol, ...alsoWritten]) {
      expect(outcomeOf(readCurrency(textCell(written)))).toBe(symbol);
      expect(outcomeOf(readCurrency(textCell(written.toUpperCase())))).toBe(symbol);
    }
  });
});

describe('a property type cell', () => {
  test.each([
    ['SINGLE_FAMILY', 'Single Family Residential'],
    ['Single Family Residential', 'Single Family Residential'],
    ['Beach bungalow', 'Beach bungalow'],
    ['Flat', 'Flat'],
    ['Condo with Parking', 'Condo with Parking'],
    ['Residential Lease', 'Residential Lease'],
    ['Apartment for rent', 'Apartment for rent'],
    ['Unknown', 'empty'],
    ['Property type not found', 'empty'],
    ['[]', 'empty'],
    ['Lease/Rent', 'empty'],
    ['For Sale', 'empty'],
    ['Pending', 'empty'],
    ['Other', 'empty'],
    ['', 'empty'],
  ])('%j is %s', (text, outcome) => {
    expect(outcomeOf(readPropertyType(textCell(text), contextOf()))).toBe(outcome);
  });
});

describe('a header', () => {
  test.each([
    ['Size (m²)', { areaUnit: 'Square Meters' }],
    ['SQUARE FEET', { areaUnit: 'Square Feet' }],
    ['Sq. Ft.', { areaUnit: 'Square Feet' }],
    ['SqFt', { areaUnit: 'Square Feet' }],
    ['lot_sqft', { areaUnit: 'Square Feet' }],
    ['LotSizeSquareFeet', { areaUnit: 'Square Feet' }],
    ['LotSizeAcres', { areaUnit: 'Acres' }],
    ['Lot (ac)', { areaUnit: 'Acres' }],
    ['Land ha', { areaUnit: 'Hectares' }],
    ['$/SQUARE FEET', { areaUnit: 'Square Feet', currencySymbol: '$' }],
    ['€/m²', { areaUnit: 'Square Meters', currencySymbol: '€' }],
    ['Price (€)', { currencySymbol: '€' }],
    ['Preço R$', { currencySymbol: 'R$' }],
    ['List Price USD', { currencySymbol: '$' }],
    ['Rent pw (£)', { currencySymbol: '£', period: 'week' }],
    ['HOA/MONTH', { period: 'month' }],
    ['HOA Fee (annual)', { period: 'year' }],
    ['LOT SIZE', {}],
    ['LIST PRICE', {}],
    ['ACTIVE', {}],
    ['', {}],
  ])('“%s” says %o', (header, hints) => {
    expect(hintsOfHeader(header)).toEqual(hints);
  });
});

import { describe, expect, test } from 'vitest';
import { isBlankText } from '../../../../src/core/listing/cell/blank-text.ts';
import { FIELDS } from '../../../../src/core/listing/fields.ts';
import { readField } from '../../../../src/core/listing/read-field.ts';
import { ALL_VOCABULARIES } from '../../../../src/core/listing/vocabulary/all-vocabularies.ts';
import { contextOf, outcomeOf, textCell } from '../cells.ts';

describe('a text that stands for nothing', () => {
  test.each([
    ...['N/A', 'n/a', 'None', 'null', 'undefined', 'TBD', '--', '—', '…', '?'],
    ...['[]', '{}', '[ ]', "['']", '""', '()', '[object Object]', '$—', '€ -'],
    ...[
      '— sq ft',
      '-- beds',
      '— bds',
      'N/A baths',
      'null sqft',
      'undefined beds',
      '-- m²',
      '— /mo',
      'N/A acres',
      '$--/mo',
    ],
    ...['Property type not found', 'Not found', 'Description not available', 'Not specified', 'Address not provided'],
    ...['No description available', 'No image found', 'no disponible', 'keine Angabe'],
    ...[
      'N/A SQFT',
      'PRICE NOT FOUND',
      "It isn't known.",
      'NO IMAGE AVAILABLE',
      'Größe nicht not given',
      'ÁREA NOT STATED',
    ],
    ...[
      'Error',
      'No image',
      'No photos.',
      'Select...',
      'Please select',
      '-- Choose one --',
      'Select an option',
      '{{city}}',
    ],
    ...[
      '$' + '{price}',
      '[[agent]]',
      'Unknown type',
      'unknown property type',
      'Undisclosed address',
      '(undisclosed Address)',
    ],
    ...['(not set)', '[None]', '<unknown>', '(n/a)', 'Unspecified', 'Não informado', 'sin dato', "b''"],
    ...['Property type: N/A', 'Neighborhood unavailable', 'City unknown', 'None listed', 'no neighborhood'],
    ...[
      'Address withheld by seller',
      'Address available upon request',
      'Location upon request',
      'Street address is hidden',
    ],
  ])('is %j', (text) => {
    expect(isBlankText(text)).toBe(true);
  });

  test.each([
    ...['ND', '0', '0 beds', '5', '$', '€', '$5', '3 beds', '-5', 'm²', 'sq ft', '-84.08', '#', '✓', '+'],
    ...[
      'No parking',
      'No HOA',
      'Nonesuch',
      'Null Street',
      'Not on the market',
      'Found',
      'Available',
      'A',
      'X',
      'None Such Rd',
    ],
    ...['Unknown Harbour', 'Type: House', 'State Street', 'Parking available', '(B)', '[Lot 4]', 'Missing Link Road'],
    ...['Select Homes', 'Choosewood Road', 'No garage', 'Unknown Road', 'Hidden Valley', 'Private address', '{City}'],
    ...['NOT ON THE MARKET', 'Knot found', 'Pool not available in winter', '- new -', '(2)', '[1]', '—3 beds', '½'],
  ])('is not %j', (text) => {
    expect(isBlankText(text)).toBe(false);
  });

  test('is empty for a field of text, so that nobody is told of a city called []', () => {
    const city = FIELDS.find(({ name }) => name === 'City');
    if (city === undefined) throw new Error('no city');
    for (const text of ['[]', '{}', 'City not found', '— ']) {
      expect(outcomeOf(readField(city, textCell(text), contextOf()))).toBe('empty');
    }
  });
});

describe('word lists do not contradict each other', () => {
  test.each(ALL_VOCABULARIES.map((vocabulary) => [vocabulary.name, vocabulary] as const))(
    'no word of %s stands for two things',
    (_, { entries }) => {
      const meanings = new Map<string, Set<string>>();
      for (const { words, meaning } of entries()) {
        for (const word of words) {
          const key = word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
          meanings.set(key, (meanings.get(key) ?? new Set()).add(meaning));
        }
      }
      expect([...meanings].filter(([, set]) => set.size > 1)).toEqual([]);
    },
  );

  test('a word that a field knows is read by it, though it stands for nothing elsewhere', () => {
    const fieldOf = {
      listingStatus: 'Status',
      saleType: 'SaleType',
      propertyType: 'PropertyType',
      areaUnit: 'AreaUnit',
    };
    for (const { name, entries } of ALL_VOCABULARIES) {
      const field = FIELDS.find((one) => one.name === fieldOf[name as keyof typeof fieldOf]);
      if (field === undefined) continue;
      for (const { words, meaning } of entries()) {
        for (const word of words)
          expect([word, outcomeOf(readField(field, textCell(word), contextOf()))]).toEqual([word, meaning]);
      }
    }
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIELDS } from '../../../src/core/listing/fields.ts';
import { readField } from '../../../src/core/listing/read-field.ts';
import { anyCell, anyLocale } from './arbitrary-cell.ts';
import { contextOf, numberCell, outcomeOf, textCell } from './cells.ts';

test.each(FIELDS)('reading $name never throws, whatever the cell holds, and gives only sendable values', (field) => {
  fc.assert(
    fc.property(anyCell, anyLocale, fc.string(), (cell, locale, header) => {
      const reading = readField(field, cell, contextOf(locale), header);
      if (reading.kind === 'unreadable') expect(reading.expected).not.toBe('');
      if (reading.kind !== 'value') return;
      expect(JSON.parse(JSON.stringify(reading.value))).toEqual(reading.value);
      expect(reading.value).not.toBe('');
    }),
    { numRuns: 300 },
  );
});

test.each(FIELDS)('a blank cell for $name is empty', (field) => {
  expect(readField(field, textCell(''), contextOf()).kind).toBe('empty');
  expect(readField(field, textCell(' \u00a0\u200b '), contextOf()).kind).toBe('empty');
});

test.each(FIELDS)('a sheet error is never sent as $name', (field) => {
  expect(readField(field, textCell('#REF!'), contextOf()).kind).toBe('unreadable');
  expect(readField(field, textCell('Loading...'), contextOf()).kind).toBe('unreadable');
});

test.each([
  ['KeyType', 'MLSNumber', 'MLSNumber'],
  ['KeyType', 'mls', 'unreadable'],
  ['SaleType', 'For Rent', 'for_rent'],
  ['AreaUnit', 'sq ft', 'Square Feet'],
  ['AreaUnit', 'm²', 'Square Meters'],
  ['AreaUnit', 'acres', 'Acres'],
  ['AreaUnit', 'sq.yd.', 'Square Yards'],
  ['AreaUnit', 'perch', 'unreadable'],
  ['AreaUnit', 'rooms', 'unreadable'],
  ['SpaceType', 'Private room', 'Room'],
  ['SpaceType', 'Entire home/apt', 'Entire place'],
  ['Status', 'Pre On-Market', 'comingSoon'],
  ['PropertyType', 'SFR', 'Single Family Residential'],
  ['ParkingSpots', '2 cars', 2],
  ['ExtensionColumn', 'Pool', 'Pool'],
] as const)('%s reads %j as %s', (name, text, outcome) => {
  const field = FIELDS.find((definition) => definition.name === name);
  expect(field && outcomeOf(readField(field, textCell(text), contextOf()))).toBe(outcome);
});

test.each(['Bedrooms', 'Status', 'SalePrice', 'MLSNumber', 'Tours'] as const)(
  'a page of text is no %s, and the reader says how long it is',
  (name) => {
    const field = FIELDS.find((definition) => definition.name === name);
    expect(field && readField(field, textCell('active '.repeat(100)), contextOf())).toMatchObject({
      kind: 'unreadable',
      because: 'The cell holds 699 characters; give only what is asked for.',
    });
  },
);

const NUMBER_FIELDS = FIELDS.filter((field) =>
  ['count', 'bathrooms', 'year', 'days', 'latitude', 'longitude'].includes(field.kind),
);

test.each(NUMBER_FIELDS)('a number cell for $name is the same under every locale, however it is shown', (field) => {
  fc.assert(
    fc.property(fc.oneof(fc.integer(), fc.double()), fc.string(), fc.string(), (value, shown, otherShown) => {
      expect(readField(field, numberCell(value, shown), contextOf('en_US'))).toEqual(
        readField(field, numberCell(value, otherShown), contextOf('de_DE')),
      );
    }),
  );
});

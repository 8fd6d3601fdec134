import { describe, expect, test } from 'vitest';
import { FIELDS, type FieldName } from '../../../../src/core/listing/fields.ts';
import { readField } from '../../../../src/core/listing/read-field.ts';
import type { Reading } from '../../../../src/core/listing/reading.ts';
import { readSheet } from '../../mapping/read-sheet.ts';
import { contextOf, numberCell, outcomeOf, textCell } from '../cells.ts';

function readAs(field: FieldName, value: string | number): Reading<unknown> {
  const definition = FIELDS.find(({ name }) => name === field);
  if (definition === undefined) throw new Error(`no ${field}`);
  return readField(definition, typeof value === 'number' ? numberCell(value) : textCell(value), contextOf());
}

describe('what names no place is not sent as one', () => {
  const PLACES = ['City', 'State', 'Location', 'Address'] as const;
  const TEXTS = ['0', 'x', 'XX', '{"city": null}', "[{'name': 'Austin'}]", 'null, null', 'None; None', '-, 0'];

  test.each(PLACES.flatMap((field) => TEXTS.map((text) => [field, text] as const)))('%s: %s', (field, text) => {
    expect(outcomeOf(readAs(field, text))).toBe('empty');
  });

  test('and a note says so', () => {
    expect(readAs('City', '0')).toEqual({ kind: 'empty', note: '“0” names no place, so none is sent' });
  });

  test.each([0, -1])('nor is the number %d', (value) => {
    expect(outcomeOf(readAs('Location', value))).toBe(value === 0 ? 'empty' : '-1');
  });

  test.each(['N/A Elm St', 'null Elm St', 'undefined Main Street', '0 Unknown', '00 N/A'])('an address %s', (text) => {
    expect(outcomeOf(readAs('Address', text))).toBe('empty');
  });

  test('an address whose parts are placeholders', () => {
    const [row] = readSheet(
      ['MLS number', 'Street Number', 'Street Name'],
      ['A1', 0, 'Unassigned Rd'],
      ['A2', 12, 'Oak'],
    );
    expect(row?.values.Address).toBeUndefined();
  });
});

describe('a place is sent as it is written', () => {
  test.each([
    ['Location', 'Nan, Thailand'],
    ['City', 'Null Street'],
    ['City', 'Unknown Harbour'],
    ['City', '東京'],
    ['City', 'Y'],
    ['Location', '78701'],
    ['Address', '0 Highway 20'],
    ['Address', 'None Such Rd'],
    ['Address', '12 Oak St, , Austin'],
    ['Address', '[Lot 4] Oak St'],
  ] as const)('%s: %s', (field, text) => {
    expect(readAs(field, text)).toEqual({ kind: 'value', value: text });
  });

  test.each([
    ['Austin, None', 'Austin'],
    ['12 Oak St, N/A, Austin', '12 Oak St, Austin'],
    ['null, TX', 'TX'],
  ])('without the pieces that stand for nothing: %s', (text, place) => {
    expect(readAs('Location', text)).toEqual({ kind: 'value', value: place, note: `“${text}” is sent as ${place}` });
  });
});

describe('what names no type of property is not sent as one', () => {
  test.each([
    ['N/A type', 'empty'],
    ['null home', 'empty'],
    ['Null House', 'Null House'],
  ])('%s', (text, outcome) => {
    expect(outcomeOf(readAs('PropertyType', text))).toBe(outcome);
  });
});

describe('a count of nothing but nines', () => {
  test.each([
    ['Bedrooms', 99, 'empty'],
    ['Bedrooms', '99', 'empty'],
    ['Bedrooms', 9, 9],
    ['Bathrooms', 99.9, 'empty'],
    ['Bathrooms', 9, 9],
    ['ParkingSpots', 999, 'empty'],
    ['ParkingSpots', 99, 99],
  ] as const)('%s %j: %j', (field, value, outcome) => {
    expect(outcomeOf(readAs(field, value))).toBe(outcome);
  });
});

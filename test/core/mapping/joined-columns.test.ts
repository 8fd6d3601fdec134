import { describe, expect, test } from 'vitest';
import { matchColumns } from '../../../src/core/mapping/match-columns.ts';
import { appliedSources, column, matchOf } from './columns.ts';
import { readSheet, valuesOf } from './read-sheet.ts';

describe('bathrooms', () => {
  test('are joined from full, three-quarter, half and quarter baths', () => {
    const columns = [
      column('BathroomsHalf', 1, 0),
      column('BathroomsFull', 2, 1),
      column('BathroomsOneQuarter', 0, 0),
      column('BathroomsThreeQuarter', 1, 0),
    ];
    expect(matchOf('Bathrooms', ...columns)).toMatchObject({
      isApplied: true,
      source: {
        kind: 'joined',
        parts: [
          { role: 'fullBaths', header: 'BathroomsFull' },
          { role: 'threeQuarterBaths', header: 'BathroomsThreeQuarter' },
          { role: 'halfBaths', header: 'BathroomsHalf' },
          { role: 'quarterBaths', header: 'BathroomsOneQuarter' },
        ],
      },
      reason:
        '"BathroomsFull", "BathroomsThreeQuarter", "BathroomsHalf" and "BathroomsOneQuarter" together make up Bathrooms',
    });
  });

  test.each([
    ['full_baths', 'half_baths'],
    ['Full Baths', 'Half Baths'],
    ['FullBaths', 'HalfBaths'],
    ['BathroomsFull', 'BathroomsPartial'],
  ])('are joined from %j and %j', (full, half) => {
    const columns = [column(half, 1, 0), column(full, 2, 1)];
    expect(appliedSources(matchColumns(columns))).toEqual({ Bathrooms: `[${full} + ${half}]` });
  });

  test.each(['BathroomsTotalInteger', 'Total Baths'])(
    'are joined rather than taken from %j, which counts a half bath as one',
    (total) => {
      const columns = [column(total, 3, 1), column('Full Baths', 2, 1), column('Half Baths', 1, 0)];
      expect(appliedSources(matchColumns(columns)).Bathrooms).toBe('[Full Baths + Half Baths]');
    },
  );

  test('are taken from a total with halves rather than joined', () => {
    const columns = [column('Baths', 2.5, 1), column('Full Baths', 2, 1), column('Half Baths', 1, 0)];
    expect(appliedSources(matchColumns(columns)).Bathrooms).toBe('Baths');
  });

  test('are taken from the column with the field’s own name', () => {
    const columns = [column('Bathrooms', 3, 1), column('Full Baths', 2, 1), column('Half Baths', 1, 0)];
    expect(appliedSources(matchColumns(columns)).Bathrooms).toBe('Bathrooms');
  });

  test('are not taken from full baths alone', () => {
    expect(matchOf('Bathrooms', column('Full Baths', 2, 1))?.isApplied).toBe(false);
  });

  test('are not joined while one of the parts stands twice', () => {
    const columns = [column('Full Baths', 2), column('Half Baths', 1), column('Half Baths', 0)];
    expect(matchOf('Bathrooms', ...columns)).toMatchObject({
      isApplied: false,
      reason: 'several columns are headed "Half Baths"; give each its own header to use one',
    });
  });
});

describe('the address', () => {
  test('is joined from number, direction, name, suffix and unit in the order in which it is written', () => {
    const columns = [
      column('UnitNumber', '2G', ''),
      column('StreetSuffix', 'Ave', 'Blvd'),
      column('StreetName', 'Montrose', 'Pratt'),
      column('StreetDirPrefix', 'W', 'W'),
      column('StreetNumber', 1616, '1138'),
    ];
    expect(appliedSources(matchColumns(columns))).toEqual({
      Address: '[StreetNumber + StreetDirPrefix + StreetName + StreetSuffix + UnitNumber]',
    });
  });

  test('is taken from a whole address rather than joined', () => {
    const columns = [
      column('UnparsedAddress', '1616 W Montrose Ave', '1138 W Pratt Blvd'),
      column('StreetNumber', '1616', '1138'),
      column('StreetName', 'Montrose', 'Pratt'),
    ];
    expect(appliedSources(matchColumns(columns)).Address).toBe('UnparsedAddress');
  });

  test.each([
    ['Address', 'Unit'],
    ['Address 1', 'Address 2'],
    ['street', 'unit'],
  ])('is joined from %j and %j when the addresses do not name the unit', (street, unit) => {
    const columns = [column(street, '1616 W Montrose Ave', '1138 W Pratt Blvd'), column(unit, '2G', '')];
    expect(appliedSources(matchColumns(columns)).Address).toBe(`[${street} + ${unit}]`);
  });

  test.each([
    ['the addresses name the unit already', '1616 W Montrose Ave #2G', '2G'],
    ['the addresses go on with the city', '1616 W Montrose Ave, Chicago', '2G'],
    ['the column holds area units', '1616 W Montrose Ave', 'sqft'],
    ['the column is blank', '1616 W Montrose Ave', ''],
    ['the column counts rooms', '1616 W Montrose Ave', '2BR/2BA'],
    ['the column counts rooms in words', '1616 W Montrose Ave', '3 bedrooms'],
    ['the column says that a unit has one room', '1616 W Montrose Ave', 'Studio'],
  ])('is not joined with a unit when %s', (_why, address, unit) => {
    expect(appliedSources(matchColumns([column('Address', address), column('Unit', unit)])).Address).toBe('Address');
  });

  test('leaves out the rooms of a unit among numbers of units', () => {
    const rows = ['2B', '1BR/1BA', '12', '3 bed'].map((unit, index) => [`A${index}`, '500 Lake Ave', unit]);
    expect(
      valuesOf('Address', readSheet(['MLS number', 'Address', 'Unit'], ...rows, ['A9', '500 Lake Ave', 'PH'])),
    ).toEqual(['500 Lake Ave #2B', '500 Lake Ave', '500 Lake Ave #12', '500 Lake Ave', '500 Lake Ave PH']);
  });

  test('is not joined from a street name without numbers', () => {
    const columns = [column('StreetName', 'Montrose'), column('StreetSuffix', 'Ave')];
    expect(appliedSources(matchColumns(columns))).toEqual({});
  });
});

describe('pictures', () => {
  const picture = (number: number) => `https://example.com/${number}.jpg`;

  test('are joined from numbered columns in the order of their numbers', () => {
    const columns = [10, 2, 1].map((number) => column(`Image ${number}`, picture(number)));
    expect(appliedSources(matchColumns(columns))).toEqual({ Images: '[Image 1 + Image 2 + Image 10]' });
  });

  test.each([
    [['image[0].url', 'image[1].url', 'image[2].url']],
    [['Photo1', 'Photo2']],
    [['photo_1_url', 'photo_2_url']],
    [['Image URL 1', 'Image URL 2']],
    [['primary_photo', 'alt_photos']],
    [['Main Photo', 'Photo 2', 'Photo 3', 'Additional Photos']],
    [['Image', 'Image 2', 'Image 3']],
  ])('are joined from %j', (headers) => {
    const columns = headers.map((header, index) => column(header, picture(index)));
    expect(appliedSources(matchColumns([...columns].reverse()))).toEqual({ Images: `[${headers.join(' + ')}]` });
  });

  test('include numbered columns that are blank in the first rows', () => {
    const columns = [column('Image 1', picture(1)), column('Image 2', '')];
    expect(appliedSources(matchColumns(columns)).Images).toBe('[Image 1 + Image 2]');
  });

  test('leave out numbered columns that hold no addresses', () => {
    const columns = [column('Image 1', picture(1)), column('Image 2', picture(2)), column('Image 3', 'kitchen')];
    expect(appliedSources(matchColumns(columns)).Images).toBe('[Image 1 + Image 2]');
  });

  test('are taken from one column with the field’s own name rather than joined', () => {
    const columns = [column('Images', picture(1)), column('Image 1', picture(1)), column('Image 2', picture(2))];
    expect(appliedSources(matchColumns(columns)).Images).toBe('Images');
  });

  test('do not take in tags of pictures', () => {
    const columns = [column('image[0].url', picture(1)), column('image[0].tag[0]', 'kitchen')];
    expect(appliedSources(matchColumns(columns))).toEqual({ Images: 'image[0].url' });
  });
});

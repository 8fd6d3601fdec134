/** Columns that mean something only beside others, or where nothing better is there. */
import { describe, expect, test } from 'vitest';
import { readSheet, valuesOf } from './read-sheet.ts';

describe('tick boxes beside words for sale and for rent', () => {
  const readings = readSheet(
    ['MLS number', 'Sale or rent', 'For Rent', 'Price'],
    ['A1', 'For sale', false, 450_000],
    ['A2', 'For rent', true, 2_100],
    ['A3', 'For sale', true, 390_000],
    ['A4', '', true, 1_900],
    ['A5', 'For sale', false, 512_000],
    ['A6', 'For rent', false, 1_850],
  );

  test('speak where the words are blank, and hold a row whose words they deny', () => {
    expect(valuesOf('SaleType', readings)).toEqual([
      'for_sale',
      'for_rent',
      expect.stringContaining('“For Rent” is ticked beside it; correct one of them.'),
      'for_rent',
      'for_sale',
      'for_rent',
    ]);
  });

  test('decide about the price as the words do', () => {
    expect(valuesOf('RentPrice', readings)[3]).toBe(1_900);
    expect(valuesOf('SalePrice', readings)[4]).toBe(512_000);
  });
});

test.each(['For', 'Listed for', 'Offered As'])('a column headed %s says it where its cells do', (header) => {
  const said = readSheet(['MLS number', header, 'Price'], ['A1', 'Sale', 450_000], ['A2', 'Rent', 2_100]);
  expect(valuesOf('SaleType', said)).toEqual(['for_sale', 'for_rent']);
  const unsaid = readSheet(['MLS number', header, 'Price'], ['A1', 'Families', 450_000], ['A2', 'Investors', 2_100]);
  expect(valuesOf('SaleType', unsaid)).toEqual([undefined, undefined]);
});

describe('the day on which a home left the market', () => {
  const rows = [
    ['A1', 'Sold', { wallTime: '2026-10-01T00:00:00' }, { wallTime: '2026-10-15T00:00:00' }],
    ['A2', 'Pending', { wallTime: '2026-11-01T00:00:00' }, { wallTime: '2026-11-08T00:00:00' }],
    ['A3', 'Active', { wallTime: '2026-11-11T00:00:00' }, ''],
    ['A4', 'Sold', { wallTime: '2026-09-01T00:00:00' }, ''],
  ] as const;

  test('ends the days that are counted, where nothing says more', () => {
    const readings = readSheet(['MLS number', 'Status', 'List Date', 'Off Market Date'], ...rows);
    expect(valuesOf('DaysOnMarket', readings)).toEqual([14, 7, 10, undefined]);
  });

  test('gives way to the day of the sale', () => {
    const sold = [{ wallTime: '2026-10-31T00:00:00' }, '', '', { wallTime: '2026-09-21T00:00:00' }];
    const readings = readSheet(
      ['MLS number', 'Status', 'List Date', 'Off Market Date', 'Sold Date'],
      ...rows.map((row, index) => [...row, sold[index] ?? '']),
    );
    expect(valuesOf('DaysOnMarket', readings)).toEqual([30, 7, 10, 20]);
  });
});

describe('garages that are attached and detached', () => {
  const spots = (headers: readonly string[], ...counts: readonly (readonly (number | string)[])[]) =>
    valuesOf(
      'ParkingSpots',
      readSheet(['MLS number', ...headers], ...counts.map((row, index) => [`A${index}`, ...row])),
    );

  test('are counted together, with a carport', () => {
    const headers = ['Attached Garage', 'Detached Garage', 'Carport'];
    expect(spots(headers, [2, 0, 1], [0, 1, ''], [1, 2, 0])).toEqual([3, 1, 3]);
  });

  test('count alone where nothing else is there, and not beside a column for all garages', () => {
    expect(spots(['Attached Garage'], [2], [1], [3])).toEqual([2, 1, 3]);
    expect(spots(['Garage Spaces', 'Attached Garage'], [2, 1], [3, 3], [1, 0])).toEqual([2, 3, 1]);
  });

  test('are not counted from boxes', () => {
    expect(
      spots(['Attached Garage', 'Detached Garage'], [true as never, false as never], [false as never, true as never]),
    ).toEqual([undefined, undefined]);
  });

  test.each([['Carport'], ['CarportYN'], ['Off Street Parking']])(
    'beside %s that says Yes, and not how many, are asked about',
    (header) => {
      expect(spots(['Garage', header], [2, 'Yes'], [1, 'No'], [0, 'Yes'], [2, 1], [1, ''])).toEqual([
        expect.stringContaining(`“${header}” does not say how many`),
        1,
        expect.stringContaining(`“${header}” does not say how many`),
        3,
        1,
      ]);
    },
  );

  test('give way to a column that counts them, whatever else is ticked', () => {
    expect(spots(['Garage', 'Garage Spaces', 'Carport Spaces'], ['Yes', 2, 0], ['No', 0, 2])).toEqual([2, 2]);
  });

  test('are counted by their size', () => {
    expect(spots(['Garage'], ['Double garage'], ['single car garage'], ['No garage'])).toEqual([2, 1, 0]);
  });
});

describe('a German rent', () => {
  const rent = (header: string) =>
    valuesOf(
      'RentPrice',
      readSheet(['Objektnummer', 'Zimmer', header], ['A1', 3, 890], ['A2', 2, 640], ['A3', 4, 1_250]),
    );

  test.each(['Kaltmiete', 'Nettokaltmiete', 'Warmmiete'])('is found under %s', (header) => {
    expect(rent(header)).toEqual([890, 640, 1_250]);
  });

  test('without heating counts more than with it', () => {
    const readings = readSheet(
      ['Objektnummer', 'Warmmiete', 'Kaltmiete'],
      ['A1', 1_100, 890],
      ['A2', 800, 640],
      ['A3', 990, 800],
    );
    expect(valuesOf('RentPrice', readings)).toEqual([890, 640, 800]);
  });
});

describe('a column of statuses under a name that nobody knows', () => {
  const statuses = (header: string, own: readonly string[], ...words: readonly string[]) =>
    readSheet(
      ['MLS number', 'Status', header],
      ...words.map((word, index) => [`A${index}`, own[index % own.length] ?? '', word]),
    ).map(({ statusIntent, problems }) => problems[0]?.message ?? statusIntent);

  test('counts where the status says nowhere more than that the homes are offered', () => {
    expect(statuses('Ampel', ['For sale'], 'Available', 'Under offer', 'Withdrawn', 'Sold')).toEqual([
      'active',
      'underContract',
      expect.stringContaining('“Ampel” says something else beside it'),
      expect.stringContaining('“Ampel” says something else beside it'),
    ]);
  });

  test('counts for nothing where the status says more, or the column never that a home is offered', () => {
    expect(statuses('Ampel', ['Active', 'Sold'], 'Available', 'Pending', 'Pending', 'Sold')).toEqual([
      'active',
      'sold',
      'active',
      'sold',
    ]);
    expect(statuses('Ampel', ['For sale'], 'Pending', 'Sold', 'Withdrawn')).toEqual(['active', 'active', 'active']);
  });

  test.each(['Availability', 'Sales Stage'])('says an offer by a single word under %s', (header) => {
    expect(statuses(header, ['Active'], 'Available', 'Immediately', 'Reserved')).toEqual([
      'active',
      'active',
      'pending',
    ]);
  });

  test('a ticked Let Agreed is an offer, and a ticked Let nothing', () => {
    expect(statuses('Let Agreed', ['To let'], 'Yes', 'No')).toEqual(['pending', 'active']);
    expect(statuses('Let', ['To let'], 'Yes', 'No')).toEqual(['active', 'active']);
  });
});

describe('how often something is paid', () => {
  test('is the term of a fee, and not of a rent', () => {
    const headers = ['MLS number', 'HOA', 'HOA Term'];
    expect(
      valuesOf('HOAMonth', readSheet(headers, ['A1', 1_200, 'yr'], ['A2', 300, 'qtr'], ['A3', 250, 'mo'])),
    ).toEqual([100, 100, 250]);
    const rents = readSheet(['MLS number', 'Rent', 'Rent Term'], ['A1', 1_200, 'Yearly'], ['A2', 1_300, 'Monthly']);
    expect(valuesOf('RentPrice', rents)).toEqual([1_200, 1_300]);
  });

  test.each(['Rate Type', 'Payment Terms'])('may be called a %s', (header) => {
    const rents = readSheet(['MLS number', 'Rent', header], ['A1', 1_200, 'Monthly'], ['A2', 300, 'Weekly']);
    expect(valuesOf('RentPrice', rents)).toEqual([1_200, 1_300]);
  });

  test('tells two columns apart that hold the same numbers', () => {
    const rents = readSheet(
      ['MLS number', 'Sale or rent', 'Price', 'Weekly Rent'],
      ['A1', 'For rent', 300, 300],
      ['A2', 'For rent', 360, 360],
    );
    expect(valuesOf('RentPrice', rents)).toEqual([1_300, 1_560]);
  });
});

test('a column of units beside a single size is its unit, whatever it is called', () => {
  const headers = ['MLS number', 'Lot', 'U/M'];
  const lots = readSheet(headers, ['A1', 2, 'AC'], ['A2', 7_500, 'SF'], ['A3', 0.5, 'AC']);
  expect(valuesOf('LotArea', lots)).toEqual([87_120, 7_500, 21_780]);
});

test('what was paid is told by a sign of money as well', () => {
  const headers = ['MLS number', 'Status', 'Price', 'Sold $'];
  const prices = readSheet(headers, ['A1', 'Sold', 450_000, 440_000], ['A2', 'Active', 350_000, '']);
  expect(valuesOf('SalePrice', prices)).toEqual([440_000, 350_000]);
});

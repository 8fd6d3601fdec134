import { describe, expect, test } from 'vitest';
import { DEFAULT_TAB_SETTINGS, type TabSettings } from '../../../src/core/settings/tab-settings.ts';
import { column, matchOf } from './columns.ts';
import { readSheet, readSheetWith, valuesOf } from './read-sheet.ts';

describe('of asked and sold price each row takes its own', () => {
  test.each([
    ['List Price', 'Sold Price'],
    ['Asking Price', 'Close Price'],
    ['list_price', 'sold_price'],
    ['ListPrice', 'ClosePrice'],
  ])('%s and %s', (asked, sold) => {
    const headers = ['MLS number', 'Status', asked, sold];
    const readings = readSheet(
      headers,
      ['A1', 'Sold', 450_000, 440_000],
      ['A2', 'Active', 350_000, 200_000],
      ['A3', 'Pending', 360_000, ''],
    );
    expect(valuesOf('SalePrice', readings)).toEqual([440_000, 350_000, 360_000]);
  });

  test('a sold home without a sold price keeps the asked one, and the row says so', () => {
    const [row] = readSheet(
      ['MLS number', 'Status', 'List Price', 'Sold Price'],
      ['A1', 'Sold', 450_000, ''],
      ['A2', 'Sold', 1, 440_000],
    );
    expect(row?.values.SalePrice).toBe(450_000);
    expect(row?.notes).toContain('Sale price: “Sold Price” is empty, so the price of “List Price” is sent.');
  });

  test.each(['Sold Price', 'Close Price', 'Closing Price', 'sold_price'])(
    'a lone %s is none of a home that is offered, and the row says so',
    (header) => {
      const rows = [
        ['A1', 'Sold', 440_000],
        ['A2', 'Active', 200_000],
        ['A3', 'Sold', 510_000],
        ['A4', '', 390_000],
      ];
      const readings = readSheet(['MLS number', 'Status', header], ...rows);
      expect(valuesOf('SalePrice', readings)).toEqual([440_000, undefined, 510_000, 390_000]);
      expect(readings[1]?.notes.join()).toContain(
        `“${header}” says what a home was sold for, and this one is not sold`,
      );
    },
  );

  test('a sold price that cannot be read holds the row that is sold only', () => {
    const headers = ['MLS number', 'Status', 'List Price', 'Sold Price'];
    const readings = readSheet(
      headers,
      ['A1', 'Sold', 450_000, '440-450k'],
      ['A2', 'Active', 350_000, '340-350k'],
      ['A3', 'Sold', 1, 440_000],
    );
    expect(valuesOf('SalePrice', readings)).toEqual([expect.stringContaining('“440-450k”'), 350_000, 440_000]);
  });
});

describe('of two asked prices the row’s present one holds', () => {
  test.each([
    ['Price', 'Reduced Price'],
    ['List Price', 'New Price'],
    ['Asking Price', 'Price reduced to'],
    ['ListPrice', 'CurrentPrice'],
    ['Price', 'Discounted Price'],
    ['Preis', 'Neuer Preis'],
    ['Precio', 'Precio rebajado'],
  ])('%s and %s', (price, reduced) => {
    const headers = ['MLS number', 'Status', reduced, price];
    const rows = [
      ['A1', 'Active', 430_000, 450_000],
      ['A2', 'Active', '', 350_000],
      ['A3', 'Active', 250_000, 250_000],
      ['A4', 'Active', 240_000, ''],
    ];
    const readings = readSheet(headers, ...rows);
    expect(valuesOf('SalePrice', readings)).toEqual([430_000, 350_000, 250_000, 240_000]);
  });

  test.each([
    ['higher', 450_000, 460_000],
    ['so low that it may be the reduction', 450_000, 20_000],
    ['in another currency', '$450,000', '€430,000'],
  ])('one that is %s is asked about', (_, price, reduced) => {
    const rows = [
      ['A1', price, reduced],
      ['A2', 350_000, 340_000],
    ];
    const readings = readSheet(['MLS number', 'Price', 'Reduced Price'], ...rows);
    expect(valuesOf('SalePrice', readings)).toEqual([
      expect.stringMatching(/“Price” says “.*” and “Reduced Price” “.*”\. Empty one of them/),
      340_000,
    ]);
  });

  test('a sold home has its sold price', () => {
    const headers = ['MLS number', 'Status', 'List Price', 'Current Price', 'Sold Price'];
    const readings = readSheet(
      headers,
      ['A1', 'Sold', 450_000, 470_000, 470_000],
      ['A2', 'Active', 450_000, 440_000, ''],
      ['A3', 'Sold', 450_000, 440_000, 441_000],
    );
    expect(valuesOf('SalePrice', readings)).toEqual([470_000, 440_000, 441_000]);
  });

  test('a reduced rent is paid as often as the rent', () => {
    const rows = [
      ['A1', 600, 540],
      ['A2', 700, ''],
    ];
    const readings = readSheet(['MLS number', 'Weekly Rent', 'Reduced Rent'], ...rows);
    expect(valuesOf('RentPrice', readings)).toEqual([2340, 3033.33]);
  });

  test('where nothing else asks a price, the reduced one is the price', () => {
    const readings = readSheet(['MLS number', 'Original Price', 'Reduced Price'], ['A1', 450_000, 430_000]);
    expect(valuesOf('SalePrice', readings)).toEqual([430_000]);
  });

  test.each(['Price Reduction', 'Price reduced by', 'Current Value', 'Previous Price'])(
    '%s is no such price',
    (header) => {
      const readings = readSheet(['MLS number', 'Price', header], ['A1', 450_000, 430_000], ['A2', 350_000, 340_000]);
      expect(valuesOf('SalePrice', readings)).toEqual([450_000, 350_000]);
    },
  );
});

describe('days on the market are counted to the end of the offer', () => {
  const LISTED = '2026-01-05';

  test.each([
    ['Sold Date', 'Sold', '2026-02-01', 27],
    ['CloseDate', 'Closed', '2026-02-01', 27],
    ['Date Leased', 'Leased', '2026-02-01', 27],
    ['last_sold_date', 'Sold', '2026-02-01', 27],
    ['Pending Date', 'Pending', '2026-01-15', 10],
    ['PurchaseContractDate', 'Active Under Contract', '2026-01-15', 10],
    ['Sold Date', 'Pending', '2026-02-01', undefined],
    ['Sold Date', 'Sold', '', undefined],
    ['Sold Date', 'Sold', '2025-12-24', undefined],
    ['Sold Date', 'Active', '2019-02-01', 320],
    ['Expiration Date', 'Sold', '2026-02-01', undefined],
    ['For Sale Date', 'Sold', '2026-02-01', undefined],
    ['Rented Until Date', 'Leased', '2026-02-01', undefined],
  ])('%s of a home that is %s: %j', (header, status, ended, days) => {
    const headers = ['MLS number', 'Status', 'List Date', header];
    const [row] = readSheet(headers, ['A1', status, LISTED, ended], ['A2', 'Sold', '2026-03-01', '2026-03-02']);
    expect(row?.values.DaysOnMarket).toBe(days);
  });

  test('without the day of the sale they stay open, and the row says so', () => {
    const [row] = readSheet(['MLS number', 'Status', 'List Date'], ['A1', 'Sold', LISTED]);
    expect(row?.values.DaysOnMarket).toBeUndefined();
    expect(row?.notes).toEqual([
      'Days on market: not counted from 2026-01-05, because the day on which the offer ended is not given.',
    ]);
  });

  test('a number of days is what it says', () => {
    const [row] = readSheet(['MLS number', 'Status', 'Days on market', 'Sold Date'], ['A1', 'Sold', 12, '2026-02-01']);
    expect(row?.values.DaysOnMarket).toBe(12);
  });
});

describe('parts make up the whole', () => {
  test.each([
    [['Garage Spaces', 'Carport Spaces'], [0, 2], 2],
    [['GarageSpaces', 'CarportSpaces', 'OpenParkingSpaces'], [2, 1, 3], 6],
    [['Garage', 'Carport'], ['2 cars', ''], 2],
    [['Garage', 'Driveway'], [1, 2], 3],
    [['Parking - Garage', 'Parking - Carport'], [2, 1], 3],
    [['Garage', 'Surface Spaces'], [2, 1], 3],
    [['Garage', 'Surface'], [2, 1], 2],
    [['Garage Spaces', 'Off-street parking'], [1, 1], 2],
    [['Covered Spaces', 'Open Spaces'], [2, 1], 3],
    [['Garage Spaces', 'Covered Spaces'], [2, 3], 2],
    [['Garage Spaces', 'Carport Spaces', 'Parking Total'], [2, 1, 4], 4],
    [['Garage Spaces', 'Carport Spaces'], ['', ''], undefined],
  ] as const)('%j %j are %s parking spots', (headers, cells, spots) => {
    const filled = headers.map(() => 1);
    const [row] = readSheet(['MLS number', ...headers], ['A1', ...cells], ['A2', ...filled]);
    expect(row?.values.ParkingSpots).toBe(spots);
  });

  test.each([
    [['Parking Total', 'Garage Spaces'], [0, 2], 'Garage Spaces” says “2'],
    [
      ['ParkingTotal', 'GarageSpaces', 'CarportSpaces'],
      [2, 2, 1],
      'GarageSpaces” says “2” and “CarportSpaces” says “1',
    ],
    [['Parking Spaces', 'Garage'], [0, 'Yes'], 'Garage” says “Yes'],
    [['Parking Total', 'Garage Spaces'], [2, 2], 2],
    [['Parking Total', 'Garage Spaces'], [3, 2], 3],
    [['Parking Total', 'Garage Spaces'], [0, ''], 0],
    [['Parking Total', 'Garage'], [0, 'No'], 0],
    [['Parking Total', 'Covered Spaces', 'Garage Spaces'], [3, 2, 2], 3],
  ] as const)('%j %j: a total below its parts is not believed: %s', (headers, cells, spots) => {
    const [row, other] = readSheet(
      ['MLS number', ...headers],
      ['A1', ...cells],
      ['A2', 9, ...headers.slice(1).map(() => 1)],
    );
    expect(
      valuesOf(
        'ParkingSpots',
        [row, other].flatMap((one) => one ?? []),
      ),
    ).toEqual([typeof spots === 'number' ? spots : expect.stringContaining(`${spots}” beside it, which is more`), 9]);
  });

  test.each([
    [['BathroomsTotalInteger', 'BathroomsHalf'], [3, 1], 2.5],
    [['Baths', 'Half Baths'], [2.5, 1], 2.5],
    [['Baths', 'Half Baths'], [3, 0], 3],
    [['Full Baths', 'Half Baths'], [2, 1], 2.5],
    [['Full Baths', 'Powder Room'], [2, 1], 2.5],
  ] as const)('%j %j are %s bathrooms', (headers, cells, baths) => {
    const [row] = readSheet(['MLS number', ...headers], ['A1', ...cells]);
    expect(row?.values.Bathrooms).toBe(baths);
  });

  test.each([
    ['Baños completos', 'Medios baños'],
    ['Baño completo', 'Medio baño'],
    ['BAÑOS COMPLETOS', '1/2 BAÑOS'],
    ['Banos completos', '1/2 bano'],
    ['Baños completos', 'Lavabos'],
    ['Baños', 'Medios baños'],
    ['Bagni completi', 'Mezzi bagni'],
    ['Bagni', 'Mezzo bagno'],
    ['Vollbäder', 'Gäste-WC'],
    ['Bäder', 'Gäste-WC'],
    ['Badezimmer', 'Gäste-WC'],
    ['Banheiros', 'Meio banheiro'],
  ])('%s and %s are bathrooms, a half one counting half', (full, half) => {
    const readings = readSheet(['MLS number', half, full], ['A1', 1, 2], ['A2', 2, 1], ['A3', 0, 3]);
    expect(valuesOf('Bathrooms', readings)).toEqual([2.5, 2, 3]);
  });

  test('a total that may or may not count the half baths beside it is asked about', () => {
    const match = matchOf('Bathrooms', column('Baths', 2, 3, 1), column('Half Baths', 1, 0, 1));
    expect(match).toMatchObject({
      isApplied: false,
      source: { kind: 'joined', parts: [{ header: 'Baths' }, { header: 'Half Baths' }] },
      reason: '"Half Baths" stands beside "Baths", and nothing says whether the total counts half baths; choose',
    });
  });

  test('a row with more half baths than the total shows that they are apart', () => {
    const readings = readSheet(['MLS number', 'Baths', 'Half Baths'], ['A1', 1, 2], ['A2', 2, 1]);
    expect(valuesOf('Bathrooms', readings)).toEqual([2, 2.5]);
  });
});

describe('the column that says more of the status wins', () => {
  test('over one that only says for sale', () => {
    const rows = ['Pending', 'Active', 'Contingent'].map((word, index) => [`A${index}`, 'For Sale', word]);
    const readings = readSheet(['MLS number', 'Status', 'MLS Status'], ...rows);
    expect(readings.map(({ statusIntent }) => statusIntent)).toEqual(['pending', 'active', 'underContract']);
  });

  test.each([
    ['Under Contract', 'Active', 'Yes', 'underContractOrPending'],
    ['Pending?', 'Active', 'Y', 'pending'],
    ['Is Sold', '', 'Yes', 'sold'],
    ['Under Contract', 'Active', 'No', 'active'],
    ['Under Contract', 'Sold', 'Yes', 'sold'],
    ['New', '', 'Yes', undefined],
    ['Completed', 'Active', 'Yes', 'active'],
    ['For Sale', 'Active', 'No', 'active'],
    ['Available', '', 'Yes', 'active'],
    ['Off Market', 'Sold', 'Yes', 'sold'],
  ])('a tick box %s beside “%s”: %s', (header, status, tick, intent) => {
    const [row] = readSheet(['MLS number', 'Status', header], ['A1', status, tick], ['A2', 'Active', 'No']);
    expect(row?.statusIntent).toBe(intent === 'underContractOrPending' ? 'pending' : intent);
  });

  test.each([
    ['Is Pending', [1, 0], ['pending', 'active']],
    ['Hidden', ['Yes', 'No'], [undefined, 'active']],
    ['Offer Status', ['Accepted', 'None'], ['pending', 'active']],
    ['Label', ['Reserved', 'Open House'], ['pending', 'active']],
    ['property_label', ['Sold', 'Hot'], [undefined, 'active']],
    ['Inspection Status', ['Pending', 'n/a yet'], ['active', 'active']],
  ] as const)('%s beside an active status says %j', (header, cells, intents) => {
    const rows = [...cells, ...cells].map((cell, index) => [`A${index}`, 'Active', cell]);
    const readings = readSheet(['MLS number', 'Status', header], ...rows);
    expect(readings.map(({ statusIntent }) => statusIntent)).toEqual([...intents, ...intents]);
  });

  test.each([
    ['Sub Status', 'Active', 'Contingent', 'underContract'],
    ['MLS Status', 'Active', 'Active', 'active'],
    ['Office Status', 'Sold', 'Active', 'sold'],
    ['Office Status', '', 'Pending', 'pending'],
    ['Office Status', 'Active', 'Sold', undefined],
  ])('a further column of statuses, %s, beside “%s” says “%s”: %s', (header, status, other, intent) => {
    const rows = [
      ['A1', status, other],
      ['A2', 'Active', 'Active'],
      ['A3', 'Coming Soon', 'Active'],
    ];
    const [row] = readSheet(['MLS number', 'Status', header], ...rows);
    expect(row?.statusIntent).toBe(intent);
    expect(row?.problems.map(({ field }) => field)).toEqual(intent === undefined ? ['Status'] : []);
  });

  test('an Available that says No beside Active is asked about', () => {
    const [row] = readSheet(['MLS number', 'Status', 'Available'], ['A1', 'Active', 'No'], ['A2', 'Active', 'Yes']);
    expect(row?.problems[0]?.message).toContain('“Available” says No beside it; correct one of the two.');
  });

  test('a ticked Sold beside Active is asked about', () => {
    const [row] = readSheet(['MLS number', 'Status', 'Sold?'], ['A1', 'Active', 'Yes'], ['A2', 'Active', 'No']);
    expect(row?.problems[0]?.message).toContain('“Sold?” is ticked beside it; correct one of the two.');
  });

  test('a blank status of a past sale is Sold', () => {
    const readings = readSheet(
      ['MLS#', 'SALE TYPE', 'STATUS'],
      ['A1', 'PAST SALE', ''],
      ['A2', 'PAST SALE', 'Sold'],
      ['A3', 'MLS Listing', ''],
    );
    expect(readings.map(({ statusIntent }) => statusIntent)).toEqual(['sold', 'sold', undefined]);
  });
});

describe('a past day beside a mere Active', () => {
  /** What is sent of a home listed on 5 January 2026, read on 21 November, beside a plainly sold one; or what is asked. */
  function statusBeside(header: string, day: string, status = 'Active', listed = '2026-01-05') {
    const headers = ['MLS number', 'Status', 'List Date', header];
    const [row] = readSheet(headers, ['A1', status, listed, day], ['A2', 'Sold', '2026-03-01', '2026-03-02']);
    const [problem] = row?.problems.filter(({ field }) => field === 'Status') ?? [];
    return problem?.message ?? row?.notes.find((note) => note.startsWith('Listing status')) ?? row?.values.Status;
  }

  test.each([
    ['Pending Date', '2026-02-01'],
    ['Under Contract Date', '2026-02-01'],
    ['PurchaseContractDate', '2026-01-05'],
    ['Sold Date', '2026-02-01'],
  ])('of an offer or a sale is noted: %s %s', (header, day) => {
    expect(statusBeside(header, day)).toBe(`Listing status: sent as Active, though “${header}” says ${day} beside it.`);
  });

  test.each([
    ['Withdrawn Date', '2026-02-01'],
    ['Expired Date', '2026-02-01'],
    ['Expiration Date', '2026-11-20'],
    ['Date Cancelled', '2026-02-01'],
  ])('of an end is asked about: %s %s', (header, day) => {
    expect(statusBeside(header, day)).toContain(`“${header}” says ${day} beside it; correct one of the two.`);
  });

  test.each([
    ['Pending Date', '2025-02-01', 'was listed later'],
    ['Withdrawn Date', '2025-02-01', 'was listed later'],
    ['Sold Date', '2019-02-01', 'was listed later'],
    ['Expired Date', '', 'has none'],
    ['Expiration Date', '2027-01-31', 'has still time'],
    ['Estimated Closing Date', '2026-02-01', 'may be sold one day'],
  ])('says nothing of a home that %3$s: %s %s', (header, day) => {
    expect(statusBeside(header, day)).toBe('Active');
  });

  test('says nothing of a sale before the home was listed, where nothing tells when that was', () => {
    expect(statusBeside('Last Sold Date', '2019-02-01', 'Active', '')).toBe('Active');
  });

  test('says nothing of another status', () => {
    expect(statusBeside('Withdrawn Date', '2026-02-01', 'Coming Soon')).toBe('PreOnMarket');
  });

  test('is no end once the home is back on the market', () => {
    const headers = ['MLS number', 'Status', 'List Date', 'Withdrawn Date', 'Back on Market Date'];
    const [row] = readSheet(headers, ['A1', 'Active', '2026-01-05', '2026-02-01', '2026-03-01']);
    expect(row?.values.Status).toBe('Active');
    expect(row?.notes.filter((note) => note.startsWith('Listing status'))).toEqual([]);
  });
});

describe('small counts are no sums of money', () => {
  test.each(['Deposit', 'Depósito', 'Rent', 'HOA', 'Price'])('under %s', (header) => {
    const readings = readSheet(['MLS number', header], ['A1', 1], ['A2', 0], ['A3', 2]);
    expect(
      readings.flatMap(({ values }) => [values.DepositFee, values.RentPrice, values.HOAMonth, values.SalePrice]),
    ).toEqual(Array.from({ length: 12 }, () => undefined));
  });

  test('but a deposit is, with rows that ask for none', () => {
    const readings = readSheet(['MLS number', 'Deposit'], ['A1', 0], ['A2', 2500], ['A3', 0]);
    expect(valuesOf('DepositFee', readings)).toEqual([0, 2500, 0]);
  });
});

describe('one column can feed two fields, by what each row says', () => {
  const kinds = (readings: ReturnType<typeof readSheet>) =>
    readings.map(({ values }) => [values.SaleType, values.SalePrice, values.RentPrice]);

  test.each(['Price', 'List Price', 'Precio', 'Amount'])('%s is a sale price or a rent', (header) => {
    const headers = ['MLS number', 'Sale or rent', header];
    const readings = readSheet(
      headers,
      ['A1', 'Sale', 450_000],
      ['A2', 'Rent', 2500],
      ['A3', '', 1800],
      ['A4', '', '$1,900/mo'],
    );
    expect(kinds(readings)).toEqual([
      ['for_sale', 450_000, undefined],
      ['for_rent', undefined, 2500],
      [undefined, undefined, undefined],
      [undefined, undefined, 1900],
    ]);
    expect(readings[2]?.notes).toContain(
      'Sale price: not sent, because the row does not say whether it is for sale or for rent; say so in the row.',
    );
  });

  test('a status that says for sale and for rent says the kind of offer as well', () => {
    const statuses = ['for_sale', 'for_rent', 'Sold', 'Rented', 'Pending', 'For Sale'];
    const rows = statuses.map((word, index) => [`A${index}`, word, 2500]);
    const readings = readSheet(['MLS number', 'Status', 'Price'], ...rows);
    expect(readings.map(({ values, statusIntent }) => [statusIntent, values.SaleType])).toEqual([
      ['active', 'for_sale'],
      ['active', 'for_rent'],
      ['sold', 'for_sale'],
      ['sold', 'for_rent'],
      ['pending', undefined],
      ['active', 'for_sale'],
    ]);
    expect(readings.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test('a type of property that names leases says the kind of offer as well', () => {
    const headers = ['ListingId', 'StandardStatus', 'ListPrice', 'BedroomsTotal', 'PropertyType'];
    const readings = readSheet(
      headers,
      ['A1', 'Active', 450_000, 3, 'Residential'],
      ['A2', 'Active', 1900, 2, 'Residential Lease'],
    );
    expect(kinds(readings)).toEqual([
      ['for_sale', 450_000, undefined],
      ['for_rent', undefined, 1900],
    ]);
    expect(valuesOf('PropertyType', readings)).toEqual(['Residential', 'Residential Lease']);
  });

  test('a column of RESO’s types is sale or rent as well, however few of them are leases', () => {
    const readings = readSheet(
      ['MLS number', 'Status', 'Price', 'PropertyType'],
      ['A1', 'Active', 450_000, 'Residential'],
      ['A2', 'Active', 1_900, 'Residential Lease'],
      ['A3', 'Active', 90_000, 'Land'],
      ['A4', 'Active', 1_250_000, 'Commercial Sale'],
      ['A5', 'Active', 250_000, 'Farm'],
    );
    expect(valuesOf('SaleType', readings)).toEqual(['for_sale', 'for_rent', 'for_sale', 'for_sale', 'for_sale']);
    expect(valuesOf('RentPrice', readings)[1]).toBe(1_900);
    expect(valuesOf('SalePrice', readings)[1]).toBeUndefined();
  });
});

describe('bedrooms and bathrooms in one column', () => {
  test.each(['Bd/Ba', 'BR/BA', 'Bed/Bath', 'Beds/Baths', 'Beds & Baths'])('under %s are taken apart', (header) => {
    const cells = ['2/1.50', '3/2', '0/1.00', '4 bd / 2.5 ba', 'Studio/1', '12'];
    const readings = readSheet(['MLS number', header], ...cells.map((cell, index) => [`A${index}`, cell]));
    const asked = expect.stringContaining('Under this header bedrooms and bathrooms stand as 3/2 or 3/2.5, as text.');
    expect(valuesOf('Bedrooms', readings)).toEqual([2, 3, 0, 4, 0, asked]);
    expect(valuesOf('Bathrooms', readings)).toEqual([1.5, 2, 1, 2.5, 1, asked]);
  });

  test('give way to columns of their own', () => {
    const headers = ['MLS number', 'Bd/Ba', 'Beds', 'Baths'];
    const readings = readSheet(headers, ['A1', '2/1.50', 3, 2], ['A2', '3/2', 4, 1.5]);
    expect(valuesOf('Bedrooms', readings)).toEqual([3, 4]);
    expect(valuesOf('Bathrooms', readings)).toEqual([2, 1.5]);
  });

  test('which are days to Sheets are asked about', () => {
    const days = ['2026-02-01', '2026-03-02'].map((day, index) => [`A${index}`, { wallTime: `${day}T00:00:00` }]);
    expect(valuesOf('Bedrooms', readSheet(['MLS number', 'Bd/Ba'], ...days))).toEqual([undefined, undefined]);
  });
});

describe('tick boxes say of each row whether its price is a sale price or a rent', () => {
  const SALE = ['for_sale', 2500, undefined];
  const RENT = ['for_rent', undefined, 2500];
  const NOTHING = [undefined, undefined, undefined];
  const kindOf = ({ values }: ReturnType<typeof readSheet>[number]) => [
    values.SaleType,
    values.SalePrice,
    values.RentPrice,
  ];

  test.each([
    ['For Sale', 'For Rent'],
    ['For Sale?', 'For Rent?'],
    ['Is For Sale', 'Is For Rent'],
    ['for_sale', 'for_rent'],
    ['ForSaleYN', 'ForRentYN'],
    ['For Sale (Y/N)', 'For Lease (Y/N)'],
    ['Sale', 'Rent'],
    ['Sale', 'Rental'],
    ['isSale', 'isRental'],
    ['For Sale', 'To Let'],
    ['Buy', 'Lease'],
    ['En venta', 'En alquiler'],
    ['Venta', 'Alquiler'],
    ['Zu verkaufen', 'Zu vermieten'],
    ['Kauf', 'Miete'],
    ['À vendre', 'À louer'],
    ['À venda', 'Para alugar'],
    ['In vendita', 'In affitto'],
    ['Te koop', 'Te huur'],
  ])('%s and %s', (sale, rent) => {
    const ticks = [
      ['Yes', 'No'],
      ['No', 'Yes'],
      ['Yes', 'Yes'],
      ['No', 'No'],
      ['', ''],
    ];
    const rows = ticks.map((row, index) => [`A${index}`, 'Active', ...row, 2500]);
    const readings = readSheet(['MLS number', 'Status', sale, rent, 'Price'], ...rows);
    expect(readings.map(kindOf)).toEqual([SALE, RENT, NOTHING, NOTHING, NOTHING]);
    expect(readings.flatMap(({ problems }) => problems)).toEqual([]);
    expect(readings[2]?.notes).toContain(
      `Sale or rent: “${sale}” and “${rent}” are ticked at once, and a listing is one or the other; tick one.`,
    );
    expect(readings[3]?.notes).toEqual([
      'Sale price: not sent, because the row does not say whether it is for sale or for rent; say so in the row.',
      `Sale or rent: none of “${sale}” and “${rent}” is ticked; tick one.`,
    ]);
  });

  test.each([
    ['Y', 'N'],
    [true, false],
    ['TRUE', 'FALSE'],
    ['x', ''],
    ['✓', ''],
    [1, 0],
  ])('ticked as %j and %j', (yes, no) => {
    const ticks = [
      [yes, no],
      [no, yes],
      [yes, yes],
      [no, no],
    ];
    const rows = ticks.map((row, index) => [`A${index}`, ...row, 2500]);
    const readings = readSheet(['MLS number', 'For Sale', 'For Rent', 'Price'], ...rows);
    expect(readings.map(kindOf)).toEqual([SALE, RENT, NOTHING, NOTHING]);
  });

  test.each(['For Rent', 'Rental', 'Rent', 'Lease', 'For Lease', 'isRental', 'En alquiler', 'Zu vermieten'])(
    '%s alone: a No says that it is for sale, and a blank says nothing',
    (header) => {
      const rows = ['Yes', 'No', ''].map((tick, index) => [`A${index}`, tick, 2500]);
      const readings = readSheet(['MLS number', header, 'Price'], ...rows);
      expect(readings.map(kindOf)).toEqual([RENT, SALE, NOTHING]);
      expect(readings[2]?.notes).toContain(
        `Sale or rent: “${header}” is blank; write Yes for a rental and No for a sale.`,
      );
    },
  );

  test('For Sale alone: a No may mean anything', () => {
    const rows = ['Yes', 'No', ''].map((tick, index) => [`A${index}`, tick, 2500]);
    const readings = readSheet(['MLS number', 'For Sale', 'Price'], ...rows);
    expect(readings.map(kindOf)).toEqual([SALE, NOTHING, NOTHING]);
    expect(readings[1]?.notes).toContain(
      'Sale or rent: “For Sale” is not ticked, which does not say that it is for rent; tick it, or add a column “For Rent”.',
    );
  });

  test.each(['Auction', 'Foreclosure', 'New Construction', 'Resale', 'Let', 'Short term rental', 'LeaseConsideredYN'])(
    '%s says more, and decides nothing',
    (header) => {
      const rows = ['Yes', 'No'].map((tick, index) => [`A${index}`, tick, 2500]);
      const readings = readSheet(['MLS number', header, 'Price'], ...rows);
      expect(valuesOf('SaleType', readings)).toEqual([undefined, undefined]);
    },
  );

  test('a tick that cannot be read holds its row', () => {
    const rows = ['Yes', 'maybe', 'No'].map((tick, index) => [`A${index}`, 'No', tick, 2500]);
    const readings = readSheet(['MLS number', 'For Sale', 'For Rent', 'Price'], ...rows);
    expect(readings[1]?.problems).toMatchObject([{ field: 'SaleType', header: 'For Rent' }]);
    expect(readings.map(kindOf)).toEqual([RENT, NOTHING, NOTHING]);
  });

  test('rents in a column of their own are no ticks, and both prices keep their names', () => {
    const readings = readSheet(
      ['MLS number', 'For Sale', 'Rent', 'Price'],
      ['A1', 'Yes', '', 450_000],
      ['A2', '', 2500, ''],
    );
    expect(readings.map(kindOf)).toEqual([
      ['for_sale', 450_000, undefined],
      [undefined, undefined, 2500],
    ]);
  });

  test('a column of words wins over ticks', () => {
    const readings = readSheet(
      ['MLS number', 'Sale or rent', 'For Rent', 'Price'],
      ['A1', 'Rent', 'No', 2500],
      ['A2', 'Sale', 'No', 2500],
    );
    expect(readings.map(kindOf)).toEqual([RENT, SALE]);
  });

  test('a single row is enough, whatever else the name of a box could mean', () => {
    expect(readSheet(['MLS number', 'Sale', 'Rent', 'Price'], ['A1', 'No', 'Yes', 2500]).map(kindOf)).toEqual([RENT]);
  });

  test('what stands in for an empty cell stands in for no tick, but not for two', () => {
    const settings: TabSettings = {
      ...DEFAULT_TAB_SETTINGS,
      ifEmpty: { SaleType: { kind: 'default', value: 'for_rent' } },
    };
    const readings = readSheetWith(
      settings,
      ['MLS number', 'For Sale', 'For Rent', 'Price'],
      ['A1', 'x', '', 2500],
      ['A2', '', '', 2500],
      ['A3', 'x', 'x', 2500],
    );
    expect(readings.map(kindOf)).toEqual([SALE, RENT, NOTHING]);
  });

  test('boxes without a tick are known by their names', () => {
    const readings = readSheet(['MLS number', 'For Sale', 'For Rent', 'Price'], ['A1', '', '', 2500]);
    expect(readings.map(kindOf)).toEqual([NOTHING]);
  });
});

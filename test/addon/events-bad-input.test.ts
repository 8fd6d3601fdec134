/** Messages that no sender should send: each gets its sentence, and nothing is lost or half written. */
import { afterEach, describe, expect, test } from 'vitest';
import { openSheet, succeed, type TestSheet } from './listing-sheet.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

type Members = Readonly<Record<string, unknown>>;

/** A whole listing on the coast, as far as it is not said otherwise. */
function villa(number: string, object: Members = {}, day = 1): Members {
  return {
    topic: 'realestate/listing#update',
    data: {
      object: {
        originatingSystemKey: number,
        listingStatus: 'Active',
        propertyType: 'RESI',
        propertySubType: 'SingleFamilyPropertyType',
        streetAddress: `${number} Reef Drive`,
        addressRegion: 'FL',
        internetAddressDisplayYN: 'Y',
        listingPrice: { price: 640_000, priceCurrency: 'USD' },
        modificationTimestamp: `2026-11-1${day}T10:00:00Z`,
        ...object,
      },
    },
    time: `2026-11-1${day}T10:00:01Z`,
    id: `https://reef.example/publish/${number}-${day}`,
  };
}

async function take(...messages: readonly unknown[]) {
  const text = messages.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');
  return succeed(await sheet.ask('takeEvents', { text, makesColumns: true }));
}

const whole = () => sheet.emulator.hands.values('Tab');

describe('a strict dropdown that lacks a word', () => {
  const setRule = (area: string, words: readonly string[]) =>
    sheet.emulator.evaluate(
      `const rule = SpreadsheetApp.newDataValidation().requireValueInList(${JSON.stringify(words)}).setAllowInvalid(false).build();
       SpreadsheetApp.getActiveSheet().getRange('${area}').setDataValidation(rule);`,
    );

  test('leaves that cell as it is and names it; all else is taken in, and the word once the list has it', async () => {
    sheet = await openSheet([
      ['MLS #', 'Status', 'Price'],
      ['0070', 'Active', '300000'],
    ]);
    await setRule('B2:B100', ['Active', 'Sold']);
    const messages = [
      villa('0070', { listingStatus: 'Pending' }),
      villa('0071', { listingStatus: 'Contingent' }),
      villa('0072'),
    ];
    expect(await take(...messages)).toMatchObject({ counts: { new: 2, updated: 1, aside: 0 } });
    expect(sheet.column('MLS #')).toEqual(['70', '0071', '0072']);
    expect(sheet.column('Status')).toEqual(['Active', '', 'Active']);
    expect(sheet.column('Event status')).toEqual(['Kept 2', 'Kept 1', 'New']);
    expect(sheet.column('Event detail')[0]).toContain(
      'The data validation of Listing status refuses “Pending”, so the cell stays Active',
    );
    expect(sheet.column('Event detail')[1]).toBe(
      'The data validation of Listing status refuses “Contingent”, so the cell stays blank',
    );
    await setRule('B2:B100', ['Active', 'Contingent']);
    await take(...messages);
    expect(sheet.column('Status')).toEqual(['Active', 'Contingent', 'Active']);
  });

  test('is found out by its refusal where cells of one column have rules of their own', async () => {
    sheet = await openSheet([
      ['MLS #', 'Status', 'Price', 'Baths'],
      ['0070', '', '', '1'],
      ['0071', '', '', ''],
    ]);
    await setRule('B2', ['Active', 'Pending']);
    await setRule('B3', ['Active']);
    await setRule('D3', ['1']);
    const messages = [
      villa('0070', { listingStatus: 'Active' }),
      villa('0071', { listingStatus: 'Pending', numberOfBathrooms: '2' }),
      villa('0072', { listingStatus: 'Active' }),
    ];
    expect(await take(...messages)).toMatchObject({ counts: { new: 1, updated: 2, aside: 0 } });
    expect(sheet.column('Status')).toEqual(['Active', '', 'Active']);
    expect(sheet.column('Price')).toEqual(['640000', '640000', '640000']);
    expect(sheet.column('Baths')).toEqual(['1', '', '']);
    expect(sheet.column('Event detail')[1]).toContain('The data validation of Listing status refuses “Pending”');
    expect(sheet.column('Event detail')[1]).toContain('The data validation of Bathrooms refuses “2”');
    const before = sheet.emulator.hands.snapshot();
    await take(...messages);
    expect(sheet.emulator.hands.snapshot()).toEqual(before);
  });

  test('leaves no half of a new row behind, whatever columns stand between', async () => {
    sheet = await openSheet([
      ['Price', 'Notes', 'Status', 'More notes', 'MLS #'],
      ['300000', 'x', 'Active', 'y', '0070'],
    ]);
    await setRule('C3', ['Active', 'Pending']);
    await setRule('C4', ['Active']);
    expect(await take(villa('0081'), villa('0082', { listingStatus: 'Pending' }), villa('0083'))).toMatchObject({
      counts: { new: 3 },
    });
    expect(sheet.column('MLS #')).toEqual(['70', '0081', '0082', '0083']);
    expect(sheet.column('Price')).toEqual(['300000', '640000', '640000', '640000']);
    expect(sheet.column('Status')).toEqual(['Active', 'Active', '', 'Active']);
  });

  test('does not hide that a listing was removed', async () => {
    sheet = await openSheet([]);
    await take(villa('0070'));
    const column = String.fromCharCode(65 + (whole()[0] ?? []).indexOf('Listing status'));
    await setRule(`${column}2:${column}100`, ['Active']);
    const removal = { ...villa('0070', { deleted: true }, 2), topic: 'realestate/listing#delete' };
    expect(await take(removal)).toMatchObject({ counts: { removed: 1 } });
    expect(sheet.column('Event status')).toEqual(['Removed']);
    expect(sheet.column('Event detail')).toEqual([
      'Removed by the sender 2026-11-12 (was Active); The data validation of Listing status refuses “OffMarket”, so the cell stays Active',
    ]);
  });
});

test.each([
  ['an unknown status', { listingStatus: 'Staged' }, 'Listing status', 'Staged', ''],
  [
    'an unknown unit',
    { lotSize: { value: 4, unitCode: 'ROD' } },
    'Lot size',
    '',
    'Lot size 4 has the unit “ROD”, which is not known, so it was left out',
  ],
  ['an unknown country', { addressCountry: 'Atlantis' }, 'Country', 'Atlantis', ''],
  ['an unknown type', { propertySubType: 'TreehousePropertyType' }, 'Property type', 'TreehousePropertyType', ''],
  [
    'an unknown currency',
    { listingPrice: { price: 5000, priceCurrency: 'shells' } },
    'Currency',
    '',
    '“SHELLS” is no currency code, so it was left out',
  ],
  [
    'a date of year 1',
    { closeDate: '0001-01-01T00:00:00' },
    'Sold date',
    '',
    'Sold date 0001-01-01T00:00:00 is no date, so it was left out',
  ],
  ['seven fractions', { closeDate: '2026-10-02T12:26:54.0782681-08:00' }, 'Sold date', '2026-10-02', ''],
  ['a date without a zone', { listingContractDate: '2026-10-02T00:00:00' }, 'List date', '2026-10-02', ''],
  ['a year to come', { yearBuilt: 2163 }, 'Year built', '', 'Year built 2163 is no year, so it was left out'],
  [
    'a formula',
    { description: '=IMPORTXML("https://a.example","//b")' },
    'Description',
    '=IMPORTXML("https://a.example","//b")',
    '',
  ],
  ['a formula as a name', { listingAgent: { name: '+1-800-HOMES' } }, 'Listing agent', '+1-800-HOMES', ''],
  ['no picture', { image: [] }, 'Images', '', ''],
] as const)('%s is written word for word or left out and named', async (_what, object, header, shown, note) => {
  sheet = await openSheet([]);
  expect(await take(villa('0070', object), villa('0071'))).toMatchObject({ counts: { new: 2, aside: 0 } });
  expect(sheet.column(header)[0]).toBe(shown);
  expect(sheet.column('Event detail')).toEqual([note === '' ? 'New listing' : note, 'New listing']);
  expect(
    whole()
      .slice(1)
      .flat()
      .filter((cell) => /^#|undefined|NaN|\[object/.test(String(cell))),
  ).toEqual([]);
});

test('a status that nobody knows is not sent until a person teaches it', async () => {
  sheet = await openSheet([]);
  await take(villa('0070', { listingStatus: 'Staged', yearBuilt: 2000 }));
  await sheet.run({ action: 'sync', scope: 'tab' });
  expect(sheet.sent('RealEstateUpdate')).toEqual([]);
  const [detail] = sheet.column('Sync detail');
  expect(detail).toContain('“Staged” is not a listing status');
});

test('a modification time of the future counts as none, so that tomorrow’s message is newer', async () => {
  sheet = await openSheet([]);
  await take(villa('0070', { modificationTimestamp: '2031-01-01T00:00:00' }));
  const next = villa('0070', { listingPrice: { price: 600_000 } }, 2);
  expect(await take(next)).toMatchObject({ counts: { updated: 1, stale: 0 } });
  expect(sheet.column('List price')).toEqual(['600000']);
});

test.each([
  ['a number', '12345678901234567'],
  ['a number in a list', '[12345678901234567]'],
])('an identifier of 17 digits as %s makes no row and is named', async (_what, identifier) => {
  sheet = await openSheet([]);
  const text = JSON.stringify(villa('0070', { listingId: 'X' })).replace('"X"', identifier);
  expect(await take(text)).toMatchObject({ counts: { new: 1 } });
  expect(sheet.column('MLS number')).toEqual(['0070']);
  const unnamed = text.replace('"originatingSystemKey":"0070"', '"originatingSystemKey":12345678901234567');
  expect(await take(unnamed)).toMatchObject({ counts: { aside: 1 } });
  expect(sheet.column('MLS number')).toEqual(['0070']);
});

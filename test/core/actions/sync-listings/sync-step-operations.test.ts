import { describe, expect, test } from 'vitest';
import { deleteStep } from '../../../../src/core/actions/delete-step.ts';
import type { ListingRow, ListingTab } from '../../../../src/core/actions/listing-tab.ts';
import type { Step } from '../../../../src/core/actions/row-planner.ts';
import { syncStep } from '../../../../src/core/actions/sync-listings/sync-step.ts';
import { updateOf } from '../../../../src/core/actions/sync-listings/update-operation.ts';
import type { ListingProblem, RowValues } from '../../../../src/core/listing/listing-reading.ts';
import type { TabSettings } from '../../../../src/core/settings/tab-settings.ts';
import { listingRow, listingTab } from '../../engine/listings.ts';
import { SERIAL } from '../../engine/rows.ts';

const remove = (row: ListingRow, tab: ListingTab) => deleteStep(row, tab, 'You chose to delete it');

const URL = 'https://homes.example.com/1';
const noBedrooms: ListingProblem = { field: 'Bedrooms', message: 'Bedrooms: “two” is not a number.' };
const oddState: ListingProblem = {
  field: 'Status',
  message: 'Listing status: “Neu” is not known.',
  unknownWord: { vocabulary: 'listingStatus', word: 'Neu' },
};

/** Everything that the document requires and a row can give. */
const COMPLETE: RowValues = {
  SaleType: 'for_sale',
  Status: 'Active',
  CurrencySymbol: '$',
  PropertyType: 'Condo',
  Bedrooms: 2,
  Bathrooms: 1.5,
  Url: URL,
  MLSNumber: 'A1',
  YearBuilt: 1990,
  DaysOnMarket: 3,
  LotArea: 1000,
  BuildingArea: 900,
  AreaUnit: 'Square Feet',
  ParkingSpots: 1,
};

describe('an update', () => {
  test('carries the values, the key and the ticked columns of the row', () => {
    const row = listingRow(
      { MLSNumber: 'A1', City: 'Boulder' },
      { agent: ' Kim ', notes: ['The rent is per month.'], derived: ['DaysOnMarket'] },
    );
    expect(syncStep(row, listingTab())).toStrictEqual({
      kind: 'send',
      operation: updateOf(
        {
          MLSNumber: 'A1',
          City: 'Boulder',
          SerialNumber: SERIAL,
          Key: 'A1',
          KeyType: 'MLSNumber',
          ExtensionColumn: [{ Key: 'Agent', value: 'Kim' }],
        },
        [
          ...(['SaleType', 'Status', 'CurrencySymbol', 'PropertyType', 'Bedrooms', 'Bathrooms', 'Url'] as const),
          ...(['YearBuilt', 'DaysOnMarket', 'LotArea', 'BuildingArea', 'AreaUnit', 'ParkingSpots'] as const),
        ],
      ),
      notes: ['The rent is per month.'],
      derived: ['DaysOnMarket'],
    } satisfies Step);
  });

  test('of a row with every required field is sent in a tab that holds the others', () => {
    expect(syncStep(listingRow(COMPLETE), listingTab({ missing: 'hold' })).kind).toBe('send');
  });

  test('is held back with all that cannot be read, at the first cell to blame', () => {
    expect(syncStep(listingRow({ MLSNumber: 'A1' }, { problems: [noBedrooms, oddState] }), listingTab())).toStrictEqual(
      {
        kind: 'settled',
        outcome: {
          status: 'Invalid',
          detail: 'Bedrooms: “two” is not a number. Listing status: “Neu” is not known.',
          fingerprint: { kind: 'keep' },
          columnIndex: 4,
          causes: [
            { kind: 'unreadable', field: 'Bedrooms', words: 'Bedrooms: “two” is not a number.' },
            {
              kind: 'unknownWord',
              field: 'Status',
              words: 'Listing status: “Neu” is not known.',
              unknownWord: { vocabulary: 'listingStatus', word: 'Neu' },
            },
          ],
        },
      } satisfies Step,
    );
  });

  test('that the document does not allow is held back, whatever led to it', () => {
    expect(syncStep(listingRow({ ...COMPLETE, Bedrooms: Number.NaN }), listingTab())).toStrictEqual({
      kind: 'settled',
      outcome: {
        status: 'Invalid',
        detail: 'The row holds something that the platform’s document does not allow. Check the mapping of this tab.',
        fingerprint: { kind: 'keep' },
      },
    } satisfies Step);
  });
});

/** A complete row, but for these fields. */
const without = (...fields: readonly (keyof RowValues)[]) =>
  listingRow(Object.fromEntries(Object.entries(COMPLETE).filter(([field]) => !fields.some((one) => one === field))));

describe('a column that is there and not used', () => {
  test('is named in the row, with why', () => {
    const reason = 'header "Baths" is a usual name of Bathrooms, but its cells look like dates';
    const tab: ListingTab = {
      ...listingTab({ missing: 'hold' }),
      columnOf: () => undefined,
      unusedColumnOf: (field) => (field === 'Bathrooms' ? { header: 'Baths', reason, isFree: true } : undefined),
    };
    expect(syncStep(listingRow({ MLSNumber: 'A1' }), tab)).toMatchObject({
      outcome: { detail: expect.stringContaining(`The column “Baths” is not used for Bathrooms: ${reason}.`) },
    });
  });

  test.each([true, false])('can be taken where the cause stands only if it feeds nothing else: %s', (isFree) => {
    const tab: ListingTab = {
      ...listingTab({ missing: 'hold' }),
      columnOf: () => undefined,
      unusedColumnOf: () => ({ header: 'Baths', reason: 'it may be the halves', isFree }),
    };
    const step = syncStep(without('Bathrooms'), tab);
    expect(step).toMatchObject({ outcome: { causes: [{ field: 'Bathrooms', isUnfed: true }] } });
    const mayFeed = { header: 'Baths', reason: 'it may be the halves' };
    const [cause] = step.kind === 'settled' ? (step.outcome.causes ?? []) : [];
    expect(cause?.mayFeed).toEqual(isFree ? mayFeed : undefined);
  });

  test.each([
    ['YearBuilt', 'Year', 'The column “Year” is not used for Year built: it may be another year.'],
    ['SalePrice', 'Preis', 'The column “Preis” is not used for Sale price: it may be another year.'],
  ] as const)('is named in a row that is sent without %s', (field, header, note) => {
    const tab: ListingTab = {
      ...listingTab({ missing: 'send' }),
      unusedColumnOf: (asked) =>
        asked === field ? { header, reason: 'it may be another year', isFree: true } : undefined,
    };
    expect(syncStep(without(field), tab)).toMatchObject({ kind: 'send', notes: [note] });
    expect(syncStep(listingRow({ ...COMPLETE, SalePrice: 450_000 }), tab)).toMatchObject({ kind: 'send', notes: [] });
  });
});

describe('a row that misses required fields', () => {
  const FILL = 'Fill the cells, set a fixed value under Mapping, or let this tab send what the row has.';
  const held = (row: ReturnType<typeof listingRow>, settings: Partial<Omit<TabSettings, 'policies'>> = {}) =>
    syncStep(row, listingTab({ missing: 'hold', ...settings }));

  test.each<[string, readonly (keyof RowValues)[], string, number | undefined]>([
    ['an empty cell', ['YearBuilt'], 'Empty: Year built.', 5],
    ['two empty cells', ['YearBuilt', 'Bedrooms'], 'Empty: Bedrooms, Year built.', 4],
    ['a field without a column', ['LotArea'], 'No column or fixed value: Lot area.', undefined],
    [
      'both',
      ['LotArea', 'YearBuilt', 'PropertyType'],
      'Empty: Year built. No column or fixed value: Property type, Lot area.',
      5,
    ],
  ])('is held back and names %s', (_, fields, words, columnIndex) => {
    const step = held(without(...fields));
    expect(step).toMatchObject({ outcome: { status: 'Invalid', detail: `${words} ${FILL}` } });
    expect(step.kind === 'settled' && step.outcome.columnIndex).toBe(columnIndex);
  });

  test('says why cells that hold something gave nothing, and no more', () => {
    const ticks =
      'Sale or rent: “For Sale” and “For Rent” are ticked at once, and a listing is one or the other; tick one.';
    const row = listingRow(
      { ...COMPLETE, LotArea: undefined, SaleType: undefined },
      { notes: [ticks, 'Tours: a video.'] },
    );
    const words = 'No column or fixed value: Sale or rent, Lot area.';
    expect(held(row)).toMatchObject({ outcome: { status: 'Invalid', detail: `${words} ${ticks} ${FILL}` } });
  });

  test('names each of them as a cause', () => {
    expect(held(without('YearBuilt', 'LotArea'))).toMatchObject({
      outcome: {
        causes: [
          { kind: 'empty', field: 'YearBuilt', words: 'Year built is empty' },
          { kind: 'empty', field: 'LotArea', words: 'Lot area is empty' },
        ],
      },
    });
  });

  test.each<[string, TabSettings['ifEmpty'], string]>([
    ['is sent when the field may be left out', { YearBuilt: { kind: 'leaveOut' }, LotArea: { kind: 'leaveOut' } }, ''],
    ['is held back for the others only', { YearBuilt: { kind: 'leaveOut' } }, 'No column or fixed value: Lot area.'],
    [
      'is held back when what should stand in for the field is not there either',
      { YearBuilt: { kind: 'default', value: '' }, LotArea: { kind: 'leaveOut' } },
      'Empty: Year built.',
    ],
  ])('%s', (_, ifEmpty, words) => {
    const step = held(without('YearBuilt', 'LotArea'), { ifEmpty });
    expect(step.kind === 'settled' ? step.outcome.detail : '').toBe(words === '' ? '' : `${words} ${FILL}`);
  });
});

describe('the key of a listing', () => {
  const KEYS: RowValues = { Key: 'N1', MLSNumber: 'A1', Url: URL };

  test.each<[string, RowValues, TabSettings['keyTypes'], object]>([
    ['the first of the tab’s key types', KEYS, ['NewOaks', 'MLSNumber', 'URL'], { key: 'N1', keyType: 'NewOaks' }],
    ['in the order of the tab', KEYS, ['URL', 'NewOaks'], { key: URL, keyType: 'URL' }],
    ['and no other than the tab wants', KEYS, ['MLSNumber'], { key: 'A1', keyType: 'MLSNumber' }],
    [
      'the next one when the first is absent',
      { Url: URL },
      ['NewOaks', 'MLSNumber', 'URL'],
      { key: URL, keyType: 'URL' },
    ],
    [
      'the next one when the first is empty',
      { ...KEYS, MLSNumber: '' },
      ['MLSNumber', 'URL'],
      { key: URL, keyType: 'URL' },
    ],
  ])('is %s', (_, values, keyTypes, key) => {
    expect(remove(listingRow(values), listingTab({ keyTypes }))).toStrictEqual({
      kind: 'send',
      operation: { kind: 'delete', serialNumber: SERIAL, ...key },
      notes: [],
      why: 'You chose to delete it',
    });
  });

  test.each<[string, (row: ReturnType<typeof listingRow>, tab: ReturnType<typeof listingTab>) => Step, string]>([
    ['a delete', remove, ''],
    ['an update', syncStep, ''],
    ['a delete that the Action column asks for', syncStep, 'Delete'],
  ])('must be there for %s', (_, stepOf, actionText) => {
    expect(stepOf(listingRow({ City: 'Boulder' }, { actionText }), listingTab({ keyTypes: ['URL'] }))).toStrictEqual({
      kind: 'settled',
      outcome: {
        status: 'Invalid',
        detail: 'The row has no key: Listing URL is empty.',
        fingerprint: { kind: 'keep' },
        columnIndex: 3,
      },
    } satisfies Step);
  });

  test.each<[TabSettings['keyTypes'], string, number]>([
    [['NewOaks', 'MLSNumber'], 'MLS number is empty', 1],
    [['NewOaks', 'MLSNumber', 'URL'], 'MLS number and Listing URL are empty', 1],
    [['URL', 'MLSNumber'], 'Listing URL and MLS number are empty', 3],
  ])('is missing: of %j the cells that the tab has are named', (keyTypes, words, columnIndex) => {
    expect(remove(listingRow({}), listingTab({ keyTypes }))).toMatchObject({
      outcome: { detail: `The row has no key: ${words}.`, columnIndex },
    });
  });

  test('can be missing because its cell cannot be read, which is then the problem', () => {
    const noUrl: ListingProblem = { field: 'Url', message: 'Listing URL: “soon” is not an address.' };
    const row = listingRow({}, { problems: [noBedrooms, noUrl] });
    expect(remove(row, listingTab())).toStrictEqual({
      kind: 'settled',
      outcome: {
        status: 'Invalid',
        detail: 'Listing URL: “soon” is not an address.',
        fingerprint: { kind: 'keep' },
        columnIndex: 3,
      },
    } satisfies Step);
  });

  test('that stands in a column of its own is called Key', () => {
    const tab = { ...listingTab({ keyTypes: ['NewOaks'] }), columnOf: () => 8 };
    expect(remove(listingRow({}), tab)).toMatchObject({
      outcome: { detail: 'The row has no key: Key is empty.', columnIndex: 8 },
    });
  });

  test.each([remove, syncStep])('is no other while one that counts more cannot be read', (stepOf) => {
    const noNumber: ListingProblem = { field: 'MLSNumber', message: 'MLS number: “#REF!” is an error. Correct it.' };
    const row = listingRow({ Url: URL }, { problems: [noNumber], statusIntent: 'offMarket' });
    expect(stepOf(row, listingTab())).toMatchObject({
      outcome: { status: 'Invalid', detail: noNumber.message, columnIndex: 1 },
    });
  });

  test.each(['', 'Delete'])('is not one that another row has beside a better one: %j', (actionText) => {
    const tab = { ...listingTab(), rowSharing: () => 7 };
    expect(syncStep(listingRow({ Url: URL }, { actionText }), tab)).toMatchObject({
      outcome: {
        status: 'Invalid',
        detail: `Listing URL: “${URL}” stands in row 7 too, so it does not say which listing is meant. Fill MLS number in this row.`,
        columnIndex: 3,
      },
    });
  });

  test('is nobody else’s where it counts most', () => {
    const tab = { ...listingTab(), rowSharing: () => 7 };
    expect(remove(listingRow({ MLSNumber: 'A1', Url: URL }), tab)).toMatchObject({ operation: { key: 'A1' } });
  });

  test('is all that a delete needs', () => {
    const row = listingRow({ MLSNumber: 'A1' }, { problems: [noBedrooms], statusIntent: 'offMarket' });
    expect(syncStep(row, listingTab({ missing: 'hold' }))).toMatchObject({ operation: { kind: 'delete', key: 'A1' } });
  });
});

describe('a listing that leaves out what the platform has refused to do without', () => {
  const refused = { fields: ['ParkingSpots', 'LotArea'], words: 'ParkingSpots is required', atMs: 0 } as const;
  const stepOf = (missing: readonly (keyof typeof COMPLETE)[], policy: 'hold' | 'send') =>
    syncStep(without(...missing), {
      ...listingTab({ missing: policy }),
      fieldAnswers: () => ({ accepted: [], refused: [refused] }),
    });

  test.each(['hold', 'send'] as const)('is held, and leaving it out is not offered (%s)', (policy) => {
    expect(stepOf(['LotArea', 'ParkingSpots', 'YearBuilt'], policy)).toMatchObject({
      outcome: {
        status: 'Invalid',
        detail: expect.stringMatching(/takes no listing without Parking spots and Lot area; it said: “ParkingSpots is/),
        causes: expect.arrayContaining([expect.objectContaining({ field: 'LotArea', isRefused: true })]),
      },
    });
    expect(stepOf(['LotArea', 'ParkingSpots'], policy)).not.toMatchObject({
      outcome: { detail: expect.stringContaining('send what the row has') },
    });
  });

  test('says too why its cells gave nothing', () => {
    const note = 'Parking spots: none of the ticks counts.';
    const row = listingRow({ ...COMPLETE, LotArea: undefined, ParkingSpots: undefined }, { notes: [note] });
    const tab = { ...listingTab({ missing: 'send' }), fieldAnswers: () => ({ accepted: [], refused: [refused] }) };
    expect(syncStep(row, tab)).toMatchObject({
      outcome: { detail: expect.stringMatching(`^${note} The platform takes no listing without`) },
    });
  });

  test('is sent where it leaves out less', () => {
    expect(stepOf(['ParkingSpots'], 'send')).toMatchObject({ kind: 'send', operation: { missing: ['ParkingSpots'] } });
  });
});

/** A tab beside what the platform lists. */
import { describe, expect, test } from 'vitest';
import type { Step } from '../../../src/core/actions/row-planner.ts';
import { settledStep } from '../../../src/core/actions/settled-step.ts';
import { type ComparedRow, compareListings, differingFields } from '../../../src/core/compare/compare-listings.ts';
import { isComplete, NOTHING_LISTED, withPage } from '../../../src/core/compare/inventory.ts';
import { comparisonCounts, comparisonWords, platformTable } from '../../../src/core/compare/platform-tab.ts';
import type { ListedListing, ListingPage } from '../../../src/core/platform/listing-page.ts';

const NO_TAB = () => undefined;

function listed(key: string, mlsNumber: string, more: object = {}): ListedListing {
  return { key, values: { Key: key, MLSNumber: mlsNumber, ...more } };
}

function inventoryOf(...pages: readonly ListingPage[]) {
  return [...pages, { listings: [] }].reduce(withPage, NOTHING_LISTED);
}

function row(rowNumber: number, mlsNumber: string, more: object = {}): ComparedRow {
  const bodyText = JSON.stringify({
    SerialNumber: 'S',
    Key: mlsNumber,
    KeyType: 'MLSNumber',
    MLSNumber: mlsNumber,
    ...more,
  });
  const operation = { kind: 'update', key: mlsNumber, keyType: 'MLSNumber', bodyText } as const;
  return { rowNumber, identity: `MLSNumber ${mlsNumber.toLowerCase()}`, step: { kind: 'send', operation, notes: [] } };
}

function deleted(rowNumber: number, mlsNumber: string): ComparedRow {
  const step: Step = {
    kind: 'send',
    operation: { kind: 'delete', serialNumber: 'S', key: mlsNumber, keyType: 'MLSNumber' },
    notes: [],
  };
  return { rowNumber, identity: `MLSNumber ${mlsNumber.toLowerCase()}`, step };
}

describe('an inventory', () => {
  test('goes on while pages bring something new, whatever their size, and ends with an empty one', () => {
    const first = withPage(NOTHING_LISTED, { listings: [listed('1', 'A1')] });
    expect(first.isOver).toBe(false);
    const second = withPage(first, { listings: [listed('1', 'A1'), listed('2', 'A2')] });
    expect(second.listings.map(({ key }) => key)).toEqual(['1', '2']);
    expect(withPage(second, { listings: [] })).toMatchObject({ isOver: true, pages: 3 });
  });

  test('ends where the platform repeats itself, and where the total is reached', () => {
    const page = { listings: [listed('1', 'A1')] };
    expect(withPage(withPage(NOTHING_LISTED, page), page).isOver).toBe(true);
    expect(withPage(NOTHING_LISTED, { ...page, total: 1 }).isOver).toBe(true);
  });

  test('is not complete where fewer came than there are said to be', () => {
    const page = { listings: [listed('1', 'A1')], total: 3 };
    expect(isComplete(withPage(withPage(NOTHING_LISTED, page), page))).toBe(false);
    expect(isComplete(inventoryOf({ listings: [listed('1', 'A1')] }))).toBe(true);
  });
});

describe('a comparison', () => {
  test('tells what is only there, only here, the same, and different with its fields', () => {
    const platform = inventoryOf({
      listings: [
        listed('1', 'A1', { SalePrice: 5, City: 'Oslo' }),
        listed('2', 'A2', { SalePrice: '7' }),
        listed('9', 'Z9'),
      ],
    });
    const rows = [row(2, 'A1', { SalePrice: 6, City: 'Bergen' }), row(3, 'A2', { SalePrice: 7 }), row(4, 'NEW')];
    const comparison = compareListings(rows, platform, NO_TAB);
    expect(comparison.differences).toEqual([
      { kind: 'differs', rowNumber: 2, fields: ['SalePrice', 'City'], values: expect.objectContaining({ Key: '1' }) },
      { kind: 'onlyThere', values: { Key: '9', MLSNumber: 'Z9' } },
      { kind: 'onlyHere', rowNumber: 4, values: expect.objectContaining({ MLSNumber: 'NEW' }) },
    ]);
    expect(comparison).toMatchObject({ same: 1, notCompared: 0, isComplete: true });
    expect(platformTable(comparison, 'Homes').headers).toEqual([
      ...['Comparison', 'Differs in', 'Row compared'],
      ...['Key', 'MLSNumber', 'Url', 'Address', 'City', 'Status', 'SalePrice', 'RentPrice'],
    ]);
    expect(platformTable(comparison, 'Homes').lines.map((line) => line.slice(0, 3))).toEqual([
      ['Only there', '', ''],
      ['Differs', 'Sale price, City', 'Row 2 of “Homes”'],
      ['Only here', '', 'Row 4 of “Homes”'],
    ]);
    expect(comparisonWords(comparison, 3)).toEqual([
      'The platform lists 3 listings, 1 of them without a difference to this tab.',
      '1 listing only there.',
      '1 listing different.',
      '1 listing only here.',
    ]);
  });

  test('says of a listing at home in another tab that it is there', () => {
    const platform = inventoryOf({ listings: [listed('9', 'Z9')] });
    const comparison = compareListings([], platform, (texts) => (texts.includes('Z9') ? 'Rentals' : undefined));
    expect(comparison.differences).toEqual([{ kind: 'onlyThere', inTab: 'Rentals', values: expect.any(Object) }]);
    expect(comparisonCounts(comparison)).toMatchObject({ onlyThere: 0, inOtherTabs: 1 });
  });

  test('is ambiguous where two rows or two listings have the key', () => {
    const twoRows = compareListings(
      [row(2, 'A1'), row(3, 'a1')],
      inventoryOf({ listings: [listed('1', 'A1')] }),
      NO_TAB,
    );
    expect(twoRows.differences).toMatchObject([{ kind: 'ambiguous', rowNumbers: [2, 3] }]);
    const twins = inventoryOf({ listings: [listed('1', 'A1'), listed('2', 'A1')] });
    const twoListings = compareListings([row(2, 'A1')], twins, NO_TAB);
    expect(twoListings.differences.map(({ kind }) => kind)).toEqual(['ambiguous', 'ambiguous']);
  });

  test('calls nothing only here where the platform did not bring all it has', () => {
    const page = { listings: [listed('1', 'A1')], total: 3 };
    const partial = withPage(withPage(NOTHING_LISTED, page), page);
    const comparison = compareListings([row(2, 'A1'), row(3, 'A2')], partial, NO_TAB);
    expect(comparison).toMatchObject({ differences: [], same: 1, notCompared: 1, isComplete: false });
    expect(comparisonWords(comparison, 1).at(-1)).toContain('cannot be told');
  });

  test('names what the sheet says is over, and leaves held and keyless rows alone', () => {
    const platform = inventoryOf({ listings: [listed('1', 'A1'), listed('2', 'A2')] });
    const held = { rowNumber: 3, identity: 'MLSNumber a2', step: settledStep('Invalid', 'It is bad.') };
    const keyless = { rowNumber: 4, identity: '', step: settledStep('Invalid', 'It has no key.') };
    const comparison = compareListings([deleted(2, 'A1'), held, keyless], platform, NO_TAB);
    expect(comparison.differences).toMatchObject([{ kind: 'isOver', rowNumber: 2 }]);
    expect(comparison.notCompared).toBe(2);
  });
});

test.each([
  ['a number written as text', { SalePrice: 5 }, { SalePrice: '5' }, []],
  ['blanks around a text', { City: 'Oslo' }, { City: ' Oslo ' }, []],
  ['an empty text and null', { Description: '' }, { Description: null }, []],
  ['a number and null', { SalePrice: 5 }, { SalePrice: null }, ['SalePrice']],
  ['what the list does not mention', { SalePrice: 5, City: 'Oslo' }, {}, []],
  ['days that pass by themselves', { DaysOnMarket: 5 }, { DaysOnMarket: 4 }, []],
  ['pictures in another order', { Images: ['a', 'b'] }, { Images: ['b', 'a'] }, ['Images']],
  [
    'extra information under other names',
    { ExtensionColumn: [{ Key: 'Pool', value: 'Yes' }] },
    { ExtensionColumn: [{ value: 'Yes', key: 'Pool' }] },
    [],
  ],
])('differing fields: %s', (_, sent, there, fields) => {
  expect(differingFields(sent, there)).toEqual(fields);
});

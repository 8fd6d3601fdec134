import { describe, expect, test } from 'vitest';
import type { FieldSource } from '../../../src/core/listing/field-source.ts';
import { decideFilled, decideTab } from '../../../src/core/mapping/decide-tab.ts';
import { mapTab } from '../../../src/core/mapping/map-tab.ts';
import { holdsFor, type TabDecisions } from '../../../src/core/mapping/tab-decisions.ts';
import { DEFAULT_TAB_SETTINGS } from '../../../src/core/settings/tab-settings.ts';
import { type CellValue, plainText, SAMPLE_ROWS, type Table } from '../../../src/core/sheet/table.ts';

const CONTEXT = { locale: 'en_US', today: '2026-11-21' };

type Cells = readonly CellValue[];

function tableOf(headers: readonly string[], cells: readonly Cells[]): Table {
  const rows = cells.map((values, index) => ({ rowNumber: index + 2, values, texts: values.map(plainText) }));
  return { headers, headerRowNumber: 1, rows, sampleRows: rows.slice(0, SAMPLE_ROWS) };
}

function decided(table: Table, context = CONTEXT): TabDecisions {
  const decisions = decideTab(table, DEFAULT_TAB_SETTINGS, context);
  if (decisions === undefined) throw new Error('The tab holds nothing.');
  return decisions;
}

const times = (count: number, row: Cells): readonly Cells[] => Array.from({ length: count }, () => row);

function sourceOf(decisions: TabDecisions | undefined, field: string): FieldSource | undefined {
  return decisions?.proposal.matches.find((match) => match.field === field && match.isApplied)?.source;
}

const column = (header: string): FieldSource => ({ kind: 'column', header });

describe('the last row counts as much as the first', () => {
  const offers = (last: string) =>
    tableOf(
      ['MLS number', 'Sale or rent', 'Price'],
      [...times(3000, ['A1', 'For rent', 2100]), ['A2', last, 450_000], ...times(50, ['A3', 'For rent', 1900])],
    );

  test('one home for sale among three thousand rentals makes a price a price again', () => {
    expect(sourceOf(decided(offers('For rent')), 'RentPrice')).toEqual(column('Price'));
    expect(sourceOf(decided(offers('For sale')), 'SalePrice')).toEqual(column('Price'));
  });

  test.each(['Sold', 'Active', 'Pending'])(
    'three thousand sold homes and one that is %j: each has its own price',
    (last) => {
      const sold: Cells = ['A1', 'Closed', 450_000, 440_000];
      const table = tableOf(
        ['MLS number', 'Status', 'List Price', 'Closing Price'],
        [...times(3000, sold), ['A2', last, 950_000, 940_000]],
      );
      const parts = [
        { role: 'amount', header: 'List Price' },
        { role: 'whenSold', header: 'Closing Price' },
      ];
      expect(sourceOf(decided(table), 'SalePrice')).toEqual({ kind: 'joined', parts });
    },
  );

  test('a column whose first thousand cells are blank is used for the cells it has', () => {
    const table = tableOf(
      ['MLS number', 'HOA', 'Garage'],
      [...times(1000, ['A1', '', '']), ['A2', 70, 2], ...times(1000, ['A3', '', ''])],
    );
    expect([sourceOf(decided(table), 'HOAMonth'), sourceOf(decided(table), 'ParkingSpots')]).toEqual([
      column('HOA'),
      column('Garage'),
    ]);
  });

  test('a sort changes nothing of what was decided', () => {
    const rows = [...times(60, ['A1', 'Active', 400_000, '']), ...times(60, ['A2', 'Sold', 400_000, 390_000])];
    const headers = ['MLS number', 'Status', 'List Price', 'Sold Price'];
    const { proposal } = decided(tableOf(headers, rows));
    expect(decided(tableOf(headers, [...rows].reverse())).proposal).toEqual(proposal);
  });
});

test('a residential type of home does not make rentals homes for sale', () => {
  const table = tableOf(
    ['MLS number', 'Property type', 'Sale or rent', 'Asking'],
    times(60, ['A1', 'Single Family Residential', 'For rent', 2300]),
  );
  expect(sourceOf(decided(table), 'RentPrice')).toEqual(column('Asking'));
});

describe('decisions', () => {
  const rentals = tableOf(['MLS number', 'Offer', 'Sale or rent', 'Price'], times(3, ['A1', '', 'For rent', 2100]));

  test('are used whatever the rows look like by then', () => {
    const now = tableOf(rentals.headers, times(3, ['A1', '', 'For sale', 450_000]));
    const mapped = mapTab(now, DEFAULT_TAB_SETTINGS, decided(rentals));
    expect(mapped.resolved.sources.RentPrice).toMatchObject({ header: 'Price' });
  });

  test('hold for the same headers in another order, beside the add-on’s own columns', () => {
    const decisions = decided(rentals);
    expect(holdsFor(decisions, ['Price', '', 'Sale or rent', 'Offer', 'MLS number', 'Sync status'])).toBe(true);
    expect(holdsFor(decisions, ['Price', 'Sale or rent', 'MLS number'])).toBe(false);
    expect(holdsFor(undefined, rentals.headers)).toBe(false);
  });

  test('are none where no row holds anything', () => {
    expect(decideTab(tableOf(['Price', 'Status'], times(2, ['', ''])), DEFAULT_TAB_SETTINGS, CONTEXT)).toBeUndefined();
  });

  test('grow by a column that was blank when they were made, and stay as they are otherwise', () => {
    const headers = ['MLS number', 'Sale or rent', 'Price', 'Garage'];
    const before = decided(tableOf(headers, times(3, ['A1', 'For rent', 2100, ''])));
    expect(before.blankHeaders).toEqual(['Garage']);
    expect(sourceOf(before, 'ParkingSpots')).toBeUndefined();
    const after = decideFilled(
      before,
      tableOf(headers, times(3, ['A1', 'For sale', 450_000, 2])),
      DEFAULT_TAB_SETTINGS,
      CONTEXT,
    );
    expect(sourceOf(after, 'ParkingSpots')).toEqual(column('Garage'));
    expect(sourceOf(after, 'RentPrice')).toEqual(column('Price'));
    expect(after.blankHeaders).toEqual([]);
  });

  test('grow by a tick box for rentals, and then the one price serves both kinds', () => {
    const headers = ['MLS number', 'For Rent', 'Price'];
    const before = decided(tableOf(headers, times(3, ['A1', '', 2100])));
    expect([sourceOf(before, 'SaleType'), sourceOf(before, 'RentPrice')]).toEqual([undefined, undefined]);
    const filled = tableOf(headers, times(3, ['A1', 'Yes', 2100]));
    const after = decideFilled(before, filled, DEFAULT_TAB_SETTINGS, CONTEXT);
    expect(sourceOf(after, 'SaleType')).toEqual(column('For Rent'));
    expect(sourceOf(after, 'RentPrice')).toEqual(column('Price'));
    expect(sourceOf(after, 'SalePrice')).toEqual(column('Price'));
  });

  test('are the very same while nothing was filled in', () => {
    const decisions = decided(rentals);
    expect(decideFilled(decisions, rentals, DEFAULT_TAB_SETTINGS, CONTEXT)).toBe(decisions);
  });
});

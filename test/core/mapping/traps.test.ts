import { describe, expect, test } from 'vitest';
import { matchColumns } from '../../../src/core/mapping/match-columns.ts';
import type { CellValue } from '../../../src/core/sheet/table.ts';
import { appliedSources, column, matchOf } from './columns.ts';

const LONG_NOTE = 'Seller is in a hurry and will take ten thousand less; the lockbox code is with the office.';

describe('a header that looks like a field and is not feeds nothing', () => {
  test.each<readonly [string, readonly CellValue[]]>([
    ['SALE TYPE', ['MLS Listing', 'PAST SALE', 'Redfin Data', 'New Construction Plan', 'For-Sale-by-Owner Listing']],
    ['SALE TYPE', ['', '', '']],
    ['Sale Type', ['Short Sale', 'REO', 'Standard']],
    ['Photo Count', [12, 30, 8]],
    ['PhotosCount', [12, 30, 8]],
    ['# Photos', [12, 30, 8]],
    ['Private Remarks', [LONG_NOTE, LONG_NOTE]],
    ['PrivateRemarks', [LONG_NOTE, LONG_NOTE]],
    ['AgentRemarks', [LONG_NOTE, LONG_NOTE]],
    ['ConfidentialRemarks', [LONG_NOTE, LONG_NOTE]],
    ['Notes', [LONG_NOTE, LONG_NOTE]],
    ['Showing Instructions', [LONG_NOTE, LONG_NOTE]],
    ['Rooms', [7, 5, 6]],
    ['Total Rooms', [7, 5, 6]],
    ['Zimmer', [3.5, 4.5, 2]],
    ['Style', ['Ranch Style Craftsman', 'Colonial', 'Victorian']],
    ['ArchitecturalStyle', ['Colonial', 'Victorian', 'Tudor']],
    ['TaxAssessedValue', [310000, 280000]],
    ['assessed_value', [310000, 280000]],
    ['rentZestimate', [2400, 1900]],
    ['LeaseAmount', [2400, 1900]],
    ['Pet Deposit', [300, 250]],
    ['Original List Price', [410000, 300000]],
    ['Video', ['https://youtu.be/abc', 'https://vimeo.com/1']],
    ['Annual HOA', [3600, 1200]],
    ['timeOnZillow', [864000000, 172800000]],
    ['Lot #', [52, 17]],
    ['Active?', [true, false]],
    ['mls', ['MRED', 'NWMLS']],
    ['Open House', ['Sun 1-4pm', 'Sat noon']],
    ['Tour URL', ['https://example.com/tour/1', 'https://example.com/tour/2']],
    ['daysOnZillow', [864000000, 172800000]],
    ['SerialNumber', ['3254a9d0424c4806b9ea3d0763', '3254a9d0424c4806b9ea3d0764']],
  ])('%j with %j', (header, values) => {
    expect(appliedSources(matchColumns([column(header, ...values)]))).toEqual({});
  });

  test.each<readonly [string, readonly CellValue[]]>([
    ['Photo', [12, 30]],
    ['Images', [12, 30]],
    ['Virtual Tour URL', ['https://my.matterport.com/show/?m=1']],
    ['Photo', ['https://my.matterport.com/show/?m=1']],
  ])('%j with %j never feeds Images', (header, values) => {
    expect(matchOf('Images', column(header, ...values))?.isApplied ?? false).toBe(false);
  });
});

test('a portal’s SALE TYPE is named as left out, with the reason', () => {
  expect(matchColumns([column('SALE TYPE', 'MLS Listing', 'PAST SALE')]).leftOut).toEqual([
    {
      header: 'SALE TYPE',
      reason: '"SALE TYPE" is left out: it says by whom or how a home is sold, not whether it is for sale or for rent.',
    },
  ]);
});

test('a Sale Type column that does say sale or rent is used', () => {
  const proposal = matchColumns([column('Sale Type', 'For Sale', 'For Rent', 'For Sale')]);
  expect(appliedSources(proposal)).toEqual({ SaleType: 'Sale Type' });
  expect(proposal.leftOut).toEqual([]);
});

test('the documented spelling SaleType is the field’s own name, even while blank', () => {
  expect(matchOf('SaleType', column('SaleType', ''))).toMatchObject({ confidence: 1, isApplied: true });
});

test('a longitude keeps its column although its values are negative', () => {
  expect(matchOf('Longitude', column('Long', -87.6698, -87.6602))?.isApplied).toBe(true);
});

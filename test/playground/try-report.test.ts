/** What `npm run try` prints, and how it reads the outcomes back from the sheet. */
import { describe, expect, test } from 'vitest';
import type { Mapping } from '../../playground/try/add-on.ts';
import { outcomeLines, receivedLines, sumLines } from '../../playground/try/report.ts';
import { labelHeadersOf, rowOutcomes } from '../../playground/try/row-outcomes.ts';

describe('the printed rows', () => {
  test('columns are aligned under their titles', () => {
    const lines = outcomeLines([
      { rowNumber: 2, label: 'MLS-1', status: 'Updated', detail: '' },
      {
        rowNumber: 13,
        label: 'https://example.com/homes/a-very-long-address',
        status: 'Invalid',
        detail: 'Year built is missing.\nFill it in.',
      },
    ]);
    expect(lines).toEqual([
      'Row  Label                                 Status   Detail',
      '2    MLS-1                                 Updated',
      '13   https://example.com/homes/a-very-lo…  Invalid  Year built is missing. Fill it in.',
    ]);
  });

  test('a run without rows prints the titles only', () => {
    expect(outcomeLines([])).toEqual(['Row  Label  Status  Detail']);
  });
});

describe('the sums', () => {
  test.each([
    [
      { counts: { Updated: 24, Invalid: 3, Failed: 0 }, blankRows: 1, requests: 27, virtualMs: 14_240 },
      ['27 rows: 24 Updated, 3 Invalid; 1 blank row left out.', '27 requests, 14.2 virtual seconds.'],
    ],
    [
      { counts: { Pushed: 1 }, blankRows: 0, requests: 1, virtualMs: 900 },
      ['1 row: 1 Pushed.', '1 request, 0.9 virtual seconds.'],
    ],
    [
      { counts: {}, blankRows: 2, requests: 0, virtualMs: 0 },
      ['0 rows; 2 blank rows left out.', '0 requests, 0.0 virtual seconds.'],
    ],
  ])('%o', (sums, lines) => {
    expect(sumLines(sums)).toEqual(lines);
  });
});

test('what the stand-in received is told per endpoint, with the choices that were sent', () => {
  const update = (Status: string) => ({ endpoint: 'RealEstateUpdate', body: { SaleType: 'for_sale', Status } });
  const entries = [
    update('Active'),
    update('PreOnMarket'),
    update('Active'),
    { endpoint: 'RealEstateDelete', body: '{' },
  ];
  expect(receivedLines(entries)).toEqual([
    'RealEstateUpdate: 3 requests; SaleType 3 for_sale; Status 2 Active, 1 PreOnMarket.',
    'RealEstateDelete: 1 request.',
  ]);
});

describe('reading outcomes back', () => {
  const texts = [
    ['Homes', '', '', ''],
    ['Address', 'MLS number', 'Sync status', 'Sync detail'],
    ['1 Elm St', 'MLS-1', 'Updated', ''],
    ['Notice', '', '', ''],
    ['2 Elm St', '', 'Invalid', 'No key.'],
  ];

  test('rows below the header with a status are outcomes, named by key or else by first text', () => {
    expect(rowOutcomes(texts, 2, ['MLS number', 'Link'])).toEqual([
      { rowNumber: 3, label: 'MLS-1', status: 'Updated', detail: '' },
      { rowNumber: 5, label: '2 Elm St', status: 'Invalid', detail: 'No key.' },
    ]);
  });

  test('a sheet without status columns has no outcomes', () => {
    expect(rowOutcomes([['a'], ['1']], 1, [])).toEqual([]);
  });
});

describe('what names a row', () => {
  const mapping: Mapping = {
    tabId: 0,
    headerRowNumber: 1,
    leftOut: [],
    fields: [
      { field: 'MLSNumber', source: { kind: 'column', header: 'MLS#' } },
      { field: 'Url', source: { kind: 'column', header: 'Link' } },
      { field: 'Key' },
      { field: 'CurrencySymbol', source: { kind: 'fixed' } },
    ],
    settings: { mapping: {}, unmapped: [], ifEmpty: {}, keyTypes: ['NewOaks', 'URL', 'MLSNumber'] },
  };

  test('a listing is named by the columns of its key types, in their order', () => {
    expect(labelHeadersOf(mapping, 'sync')).toEqual(['Link', 'MLS#']);
  });

  test('a chatbot row is named by its ID', () => {
    expect(labelHeadersOf(mapping, 'push')).toEqual(['ID']);
  });
});

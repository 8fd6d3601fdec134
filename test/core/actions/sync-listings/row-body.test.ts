import { describe, expect, test } from 'vitest';
import { extensionOf, extraColumnsOf } from '../../../../src/core/actions/extra-columns.ts';
import { bodyOf } from '../../../../src/core/actions/sync-listings/row-body.ts';
import { listingReader } from '../../../../src/core/listing/read-listing.ts';
import { DEFAULT_TAB_SETTINGS } from '../../../../src/core/settings/tab-settings.ts';
import type { TableRow } from '../../../../src/core/sheet/table.ts';
import { SERIAL } from '../../engine/rows.ts';

const texts = ['94109', 'San Francisco', '3', 'Active', 'A1', ' North team ', ''];
const row: TableRow = { rowNumber: 2, values: texts, texts };

describe('the body of a row', () => {
  const read = listingReader(
    {
      ZIP: { kind: 'column', header: 'ZIP', columnIndex: 0 },
      City: { kind: 'column', header: 'City', columnIndex: 1 },
      Bedrooms: { kind: 'column', header: 'Beds', columnIndex: 2 },
      Status: { kind: 'column', header: 'Status', columnIndex: 3 },
      MLSNumber: { kind: 'column', header: 'MLS', columnIndex: 4 },
    },
    DEFAULT_TAB_SETTINGS,
    { locale: 'en_US', today: '2026-11-21' },
  );
  const key = { key: 'A1', keyType: 'MLSNumber' } as const;

  test('has the document’s order, whatever the order of the columns', () => {
    const extension = [{ Key: 'Listing agent', value: 'North team' }];
    expect(JSON.stringify(bodyOf(read(row).values, key, extension, SERIAL))).toBe(
      `{"SerialNumber":"${SERIAL}","Key":"A1","KeyType":"MLSNumber","Status":"Active","Bedrooms":3,"MLSNumber":"A1",` +
        '"ExtensionColumn":[{"Key":"Listing agent","value":"North team"}],"City":"San Francisco","ZIP":"94109"}',
    );
  });

  test('has no extra information where no ticked column holds any', () => {
    expect(bodyOf(read(row).values, key, [], SERIAL).ExtensionColumn).toBeUndefined();
  });
});

describe('ticked columns', () => {
  const headers = ['ZIP', 'City', 'Beds', 'Status', 'MLS', 'Listing agent', 'Showing'];

  test('are those the tab has, in the order in which they were ticked', () => {
    expect(extraColumnsOf(headers, ['Showing', 'Gone', '', 'Listing agent'])).toEqual([
      { header: 'Showing', columnIndex: 6 },
      { header: 'Listing agent', columnIndex: 5 },
    ]);
  });

  test('are sent as shown, trimmed, and not where they are blank or beyond the row’s end', () => {
    const columns = [...extraColumnsOf(headers, ['Listing agent', 'Showing']), { header: 'Later', columnIndex: 9 }];
    expect(extensionOf(row, columns)).toEqual([{ Key: 'Listing agent', value: 'North team' }]);
  });
});

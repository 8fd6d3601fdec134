/** Listings, read, and the tab they stand in, for the tests of the run, by intent. */

import { NO_ANSWERS } from '../../../src/core/actions/field-answers.ts';
import type { ListingRow, ListingTab } from '../../../src/core/actions/listing-tab.ts';
import type { FieldName } from '../../../src/core/listing/fields.ts';
import type { ListingReading, RowValues } from '../../../src/core/listing/listing-reading.ts';
import type { StatusPolicies } from '../../../src/core/listing/policies.ts';
import type { TabSettings } from '../../../src/core/settings/tab-settings.ts';
import { DEFAULT_TAB_SETTINGS } from '../../../src/core/settings/tab-settings.ts';
import { SERIAL } from './rows.ts';

/** The tab's columns after `Action`, in column 0; every other field is fed by nothing. */
const COLUMNS: { readonly [Name in FieldName]?: number } = {
  MLSNumber: 1,
  Status: 2,
  Url: 3,
  Bedrooms: 4,
  YearBuilt: 5,
};

/** A row as it was read. Its cells say nothing but the word in the Action column and what stands in column 6. */
export function listingRow(
  values: RowValues,
  { actionText = '', agent = '', ...reading }: Partial<ListingReading> & { actionText?: string; agent?: string } = {},
): ListingRow {
  const texts = [actionText, '', '', '', '', '', agent];
  return {
    row: { rowNumber: 2, values: texts, texts },
    reading: { values, problems: [], notes: [], derived: [], ...reading },
  };
}

/** A tab that sends what a row has and ticks the column `Agent`, with what the test says instead. */
export function listingTab({
  policies = {},
  ...settings
}: Partial<Omit<TabSettings, 'policies'>> & { policies?: Partial<StatusPolicies> } = {}): ListingTab {
  return {
    settings: {
      ...DEFAULT_TAB_SETTINGS,
      missing: 'send',
      ...settings,
      policies: { ...DEFAULT_TAB_SETTINGS.policies, ...policies },
    },
    serialNumber: SERIAL,
    today: '2026-11-21',
    actionColumnIndex: 0,
    fieldAnswers: () => NO_ANSWERS,
    approvals: [],
    optOuts: { listing: [], address: [] },
    stampColumnIndex: undefined,
    extraColumns: [{ header: 'Agent', columnIndex: 6 }],
    columnOf: (field) => COLUMNS[field],
    unusedColumnOf: () => undefined,
    betterKeys: { NewOaks: [], MLSNumber: [], URL: ['MLSNumber'] },
    rowSharing: () => undefined,
  };
}

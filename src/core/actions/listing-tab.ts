/** A tab of listings and a row of it, as the actions that are about listings see them. */

import type { FieldName, KeyType } from '../listing/fields.ts';
import type { ListingReading } from '../listing/listing-reading.ts';
import type { ApprovalColumn } from '../mapping/approval-columns.ts';
import type { OptOutColumns } from '../mapping/seller-opt-outs.ts';
import type { TabSettings } from '../settings/tab-settings.ts';
import type { TableRow } from '../sheet/table.ts';
import type { ExtraColumn } from './extra-columns.ts';
import type { FieldAnswers } from './field-answers.ts';
import type { ListingKey } from './listing-key.ts';
import type { Step } from './row-planner.ts';

/** What holds for all listings of a tab, worked out once. */
export interface ListingTab {
  readonly settings: TabSettings;
  /** The chatbot's ID. */
  readonly serialNumber: string;
  /** `YYYY-MM-DD` in the spreadsheet's time zone. */
  readonly today: string;
  readonly actionColumnIndex: number | undefined;
  readonly extraColumns: readonly ExtraColumn[];
  /** What the chatbot has answered to listings without required fields. */
  readonly fieldAnswers: () => FieldAnswers;
  /** Where sellers say what may be shown. */
  readonly optOuts: OptOutColumns;
  /** Where the team says that a row may go out. */
  readonly approvals: readonly ApprovalColumn[];
  /** Where messages leave their stamp, if any ever came. */
  readonly stampColumnIndex: number | undefined;
  /** The first column that feeds a field. */
  columnOf(field: FieldName): number | undefined;
  /** A column that is named like a field and does not feed it, and why; absent where there is none. */
  unusedColumnOf(field: FieldName): UnusedColumn | undefined;
  /** The mapped key fields that count more than a type of key, by that type. */
  readonly betterKeys: Readonly<Record<KeyType, readonly FieldName[]>>;
  /** The first other row that has the value too, beside a key of its own that counts more; it is not clear which is meant. */
  rowSharing(key: ListingKey): number | undefined;
}

/** A column that looks like a field's and does not feed it. */
export interface UnusedColumn {
  readonly header: string;
  /** `its cells look like long texts`, or what speaks for it where that is not enough. */
  readonly reason: string;
  /** Whether it feeds nothing else, so that a person may say that it is the field's. */
  readonly isFree: boolean;
}

/** A row, read. */
export interface ListingRow {
  readonly row: TableRow;
  readonly reading: ListingReading;
}

/** What a row asks for. */
export type StepOf = (listing: ListingRow, tab: ListingTab) => Step;

/** How an action turns one row into a step; each action brings its own planner. */
import type { ListingSources } from '../listing/field-source.ts';
import type { FieldName } from '../listing/fields.ts';
import type { ListingReading } from '../listing/listing-reading.ts';
import type { ReadContext } from '../listing/reading.ts';
import type { TabDecisions } from '../mapping/tab-decisions.ts';
import type { RowOutcome } from '../own-cells/outcome.ts';
import type { TabSettings } from '../settings/tab-settings.ts';
import { type Table, type TableRow, textAt } from '../sheet/table.ts';
import type { NeedsText } from '../sheet/text-columns.ts';
import type { Failure } from '../terms/failure.ts';
import type { Result } from '../terms/result.ts';
import type { Action } from '../words/actions.ts';
import type { FieldAnswers } from './field-answers.ts';
import type { Operation } from './operation.ts';

/** What a row leads to: an outcome without any request, or an operation to send. */
export type Step =
  | { readonly kind: 'settled'; readonly outcome: RowOutcome }
  | {
      readonly kind: 'send';
      readonly operation: Operation;
      readonly notes: readonly string[];
      /** The fingerprint of what the platform has of it so far, where that is taken back. */
      readonly takesBack?: string;
      /** Why it is asked for, where a person has to agree. */
      readonly why?: string;
      /** Fields whose value was computed instead of read as it stands. */
      readonly derived?: readonly FieldName[];
      /** What becomes of the row where the platform never had it, so that there is nothing to take back. */
      readonly unlessKnown?: RowOutcome;
    };

/** How the columns of a tab hold a listing. */
export interface ListingForm {
  readonly sources: ListingSources;
  /** What a row says by them. */
  readonly read: (row: TableRow) => ListingReading;
}

/** Plans the rows of one tab for one action. */
export interface RowPlanner {
  /** Stands for everything but the cells that decides what is sent: settings, and which columns feed what. */
  readonly mapping: string;
  /** Where rows are sent, if not to the usual address of the platform: what one has confirmed, another has not. */
  readonly address?: string;
  /** The columns whose texts tell one row from another. */
  readonly keyColumnIndexes: readonly number[];
  /** By what the platform knows the row, as `remoteIdentity` says it: it takes such rows for one. Blank where the row has no key. */
  keyOf(row: TableRow): string;
  /** All by which the platform may know the row, as `keyOf` says it; `undefined` where a key is blank or cannot be read. */
  allKeysOf?(row: TableRow): readonly string[] | undefined;
  /** The columns that are read; a row in which all of them are blank is no row. */
  readonly readColumnIndexes: readonly number[];
  /** Of these the columns that hold values themselves, where others only say more of them: blank here is no row, either. */
  readonly valueColumnIndexes?: readonly number[];
  /** Whether columns may hide the addresses that are looked for behind words. */
  readonly hidesLinks: boolean;
  /** Columns of addresses in which words stand in some row, be it far below the first ones. */
  readonly linkColumnIndexes?: readonly number[];
  /** Whether more of a cell counts than what it holds: what it shows. Asked of the tab's first rows, then of all. */
  readonly needsText: NeedsText;
  /** What people call the row: its key, or its first text. */
  labelOf(row: TableRow): string;
  /** What else tells the row from one with the same key: where the home is; absent or blank where the tab does not say. */
  subjectOf?(row: TableRow): string;
  plan(row: TableRow): Step;
  /** Absent where rows are no listings. */
  readonly form?: ListingForm;
}

/** What planners need to know. */
export interface PlannerInputs {
  /** The header and the sample count when a planner is made; the rows not before one of them is planned. */
  readonly table: Table;
  readonly tabName: string;
  readonly settings: TabSettings;
  /** What was decided of the tab's columns; without it, or for other headers, they are judged by the sample. */
  readonly decisions?: TabDecisions | undefined;
  /** The chatbot's ID. */
  readonly serialNumber: string;
  /** The address of the platform, where it is not the usual one. */
  readonly address?: string;
  /** What the chatbot has answered to listings without required fields, read when it is first asked for; nothing by default. */
  readonly fieldAnswers?: () => FieldAnswers;
  readonly context: ReadContext;
}

/** A planner for an action on the tab at hand, or why there can be none. */
export type PlannerFor = (action: Action) => Result<RowPlanner, Failure>;

/** What any of the planners asks of a cell's shown text. */
export function someNeedsText(planners: readonly RowPlanner[]): NeedsText {
  return (columnIndex, value) => planners.some((planner) => planner.needsText(columnIndex, value));
}

/** The first of the cells' shown texts that is not blank. */
export function firstText(row: TableRow, columnIndexes: readonly number[]): string {
  const columnIndex = columnIndexes.find((index) => textAt(row, index).trim() !== '');
  return columnIndex === undefined ? '' : textAt(row, columnIndex).trim();
}

/** Whether all of the cells are blank. People prepare rows with tick boxes; an unticked one says nothing by itself. */
export function isBlankRow(row: TableRow, columnIndexes: readonly number[]): boolean {
  return columnIndexes.every((columnIndex) => {
    const value = row.values[columnIndex] ?? '';
    return value === false || (typeof value === 'string' && value.trim() === '');
  });
}

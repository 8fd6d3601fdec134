/** What was decided of a tab's columns over their whole length: made once, and kept until the headers change. */

import type { ListingSources, ResolvedSource } from '../listing/field-source.ts';
import type { ColumnNotation } from '../listing/notation.ts';
import type { UsualAmounts } from '../listing/reading.ts';
import type { CellValue } from '../sheet/table.ts';
import { murmurHash } from '../terms/murmur-hash.ts';
import { isStatusHeader } from '../words/own-headers.ts';
import type { MappingProposal } from './proposal.ts';

/** The decisions of a tab. Neither a sort nor a later row nor a selection turns them. */
export interface TabDecisions {
  /** Names the headers they were made for, in whatever order; see `headersName`. */
  readonly headersName: string;
  /** How many rows they were made by. */
  readonly rowCount: number;
  /** By how many rows the ones before them had been made, where the tab had outgrown those. */
  readonly outgrownRows?: number;
  /** The day on which they were made, `YYYY-MM-DD`. */
  readonly madeOn: string;
  /** What feeds each field. */
  readonly proposal: MappingProposal;
  /** Columns that may feed a field and had no cells to be judged by, so that nothing was decided of them. */
  readonly blankHeaders: readonly string[];
  /** How columns are written, by header, where they show it. */
  readonly notations: Readonly<Record<string, ColumnNotation>>;
  /** What is usual, and the columns that it was learned from. */
  readonly usual: UsualAmounts;
  readonly pricedBy: string;
}

/** Names the columns that prices, and prices per area, come from. */
export function pricedBy(sources: ListingSources): string {
  const priced = ['SalePrice', 'RentPrice', 'UnitAreaPrice', 'BuildingArea', 'SaleType'] as const;
  return murmurHash(JSON.stringify(priced.map((field) => headersOf(sources[field])))).slice(0, 16);
}

function headersOf(source: ResolvedSource | undefined): readonly string[] {
  switch (source?.kind) {
    case 'column':
      return [source.header];
    case 'joined':
      return source.parts.map(({ header }) => header);
    case 'fixed':
    case undefined:
      return [];
    default:
      return source satisfies never;
  }
}

/** A name for the headers of a tab, the same in whatever order they stand; the add-on's own do not count. */
export function headersName(headers: readonly string[]): string {
  const own = headers.map((header) => header.trim()).filter((header) => header !== '' && !isStatusHeader(header));
  return murmurHash(own.sort().join('\n')).slice(0, 16);
}

/** Whether decisions hold for a tab with these headers. */
export function holdsFor(decisions: TabDecisions | undefined, headers: readonly string[]): decisions is TabDecisions {
  return decisions?.headersName === headersName(headers);
}

/** Decisions of so few rows say little of many more: a tab that has grown to so many times as many is decided again. */
const MANY_TIMES = 4;
const LEAST_ROWS = 20;

/** Whether a tab has by now so many more rows than decisions were made by that they must be made again. */
export function isOutgrown({ rowCount }: Pick<TabDecisions, 'rowCount'>, rowsNow: number): boolean {
  return rowsNow >= LEAST_ROWS && rowsNow > MANY_TIMES * rowCount;
}

/** Whether a column that nothing was decided of, because it was blank, has cells in some rows. */
export function hasNewCells(
  { blankHeaders }: Pick<TabDecisions, 'blankHeaders'>,
  headers: readonly string[],
  rows: readonly (readonly CellValue[])[],
): boolean {
  const blank = new Set(blankHeaders);
  const indexes = headers.flatMap((header, index) => (blank.has(header) ? [index] : []));
  return indexes.length > 0 && rows.some((values) => indexes.some((index) => (values[index] ?? '') !== ''));
}

/** Finds, for every field, the column of a tab that feeds it. */
import type { FieldName } from '../listing/fields.ts';
import type { Cell } from '../table/table.ts';
import type { FieldSource } from './mapping.ts';

/** A column as the matcher sees it: its header and some of its cells from the top (blank ones included). */
export interface ColumnSample {
  readonly header: string;
  readonly cells: readonly Cell[];
}

/** One field's proposed source. Below the threshold a match is shown to the person but not applied. */
export interface ColumnMatch {
  readonly field: FieldName;
  readonly source: FieldSource;
  /** 0 to 1. */
  readonly confidence: number;
  readonly isApplied: boolean;
  /** Why, in a person's words: `header "Beds" is a usual name of Bedrooms`. */
  readonly reason: string;
}

/** What matching a tab's columns found. */
export interface MappingProposal {
  /** At most one match per field, and no column feeds two applied fields. */
  readonly matches: readonly ColumnMatch[];
  /** The recognised export whose columns these are, if any. */
  readonly knownExport?: { readonly name: string };
}

/** What matching starts from and what it proposes. */
import type { FieldSource } from '../listing/field-source.ts';
import type { FieldName, KeyType } from '../listing/fields.ts';
import type { Cell } from '../sheet/table.ts';
import type { ColumnCells } from './column-cells.ts';

/** A column as the matcher sees it. */
export interface ColumnSample {
  readonly header: string;
  /** Some of its cells, blank ones included; those of all columns are of the same rows. */
  readonly cells: readonly Cell[];
  /** All of its cells, where they are more than the sample. */
  readonly whole?: ColumnCells;
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

/** A column that looks as if it fed a field and must not. */
export interface LeftOutColumn {
  readonly header: string;
  /** A sentence: `"Photo Count" is left out: it counts pictures instead of giving their addresses.` */
  readonly reason: string;
}

/** What matching a tab's columns found. */
export interface MappingProposal {
  /** At most one match per field, and no column feeds two applied fields. */
  readonly matches: readonly ColumnMatch[];
  /** The recognised export whose columns these are, if any, and the order in which its keys should be tried. */
  readonly knownExport?: { readonly name: string; readonly keyTypes: readonly KeyType[] };
  /** Columns that were recognised and kept from feeding a field on purpose. */
  readonly leftOut: readonly LeftOutColumn[];
}

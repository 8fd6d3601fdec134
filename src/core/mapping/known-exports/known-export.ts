/** What is known of an export: how its header row is recognised and what its columns hold. */
import type { FieldName, KeyType } from '../../listing/fields.ts';
import type { CellTrait } from '../cell-traits.ts';

/** A column of an export. Headers are compared without case and spaces. */
export interface ExportColumn {
  readonly field: FieldName;
  readonly header: string;
  /** The header is only how the column's name begins. */
  readonly isPrefix?: true;
  /** Counts only while most cells show one of these, since the export uses the column for other things as well. */
  readonly when?: readonly CellTrait[];
  /** Only for sheets in which every row is sold. */
  readonly onlySold?: true;
  /** Gives way to another field that needs the column. */
  readonly isSpare?: true;
}

/** An export that people paste or import into their sheets. */
export interface KnownExport {
  /** Completes `This looks like a …` and opens reasons: `Redfin download`. */
  readonly name: string;
  /** One of each group must be in the header row. */
  readonly signature: readonly (readonly string[])[];
  /** How many of the groups must be there, since people delete columns; absent: all of them. */
  readonly signatureMinimum?: number;
  /** Whether case and spaces of the signature matter. */
  readonly isVerbatim?: true;
  /** Per field the better column first. */
  readonly columns: readonly ExportColumn[];
  /** What is true of every row although no column says it. */
  readonly fixedValues: { readonly [Name in FieldName]?: string };
  /** The order in which keys are tried. */
  readonly keyTypes: readonly KeyType[];
  /** Required fields that such files never have, or often not, each with a sentence that says so. */
  readonly seldomHas: { readonly [Name in FieldName]?: string };
}

/** The columns of an export in short: `field: header, or the next best header`. */
export function exportColumns(
  columns: { readonly [Name in FieldName]?: readonly (string | Omit<ExportColumn, 'field'>)[] },
): readonly ExportColumn[] {
  return (Object.entries(columns) as readonly [FieldName, readonly (string | Omit<ExportColumn, 'field'>)[]][]).flatMap(
    ([field, headers]) =>
      headers.map((entry) => (typeof entry === 'string' ? { field, header: entry } : { field, ...entry })),
  );
}

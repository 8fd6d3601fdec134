/** What a tab's mapping is: for each field, the column or columns that feed it, or one fixed value for every row. */
import type { FieldName } from '../listing/fields.ts';

/** What a column contributes to a joined field. */
export type PartRole =
  | 'fullBaths'
  | 'threeQuarterBaths'
  | 'halfBaths'
  | 'quarterBaths'
  | 'streetNumber'
  | 'streetDirection'
  | 'streetName'
  | 'streetSuffix'
  | 'unit'
  | 'image';

/** One column of a joined field. */
export interface SourcePart {
  readonly role: PartRole;
  readonly header: string;
}

/**
 * Where the value of a field comes from. Columns are named by their header text, so a moved column keeps its field.
 * `joined` builds one value from several columns (full and half baths, street parts, numbered image columns).
 */
export type FieldSource =
  | { readonly kind: 'column'; readonly header: string }
  | { readonly kind: 'joined'; readonly parts: readonly SourcePart[] }
  | { readonly kind: 'fixed'; readonly value: string };

/** The sources of a tab's fields; a field that is absent is fed by nothing. */
export type TabMapping = { readonly [Name in FieldName]?: FieldSource };

/** What a row gives to be read: for each field the cell, cells or fixed value that its mapping names. */
import type { PartRole } from '../mapping/mapping.ts';
import type { Cell } from '../table/table.ts';
import type { FieldName } from './fields.ts';

/** One cell of a joined field, with its column's role and header. */
export interface JoinedPart {
  readonly role: PartRole;
  readonly header: string;
  readonly cell: Cell;
}

/** Where a field's value comes from in this row. `fallback` is read instead when the cells are empty. */
export type ListingSource =
  | { readonly kind: 'cell'; readonly cell: Cell; readonly header: string; readonly fallback?: string }
  | { readonly kind: 'joined'; readonly parts: readonly JoinedPart[]; readonly fallback?: string }
  | { readonly kind: 'fixed'; readonly value: string };

/** A row's sources by field; a field that is absent is fed by nothing. */
export type ListingCells = { readonly [Name in FieldName]?: ListingSource };

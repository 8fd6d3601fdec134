/** What feeds a field: a column, several columns, or one fixed value for every row; as it is saved, and as it is found in a tab. */
import type { FieldName } from './fields.ts';

/** What a column contributes to an address, in the order in which one is written; a *Hausnummer* stands behind its street. */
export const STREET_ROLES = [
  'streetNumber',
  'streetDirection',
  'streetName',
  'streetSuffix',
  'houseNumber',
  'unit',
] as const;
/** A part of an address. */
export type StreetRole = (typeof STREET_ROLES)[number];

/** What a column contributes to a joined field. */
export type PartRole =
  | 'fullBaths'
  | 'threeQuarterBaths'
  | 'halfBaths'
  | 'quarterBaths'
  | StreetRole
  | 'image'
  /** The number itself, beside which another column says more. */
  | 'amount'
  /** Says in which unit the amount is. */
  | 'measure'
  /** Says how often it is paid: a rent means nothing without it, and what a home is sold for is paid once. */
  | 'period'
  /** Says how often it is paid, or for how long the home is let: what it says is asked about. */
  | 'perhapsPeriod'
  /** Says more of the amount: its currency, words before or after it. */
  | 'beside'
  /** Counts some of the parking spots. */
  | 'spaces'
  /** Counts some of what the amount counts in all, which cannot be less. */
  | 'within'
  /** A total in which a half bath counts one, as RESO defines it. */
  | 'countedBaths'
  /** Takes the amount's place in a row that is sold. */
  | 'whenSold'
  /** Takes the amount's place where it is filled and lower. */
  | 'reduced'
  /** The day on which a listing was sold, or an offer was accepted. */
  | 'soldOn'
  | 'offerOn'
  /** The day on which an offer was withdrawn or had expired, and the day on which it began. */
  | 'goneOn'
  | 'listedOn'
  /** Says it where the first column is blank. */
  | 'otherwise'
  /** A tick box that says more than the status beside it. */
  | 'flag'
  /** A tick box that is named after a kind of offer: *For Sale*, *For Rent*. */
  | 'offer';

/** One column of a joined field. */
export interface SourcePart {
  readonly role: PartRole;
  readonly header: string;
}

/**
 * Where the value of a field comes from. Columns are named by their header text, so a moved column keeps its field.
 * `joined` builds one value from several columns (full and half baths, street parts, numbered image columns, an amount and
 * the column that names its unit).
 */
export type FieldSource =
  | { readonly kind: 'column'; readonly header: string }
  | { readonly kind: 'joined'; readonly parts: readonly SourcePart[] }
  | { readonly kind: 'fixed'; readonly value: string };

/** The sources of a tab's fields; a field that is absent is fed by nothing. */
export type TabMapping = { readonly [Name in FieldName]?: FieldSource };

/** What a person has chosen for the fields of a tab. */
export interface ChosenSources {
  /** Fields chosen by a person; a field that is absent follows the automatic match. */
  readonly mapping: TabMapping;
  /** Fields that a person wants fed by nothing although a match exists. */
  readonly unmapped: readonly FieldName[];
}

/** A column that was found in the tab. */
export interface ResolvedColumn {
  readonly columnIndex: number;
  /** The header as it stands in the tab now. */
  readonly header: string;
}

/** One found column of a joined field. */
export interface ResolvedPart extends ResolvedColumn {
  readonly role: PartRole;
}

/** Where a field's values are read from. */
export type ResolvedSource =
  | ({ readonly kind: 'column' } & ResolvedColumn)
  | { readonly kind: 'joined'; readonly parts: readonly ResolvedPart[] }
  | { readonly kind: 'fixed'; readonly value: string };

/** Where each field's values come from; a field that is absent is fed by nothing. */
export type ListingSources = { readonly [Name in FieldName]?: ResolvedSource };

/**
 * The columns whose cells make a row one of listings. A notice below a download's last row may stand in a column that only says
 * more of another one: it is no row for that.
 */
export function valueColumnIndexesOf(source: ResolvedSource): readonly number[] {
  return source.kind === 'joined'
    ? valueParts(source.parts).map(({ columnIndex }) => columnIndex)
    : columnIndexesOf(source);
}

/** The column indexes that a source reads; `[]` for a fixed value. */
export function columnIndexesOf(source: ResolvedSource): readonly number[] {
  switch (source.kind) {
    case 'column':
      return [source.columnIndex];
    case 'joined':
      return source.parts.map((part) => part.columnIndex);
    case 'fixed':
      return [];
    default:
      return source satisfies never;
  }
}

/** Parts that only say more of a value that another column holds. */
const SAYS_MORE: ReadonlySet<PartRole> = new Set<PartRole>([
  'measure',
  'period',
  'perhapsPeriod',
  'beside',
  'within',
  'whenSold',
  'reduced',
  'soldOn',
  'offerOn',
  'goneOn',
  'listedOn',
  'otherwise',
  'flag',
]);

/** The parts that hold a value themselves. */
export function valueParts<Part extends { readonly role: PartRole }>(parts: readonly Part[]): readonly Part[] {
  return parts.filter(({ role }) => !SAYS_MORE.has(role));
}

/** The headers of the columns that hold a source's value; `[]` for a fixed value. */
export function valueHeadersOf(source: FieldSource): readonly string[] {
  switch (source.kind) {
    case 'column':
      return [source.header];
    case 'joined':
      return valueParts(source.parts).map(({ header }) => header);
    case 'fixed':
      return [];
    default:
      return source satisfies never;
  }
}

/** Compares the rows of a tab with what the platform lists: only there, only here, different, or not to be told. */
import { identityOfKey, KEY_FIELDS } from '../actions/listing-key.ts';
import type { OperationOf } from '../actions/operation.ts';
import type { Step } from '../actions/row-planner.ts';
import { type FieldName, isFieldName, type KeyType } from '../listing/fields.ts';
import type { ListedListing } from '../platform/listing-page.ts';
import type { Inventory } from './inventory.ts';
import { isComplete } from './inventory.ts';

/** A row of the tab, planned as a sync would. */
export interface ComparedRow {
  readonly rowNumber: number;
  /** By what the platform knows the row; `''` where it has no key. */
  readonly identity: string;
  readonly step: Step;
}

/** Values by documented name. */
export type Values = { readonly [Name in FieldName]?: unknown };

/** What is not the same on both sides. */
export type Difference =
  | { readonly kind: 'onlyThere'; readonly values: Values; readonly inTab?: string }
  | { readonly kind: 'onlyHere'; readonly rowNumber: number; readonly values: Values }
  | {
      readonly kind: 'differs';
      readonly rowNumber: number;
      readonly values: Values;
      readonly fields: readonly FieldName[];
    }
  /** The row says that the listing is over, and the platform still has it. */
  | { readonly kind: 'isOver'; readonly rowNumber: number; readonly values: Values }
  | { readonly kind: 'ambiguous'; readonly rowNumbers: readonly number[]; readonly values: Values };

/** What a comparison has found. */
export interface Comparison {
  readonly differences: readonly Difference[];
  /** Listings that are the same on both sides. */
  readonly same: number;
  /** Rows without a key, or for which nothing would be sent. */
  readonly notCompared: number;
  /** Whether the platform has brought all it has; where not, nothing is said to be only here. */
  readonly isComplete: boolean;
}

/**
 * Compares.
 *
 * @param tabHolding The name of another tab that shows a key, if any: then the listing is not missing here.
 */
export function compareListings(
  rows: readonly ComparedRow[],
  inventory: Inventory,
  tabHolding: (texts: readonly string[]) => string | undefined,
): Comparison {
  const index = indexOf(inventory.listings);
  const isWhole = isComplete(inventory);
  const rowsOf = new Map<ListedListing, ComparedRow[]>();
  const here: Difference[] = [];
  let notCompared = 0;
  for (const row of rows) {
    const matches = matchesOf(row, index);
    for (const match of matches) rowsOf.set(match, [...(rowsOf.get(match) ?? []), row]);
    const isSent = row.step.kind === 'send';
    if (row.identity === '' || (!isSent && matches.length === 0)) notCompared += 1;
    else if (matches.length === 0 && isUpdate(row.step) && isWhole) {
      here.push({ kind: 'onlyHere', rowNumber: row.rowNumber, values: bodyOf(row.step) });
    } else if (matches.length === 0) notCompared += 1;
  }
  let same = 0;
  const there = inventory.listings.flatMap((listing): readonly Difference[] => {
    const matched = rowsOf.get(listing) ?? [];
    const [row, ...others] = matched;
    const values = valuesOf(listing);
    if (row === undefined) {
      const inTab = tabHolding(textsOf(listing));
      return [{ kind: 'onlyThere', values, ...(inTab !== undefined && { inTab }) }];
    }
    if (others.length > 0 || matchesOf(row, index).length > 1) {
      return [{ kind: 'ambiguous', rowNumbers: matched.map(({ rowNumber }) => rowNumber), values }];
    }
    const difference = differenceOf(row, values);
    if (difference === 'same') same += 1;
    if (difference === 'notCompared') notCompared += 1;
    return typeof difference === 'string' ? [] : [difference];
  });
  return { differences: [...there, ...here], same, notCompared, isComplete: isWhole };
}

function differenceOf({ rowNumber, step }: ComparedRow, values: Values): Difference | 'same' | 'notCompared' {
  if (step.kind === 'settled') return 'notCompared';
  if (step.operation.kind === 'delete') return { kind: 'isOver', rowNumber, values };
  if (!isUpdate(step)) return 'notCompared';
  const fields = differingFields(bodyOf(step), values);
  return fields.length === 0 ? 'same' : { kind: 'differs', rowNumber, values, fields };
}

/** Fields that identify the listing, or that change by themselves every day. */
const NOT_COMPARED: ReadonlySet<FieldName> = new Set<FieldName>(['SerialNumber', 'Key', 'KeyType', 'DaysOnMarket']);

/** Fields that the row would send and of which the platform says something else; what it does not mention is not known. */
export function differingFields(sent: Values, listed: Values): readonly FieldName[] {
  return Object.keys(sent)
    .filter(isFieldName)
    .filter((field) => !NOT_COMPARED.has(field) && listed[field] !== undefined && !isSame(sent[field], listed[field]));
}

function isSame(sent: unknown, listed: unknown): boolean {
  if (typeof sent === 'number') return isNumberLike(listed) && Number(listed) === sent;
  if (Array.isArray(sent)) return Array.isArray(listed) && foldedText(sent) === foldedText(listed);
  return String(sent).trim() === (listed === null ? '' : String(listed).trim());
}

function isNumberLike(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
}

/** Lists as text; members of entries whatever the case of their names, and in whatever order. */
function foldedText(list: readonly unknown[]): string {
  return JSON.stringify(list, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const folded = Object.entries(value).map(([name, member]) => [name.toLowerCase(), String(member)] as const);
    return Object.fromEntries(folded.sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}

type Index = ReadonlyMap<string, readonly ListedListing[]>;

function indexOf(listings: readonly ListedListing[]): Index {
  const index = new Map<string, ListedListing[]>();
  for (const listing of listings) {
    for (const identity of identitiesOf(listing)) index.set(identity, [...(index.get(identity) ?? []), listing]);
  }
  return index;
}

/** By the row's own key; where that finds nothing, by its MLS number, as a look-up would. */
function matchesOf({ identity, step }: ComparedRow, index: Index): readonly ListedListing[] {
  if (identity === '') return [];
  const own = index.get(identity) ?? [];
  if (own.length > 0 || !isUpdate(step)) return own;
  const mlsNumber = bodyOf(step).MLSNumber;
  return typeof mlsNumber === 'string'
    ? (index.get(identityOfKey({ keyType: 'MLSNumber', key: mlsNumber })) ?? [])
    : [];
}

function identitiesOf(listing: ListedListing): readonly string[] {
  const values = valuesOf(listing);
  return (Object.keys(KEY_FIELDS) as readonly KeyType[]).flatMap((keyType) => {
    const key = values[KEY_FIELDS[keyType]];
    return isText(key) ? [identityOfKey({ keyType, key: String(key).trim() })] : [];
  });
}

function textsOf(listing: ListedListing): readonly string[] {
  const values = valuesOf(listing);
  return Object.values(KEY_FIELDS).flatMap((field) => (isText(values[field]) ? [String(values[field]).trim()] : []));
}

function isText(value: unknown): boolean {
  return (typeof value === 'string' && value.trim() !== '') || typeof value === 'number';
}

/** What the platform says, with its own key under the documented name. */
function valuesOf({ key, values }: ListedListing): Values {
  return key === '' ? values : { ...values, Key: key };
}

type UpdateStep = Extract<Step, { kind: 'send' }> & { readonly operation: OperationOf<'update'> };

function isUpdate(step: Step): step is UpdateStep {
  return step.kind === 'send' && step.operation.kind === 'update';
}

function bodyOf({ operation }: UpdateStep): Values {
  return JSON.parse(operation.bodyText) as Values;
}

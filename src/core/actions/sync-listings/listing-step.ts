/** Decides what one listing row asks for: the Action column wins, else the listing status by the tab's policy. */

import { type FieldName, fieldDefinition, type KeyType } from '../../listing/fields.ts';
import { isListingBody, missingFields } from '../../listing/listing-body.ts';
import type { ListingProblem, ListingReading, RowValues } from '../../listing/listing-reading.ts';
import type { StatusPolicies, StatusPolicy } from '../../listing/policies.ts';
import { emptyPolicyOf } from '../../listing/policies.ts';
import { type Cause, settledOutcome } from '../../own-cells/outcome.ts';
import type { TabSettings } from '../../settings/tab-settings.ts';
import { isSheetError } from '../../sheet/sheet-error.ts';
import { cellAt, type TableRow } from '../../sheet/table.ts';
import { clipText } from '../../terms/clip-text.ts';
import { updateOf } from '../operation.ts';
import type { Step } from '../row-planner.ts';
import { bodyOf, type ExtraColumn, extensionOf, type ListingKey } from './row-body.ts';

/** The field that holds each type of key. */
export const KEY_FIELDS = { NewOaks: 'Key', MLSNumber: 'MLSNumber', URL: 'Url' } as const;

/** What holds for all listings of a tab, worked out once. */
export interface ListingTab {
  readonly settings: TabSettings;
  /** The chatbot's ID. */
  readonly serialNumber: string;
  readonly actionColumnIndex: number | undefined;
  readonly extraColumns: readonly ExtraColumn[];
  /** The first column that feeds a field. */
  columnOf(field: FieldName): number | undefined;
  /** The mapped key fields that count more than a type of key, by that type. */
  readonly betterKeys: Readonly<Record<KeyType, readonly FieldName[]>>;
  /** The first other row that has the value too, beside a key of its own that counts more; it is not clear which is meant. */
  rowSharing(key: ListingKey): number | undefined;
}

/** A row, read. */
export interface ListingRow {
  readonly row: TableRow;
  readonly reading: ListingReading;
}

/** What a row is meant to become. */
type Intention =
  | { readonly kind: 'update' }
  | { readonly kind: 'delete' }
  | { readonly kind: 'skip'; readonly reason: string }
  | { readonly kind: 'invalid'; readonly message: string; readonly columnIndex: number | undefined };

/** What a row asks for in a sync. */
export function syncStep(listing: ListingRow, tab: ListingTab): Step {
  const intention = intentionOf(listing, tab);
  switch (intention.kind) {
    case 'skip':
      return settled('Skipped', intention.reason);
    case 'invalid':
      return settled('Invalid', intention.message, intention.columnIndex);
    case 'delete':
      return deleteStep(listing, tab);
    case 'update':
      return updateStep(listing, tab);
    default:
      return intention satisfies never;
  }
}

/** A delete by the row's key; problems in cells that are not keys do not matter. */
export function deleteStep({ reading }: ListingRow, tab: ListingTab): Step {
  const key = listingKeyOf(reading.values, tab.settings.keyTypes);
  if (key === undefined) return keylessStep(reading, tab);
  const doubt = doubtOf(key, reading, tab);
  if (doubt !== undefined) return doubt;
  return { kind: 'send', operation: { kind: 'delete', serialNumber: tab.serialNumber, ...key }, notes: [] };
}

/** Why a key may not be the row's own: a key that counts more cannot be read, or another row has this one as well. */
function doubtOf(key: ListingKey, { problems }: ListingReading, tab: ListingTab): Step | undefined {
  const better = tab.betterKeys[key.keyType];
  if (better.length === 0) return undefined;
  const problem = problems.find(({ field }) => better.includes(field));
  if (problem !== undefined) return settled('Invalid', problem.message, tab.columnOf(problem.field));
  const sharing = tab.rowSharing(key);
  if (sharing === undefined) return undefined;
  const label = fieldDefinition(KEY_FIELDS[key.keyType]).label;
  const missing = better.map((field) => fieldDefinition(field).label).join(' or ');
  return settled(
    'Invalid',
    `${label}: “${clipText(key.key, 80)}” stands in row ${sharing} too, so it does not say which listing is meant. Fill ${missing} in this row.`,
    tab.columnOf(KEY_FIELDS[key.keyType]),
  );
}

function updateStep({ row, reading }: ListingRow, tab: ListingTab): Step {
  const { values, problems, notes, derived } = reading;
  if (problems.length > 0) {
    const blamed = problems[0] === undefined ? undefined : tab.columnOf(problems[0].field);
    return settled('Invalid', problems.map((problem) => problem.message).join(' '), blamed, problems.map(problemCause));
  }
  const key = listingKeyOf(values, tab.settings.keyTypes);
  if (key === undefined) return keylessStep(reading, tab);
  const doubt = doubtOf(key, reading, tab);
  if (doubt !== undefined) return doubt;
  const broken = tab.extraColumns.find(({ columnIndex }) => isSheetError(cellAt(row, columnIndex)));
  if (broken !== undefined) {
    const { header, columnIndex } = broken;
    return settled(
      'Invalid',
      `${header} shows the error ${cellAt(row, columnIndex).text}. Correct the formula.`,
      columnIndex,
    );
  }
  const body = bodyOf(values, key, extensionOf(row, tab.extraColumns), tab.serialNumber);
  if (isListingBody(body, 'strict')) return { kind: 'send', operation: updateOf(body), notes, derived };
  const missing = missingFields(body);
  const held = missing.filter((field) => emptyPolicyOf(field, tab.settings).kind !== 'leaveOut');
  if (held.length > 0) {
    return settled('Invalid', missingWords(held, tab), firstColumn(held, tab), held.map(emptyCause));
  }
  if (missing.length === 0 || !isListingBody(body, 'lenient')) {
    return settled(
      'Invalid',
      'The row holds something that the platform’s document does not allow. Check the mapping of this tab.',
    );
  }
  return { kind: 'send', operation: updateOf(body), notes, derived };
}

function intentionOf({ row, reading }: ListingRow, tab: ListingTab): Intention {
  if (reading.statusIntent === 'private')
    return skip('Private listings are never sent. If it is on the platform, use Delete listings.');
  const actionText = actionOf(row, tab);
  switch (actionText.toLowerCase()) {
    case '':
      return byStatus(reading, tab.settings);
    case 'skip':
      return skip('The Action column says Skip.');
    case 'delete':
      return { kind: 'delete' };
    case 'update':
      return byUpdateAction(reading, tab);
    default:
      return {
        kind: 'invalid',
        message: `Action: “${clipText(actionText, 60)}” is not Update, Delete, Skip or blank.`,
        columnIndex: tab.actionColumnIndex,
      };
  }
}

function actionOf(row: TableRow, { actionColumnIndex }: ListingTab): string {
  return actionColumnIndex === undefined ? '' : cellAt(row, actionColumnIndex).text.trim();
}

function byStatus({ statusIntent, values }: ListingReading, settings: TabSettings): Intention {
  const isRental = values.SaleType === 'for_rent';
  switch (statusIntent) {
    case undefined:
    case 'active':
    case 'comingSoon':
      return { kind: 'update' };
    case 'sold':
      return isRental ? bySoldRentalPolicy(settings.policies.soldRental) : { kind: 'update' };
    case 'pending':
    case 'underContract':
      return byOfferPolicy(settings.policies[statusIntent]);
    case 'offMarket':
      return { kind: 'delete' };
    case 'hold':
      return settings.policies.hold === 'delete'
        ? { kind: 'delete' }
        : skip('The listing is on hold. Choose under Mapping whether this tab deletes such listings.');
    case 'incomplete':
      return skip('The listing is a draft and is not sent.');
    case 'private':
      return skip('Private listings are never sent.');
    default:
      return statusIntent satisfies never;
  }
}

function byOfferPolicy(policy: StatusPolicy): Intention {
  switch (policy) {
    case 'skip':
      return skip(
        'An offer was accepted, and the platform has no such status. Choose under Mapping what this tab does with pending listings.',
      );
    case 'active':
      return { kind: 'update' };
    case 'delete':
      return { kind: 'delete' };
    default:
      return policy satisfies never;
  }
}

function bySoldRentalPolicy(policy: StatusPolicies['soldRental']): Intention {
  switch (policy) {
    case 'sold':
      return { kind: 'update' };
    case 'skip':
      return skip('The rental was let, and this tab does not send such listings.');
    case 'delete':
      return { kind: 'delete' };
    default:
      return policy satisfies never;
  }
}

/** "Update" in the Action column cannot give the platform a status that it does not have. */
function byUpdateAction(reading: ListingReading, tab: ListingTab): Intention {
  const intention = byStatus(reading, tab.settings);
  if (intention.kind === 'update') return intention;
  return {
    kind: 'invalid',
    message:
      'Action says Update, but the platform only knows the statuses active, coming soon and sold. Correct the listing status.',
    columnIndex: tab.columnOf('Status'),
  };
}

/** The first key, in the order of the tab's key types, for which a row has a value. */
function listingKeyOf(values: RowValues, keyTypes: readonly KeyType[]): ListingKey | undefined {
  for (const keyType of keyTypes) {
    const key = values[KEY_FIELDS[keyType]];
    if (typeof key === 'string' && key !== '') return { key, keyType };
  }
  return undefined;
}

/** All that a row has of the tab's key types, in their order. */
export function listingKeysOf(values: RowValues, keyTypes: readonly KeyType[]): readonly ListingKey[] {
  return keyTypes.flatMap((keyType) => listingKeyOf(values, [keyType]) ?? []);
}

function keylessStep({ problems }: ListingReading, tab: ListingTab): Step {
  const fields: readonly FieldName[] = tab.settings.keyTypes.map((keyType) => KEY_FIELDS[keyType]);
  const [problem] = problems.filter((one) => fields.includes(one.field));
  if (problem !== undefined) return settled('Invalid', problem.message, tab.columnOf(problem.field));
  const labels = fields
    .filter((field) => tab.columnOf(field) !== undefined)
    .map((field) => fieldDefinition(field).label);
  return settled(
    'Invalid',
    `The row has no key: ${labels.join(' and ')} ${labels.length === 1 ? 'is' : 'are'} empty.`,
    firstColumn(fields, tab),
  );
}

function missingWords(missing: readonly FieldName[], tab: ListingTab): string {
  const labels = (fields: readonly FieldName[]) => fields.map((field) => fieldDefinition(field).label).join(', ');
  const empty = missing.filter((field) => tab.columnOf(field) !== undefined);
  const unmapped = missing.filter((field) => tab.columnOf(field) === undefined);
  return [
    ...(empty.length > 0 ? [`Empty: ${labels(empty)}.`] : []),
    ...(unmapped.length > 0 ? [`No column or fixed value: ${labels(unmapped)}.`] : []),
    'Fill the cells, set a fixed value under Mapping, or let this tab send what the row has.',
  ].join(' ');
}

function firstColumn(fields: readonly FieldName[], tab: ListingTab): number | undefined {
  return fields.map((field) => tab.columnOf(field)).find((columnIndex) => columnIndex !== undefined);
}

function skip(reason: string): Intention {
  return { kind: 'skip', reason };
}

function emptyCause(field: FieldName): Cause {
  return { kind: 'empty', field, words: `${fieldDefinition(field).label} is empty` };
}

function problemCause({ field, message, unknownWord }: ListingProblem): Cause {
  if (unknownWord === undefined) return { kind: 'unreadable', field, words: message };
  return { kind: 'unknownWord', field, unknownWord, words: message };
}

function settled(status: 'Invalid' | 'Skipped', detail: string, columnIndex?: number, causes?: readonly Cause[]): Step {
  return { kind: 'settled', outcome: settledOutcome(status, detail, columnIndex, causes) };
}

/** Decides what one listing row asks for: the Action column wins, else the listing status by the tab's policy. */

import { type FieldName, fieldDefinition } from '../../listing/fields.ts';
import { type ExtensionEntry, isListingBody, missingFields } from '../../listing/listing-body.ts';
import type { ListingProblem, ListingReading, RowValues } from '../../listing/listing-reading.ts';
import type { StatusPolicies, StatusPolicy } from '../../listing/policies.ts';
import { emptyPolicyOf } from '../../listing/policies.ts';
import { approvalOf } from '../../mapping/approval-columns.ts';
import { type SellersWord, sellersWord } from '../../mapping/seller-opt-outs.ts';
import { type Cause, settledOutcome } from '../../own-cells/outcome.ts';
import type { TabSettings } from '../../settings/tab-settings.ts';
import { isSheetError } from '../../sheet/sheet-error.ts';
import { cellAt, type TableRow, textAt } from '../../sheet/table.ts';
import { clipText } from '../../terms/clip-text.ts';
import { failure, type Result, success } from '../../terms/result.ts';
import { offInternetWords, unclearWishWords } from '../../words/sellers-wish.ts';
import { certainKey } from '../certain-key.ts';
import { deleteStep } from '../delete-step.ts';
import { type ExtraColumn, extensionOf } from '../extra-columns.ts';
import { answerFor, fieldWords, type RefusedFields, refusedWords } from '../field-answers.ts';
import { hiddenAddressNote, keyNamesStreet, withoutAddress } from '../hidden-address.ts';
import { KEY_FIELDS, listingKeyOf } from '../listing-key.ts';
import type { ListingRow, ListingTab } from '../listing-tab.ts';
import type { Step } from '../row-planner.ts';
import { firstColumn, settledStep } from '../settled-step.ts';
import { daysMarkOf } from './counted-days.ts';
import { bodyOf } from './row-body.ts';
import { type UpdateOperation, updateOf } from './update-operation.ts';

/** What a row is meant to become. */
type Intention =
  | { readonly kind: 'update' }
  /** `why` is absent where the listing status says so. */
  | { readonly kind: 'delete'; readonly why?: string }
  /** Never sent; deleted if it was. */
  | { readonly kind: 'withdraw'; readonly reason: string }
  | { readonly kind: 'skip'; readonly reason: string }
  | { readonly kind: 'invalid'; readonly message: string; readonly columnIndex: number | undefined };

/** What a row asks for in a sync. */
export function syncStep(listing: ListingRow, tab: ListingTab): Step {
  const intention = intentionOf(listing, tab);
  switch (intention.kind) {
    case 'skip':
      return settledStep('Skipped', intention.reason);
    case 'invalid':
      return settledStep('Invalid', intention.message, intention.columnIndex);
    case 'delete':
      return deleteStep(listing, tab, intention.why ?? statusWords(listing, tab));
    case 'withdraw':
      return withdrawStep(listing, tab, intention.reason);
    case 'update':
      return updateStep(listing, tab);
    default:
      return intention satisfies never;
  }
}

/** A listing that nobody may see: if the platform has it, it goes. */
function withdrawStep(listing: ListingRow, tab: ListingTab, reason: string): Step {
  const skipped = settledOutcome('Skipped', reason);
  const step = deleteStep(listing, tab, reason);
  return step.kind === 'send' ? { ...step, unlessKnown: skipped } : { kind: 'settled', outcome: skipped };
}

function updateStep({ row, reading }: ListingRow, tab: ListingTab): Step {
  if (reading.problems.length > 0) return unreadableStep(reading.problems, tab);
  const key = certainKey(reading, tab);
  if (!key.ok) return key.error;
  const broken = tab.extraColumns.find(({ columnIndex }) => isSheetError(cellAt(row, columnIndex)));
  if (broken !== undefined) return brokenStep(row, broken);
  const shown = shownContent(row, reading, tab);
  if (!shown.ok) return shown.error;
  const { values, extension, notes } = shown.value;
  const clearsExtension = tab.settings.ifEmpty.ExtensionColumn?.kind === 'clear';
  const body = bodyOf(values, key.value, extension, tab.serialNumber, clearsExtension);
  const isWhole = isListingBody(body, 'strict');
  const missing = isWhole ? [] : missingFields(body);
  const held = isWhole ? undefined : heldBack(missing, reading, notes, tab);
  if (held !== undefined) return held;
  if (!isWhole && (missing.length === 0 || !isListingBody(body, 'lenient'))) return settledStep('Invalid', NOT_ALLOWED);
  const update = updateOf(body, missing, daysMarkOf(reading, key.value, tab));
  const told = [...notes, ...[...priceOf(values), ...missing].flatMap((field) => unusedWords(field, tab))];
  return { kind: 'send', operation: orCreated(update, values, tab), notes: told, derived: reading.derived };
}

const NOT_ALLOWED =
  'The row holds something that the platform’s document does not allow. Check the mapping of this tab.';

function unreadableStep(problems: readonly ListingProblem[], tab: ListingTab): Step {
  const [first] = problems;
  const columnIndex = first === undefined ? undefined : tab.columnOf(first.field);
  return settledStep(
    'Invalid',
    problems.map(({ message }) => message).join(' '),
    columnIndex,
    problems.map(problemCause),
  );
}

function brokenStep(row: TableRow, { header, columnIndex }: ExtraColumn): Step {
  const { text } = cellAt(row, columnIndex);
  return settledStep('Invalid', `${header} shows the error ${text}. Correct the formula.`, columnIndex);
}

/** Why a listing without some required fields is not sent: this tab holds such rows, or the platform has refused the like. */
function heldBack(
  missing: readonly FieldName[],
  { values }: ListingReading,
  notes: readonly string[],
  tab: ListingTab,
): Step | undefined {
  const answer = answerFor(missing, tab.fieldAnswers());
  const refused = answer.kind === 'refused' ? answer.refused : undefined;
  const held = missing.filter((field) => emptyPolicyOf(field, tab.settings).kind !== 'leaveOut');
  if (held.length > 0) {
    const hidden = held.filter((field) => values[field as keyof RowValues] !== undefined);
    const detail = `${hiddenWords(hidden)}${missingWords(held, notes, tab, refused)}`;
    return settledStep('Invalid', detail, firstColumn(held, tab), held.map(emptyCause(tab, refused)));
  }
  if (refused === undefined) return undefined;
  const detail = [...notesOn(refused.fields, notes), refusedWords(refused)].join(' ');
  return settledStep('Invalid', detail, firstColumn(refused.fields, tab), refused.fields.map(emptyCause(tab, refused)));
}

/**
 * The update, with what becomes of its listing where the platform does not have it. What is known by the platform's own key was
 * there once, and would get another key.
 */
function orCreated(
  update: UpdateOperation,
  { MLSNumber: mlsNumber }: RowValues,
  { settings, serialNumber }: ListingTab,
): UpdateOperation {
  const isKnownByNumber = typeof mlsNumber === 'string' && mlsNumber !== '' && update.keyType !== 'NewOaks';
  if (settings.createMissing === 'off' || !isKnownByNumber) return update;
  const does = settings.createMissing === 'on' ? 'create' : 'ask';
  return { ...update, ifMissing: { serialNumber, mlsNumber, does } };
}

/** What of a row may be shown: without its address where the seller wishes so. */
interface ShownContent {
  readonly values: RowValues;
  readonly extension: readonly ExtensionEntry[];
  readonly notes: readonly string[];
}

function shownContent(row: TableRow, reading: ListingReading, tab: ListingTab): Result<ShownContent, Step> {
  const { values, notes } = reading;
  const extension = extensionOf(row, tab.extraColumns);
  const word = addressWord(row, tab);
  if (word.kind === 'shown') return success({ values, extension, notes });
  if (word.kind === 'unclear') return failure(settledStep('Invalid', unclearWish(word), word.columnIndex));
  const key = listingKeyOf(values, tab.settings.keyTypes);
  if (key !== undefined && keyNamesStreet(key.key, values)) {
    const detail = `“${word.header}” keeps the address off the internet, but the row’s key names the street: ${key.key}. Fill an MLS number, or use it as the key of this tab.`;
    return failure(settledStep('Invalid', detail, tab.columnOf(KEY_FIELDS[key.keyType])));
  }
  const left = withoutAddress(values, extension);
  return success({ ...left, notes: [hiddenAddressNote(word.header, left.naming), ...notes] });
}

/**
 * What a row says of its address. Where a message filled the row and did not say, the seller may have said no elsewhere, so the
 * address is hidden unless the team decided otherwise.
 */
function addressWord(row: TableRow, { optOuts, stampColumnIndex, settings }: ListingTab): SellersWord {
  const word = sellersWord(row, optOuts.address);
  const isFilledByMessage = stampColumnIndex !== undefined && textAt(row, stampColumnIndex).trim() !== '';
  if (word.kind !== 'shown' || !isFilledByMessage || settings.unflaggedAddress === 'show') return word;
  const isSaid = optOuts.address.some(({ columnIndex }) => textAt(row, columnIndex).trim() !== '');
  const header = optOuts.address[0]?.header;
  return isSaid || header === undefined ? word : { kind: 'hidden', header };
}

function unclearWish({ header, text }: Extract<SellersWord, { readonly kind: 'unclear' }>): string {
  return unclearWishWords(header, clipText(text, 60));
}

function intentionOf({ row, reading }: ListingRow, tab: ListingTab): Intention {
  if (reading.statusIntent === 'private')
    return skip('Private listings are never sent. If it is on the platform, use Delete listings.');
  const actionText = actionOf(row, tab);
  const action = actionText.toLowerCase();
  if (action === 'skip') return skip('The Action column says Skip.');
  if (action === 'delete') return { kind: 'delete', why: 'The Action column says Delete' };
  const word = sellersWord(row, tab.optOuts.listing);
  if (word.kind === 'hidden') return { kind: 'withdraw', reason: offInternetWords(word.header) };
  if (word.kind === 'unclear') return { kind: 'invalid', message: unclearWish(word), columnIndex: word.columnIndex };
  switch (action) {
    case '':
      return ifApproved(byStatus(reading, tab.settings), row, tab);
    case 'update':
      return ifApproved(byUpdateAction(reading, tab), row, tab);
    default:
      return {
        kind: 'invalid',
        message: `Action: “${clipText(actionText, 60)}” is not Update, Delete, Skip or blank.`,
        columnIndex: tab.actionColumnIndex,
      };
  }
}

/** What the team has not approved stays where it is; what is over goes all the same. */
function ifApproved(intention: Intention, row: TableRow, { approvals }: ListingTab): Intention {
  if (intention.kind !== 'update') return intention;
  const approval = approvalOf(row, approvals);
  switch (approval.kind) {
    case 'given':
      return intention;
    case 'missing':
      return skip(`“${approval.header}” does not say Yes, so the row was not sent.`);
    case 'unclear':
      return {
        kind: 'invalid',
        message: `${approval.header}: “${clipText(approval.text, 60)}” is neither Yes nor No.`,
        columnIndex: approval.columnIndex,
      };
    default:
      return approval satisfies never;
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

/** Why a listing goes by its status, with the word of its cell. */
function statusWords({ row, reading }: ListingRow, tab: ListingTab): string {
  const columnIndex = tab.columnOf('Status');
  const text = columnIndex === undefined ? '' : clipText(textAt(row, columnIndex).trim(), 60);
  const words = OVER_WORDS[reading.statusIntent ?? 'offMarket'] ?? 'Off the market';
  return text === '' ? words : `${words} (“${text}”)`;
}

const OVER_WORDS: { readonly [Intent in NonNullable<ListingReading['statusIntent']>]?: string } = {
  sold: 'Let',
  pending: 'Pending',
  underContract: 'Under contract',
  hold: 'On hold',
};

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

function missingWords(
  missing: readonly FieldName[],
  notes: readonly string[],
  tab: ListingTab,
  refused: RefusedFields | undefined,
): string {
  const labels = (fields: readonly FieldName[]) => fields.map((field) => fieldDefinition(field).label).join(', ');
  const empty = missing.filter((field) => tab.columnOf(field) !== undefined);
  const unmapped = missing.filter((field) => tab.columnOf(field) === undefined);
  return [
    ...(empty.length > 0 ? [`Empty: ${labels(empty)}.`] : []),
    ...(unmapped.length > 0 ? [`No column or fixed value: ${labels(unmapped)}.`] : []),
    ...unmapped.flatMap((field) => unusedWords(field, tab)),
    ...notesOn(missing, notes),
    refused === undefined
      ? 'Fill the cells, set a fixed value under Mapping, or let this tab send what the row has.'
      : refusedWords(refused),
  ].join(' ');
}

/** Why cells that hold something gave nothing: two ticks that contradict each other, a year of 0. */
function notesOn(fields: readonly FieldName[], notes: readonly string[]): readonly string[] {
  return notes.filter((note) => fields.some((field) => note.startsWith(`${fieldDefinition(field).label}: `)));
}

/** The price of its kind that a listing goes out without. */
function priceOf(values: Partial<RowValues>): readonly FieldName[] {
  const { SaleType: saleType, SalePrice: sale, RentPrice: rent } = values;
  if (saleType === 'for_sale') return sale === undefined ? ['SalePrice'] : [];
  return saleType === 'for_rent' && rent === undefined ? ['RentPrice'] : [];
}

/** A column that is there must not be denied. */
function unusedWords(field: FieldName, tab: ListingTab): readonly string[] {
  const unused = tab.unusedColumnOf(field);
  if (unused === undefined) return [];
  const { label } = fieldDefinition(field);
  return [`The column “${unused.header}” is not used for ${label}: ${unused.reason}.`];
}

/** A page's address may be gone because it names the street. */
function hiddenWords(fields: readonly FieldName[]): string {
  if (fields.length === 0) return '';
  return `${fieldWords(fields)} names the street, which the seller keeps off the internet, so it is taken out. `;
}

function skip(reason: string): Intention {
  return { kind: 'skip', reason };
}

/** @param refused What the platform has refused of what the row leaves out. */
function emptyCause(tab: ListingTab, refused: RefusedFields | undefined): (field: FieldName) => Cause {
  return (field) => ({
    kind: 'empty',
    field,
    words: `${fieldDefinition(field).label} is empty`,
    ...(tab.columnOf(field) === undefined ? unfedCause(field, tab) : {}),
    ...(refused?.fields.includes(field) === true ? { isRefused: true } : {}),
  });
}

function unfedCause(field: FieldName, tab: ListingTab): Pick<Cause, 'isUnfed' | 'mayFeed'> {
  const unused = tab.unusedColumnOf(field);
  if (unused?.isFree !== true) return { isUnfed: true };
  return { isUnfed: true, mayFeed: { header: unused.header, reason: unused.reason } };
}

function problemCause({ field, message, unknownWord }: ListingProblem): Cause {
  if (unknownWord === undefined) return { kind: 'unreadable', field, words: message };
  return { kind: 'unknownWord', field, unknownWord, words: message };
}

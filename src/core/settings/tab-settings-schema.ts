/** What a tab's settings may be, as the sidebar hands them over and as they are stored. */
import * as v from 'valibot';
import { type PartRole, STREET_ROLES } from '../listing/field-source.ts';
import { isFieldName } from '../listing/fields.ts';
import { sheetNumberSchema } from '../sheet/sheet-numbers.ts';
import { lazySchema } from '../terms/lazy-schema.ts';
import { MOST_BELIEVED_DAYS } from './believed-days.ts';

/** Columns a tab can have. @see https://support.google.com/drive/answer/37603 (read 2026-11-21). */
const MOST_COLUMNS = 18_278;

/** Longest text in settings. */
const LONGEST_TEXT = 2_000;

const shortText = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const headers = v.pipe(v.array(v.pipe(shortText, v.nonEmpty())), v.maxLength(MOST_COLUMNS));
const seenHeaders = v.pipe(v.string(), v.maxLength(64));
const fieldName = v.pipe(v.string(), v.guard(isFieldName));

const PART_ROLES = [
  'fullBaths',
  'threeQuarterBaths',
  'halfBaths',
  'quarterBaths',
  ...STREET_ROLES,
  'image',
  'amount',
  'measure',
  'period',
  'perhapsPeriod',
  'beside',
  'spaces',
  'within',
  'countedBaths',
  'whenSold',
  'reduced',
  'soldOn',
  'offerOn',
  'goneOn',
  'listedOn',
  'otherwise',
  'flag',
  'offer',
] as const satisfies readonly PartRole[];

/** `FieldSource`, also as stored; of at most so many parts. */
export const sourceSchema = (mostParts: number) =>
  v.variant('kind', [
    v.strictObject({ kind: v.literal('column'), header: shortText }),
    v.strictObject({ kind: v.literal('fixed'), value: shortText }),
    v.strictObject({
      kind: v.literal('joined'),
      parts: v.pipe(
        v.array(v.strictObject({ role: v.picklist(PART_ROLES), header: shortText })),
        v.maxLength(mostParts),
      ),
    }),
  ]);

/** What a person may choose. */
const fieldSourceSchema = sourceSchema(100);

/** `KeyType`. */
export const keyTypeSchema = v.picklist(['NewOaks', 'MLSNumber', 'URL']);

const emptyPolicy = v.variant('kind', [
  v.strictObject({ kind: v.literal('hold') }),
  v.strictObject({ kind: v.literal('leaveOut') }),
  v.strictObject({ kind: v.literal('clear') }),
  v.strictObject({ kind: v.literal('zero') }),
  v.strictObject({ kind: v.literal('default'), value: shortText }),
]);

const acceptedOfferPolicy = v.picklist(['skip', 'active', 'delete']);

/** `TabSettings`, also as stored. */
export const tabSettingsSchema = lazySchema(() =>
  v.strictObject({
    headerRowNumber: v.exactOptional(sheetNumberSchema),
    mapping: v.record(fieldName, fieldSourceSchema),
    unmapped: v.pipe(v.array(fieldName), v.maxLength(100)),
    keyTypes: v.pipe(v.array(keyTypeSchema), v.minLength(1), v.maxLength(3)),
    missing: v.picklist(['hold', 'send']),
    ifEmpty: v.record(fieldName, emptyPolicy),
    policies: v.strictObject({
      pending: acceptedOfferPolicy,
      underContract: acceptedOfferPolicy,
      hold: v.picklist(['skip', 'delete']),
      soldRental: v.picklist(['sold', 'skip', 'delete']),
    }),
    taughtWords: v.record(shortText, v.record(shortText, shortText)),
    seenHeaders,
    extraHeaders: headers,
    excludedHeaders: headers,
    includedHeaders: headers,
    sendsShownText: v.boolean(),
    unflaggedAddress: v.picklist(['hide', 'show']),
    createMissing: v.picklist(['off', 'ask', 'on']),
    rowsThatLeft: v.picklist(['ask', 'keep', 'delete']),
    countedDays: v.picklist(['weekly', 'daily', 'withChanges']),
    believedDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_BELIEVED_DAYS)),
    sendsBothPrices: v.boolean(),
  }),
);

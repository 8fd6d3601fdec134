/** Checks of everything the sidebar hands to the server: every callable function is open to anybody who can run it. */
import * as v from 'valibot';
import { chatbotIdSchema, requestsAtOnceSchema, secretKeySchema } from './connection.ts';
import { isFieldName } from './listing/fields.ts';
import type { PartRole } from './mapping/mapping.ts';

/** Longest text in settings. */
const LONGEST_TEXT = 2_000;

const shortText = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const headers = v.pipe(v.array(v.pipe(shortText, v.nonEmpty())), v.maxLength(500));
const sheetNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000));
const tabId = v.pipe(v.number(), v.integer(), v.minValue(0));
const runId = v.pipe(v.string(), v.regex(/^run-[a-z0-9]{1,40}$/));
const fieldName = v.pipe(v.string(), v.guard(isFieldName));

const PART_ROLES = [
  'fullBaths',
  'threeQuarterBaths',
  'halfBaths',
  'quarterBaths',
  'streetNumber',
  'streetDirection',
  'streetName',
  'streetSuffix',
  'unit',
  'image',
] as const satisfies readonly PartRole[];

const fieldSource = v.variant('kind', [
  v.strictObject({ kind: v.literal('column'), header: shortText }),
  v.strictObject({ kind: v.literal('fixed'), value: shortText }),
  v.strictObject({
    kind: v.literal('joined'),
    parts: v.pipe(v.array(v.strictObject({ role: v.picklist(PART_ROLES), header: shortText })), v.maxLength(100)),
  }),
]);

const emptyPolicy = v.variant('kind', [
  v.strictObject({ kind: v.literal('hold') }),
  v.strictObject({ kind: v.literal('leaveOut') }),
  v.strictObject({ kind: v.literal('default'), value: shortText }),
]);

const acceptedOfferPolicy = v.picklist(['skip', 'active', 'delete']);

/** `TabSettings`, also as stored. */
export const tabSettingsSchema = v.strictObject({
  headerRowNumber: v.exactOptional(sheetNumber),
  mapping: v.record(fieldName, fieldSource),
  unmapped: v.pipe(v.array(fieldName), v.maxLength(100)),
  keyTypes: v.pipe(v.array(v.picklist(['NewOaks', 'MLSNumber', 'URL'])), v.minLength(1), v.maxLength(3)),
  missing: v.picklist(['hold', 'send']),
  ifEmpty: v.record(fieldName, emptyPolicy),
  policies: v.strictObject({
    pending: acceptedOfferPolicy,
    underContract: acceptedOfferPolicy,
    hold: v.picklist(['skip', 'delete']),
    soldRental: v.picklist(['sold', 'skip', 'delete']),
  }),
  taughtWords: v.record(shortText, v.record(shortText, shortText)),
  seenHeaders: headers,
  extraHeaders: headers,
  excludedHeaders: headers,
  sendsShownText: v.boolean(),
});

const authHeader = v.picklist(['Authorization', 'chatrobot-sessionkey']);
const sharing = v.picklist(['me', 'file']);

/** The argument of each function that takes one. */
export const argumentSchemas = {
  saveConnection: v.strictObject({
    key: v.exactOptional(secretKeySchema),
    chatbotId: chatbotIdSchema,
    authHeader,
    sharing,
    requestsAtOnce: v.exactOptional(requestsAtOnceSchema),
  }),
  saveTabSettings: v.strictObject({ tabId, settings: tabSettingsSchema }),
  runRequest: v.strictObject({
    action: v.picklist(['push', 'sync', 'delete']),
    scope: v.picklist(['selection', 'tab', 'failed']),
    deleteToken: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
  }),
  previewRequest: v.strictObject({ action: v.picklist(['push', 'sync', 'delete']), rowNumber: sheetNumber }),
  run: v.strictObject({ runId }),
  cell: v.strictObject({ tabId, rowNumber: sheetNumber, columnNumber: sheetNumber }),
} as const;

const connectionShape = v.strictObject({
  key: v.exactOptional(v.string()),
  chatbotId: v.string(),
  authHeader,
  sharing,
  requestsAtOnce: v.exactOptional(v.number()),
});

/** Whether the parts of a connection have the right types, though a person may have mistyped their texts. */
export function isConnectionShape(input: unknown): boolean {
  return v.is(connectionShape, input);
}

/** Checks of everything the sidebar hands to the server: every callable function is open to anybody who can run it. */
import * as v from 'valibot';
import { chatbotIdSchema, requestsAtOnceSchema, secretKeySchema } from '../settings/connection.ts';
import { isRowList } from '../sheet/selected-rows.ts';

/** A row or column as Sheets counts it, from 1. */
export const sheetNumberSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000));

/** The id of a tab. */
export const tabIdSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

const runId = v.pipe(v.string(), v.regex(/^run-[a-z0-9]{1,40}$/));
const authHeader = v.picklist(['Authorization', 'chatrobot-sessionkey']);
const sharing = v.picklist(['me', 'file']);

const action = v.picklist(['push', 'sync', 'delete']);

const rowList = v.pipe(v.string(), v.check(isRowList));

const selection = v.strictObject({
  tabId: tabIdSchema,
  selected: rowList,
  hidden: rowList,
  order: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
});

const runRequest = v.strictObject({
  action,
  scope: v.picklist(['selection', 'tab', 'failed']),
  deleteToken: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
  selection: v.exactOptional(selection),
});

/** The argument of each function that takes one; tab settings, which only planning understands, have their own. */
export const argumentSchemas = {
  saveConnection: v.strictObject({
    key: v.exactOptional(secretKeySchema),
    chatbotId: chatbotIdSchema,
    authHeader,
    sharing,
    requestsAtOnce: v.exactOptional(requestsAtOnceSchema),
  }),
  runRequest,
  startRequest: v.strictObject({
    ...runRequest.entries,
    startId: v.exactOptional(v.pipe(v.string(), v.regex(/^[a-z0-9]{1,40}$/))),
  }),
  previewRequest: v.strictObject({ action, rowNumber: sheetNumberSchema }),
  run: v.strictObject({ runId }),
  cell: v.strictObject({ tabId: tabIdSchema, rowNumber: sheetNumberSchema, columnNumber: sheetNumberSchema }),
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

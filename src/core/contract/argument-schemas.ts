/** Checks of everything the sidebar hands to the server: every callable function is open to anybody who can run it. */
import * as v from 'valibot';
import { WEBHOOK_MODES } from '../events/webhook.ts';
import { isVocabularyWord } from '../listing/vocabulary/all-vocabularies.ts';
import { MOST_TABS, SCHEDULED_ACTIONS, whenSchema } from '../schedule/record.ts';
import { chatbotIdSchema, requestsAtOnceSchema, secretKeySchema } from '../settings/connection.ts';
import { mayDeleteSchema } from '../settings/may-delete.ts';
import { settingsNameSchema } from '../settings/named-settings.ts';
import { tabSettingsSchema } from '../settings/tab-settings-schema.ts';
import { sheetNumberSchema, tabIdSchema } from '../sheet/sheet-numbers.ts';
import { isRowList } from '../terms/row-list.ts';
import { ACTION_NAMES } from '../words/actions.ts';
import { STATUS_PLACES, type StatusPlace } from '../words/own-headers.ts';
import { SCHEDULE_CHANGES } from './automation-view.ts';
import { LONGEST_PART } from './events-view.ts';
import type { ArgumentOf, FunctionName } from './server-functions.ts';
import { WEBHOOK_CHANGES } from './webhook-view.ts';

const runId = () => v.pipe(v.string(), v.regex(/^run-[a-z0-9]{1,40}$/));
const authHeader = () => v.picklist(['Authorization', 'chatrobot-sessionkey']);
const sharing = () => v.picklist(['me', 'file']);
const host = () => v.exactOptional(v.pipe(v.string(), v.maxLength(253)));
const isUntestedAccepted = () => v.exactOptional(v.boolean());

const action = () => v.picklist(ACTION_NAMES, `action is one of ${ACTION_NAMES.join(', ')}`);

const rowList = () => v.pipe(v.string(), v.check(isRowList));

const selection = () =>
  v.strictObject({
    selected: rowList(),
    hidden: rowList(),
    order: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  });

const runRequest = () =>
  v.strictObject({
    action: action(),
    scope: v.picklist(['selection', 'tab', 'failed', 'missing']),
    tabId: tabIdSchema,
    deleteToken: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
    leftOut: v.exactOptional(v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)))),
    typedCount: v.exactOptional(sheetNumberSchema),
    isTrial: v.exactOptional(v.boolean()),
    selection: v.exactOptional(selection()),
  });

const run = () => v.strictObject({ runId: runId() });

const startIdSchema = () => v.exactOptional(v.pipe(v.string(), v.regex(/^[a-z0-9]{1,40}$/)));

const eventsRequest = () =>
  v.strictObject({
    // A single message may be longer than a part; nothing is cut in half.
    text: v.pipe(v.string(), v.maxLength(5 * LONGEST_PART, 'a paste has 5 MB at most')),
    tabId: v.exactOptional(tabIdSchema),
  });
const scheduleId = () => v.pipe(v.string(), v.regex(/^s[a-z0-9]{1,40}$/));

const publishRequest = () =>
  v.strictObject({
    tabId: tabIdSchema,
    recipient: v.pipe(v.string(), v.maxLength(500), v.regex(/^(?:https:\/\/\S+)?$/)),
    includesReceived: v.boolean(),
  });

/** Whatever comes is not looked at. */
const noArgument = () =>
  v.pipe(
    v.unknown(),
    v.transform(() => undefined),
  );

/**
 * The argument of each function of the contract; what a function may be called with is checked against its type there. A
 * schema is made when its function is called: fifty of them would be made anew for each call.
 */
export const ARGUMENT_SCHEMAS: { readonly [Name in FunctionName]: () => v.GenericSchema<unknown, ArgumentOf<Name>> } = {
  getOverview: noArgument,
  saveConnection: () =>
    v.strictObject({
      key: v.exactOptional(secretKeySchema),
      chatbotId: chatbotIdSchema,
      authHeader: authHeader(),
      sharing: sharing(),
      requestsAtOnce: v.exactOptional(requestsAtOnceSchema),
      host: host(),
      isUntestedAccepted: isUntestedAccepted(),
    }),
  removeConnection: noArgument,
  testConnection: noArgument,
  getMapping: noArgument,
  decideAgain: () => v.strictObject({ tabId: tabIdSchema }),
  getRecipe: () => v.strictObject({ tabId: tabIdSchema }),
  rememberAction: () => v.strictObject({ tabId: tabIdSchema, action: action() }),
  saveTabSettings: () => v.strictObject({ tabId: tabIdSchema, settings: tabSettingsSchema }),
  getNamedSettings: noArgument,
  keepNamedSettings: () => v.strictObject({ name: settingsNameSchema, settings: v.exactOptional(tabSettingsSchema) }),
  readSettingsFile: () => v.strictObject({ text: v.pipe(v.string(), v.maxLength(LONGEST_PART)) }),
  checkRows: runRequest,
  previewRow: () => v.strictObject({ tabId: tabIdSchema, action: action(), rowNumber: sheetNumberSchema }),
  startRun: () =>
    v.strictObject({
      ...runRequest().entries,
      startId: startIdSchema(),
    }),
  continueRun: run,
  cancelRun: run,
  previewEvents: eventsRequest,
  takeEvents: () => v.strictObject({ ...eventsRequest().entries, makesColumns: v.boolean() }),
  getAutomation: noArgument,
  saveSchedule: () =>
    v.strictObject({
      id: v.exactOptional(scheduleId()),
      action: v.picklist(SCHEDULED_ACTIONS),
      tabIds: v.pipe(v.array(tabIdSchema), v.minLength(1), v.maxLength(MOST_TABS)),
      when: whenSchema,
      allowsDeletes: v.boolean(),
    }),
  saveMayDelete: () => v.strictObject({ emails: mayDeleteSchema }),
  changeSchedule: () =>
    v.strictObject({
      id: scheduleId(),
      change: v.picklist(SCHEDULE_CHANGES),
      seenRows: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    }),
  getEvents: noArgument,
  connectInbox: () =>
    v.strictObject({
      address: v.pipe(v.string(), v.maxLength(300)),
      key: secretKeySchema,
      tabId: v.exactOptional(tabIdSchema),
      start: v.picklist(['now', 'everything']),
    }),
  disconnectInbox: noArgument,
  pollInbox: noArgument,
  saveWebhook: () =>
    v.strictObject({
      address: v.pipe(v.string(), v.trim(), v.maxLength(300)),
      mode: v.picklist(WEBHOOK_MODES),
      tabId: v.exactOptional(tabIdSchema),
    }),
  changeWebhook: () => v.strictObject({ change: v.picklist(WEBHOOK_CHANGES) }),
  testWebhook: noArgument,
  takeArrived: noArgument,
  settleKept: () =>
    v.strictObject({
      id: v.pipe(v.string(), v.regex(/^[a-z]{1,20}-[0-9a-f]{16}$/)),
      choice: v.picklist(['retry', 'row', 'discard']),
      tabId: tabIdSchema,
      rowNumber: v.exactOptional(sheetNumberSchema),
    }),
  getRuns: noArgument,
  getLastResult: noArgument,
  getRunRows: () =>
    v.strictObject({
      tabId: tabIdSchema,
      startedAt: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)),
      seconds: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
    }),
  getRowStory: noArgument,
  getUndo: noArgument,
  undoRun: () => v.strictObject({ ...run().entries, startId: startIdSchema() }),
  findLeft: () => v.strictObject({ tabId: tabIdSchema }),
  comparePlatform: () => v.strictObject({ tabId: tabIdSchema }),
  copyListings: () => v.strictObject({ tabId: tabIdSchema }),
  settleCreate: () => v.strictObject({ mlsNumber: v.pipe(v.string(), v.nonEmpty(), v.maxLength(2_000)) }),
  replaceText: () =>
    v.strictObject({
      tabId: tabIdSchema,
      columnNumber: sheetNumberSchema,
      from: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200)),
      // Only a word of the add-on's own vocabularies may be written, so that nothing becomes a formula.
      to: v.pipe(v.string(), v.check(isVocabularyWord)),
    }),
  goToCell: () =>
    v.strictObject({
      tabId: tabIdSchema,
      rowNumber: sheetNumberSchema,
      columnNumber: sheetNumberSchema,
      key: v.exactOptional(
        v.strictObject({ columnNumber: sheetNumberSchema, text: v.pipe(v.string(), v.maxLength(50_000)) }),
      ),
    }),
  filterProblems: () => v.strictObject({ tabId: tabIdSchema, onlyProblems: v.boolean(), isOurs: v.boolean() }),
  moveStatusColumns: () =>
    v.strictObject({
      tabId: tabIdSchema,
      action: action(),
      place: v.picklist(Object.keys(STATUS_PLACES) as readonly StatusPlace[]),
    }),
  exportEvents: publishRequest,
  publishEvents: publishRequest,
};

/** The names of all functions of the contract. */
export const FUNCTION_NAMES = Object.keys(ARGUMENT_SCHEMAS) as readonly FunctionName[];

const connectionShape = () =>
  v.strictObject({
    key: v.exactOptional(v.string()),
    chatbotId: v.string(),
    authHeader: authHeader(),
    sharing: sharing(),
    requestsAtOnce: v.exactOptional(v.number()),
    host: host(),
    isUntestedAccepted: isUntestedAccepted(),
  });

/** Whether the parts of a connection have the right types, though a person may have mistyped their texts. */
export function isConnectionShape(input: unknown): boolean {
  return v.is(connectionShape(), input);
}

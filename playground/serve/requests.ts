/** What the page may ask of the server, checked before anything is done with it. */

import * as v from 'valibot';
import type { Json } from '../apps-script/emulator.ts';
import { ARRIVALS } from '../pod/demo-inbox.ts';
import type { ArrivalRequest, CallRequest, DialogReply, FaultSetting, HandsRequest } from './wire.ts';
import { CLOCK_MOVES, FAULT_NAMES } from './wire.ts';

const tabName = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const a1 = v.pipe(v.string(), v.regex(/^[A-Z]{0,3}\d{0,7}(:[A-Z]{0,3}\d{0,7})?$/), v.minLength(1));
const lineNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000));
const text = v.pipe(v.string(), v.maxLength(60_000));

const json: v.GenericSchema<Json> = v.lazy(() =>
  v.union([v.string(), v.number(), v.boolean(), v.null(), v.array(json), v.record(v.string(), json)]),
);

const keep = v.nullable(v.strictObject({ columnNumber: lineNumber, texts: v.array(v.string()) }));

/** A verb of the hands. */
export const handsRequestSchema: v.GenericSchema<unknown, HandsRequest> = v.variant('verb', [
  v.strictObject({ verb: v.literal('select'), args: v.strictTuple([tabName, v.pipe(v.array(a1), v.minLength(1))]) }),
  v.strictObject({ verb: v.picklist(['activateTab', 'addTab', 'deleteTab']), args: v.strictTuple([tabName]) }),
  v.strictObject({ verb: v.literal('renameTab'), args: v.strictTuple([tabName, tabName]) }),
  v.strictObject({ verb: v.literal('type'), args: v.strictTuple([tabName, a1, text]) }),
  v.strictObject({ verb: v.literal('paste'), args: v.strictTuple([tabName, a1, v.array(v.array(text))]) }),
  v.strictObject({ verb: v.literal('clear'), args: v.strictTuple([tabName, a1]) }),
  v.strictObject({ verb: v.literal('sort'), args: v.strictTuple([tabName, lineNumber, v.boolean(), lineNumber]) }),
  v.strictObject({
    verb: v.picklist(['insertRows', 'insertColumns', 'deleteRows', 'hideRows', 'showRows', 'deleteColumns']),
    args: v.strictTuple([tabName, lineNumber, lineNumber]),
  }),
  v.strictObject({ verb: v.literal('filter'), args: v.strictTuple([tabName, keep]) }),
]);

/** A call of an add-on function. */
export const callRequestSchema: v.GenericSchema<unknown, CallRequest> = v.strictObject({
  callId: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  functionName: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  args: v.array(json),
  source: v.picklist(['menu', 'sidebar']),
});

/** An answer to a dialog. */
export const dialogReplySchema: v.GenericSchema<unknown, DialogReply> = v.strictObject({
  dialogId: v.string(),
  answer: v.strictObject({
    button: v.picklist(['OK', 'CANCEL', 'YES', 'NO', 'CLOSE']),
    text: v.exactOptional(text),
  }),
});

/** A message that arrives, and the webhook that is told of it. */
export const arrivalSchema: v.GenericSchema<unknown, ArrivalRequest> = v.strictObject({
  arrival: v.picklist(ARRIVALS),
  address: v.exactOptional(
    v.pipe(
      v.string(),
      v.maxLength(400),
      v.regex(
        /^https:\/\/script\.google\.com\/\S+$/,
        'This is no address of a web app. Copy the one that the sidebar shows.',
      ),
    ),
  ),
});

/** A fault switch. A refused row needs a text to know it by: an empty one would strike every request. */
export const faultSettingSchema: v.GenericSchema<unknown, FaultSetting> = v.pipe(
  v.strictObject({
    name: v.picklist(FAULT_NAMES),
    isOn: v.boolean(),
    strikes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
    bodyIncludes: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  }),
  v.check(
    ({ name, isOn, bodyIncludes }) => name !== 'refusedRow' || !isOn || bodyIncludes !== undefined,
    'A refused row needs the text it is known by.',
  ),
);

/** How time is to pass. */
export const clockMoveSchema = v.strictObject({ move: v.picklist(CLOCK_MOVES) });

/** Which frame a page closed. */
export const closeFrameSchema = v.strictObject({ kind: v.picklist(['sidebar', 'modal']) });

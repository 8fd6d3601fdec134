/** Lets tick boxes beside a status say more than the status does: *Under contract*, *Sold*. */

import type { Entry } from '../cell/entry.ts';
import { expectationOf } from '../cell/expectation.ts';
import { yesOrNo } from '../cell/yes-no.ts';
import type { ResolvedPart } from '../field-source.ts';
import type { FieldValue } from '../read-field.ts';
import { found, type Reading, unreadable } from '../reading.ts';
import { LISTING_STATUS, type StatusIntent } from '../vocabulary/listing-status.ts';
import { matchWord } from '../vocabulary/match-word.ts';

/** A tick box and the status it stands for. */
export interface StatusFlag {
  readonly header: string;
  readonly columnIndex: number;
  readonly intent: StatusIntent;
}

/** Words that make a question of a status: `Is Sold?`, `Under Contract (Y/N)`, `PendingYN`. */
const ASKING = /^is (?=\S)|\b(?:y ?\/? ?n|yes ?\/? ?no|flag)\b|[?()]/gi;
const JOINTS = /([a-z])(?=[A-Z])|_/g;

/** Statuses that a tick box of the same name does not mean: a new building, a completed one, one for sale and not for rent. */
const MEANS_MORE =
  /^(?:new|just|price|for|to|en|zu|a|completed|settled|exchanged|extended|partial|option|live|let|delete|kill|zap|temp|in progress)\b/i;

/** The status that a header asks about, and nothing else. */
export function flagIntent(header: string): StatusIntent | undefined {
  const words = header.replace(JOINTS, '$1 ').replace(ASKING, ' ').trim();
  const isClear = words.length > 2 && !MEANS_MORE.test(words);
  const match = isClear ? matchWord(LISTING_STATUS, words) : undefined;
  return match?.kind === 'meaning' ? match.meaning : undefined;
}

/** The tick box that a part is; none where its header names no status. */
export function flagReader({ header, columnIndex }: ResolvedPart): readonly StatusFlag[] {
  const intent = flagIntent(header);
  return intent === undefined ? [] : [{ header, columnIndex, intent }];
}

const OFFERS: ReadonlySet<StatusIntent> = new Set<StatusIntent>(['pending', 'underContract']);

/** The status with what ticked boxes say: an offer refines `Active`, and a blank status is what is ticked. */
export function withFlags(
  reading: Reading<FieldValue>,
  flags: readonly StatusFlag[],
  entryAt: (columnIndex: number) => Entry,
): Reading<FieldValue> {
  return flags.reduce((status, flag) => {
    const said = yesOrNo(entryAt(flag.columnIndex));
    if (said === undefined || status.kind === 'unreadable') return status;
    return said ? withFlag(status, flag) : withoutFlag(status, flag);
  }, reading);
}

/** Only of *Active* a No says anything: that the listing is something else. */
function withoutFlag(reading: Reading<FieldValue>, { header, intent }: StatusFlag): Reading<FieldValue> {
  const isDenied = intent === 'active' && reading.kind === 'value' && reading.value === 'active';
  return isDenied
    ? unreadable(expectationOf('Status'), `“${header}” says No beside it; correct one of the two.`)
    : reading;
}

function withFlag(
  reading: Extract<Reading<FieldValue>, { kind: 'value' | 'empty' }>,
  flag: StatusFlag,
): Reading<FieldValue> {
  if (reading.kind === 'empty' || reading.value === flag.intent) return found(flag.intent);
  if (OFFERS.has(flag.intent)) return reading.value === 'active' ? found(flag.intent) : reading;
  // What is off the market or sold may have been anything before; that it is active as well cannot be.
  return reading.value === 'active'
    ? unreadable(expectationOf('Status'), `“${flag.header}” is ticked beside it; correct one of the two.`)
    : reading;
}

/** Lets columns beside a status say more than the status does: tick boxes such as *Under contract*, a *Sub Status*. */

import { askedWords } from '../cell/asked-words.ts';
import type { Entry } from '../cell/entry.ts';
import { expectationOf } from '../cell/expectation.ts';
import { offerNamed } from '../cell/read-sale-type.ts';
import { yesOrNo } from '../cell/yes-no.ts';
import type { PartRole, ResolvedPart } from '../field-source.ts';
import type { FieldValue } from '../read-field.ts';
import { found, type Reading, unreadable } from '../reading.ts';
import { LISTING_STATUS, type StatusIntent } from '../vocabulary/listing-status.ts';
import { matchWord } from '../vocabulary/match-word.ts';

/** A day beside a status, as one row has it. */
export interface StatusDay {
  readonly role: PartRole;
  readonly header: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

/**
 * The status with what days beside it say of a mere *Active*, where they are past and the home was not listed again after them: one
 * that was withdrawn or had expired is asked about. An offer, which may have come to nothing, and a sale are noted: senders of
 * messages fill both days for homes that are offered.
 */
export function withDays(reading: Reading<FieldValue>, days: readonly StatusDay[], today: string): Reading<FieldValue> {
  if (reading.kind !== 'value' || reading.value !== 'active') return reading;
  const listed = days.filter(({ role }) => role === 'listedOn').map(({ day }) => day);
  const isOpen = ({ role, day }: StatusDay) => {
    if (role === 'listedOn' || day > today || listed.some((one) => one > day)) return false;
    // Without a day of listing a sale may be the one before.
    return role !== 'soldOn' || listed.some((one) => one < day);
  };
  const open = days.filter(isOpen);
  const over = open.find(({ role }) => role === 'goneOn');
  if (over !== undefined) {
    const because = `“${over.header}” says ${over.day} beside it; correct one of the two.`;
    return unreadable(expectationOf('Status'), because);
  }
  const [turn] = open;
  if (turn === undefined || reading.note !== undefined) return reading;
  return { ...reading, note: `sent as Active, though “${turn.header}” says ${turn.day} beside it` };
}

/** A tick box and the status it stands for. */
export interface StatusFlag {
  readonly header: string;
  readonly columnIndex: number;
  /** Absent for a column of words. */
  readonly intent: StatusIntent | undefined;
}

/** Statuses that a tick box of the same name does not mean: a new building, a completed one, one for sale and not for rent. */
const MEANS_MORE =
  /^(?:new|just|price|for|to|en|zu|a|completed|settled|exchanged|extended|partial|option|live|let(?! agreed)|delete|kill|zap|temp|in progress)\b/i;

/** The status that a header asks about, and nothing else. */
export function flagIntent(header: string): StatusIntent | undefined {
  const words = askedWords(header);
  const isClear = words.length > 2 && !MEANS_MORE.test(words) && offerNamed(header) === undefined;
  const match = isClear ? matchWord(LISTING_STATUS, words) : undefined;
  return match?.kind === 'meaning' ? match.meaning : undefined;
}

/** What a part says of the status: a tick box by its header, else by the words of its cells. */
export function flagOf({ header, columnIndex }: ResolvedPart): StatusFlag {
  return { header, columnIndex, intent: flagIntent(header) };
}

const OFFERS: ReadonlySet<StatusIntent> = new Set<StatusIntent>(['pending', 'underContract']);

/** The status with what the columns beside it say: an offer refines `Active`, and a blank status is what they say. */
export function withFlags(
  reading: Reading<FieldValue>,
  flags: readonly StatusFlag[],
  entryAt: (columnIndex: number) => Entry,
): Reading<FieldValue> {
  return flags.reduce((status, { header, columnIndex, intent }) => {
    if (status.kind === 'unreadable') return status;
    const entry = entryAt(columnIndex);
    const said = yesOrNo(entry);
    const named = intent ?? (entry.kind === 'text' ? wordIntent(entry.text) : undefined);
    if (named === undefined || (said === undefined) === (intent !== undefined)) return status;
    const flag = { header, intent: named, isTick: intent !== undefined };
    return said === false ? withoutFlag(status, flag) : withFlag(status, flag);
  }, reading);
}

/** A flag as one row has it. */
interface RowFlag {
  readonly header: string;
  readonly intent: StatusIntent;
  readonly isTick: boolean;
}

function wordIntent(text: string): StatusIntent | undefined {
  const match = matchWord(LISTING_STATUS, text);
  return match.kind === 'meaning' ? match.meaning : undefined;
}

/** Only of *Active* a No says anything: that the listing is something else. */
function withoutFlag(reading: Reading<FieldValue>, { header, intent }: RowFlag): Reading<FieldValue> {
  const isDenied = intent === 'active' && reading.kind === 'value' && reading.value === 'active';
  return isDenied
    ? unreadable(expectationOf('Status'), `“${header}” says No beside it; correct one of the two.`)
    : reading;
}

function withFlag(
  reading: Extract<Reading<FieldValue>, { kind: 'value' | 'empty' }>,
  flag: RowFlag,
): Reading<FieldValue> {
  if (reading.kind === 'empty' || reading.value === flag.intent) return found(flag.intent);
  if (OFFERS.has(flag.intent)) return reading.value === 'active' ? found(flag.intent) : reading;
  // What is off the market or sold may have been anything before; that it is active as well cannot be.
  return reading.value === 'active'
    ? unreadable(
        expectationOf('Status'),
        `“${flag.header}” ${flag.isTick ? 'is ticked' : 'says something else'} beside it; correct one of the two.`,
      )
    : reading;
}

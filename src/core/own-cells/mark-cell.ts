/**
 * What the hidden `Sync mark` cell holds: whether the row was confirmed once, under which key, and the run it waits in. What was
 * confirmed is in the ledger, by key.
 * Because the queue lives in the rows themselves it is sorted, moved and deleted with them, and no cursor goes stale.
 */
import { murmurHash } from '../terms/murmur-hash.ts';
import { ACTION_NAMES, type Action } from '../words/actions.ts';

/** The row waits in a run, or waits to be tried again by *Retry failed rows*. */
export interface QueueMark {
  /** The run; `''` when the row only waits for a retry. */
  readonly runId: string;
  readonly action: Action;
  /** Stands for what the platform knows the row by, as it was planned (`plannedKey`); absent where the row only waits for a retry. */
  readonly key?: string;
  /** The fingerprint of the delete a person agreed to, or that is to be tried again; `''` when there is none. */
  readonly agreedDelete: string;
  /** What only the person who agreed could have written beside it; `''` where nothing was agreed to in this run. */
  readonly signature: string;
  /** Tries made in this run so far, below 100; a run that pauses must not forget them. */
  readonly attempts: number;
  /** Whether one of the tries may have reached the platform without a clear answer. */
  readonly isUnclear: boolean;
  /** Stands for the content of every try that has, or may yet get, no clear answer (`triedContent`); absent where they differ. */
  readonly tried?: string;
  /** Whether its request may be under way: it was about to leave, and no outcome was written since. */
  readonly isUnderWay: boolean;
  /** Whether the row was not sent because its key or its mapping changed while it waited. */
  readonly isChanged?: true;
  /** What the row waited for before this run took it up, where that was something else: so it does again if it is let go. */
  readonly before?: RetryWish;
}

/** What a row that failed is to be tried again for. */
export type RetryWish = Pick<QueueMark, 'action' | 'agreedDelete' | 'isUnclear' | 'tried' | 'isChanged'>;

/** The parsed cell. */
export interface MarkCell {
  /** Whether the platform has confirmed the row, and nothing became of it since: then the cell is a run's, and the platform may know the key. */
  readonly isConfirmed: boolean;
  /** Stands for the key that the row had then (`confirmedKeyOf`): data may move without the add-on's cells. Absent where it is not known. */
  readonly confirmedKey?: string;
  readonly mark?: QueueMark;
}

const ACTION = `(?:${ACTION_NAMES.join('|')})`;
/** What a cell says of a row that the platform has confirmed; no header that people choose. */
const CONFIRMED = 'v1:confirmed';
const FINGERPRINT = 'v1:[0-9a-f]{32}';
const SHORT_HASH = '[0-9a-f]{16}';

/** What a row is to be tried for, in the order in which it is written; `p` tells the groups of two wishes apart. */
const wish = (p: string) => `(?<${p}Action>${ACTION})(?: (?<${p}Delete>${FINGERPRINT}))?`;
const state = (p: string) => `(?<${p}Unclear> unclear)?(?: t1:(?<${p}Tried>${SHORT_HASH}))?(?<${p}Changed> changed)?`;
const IN_RUN = `(?: k1:(?<key>${SHORT_HASH}))?(?: s1:(?<signature>${SHORT_HASH}))?(?: try(?<attempts>[1-9]\\d?))?`;
const MARK = `(?<queue>retry|run-[a-z0-9]+) ${wish('own')}${IN_RUN}${state('own')}(?<sending> sending)?`;
const CELL = new RegExp(
  `^(?<confirmed>${CONFIRMED}(?: (?<confirmedKey>[ki]1:${SHORT_HASH}))?)?\\s*(?:${MARK}(?: after ${wish('before')}${state('before')})?)?$`,
);

/** Whether a text is one that a run may have written. */
export function isMarkCell(text: string): boolean {
  return CELL.test(text.trim());
}

/** Stands in a mark for what the platform knows a row by. */
export function plannedKey(remoteIdentity: string): string {
  return murmurHash(remoteIdentity).slice(0, 16);
}

/** Stands in a mark for the key that a row was confirmed under. A row may be a listing and a chatbot row: their keys are told apart. */
export function confirmedKeyOf(remoteIdentity: string, action: Action): string {
  return `${kindOfKey(action)}1:${plannedKey(remoteIdentity)}`;
}

/** Whether a key that stands in a mark is of what the action is about. */
export function isKeyFor(confirmedKey: string, action: Action): boolean {
  return confirmedKey.startsWith(kindOfKey(action));
}

function kindOfKey(action: Action): 'i' | 'k' {
  return action === 'push' ? 'i' : 'k';
}

/** Stands in a mark for the content that a fingerprint is of. */
export function triedContent(fingerprint: string): string {
  return fingerprint.slice('v1:'.length, 'v1:'.length + 16);
}

const NOTHING_WRITTEN: MarkCell = { isConfirmed: false };

/** Reads the cell; text that no run wrote counts as empty. */
export function parseMarkCell(text: string): MarkCell {
  if (text === '') return NOTHING_WRITTEN;
  const found = CELL.exec(text.trim())?.groups;
  if (found === undefined) return NOTHING_WRITTEN;
  const { confirmed, confirmedKey, queue, key, signature = '', attempts = '0', sending } = found;
  const own = wishIn(found, 'own');
  const confirmation = { isConfirmed: confirmed !== undefined, ...(confirmedKey && { confirmedKey }) };
  if (queue === undefined || own === undefined) return confirmation;
  const before = wishIn(found, 'before');
  const mark = {
    ...own,
    runId: queue === 'retry' ? '' : queue,
    signature,
    attempts: Number(attempts),
    isUnderWay: sending !== undefined,
    ...(key && { key }),
    ...(before && { before }),
  };
  return { ...confirmation, mark };
}

type Groups = Readonly<Record<string, string | undefined>>;

function wishIn(found: Groups, which: 'own' | 'before'): RetryWish | undefined {
  const action = found[`${which}Action`];
  if (!isAction(action)) return undefined;
  const tried = found[`${which}Tried`];
  return {
    action,
    agreedDelete: found[`${which}Delete`] ?? '',
    isUnclear: found[`${which}Unclear`] !== undefined,
    ...(tried && { tried }),
    ...(found[`${which}Changed`] && { isChanged: true }),
  };
}

/** The text of the cell. It begins with a letter and has the shape of no number, date or formula. */
export function formatMarkCell({ isConfirmed, confirmedKey, mark }: MarkCell): string {
  const known = confirmedKey === undefined ? CONFIRMED : `${CONFIRMED} ${confirmedKey}`;
  const confirmed = isConfirmed ? known : '';
  if (mark === undefined) return confirmed;
  const { before } = mark;
  const parts = [
    confirmed,
    mark.runId === '' ? 'retry' : mark.runId,
    mark.action,
    mark.agreedDelete,
    mark.key === undefined ? '' : `k1:${mark.key}`,
    mark.signature === '' ? '' : `s1:${mark.signature}`,
    mark.attempts === 0 ? '' : `try${mark.attempts}`,
    ...stateWords(mark),
    mark.isUnderWay ? 'sending' : '',
    ...(before === undefined ? [] : ['after', before.action, before.agreedDelete, ...stateWords(before)]),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function stateWords({ isUnclear, tried, isChanged }: RetryWish): readonly string[] {
  return [isUnclear ? 'unclear' : '', tried === undefined ? '' : `t1:${tried}`, isChanged === true ? 'changed' : ''];
}

function isAction(text: string | undefined): text is Action {
  return ACTION_NAMES.some((name) => name === text);
}

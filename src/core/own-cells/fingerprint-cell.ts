/**
 * What the hidden `Sync fingerprint` cell holds: the fingerprint last confirmed for the row, and the run the row waits
 * in. Because the queue lives in the rows themselves it is sorted, moved and deleted with them, and no cursor goes stale.
 */
import { ACTION_NAMES, type Action } from '../words/actions.ts';

/** The row waits in a run, or waits to be tried again by *Retry failed rows*. */
export interface QueueMark {
  /** The run; `''` when the row only waits for a retry. */
  readonly runId: string;
  readonly action: Action;
  /** The fingerprint of the delete a person agreed to, or that is to be tried again; `''` when there is none. */
  readonly agreedDelete: string;
  /** What only the person who agreed could have written beside it; `''` where nothing was agreed to in this run. */
  readonly signature: string;
  /** Tries made in this run so far, below 100; a run that pauses must not forget them. */
  readonly attempts: number;
  /** Whether one of the tries may have reached the platform without a clear answer. */
  readonly isUnclear: boolean;
  /** Whether its request may be under way: it was about to leave, and no outcome was written since. */
  readonly isUnderWay: boolean;
  /** What the row waited for before this run took it up, where that was something else: so it does again if it is let go. */
  readonly before?: RetryWish;
}

/** What a row that failed is to be tried again for. */
export type RetryWish = Pick<QueueMark, 'action' | 'agreedDelete' | 'isUnclear'>;

/** The parsed cell. */
export interface FingerprintCell {
  /** Fingerprint of what the platform confirmed last; `''` when nothing is confirmed or it may have changed since. */
  readonly confirmed: string;
  readonly mark?: QueueMark;
}

const ACTION = `(${ACTION_NAMES.join('|')})`;
const FINGERPRINT = '(v1:[0-9a-f]{32})';
const WISH = `${ACTION}(?: ${FINGERPRINT})?`;
const SIGNATURE = '(?: s1:([0-9a-f]{16}))?';
const CELL = new RegExp(
  `^${FINGERPRINT}?\\s*(?:(retry|run-[a-z0-9]+) ${WISH}${SIGNATURE}(?: try([1-9]\\d?))?( unclear)?( sending)?(?: after ${WISH}( unclear)?)?)?$`,
);

/** Whether a text is one that a run may have written. */
export function isFingerprintCell(text: string): boolean {
  return CELL.test(text.trim());
}

const NOTHING_WRITTEN: FingerprintCell = { confirmed: '' };

/** Reads the cell; text that no run wrote counts as empty. */
export function parseFingerprintCell(text: string): FingerprintCell {
  if (text === '') return NOTHING_WRITTEN;
  const match = CELL.exec(text.trim());
  if (match === null) return NOTHING_WRITTEN;
  const [, confirmed = '', queue, action, agreedDelete = '', signature = '', attempts = '0', unclear, sending] = match;
  if (queue === undefined || !isAction(action)) return { confirmed };
  const runId = queue === 'retry' ? '' : queue;
  const [isUnclear, isUnderWay] = [unclear !== undefined, sending !== undefined];
  const mark = { runId, action, agreedDelete, signature, attempts: Number(attempts), isUnclear, isUnderWay };
  const [earlier, earlierDelete = '', earlierUnclear] = match.slice(9);
  if (!isAction(earlier)) return { confirmed, mark };
  const before = { action: earlier, agreedDelete: earlierDelete, isUnclear: earlierUnclear !== undefined };
  return { confirmed, mark: { ...mark, before } };
}

/** The text of the cell. It begins with a letter and has the shape of no number, date or formula. */
export function formatFingerprintCell({ confirmed, mark }: FingerprintCell): string {
  if (mark === undefined) return confirmed;
  const { before } = mark;
  const parts = [
    confirmed,
    mark.runId === '' ? 'retry' : mark.runId,
    mark.action,
    mark.agreedDelete,
    mark.signature === '' ? '' : `s1:${mark.signature}`,
    mark.attempts === 0 ? '' : `try${mark.attempts}`,
    mark.isUnclear ? 'unclear' : '',
    mark.isUnderWay ? 'sending' : '',
    ...(before === undefined ? [] : ['after', before.action, before.agreedDelete, before.isUnclear ? 'unclear' : '']),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function isAction(text: string | undefined): text is Action {
  return ACTION_NAMES.some((name) => name === text);
}

/** What a person is told before a run is taken back: what comes back, and what stays as it is. */
import { count } from './counts.ts';

/** How many of what a run has done stay, by why. */
export interface LastingNumbers {
  readonly unknownBefore?: number;
  readonly notKept?: number;
  readonly wasNotThere?: number;
  readonly deleted?: number;
  readonly unclear?: number;
  readonly sentSince?: number;
  readonly rowGone?: number;
  readonly notBelieved?: number;
}

/** The sentences, what comes back first. */
export function undoWords(rows: number, lasting: LastingNumbers): readonly string[] {
  const { unknownBefore = 0, notKept = 0, wasNotThere = 0, deleted = 0, unclear = 0, rowGone = 0 } = lasting;
  const { notBelieved = 0, sentSince = 0 } = lasting;
  const said = (howMany: number, words: string) => (howMany === 0 ? [] : [`${count(howMany, 'row')}: ${words}`]);
  return [
    ...(rows === 0 ? ['Nothing that this run has sent can be taken back.'] : []),
    ...said(rows, 'the platform gets back what it had before this run. Your sheet stays as it is.'),
    ...said(unknownBefore, 'left as sent, for what the platform had before is not known here.'),
    ...said(notKept, 'left as sent, for what was sent before is not kept any more: room is for the newest only.'),
    ...said(wasNotThere, 'left as sent, for the platform had nothing there before.'),
    ...said(deleted, 'left deleted; a listing comes back only by being created.'),
    ...said(unclear, 'left as it is, for it is not clear what the platform has.'),
    ...said(sentSince, 'left as they are, for another run has sent something for them since.'),
    ...said(rowGone, 'left as sent, for no row of the tab has its key any more.'),
    ...said(
      notBelieved,
      'left as they are, for the hidden tab Sync ledger was changed since. To send what the sheet says now, run again.',
    ),
  ];
}

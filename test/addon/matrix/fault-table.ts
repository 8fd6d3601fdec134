/** The fault matrix as data: what strikes the middle one of three rows, and how that must end. */
import type { Json } from '../../../playground/apps-script/emulator.ts';
import type { Fault } from '../../../playground/platform/platform.ts';
import { SECRET_KEY } from '../listing-sheet.ts';
import { MATRIX_SIZE } from './matrix-size.ts';

/** How often a fault strikes; the smallest matrix has the first way only. */
export const STRIKES = (
  [
    ['once', 1],
    ['twice', 2],
    ['for ever', Number.POSITIVE_INFINITY],
  ] as const
).slice(0, MATRIX_SIZE.strikes);

/**
 * Endings after one strike, two strikes and endless ones, as `status of the struck row in requests`; `together` where the
 * rows that share its request end like it.
 */
export type Endings = readonly [once: string, twice: string, forEver: string];

/** A fault, and how runs end that it strikes. */
export interface FaultCase {
  readonly name: string;
  readonly fault: Fault;
  /** One request per row, three in the wave. */
  readonly update: Endings;
  readonly delete: Endings;
  /** One request for all three rows. */
  readonly push: Endings;
}

/** The struck request alone is tried again, three times at most; rows that share it are then sent in halves. */
const ANSWERED = {
  update: ['Updated in 4', 'Updated in 5', 'Failed in 6'],
  delete: ['Deleted in 4', 'Deleted in 5', 'Failed in 6'],
  push: ['Pushed in 2', 'Pushed in 3', 'Failed in 8'],
} as const;

/** The same, but nobody would send more requests to a platform that is asked too much; the first four times cost no try. */
const BUSY = {
  update: ['Updated in 4', 'Updated in 5', 'Failed in 10'],
  delete: ['Deleted in 4', 'Deleted in 5', 'Failed in 10'],
  push: ['Pushed in 2', 'Pushed in 3', 'Failed together in 8'],
} as const;

/** Being asked to wait longer than a minute is a try each time. */
const LONG_BUSY = { ...ANSWERED, push: ['Pushed in 2', 'Pushed in 3', 'Failed together in 4'] } as const;

/** Google takes back the answers of the whole wave, and each of its requests is sent once more by itself. */
const CUT = {
  update: ['Updated in 6', 'Updated in 7', 'Failed in 9'],
  delete: ['Deleted in 6', 'Deleted in 7', 'Failed in 9'],
  push: ['Pushed in 2', 'Pushed in 3', 'Failed in 10'],
} as const;

/** The same, so late that the three rows are put together once more after a checkpoint. */
const CUT_LATE = { ...CUT, push: ['Pushed in 2', 'Pushed in 3', 'Failed in 12'] } as const;

/** A single row is believed to be at fault; several rows are sent again in halves. */
const REFUSED = {
  update: ['Rejected in 3', 'Rejected in 3', 'Rejected in 3'],
  delete: ['Rejected in 3', 'Rejected in 3', 'Rejected in 3'],
  push: ['Pushed in 3', 'Pushed in 5', 'Rejected in 5'],
} as const;

/** Nothing goes wrong but the time. */
const LATE = {
  update: ['Updated in 3', 'Updated in 3', 'Updated in 3'],
  delete: ['Deleted in 3', 'Deleted in 3', 'Deleted in 3'],
  push: ['Pushed in 1', 'Pushed in 1', 'Pushed in 1'],
} as const;

/** Every fault that leaves the other rows alone. */
export const FAULT_CASES: readonly FaultCase[] = [
  { name: '429', fault: { kind: 'status', status: 429 }, ...BUSY },
  { name: '429 with Retry-After', fault: { kind: 'status', status: 429, retryAfterSeconds: 5 }, ...BUSY },
  { name: '429 with a long Retry-After', fault: { kind: 'status', status: 429, retryAfterSeconds: 170 }, ...LONG_BUSY },
  { name: '408', fault: { kind: 'status', status: 408 }, ...ANSWERED },
  { name: '500', fault: { kind: 'status', status: 500 }, ...ANSWERED },
  { name: '502', fault: { kind: 'status', status: 502 }, ...ANSWERED },
  { name: '503 with Retry-After', fault: { kind: 'status', status: 503, retryAfterSeconds: 3 }, ...ANSWERED },
  { name: 'a web page before the write', fault: { kind: 'html', isAfterWrite: false }, ...ANSWERED },
  { name: 'a web page after the write', fault: { kind: 'html', isAfterWrite: true }, ...ANSWERED },
  { name: 'cut-off JSON before the write', fault: { kind: 'truncated', isAfterWrite: false }, ...ANSWERED },
  { name: 'cut-off JSON after the write', fault: { kind: 'truncated', isAfterWrite: true }, ...ANSWERED },
  { name: 'Data of a wrong type before the write', fault: wrongData('everything is fine', false), ...ANSWERED },
  { name: 'Data of a wrong type after the write', fault: wrongData('everything is fine', true), ...ANSWERED },
  { name: 'no Data at all after the write', fault: wrongData(null, true), ...ANSWERED },
  { name: 'a list of texts as Data', fault: wrongData(['2'], true), ...ANSWERED },
  { name: 'a connection that breaks before the write', fault: { kind: 'dropBefore' }, ...CUT },
  { name: 'a connection that breaks after the write', fault: { kind: 'dropAfter' }, ...CUT },
  { name: 'Success: false, with the key in the message', fault: refusal(400), ...REFUSED },
  { name: 'Success: false with code 500', fault: refusal(500), ...ANSWERED },
  { name: '404', fault: { kind: 'status', status: 404 }, ...REFUSED },
  { name: 'a slow answer', fault: { kind: 'slow', delayMs: 150 }, ...LATE },
  { name: 'an answer that takes half a minute', fault: { kind: 'late', statedMs: 30_000 }, ...LATE },
  { name: 'an answer that takes longer than it is waited for', fault: { kind: 'late', statedMs: 60_000 }, ...CUT_LATE },
];

/** Look-ups of the name that fail, in a wave of three requests of which the middle one is struck, or of a single one. */
export const LOST_LOOKUPS = {
  /** The wave is 1 to 3; then each request goes alone, 4 to 6; then the struck one is tried again. */
  ofThree: [[2], [2, 5], [2, 5, 7, 8, 9]],
  /** A half with the struck row follows the fourth; then the other row of it; then a wave of the struck and the third. */
  ofOne: [[1], [1, 2], [1, 2, 3, 4, 5, 7, 9]],
} as const;

/** How runs end in which the name of a single request is not found. */
export const NAME_LOST = CUT;

function wrongData(data: Json, isAfterWrite: boolean): Fault {
  return { kind: 'wrongData', data, isAfterWrite };
}

function refusal(code: number): Fault {
  return { kind: 'businessError', code, message: `not with ${SECRET_KEY} (or ${encodeURIComponent(SECRET_KEY)})` };
}

/** Where runs are killed: the places between the service calls of an undisturbed run. */
import { MATRIX_SIZE } from './matrix-size.ts';

/** Where a run is killed: before the n-th service call of a step takes effect. */
export interface Kill {
  readonly step: string;
  readonly callNumber: number;
  /** The call's name, for the words of a finding. */
  readonly callName: string;
  /** The name of the call right before it, which took effect; `''` for the first call of a step. */
  readonly callBefore: string;
}

/** The service calls of an undisturbed run, by step. */
export type Traces = ReadonlyMap<string, readonly string[]>;

/** The places at which a run can be killed, as closely as this matrix size looks. */
export function placesIn(traces: Traces): readonly Kill[] {
  return [...traces].flatMap(([step, trace]) =>
    trace.flatMap((callName, callIndex) =>
      isWorthKilling(trace, callIndex) ? [killBefore(trace, callIndex, step, callName)] : [],
    ),
  );
}

function killBefore(trace: readonly string[], callIndex: number, step: string, callName: string): Kill {
  return { step, callNumber: callIndex + 1, callName, callBefore: trace[callIndex - 1] ?? '' };
}

/** The places that are taken: all that tell most, and every so many-th of the others. */
export function killsAt(places: readonly Kill[]): readonly Kill[] {
  const others = places.filter((place) => !isTelling(place));
  const taken = new Set(others.filter((_, index) => index % MATRIX_SIZE.killEvery === 0));
  return places.filter((place) => isTelling(place) || taken.has(place));
}

/** Whether cells are written and not flushed yet, or flushed just now, or requests have left and nothing is recorded. */
export function isTelling({ callName, callBefore }: Pick<Kill, 'callName' | 'callBefore'>): boolean {
  return callName === FLUSH || callBefore === FLUSH || callBefore === FETCH;
}

/** How many chunks a run sent: waves belong to one chunk until something is written. */
export function chunksIn(traces: Traces): number {
  const calls = [...traces.values()].flat().filter((call) => call === FETCH || call === WRITE);
  return calls.filter((call, index) => call === FETCH && calls[index - 1] !== FETCH).length;
}

const FLUSH = 'SpreadsheetApp.flush';
const FETCH = 'UrlFetchApp.fetchAll';
const WRITE = 'Range.setValues';

/** Pairs of places, spread over all pairs: a run that was killed is run again and killed again. */
export function secondKills(kills: readonly Kill[]): readonly (readonly [Kill, Kill])[] {
  const count = Math.min(MATRIX_SIZE.secondKills, kills.length ** 2);
  return Array.from({ length: count }, (_, index) => {
    const first = kills[Math.floor(((index + 0.5) / count) * kills.length)];
    const second = kills[Math.floor(((index * GOLDEN_SECTION + 0.5) % 1) * kills.length)];
    if (first === undefined || second === undefined) throw new Error('There is no such place.');
    return [first, second] as const;
  });
}

/** Its multiples fall evenly between zero and one, and in no step with the first kills. */
const GOLDEN_SECTION = 0.618_034;

/** Objects at hand: calls of them reach neither the spreadsheet nor any other service. */
const IN_HAND =
  /^(RichTextValue(Builder)?|TextStyleBuilder|ConditionalFormatRuleBuilder|HTTPResponse)\.|^SpreadsheetApp\.new/;

/** Calls after which something is other than before. */
const CHANGE = /\.(set|insert|delete|hide|fetch|flush|put|create|releaseLock|toast|alert)/;

function isWorthKilling(trace: readonly string[], callIndex: number): boolean {
  const isInHand = (index: number) => IN_HAND.test(trace[index] ?? '');
  if (isTelling({ callName: trace[callIndex] ?? '', callBefore: trace[callIndex - 1] ?? '' })) return true;
  switch (MATRIX_SIZE.killAt) {
    case 'changes':
      return callIndex === trace.length - 1 || (!isInHand(callIndex) && CHANGE.test(trace[callIndex] ?? ''));
    case 'services':
      // The ends of a series stand for all of it.
      return ![-1, 0, 1].every((offset) => isInHand(callIndex + offset));
    case 'every call':
      return true;
    default:
      return MATRIX_SIZE.killAt satisfies never;
  }
}

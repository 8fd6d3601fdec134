/** Where runs are killed: the places between the service calls of an undisturbed run. */
import { MATRIX_SIZE } from './matrix-size.ts';

/** Where a run is killed: before the n-th service call of a step takes effect. */
export interface Kill {
  readonly step: string;
  readonly callNumber: number;
  /** The call's name, for the words of a finding. */
  readonly callName: string;
}

/** The service calls of an undisturbed run, by step. */
export type Traces = ReadonlyMap<string, readonly string[]>;

/** The places at which a run can be killed, as closely as this matrix size looks. */
export function placesIn(traces: Traces): readonly Kill[] {
  return [...traces].flatMap(([step, trace]) =>
    trace.flatMap((callName, callIndex) =>
      isWorthKilling(trace, callIndex) ? [{ step, callNumber: callIndex + 1, callName }] : [],
    ),
  );
}

/** The places that are taken. */
export function killsAt(places: readonly Kill[]): readonly Kill[] {
  return places.filter((_, index) => index % MATRIX_SIZE.killEvery === 0);
}

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
  /^(RichTextValue|ConditionalFormatRuleBuilder|HTTPResponse)\.|^SpreadsheetApp\.newConditionalFormatRule$/;

/** Calls after which something is other than before. */
const CHANGE = /\.(set|insert|delete|hide|fetch|flush|put|create|releaseLock|toast|alert)/;

function isWorthKilling(trace: readonly string[], callIndex: number): boolean {
  const isInHand = (index: number) => IN_HAND.test(trace[index] ?? '');
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

/** An execution that Google's clock began and that has work to do: whether there is time for it today, and what it used. */
import {
  currentUse,
  type DayUse,
  dayLimits,
  resumesAtMs,
  withExecutionBegun,
  withExecutionEnded,
} from '../../../core/schedule/day-use.ts';
import { requestsSent } from '../../services/http/http.ts';
import { readDayUse, saveDayUse } from '../../services/stores/day-use-store.ts';

/** There is time, and so many requests are left; or triggers run again at a time. */
export type TurnStart =
  | { readonly kind: 'begun'; readonly use: DayUse; readonly requestsLeft: number }
  | { readonly kind: 'spent'; readonly untilMs: number };

/** Asks for a turn, and counts it as long as it can get until it has ended. */
export function beginTurn(startedMs: number): TurnStart {
  const kept = readDayUse();
  const limits = dayLimits(Session.getEffectiveUser().getEmail());
  const untilMs = resumesAtMs(kept, limits, startedMs);
  if (untilMs !== undefined) return { kind: 'spent', untilMs };
  const use = withExecutionBegun(currentUse(kept, startedMs), startedMs);
  saveDayUse(use);
  return { kind: 'begun', use, requestsLeft: Math.max(0, limits.requests - use.requests) };
}

/** Counts what the turn really took. Another execution at the same time is rare, and its count may be lost. */
export function endTurn({ use }: Extract<TurnStart, { kind: 'begun' }>, startedMs: number): void {
  saveDayUse(withExecutionEnded(use, Date.now() - startedMs, requestsSent()));
}

/** What is remembered of deletes in a file: how many of late, whoever or whatever asked for them. */
import * as v from 'valibot';
import { lazySchema } from '../terms/lazy-schema.ts';
import { parseStored } from '../terms/parse-stored.ts';

/** Deletes that were agreed to: when, and how many. */
export type DeleteHistory = readonly (readonly [atMs: number, deletes: number])[];

const SCHEMA = lazySchema(() => v.array(v.tuple([v.number(), v.pipe(v.number(), v.integer(), v.minValue(0))])));

const DAY_MS = 24 * 60 * 60_000;

/** Reads the stored history; nothing where there is none. */
export function parseDeleteHistory(text: string | null): DeleteHistory {
  return parseStored(SCHEMA, text) ?? [];
}

/** Deletes of the last 24 hours. */
export function recentDeletes(history: DeleteHistory, nowMs: number): number {
  return recentOf(history, nowMs).reduce((sum, [, deletes]) => sum + deletes, 0);
}

/** With deletes that are about to happen; older ones than a day are forgotten, and those of one minute become one. */
export function withDeletes(history: DeleteHistory, deletes: number, nowMs: number): DeleteHistory {
  const minuteMs = nowMs - (nowMs % 60_000);
  const known = recentOf(history, nowMs);
  const before = known.filter(([atMs]) => atMs !== minuteMs);
  const sum = known.filter(([atMs]) => atMs === minuteMs).reduce((total, [, more]) => total + more, deletes);
  return [...before, [minuteMs, sum]];
}

function recentOf(history: DeleteHistory, nowMs: number): DeleteHistory {
  return history.filter(([atMs]) => Math.abs(nowMs - atMs) < DAY_MS);
}

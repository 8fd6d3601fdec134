/** What Google allows a person's triggers in a day, and what is known to be used of it. */
import * as v from 'valibot';
import { lazySchema } from '../terms/lazy-schema.ts';
import { parseStored } from '../terms/parse-stored.ts';

/** What was used since a time: how long triggers ran, in all of the person's files, and the requests they sent. */
export interface DayUse {
  readonly sinceMs: number;
  readonly triggerMs: number;
  readonly requests: number;
}

/** What a day allows. */
export interface DayLimits {
  readonly triggerMinutes: number;
  readonly requests: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** @see https://developers.google.com/apps-script/guides/services/quotas "Triggers total runtime", "URL Fetch calls" (read 2026-11-21). */
const CONSUMER: DayLimits = { triggerMinutes: 90, requests: 20_000 };
const WORKSPACE: DayLimits = { triggerMinutes: 360, requests: 100_000 };

/**
 * Google tells nobody which kind an account is. Its address does where Google runs the mail; a personal account may have any
 * other address as well, and a trial less than either. Whoever is shown a limit is told that it is for such an address.
 */
const CONSUMER_ADDRESS = /@(?:gmail|googlemail)\.com$/i;

/** What an account may use; the smaller amount where its address is not known. */
export function dayLimits(address: string): DayLimits {
  return address === '' || CONSUMER_ADDRESS.test(address) ? CONSUMER : WORKSPACE;
}

/** `90 minutes`, `6 hours`: how long triggers may run in a day. */
export function triggerTimeWords({ triggerMinutes }: DayLimits): string {
  return triggerMinutes % 60 === 0 ? `${triggerMinutes / 60} hours` : `${triggerMinutes} minutes`;
}

/** An execution lasts so long at most. */
const LONGEST_EXECUTION_MS = 6 * MINUTE_MS;

/** Calls that find nothing to do are not counted one by one. */
const IDLE_MS = 3 * MINUTE_MS;

/** When triggers may run again; `undefined` where there is time for one more execution now. */
export function resumesAtMs(use: DayUse, { triggerMinutes }: DayLimits, nowMs: number): number | undefined {
  const { sinceMs, triggerMs } = currentUse(use, nowMs);
  return triggerMs + LONGEST_EXECUTION_MS + IDLE_MS > triggerMinutes * MINUTE_MS ? sinceMs + DAY_MS : undefined;
}

/** An execution begins: until it says how long it took it counts as the longest, since it may be killed. */
export function withExecutionBegun(use: DayUse, nowMs: number): DayUse {
  const now = currentUse(use, nowMs);
  return { ...now, triggerMs: now.triggerMs + LONGEST_EXECUTION_MS };
}

/** It has ended, and this is what it used. */
export function withExecutionEnded(use: DayUse, tookMs: number, requests: number): DayUse {
  const triggerMs = Math.max(0, use.triggerMs - LONGEST_EXECUTION_MS) + tookMs;
  return { ...use, triggerMs, requests: use.requests + requests };
}

/**
 * What is used by now: a day begins with its first use.
 *
 * @see https://developers.google.com/apps-script/guides/services/quotas ("reset 24 hours after the first request"; read 2026-11-21).
 */
export function currentUse(use: DayUse, nowMs: number): DayUse {
  return nowMs - use.sinceMs < DAY_MS ? use : { sinceMs: nowMs, triggerMs: 0, requests: 0 };
}

const SCHEMA = lazySchema(() => v.object({ sinceMs: v.number(), triggerMs: v.number(), requests: v.number() }));

/** Reads what is stored; nothing is known to be used where that is none. */
export function parseDayUse(text: string | null): DayUse {
  return parseStored(SCHEMA, text) ?? { sinceMs: 0, triggerMs: 0, requests: 0 };
}

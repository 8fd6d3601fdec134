/** What a run will cost, told before its first request leaves where that is worth knowing. */
import type { SendRow } from '../actions/batch.ts';
import { toBatches } from '../actions/to-batches.ts';

/** From here on a run is long enough to be announced. */
const WORTH_TELLING_REQUESTS = 300;
const WORTH_TELLING_SECONDS = 45;

/**
 * Requests a day: what Google allows a consumer account, and what is left of it for retries and for other scripts.
 *
 * @see https://developers.google.com/apps-script/guides/services/quotas "URL Fetch calls" (read 2026-11-21).
 */
const CONSUMER_REQUESTS_PER_DAY = 20_000;
const CAREFUL_REQUESTS_PER_DAY = 15_000;

/** About how long an answer takes, and how many of a wave Google has under way at once. */
const ANSWER_SECONDS = 0.7;
const MOST_UNDER_WAY = 20;

/** About how long the sheet takes for a row, and for each cell of it: reading it, and writing what became of it. */
const ROW_SECONDS = 0.0018;
const CELL_SECONDS = 0.000_19;

/** How much a run has to do. */
export interface RunExtent {
  readonly requests: number;
  /** Rows that are sent, and how many columns each has. */
  readonly rows: number;
  readonly columns: number;
}

/** How many requests rows need while none is refused. */
export function countRequests(rows: readonly SendRow[]): number {
  return toBatches(rows).length;
}

/**
 * `About 10,000 requests and 7 minutes in all.`, with a warning near the daily limit; `''` for a small run.
 *
 * @param requestsAtOnce How many requests the team allows at the same time.
 */
export function costWords(extent: RunExtent, requestsAtOnce: number): string {
  const { requests } = extent;
  const seconds = secondsFor(extent, requestsAtOnce);
  if (requests < WORTH_TELLING_REQUESTS && seconds < WORTH_TELLING_SECONDS) return '';
  const minutes = Math.max(1, Math.round(seconds / 60));
  const cost = `About ${thousands(requests)} requests and ${minutes === 1 ? '1 minute' : `${minutes} minutes`} in all.`;
  if (requests < CAREFUL_REQUESTS_PER_DAY) return cost;
  return `${cost} Google allows ${thousands(CONSUMER_REQUESTS_PER_DAY)} requests a day (100,000 in a Workspace domain); if they run out, the rest waits and can be sent tomorrow.`;
}

function secondsFor({ requests, rows, columns }: RunExtent, requestsAtOnce: number): number {
  const sending = (requests * ANSWER_SECONDS) / Math.min(requestsAtOnce, MOST_UNDER_WAY);
  return sending + rows * (ROW_SECONDS + columns * CELL_SECONDS);
}

function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

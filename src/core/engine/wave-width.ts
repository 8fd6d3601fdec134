/** How many requests are sent together: few at first, more while all is well, half as many on trouble, then more slowly. */

/** Requests of the first wave: enough to be quick on a small selection, few enough not to knock a platform over. */
export const FIRST_WAVE_WIDTH = 10;

/** The same where the last run over the platform met no trouble: as many as Google usually has under way at once. */
export const TRUSTED_WAVE_WIDTH = 20;

/** How many requests go out together. */
export interface WaveWidth {
  readonly width: number;
  /** Up to this width waves double; beyond it, where trouble began the last time, they grow slowly. */
  readonly slowStartWidth: number;
}

/** The most that a team may set, so waves double until there is trouble. */
export const UNTROUBLED_WIDTH = 100;

/**
 * The width of the next wave, after one of the given width has come back.
 *
 * @param hadTrouble Whether any of its requests met 429, 5xx, a time-out, another network error or an unreadable answer.
 * @param ceiling The most requests that may go out together, as the team has set it.
 */
export function nextWaveWidth({ width, slowStartWidth }: WaveWidth, hadTrouble: boolean, ceiling: number): WaveWidth {
  if (hadTrouble) {
    const half = Math.max(1, Math.floor(width / 2));
    return { width: half, slowStartWidth: half };
  }
  const wider =
    width < slowStartWidth ? Math.min(slowStartWidth, width * 2) : width + Math.max(1, Math.floor(width / 4));
  return { width: Math.min(ceiling, wider), slowStartWidth };
}

/**
 * How long an answer may take: what Google waits by itself where it does not know the shorter time-out it is asked for.
 *
 * @see https://justin.poehnelt.com/posts/definitive-guide-to-urlfetchapp (60 seconds, not configurable; read 2026-11-21).
 */
export const LONGEST_ANSWER_MS = 60_000;

/**
 * Requests of one `fetchAll` that Google has under way at once, as cautiously and as usually measured: a wider wave
 * takes several rounds, each as long as its slowest answer.
 *
 * @see "Benchmark: fetchAll method in UrlFetch service" on https://tanaikech.github.io (2018-04, read 2026-11-21).
 */
const LEAST_AT_ONCE = 10;
export const USUALLY_AT_ONCE = 20;

/** The most requests a wave may have so that, even if each answer takes as long as it may, all are there in time. */
export function widthWithin(remainingMs: number): number {
  const safe = Math.max(1, Math.floor(remainingMs / LONGEST_ANSWER_MS)) * LEAST_AT_ONCE;
  // A round that is half full takes as long as a full one.
  return safe < USUALLY_AT_ONCE ? safe : safe - (safe % USUALLY_AT_ONCE);
}

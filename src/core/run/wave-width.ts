/** How many requests are sent together: few at first, more while all is well, half as many on trouble. */

/** Requests of the first wave: enough to be quick on a small selection, few enough not to knock a platform over. */
export const FIRST_WAVE_WIDTH = 8;

/**
 * The width of the next wave.
 *
 * @param width The width of the wave that came back.
 * @param hadTrouble Whether any of its requests met 429, 5xx, a time-out or another network error.
 * @param ceiling The most requests that may go out together, as the team has set it.
 */
export function nextWaveWidth(width: number, hadTrouble: boolean, ceiling: number): number {
  return hadTrouble ? Math.max(1, Math.floor(width / 2)) : Math.min(ceiling, width * 2);
}

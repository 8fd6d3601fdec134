/** The time on the wall of a time zone, as schedules go by it. */
import type { LocalHour } from '../../core/schedule/due.ts';
import type { LocalMinute } from '../../core/schedule/sentences.ts';

/** The hour, `2026-11-21T07`. */
export function localHour(ms: number, timeZone: string): LocalHour {
  return Utilities.formatDate(new Date(ms), timeZone, "yyyy-MM-dd'T'HH");
}

/** The minute, `2026-11-21T07:12`. */
export function localMinute(ms: number, timeZone: string): LocalMinute {
  return Utilities.formatDate(new Date(ms), timeZone, "yyyy-MM-dd'T'HH:mm");
}

/** A day in words. */

const MONTHS: readonly string[] = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The day of a wall-clock time `2026-11-21T14:05:09`: `21 Nov`. */
export function dayWords(wallTime: string): string {
  const [, month, day] = /^\d+-(\d\d)-(\d\d)/.exec(wallTime) ?? [];
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''}`;
}

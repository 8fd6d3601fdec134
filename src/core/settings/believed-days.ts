/** For how many days it is believed that the platform has what it confirmed: people change things on its own screen as well. */

/** What holds for a tab nobody has set up. */
export const USUAL_BELIEVED_DAYS = 30;

/** Longer is forgotten rather than believed. */
export const MOST_BELIEVED_DAYS = 365;

/** The number that was meant, within what may be chosen; the usual one where it is none. */
export function believedDaysOf(text: string): number {
  const days = Math.round(Number(text.trim() === '' ? Number.NaN : text));
  return Number.isNaN(days) ? USUAL_BELIEVED_DAYS : Math.min(MOST_BELIEVED_DAYS, Math.max(1, days));
}

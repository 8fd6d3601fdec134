/** When a schedule is due: a pure function of its plan, of what it has done, of the time, and of the clock on the wall. */

/** An hour of a day on the wall, `2026-11-21T07`. Texts of this form are ordered as the hours are. */
export type LocalHour = string;

/** What hour it is on the wall of a time zone, at a time in ms since 1970. */
export type LocalHourAt = (ms: number) => LocalHour;

/** How often: every hour, or on some days of the week in the hour that begins at `hour` o'clock. */
export type When =
  | { readonly kind: 'hourly' }
  /** `weekdays` counts from 1, Monday, to 7, Sunday, as ISO 8601 does. */
  | { readonly kind: 'daily'; readonly hour: number; readonly weekdays: readonly number[] };

/** What matters of a schedule. */
export interface Plan {
  readonly when: When;
  /** The slot that was done last, or the newest that is not to be made up for; `''` when there is none. */
  readonly lastSlot: LocalHour;
}

/**
 * The slot that is due now; `undefined` when none is.
 *
 * A slot is due once it has begun and until the schedule's next one begins, an hour or a day later: what was missed for longer
 * is not made up for. A daily slot in the hour that spring skips begins with the hour after it; an hourly schedule has no slot
 * there. The hour that autumn doubles is one slot.
 */
export function due({ when, lastSlot }: Plan, nowMs: number, localHourAt: LocalHourAt): LocalHour | undefined {
  const slot = newestSlot(when, localHourAt(nowMs));
  return slot !== undefined && slot > lastSlot ? slot : undefined;
}

/** The newest slot that has begun and may still be done. */
export function newestSlot(when: When, now: LocalHour): LocalHour | undefined {
  if (when.kind === 'hourly') return now;
  const { hour, weekdays } = when;
  const today = dateOf(now);
  const day = slotOn(today, hour) <= now ? today : dayAfter(today, -1);
  return weekdays.includes(weekdayOf(day)) ? slotOn(day, hour) : undefined;
}

/** The slot that begins next, after all that have begun; `undefined` where no weekday is chosen. */
export function nextSlot(when: When, now: LocalHour): LocalHour | undefined {
  const today = dateOf(now);
  if (when.kind === 'hourly') {
    const hour = Number(now.slice(-2)) + 1;
    return hour === 24 ? slotOn(dayAfter(today, 1), 0) : slotOn(today, hour);
  }
  const { hour, weekdays } = when;
  for (let days = 0; days <= 7; days += 1) {
    const day = dayAfter(today, days);
    if (weekdays.includes(weekdayOf(day)) && slotOn(day, hour) > now) return slotOn(day, hour);
  }
  return undefined;
}

/** The date of an hour, `2026-11-21`. */
export function dateOf(hour: LocalHour): string {
  return hour.slice(0, 10);
}

/** The date so many days later. */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The day of the week of a date, from 1, Monday, to 7, Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

const DAY_MS = 24 * 60 * 60_000;

function slotOn(date: string, hour: number): LocalHour {
  return `${date}T${String(hour).padStart(2, '0')}`;
}

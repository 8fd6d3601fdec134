/** A schedule in one sentence, and what needs a person: what everybody sees who opens the file. */
import { count, countWords } from '../words/counts.ts';
import { dayLimits, triggerTimeWords } from './day-use.ts';
import { dateOf, dayAfter, type LocalHour, nextSlot, type When } from './due.ts';
import type { Review, ScheduleRecord } from './record.ts';
import { isSilent, standingOf } from './state.ts';

/** A time on the wall, `2026-11-21T07:12`. */
export type LocalMinute = string;

/** What the sentences need to know besides the record. */
export interface Viewpoint {
  readonly nowMs: number;
  /** When the owner's trigger gave a sign of life last; 0 before the first time. */
  readonly lastTickMs: number;
  readonly isMine: boolean;
  /** The time on the wall of the schedule's zone. */
  readonly localMinuteAt: (ms: number) => LocalMinute;
  /** The zone of the spreadsheet now. */
  readonly timeZone: string;
}

/** How a schedule shows itself: as it stands, or silent where nothing was heard of it. */
export type Shown = ReturnType<typeof standingOf> | 'silent';

const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** `Every day between 7 and 8`, `Every Monday and Friday between 7 and 8`, `Every hour`. */
export function whenWords(when: When): string {
  if (when.kind === 'hourly') return 'Every hour';
  return `${daysWords(when.weekdays)} between ${when.hour} and ${(when.hour + 1) % 24 === 0 ? 24 : when.hour + 1}`;
}

function daysWords(weekdays: readonly number[]): string {
  const days = [...new Set(weekdays)].sort();
  if (days.length === 7) return 'Every day';
  if (days.join() === '1,2,3,4,5') return 'Every workday';
  const names = days.map((day) => DAY_NAMES[day - 1] ?? '');
  const last = names.pop() ?? '';
  return `Every ${names.length === 0 ? last : `${names.join(', ')} and ${last}`}`;
}

/** `Every day between 7 and 8: sync “Listings”` */
export function scheduleTitle({ action, tabs, when }: ScheduleRecord): string {
  const names = tabs.map(({ tabName }) => `“${tabName}”`).join(', ');
  return `${whenWords(when)}: ${action === 'sync' ? 'sync' : 'push'} ${names}`;
}

/** `Every day between 7 and 8: sync “Listings”. Yours, last run today 7:12: 3 Updated.` */
export function scheduleSentence(record: ScheduleRecord, view: Viewpoint): string {
  return `${scheduleTitle(record)}. ${whoseWords(record, view)}, ${lastWords(record, view)}.`;
}

function whoseWords({ owner }: ScheduleRecord, { isMine }: Viewpoint): string {
  if (isMine) return 'Yours';
  return owner.email === '' ? 'Somebody else\u2019s' : `Of ${owner.email}`;
}

function lastWords(record: ScheduleRecord, view: Viewpoint): string {
  const { lastRun, underWay, when, status } = record;
  const { localMinuteAt, nowMs } = view;
  const now = localMinuteAt(nowMs);
  // A run whose owner left, or whose trigger is gone, is carried on by nobody.
  if (underWay !== undefined)
    return shownAs(record, view) === 'silent'
      ? `its run ${slotWords(underWay.slot, now)} has not ended`
      : 'running now';
  if (lastRun !== undefined) {
    const ended = `last run ${momentWords(localMinuteAt(lastRun.endedAtMs), now)}`;
    // What stopped it is said once, with what to do.
    const isSaid = status.kind === 'stopped' && status.reason.includes(lastRun.words);
    return isSaid ? ended : `${ended}: ${lastRun.words.replace(/\.$/, '')}`;
  }
  const next = nextSlot(when, now.slice(0, 13));
  return next === undefined ? 'not run yet' : `not run yet, next ${slotWords(next, now)}`;
}

/** `today 7:12`, `yesterday 23:05`, `on 3 Nov 7:12`. */
function momentWords(at: LocalMinute, now: LocalMinute): string {
  const time = `${Number(at.slice(11, 13))}:${at.slice(14, 16)}`;
  const days = dateOf(at);
  if (days === dateOf(now)) return `today ${time}`;
  if (days === dayAfter(dateOf(now), 1)) return `tomorrow ${time}`;
  return days === dayAfter(dateOf(now), -1) ? `yesterday ${time}` : `on ${dateWords(days)} ${time}`;
}

/** `today between 7 and 8`, `tomorrow between 7 and 8`. */
function slotWords(slot: LocalHour, now: LocalMinute): string {
  const hour = Number(slot.slice(11, 13));
  const between = `between ${hour} and ${hour + 1}`;
  const date = dateOf(slot);
  if (date === dateOf(now)) return `today ${between}`;
  return date === dayAfter(dateOf(now), 1) ? `tomorrow ${between}` : `on ${dateWords(date)} ${between}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

function dateWords(date: string): string {
  return `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}`;
}

/** How a schedule shows itself. */
export function shownAs(record: ScheduleRecord, { nowMs, lastTickMs }: Pick<Viewpoint, 'nowMs' | 'lastTickMs'>): Shown {
  return isSilent(record, lastTickMs, nowMs) ? 'silent' : standingOf(record);
}

/** What needs a person, and the next step; `''` where nothing does. */
export function noticeOf(record: ScheduleRecord, view: Viewpoint): string {
  const { status, review, failures } = record;
  switch (shownAs(record, view)) {
    case 'silent':
      return silenceWords(record, view);
    case 'stopped':
      return status.kind === 'stopped'
        ? `Stopped. ${sentence(status.reason)} ${view.isMine ? 'Look at it, then start it again.' : 'Ask its owner to start it again, or take it over.'}`
        : '';
    case 'paused':
      return status.kind === 'paused'
        ? `Paused${status.by === '' ? '' : ` by ${status.by}`}. It runs again when somebody resumes it.`
        : '';
    case 'needsReview':
      return review === undefined
        ? ''
        : `${reviewWords(review)} ${failures > 0 ? failingWords(record, view) : GO_ON[review.kind]}`;
    case 'failing':
      return failingWords(record, view);
    case 'well':
      return [waitWords(record, view), exceedsWords(record), zoneWords(record, view)]
        .filter((words) => words !== '')
        .join(' ');
  }
}

function failingWords(record: ScheduleRecord, view: Viewpoint): string {
  const { failures } = record;
  return `The last ${failures === 1 ? 'run' : `${failures} runs`} failed. It is tried again ${againWords(record, view)}, and stopped if that goes on.`;
}

function againWords({ when }: ScheduleRecord, { localMinuteAt, nowMs }: Viewpoint): string {
  const now = localMinuteAt(nowMs);
  const next = nextSlot(when, now.slice(0, 13));
  return next === undefined ? 'at its next time' : slotWords(next, now);
}

function silenceWords({ owner }: ScheduleRecord, { isMine, lastTickMs, nowMs, localMinuteAt }: Viewpoint): string {
  const since = lastTickMs === 0 ? '' : ` since ${momentWords(localMinuteAt(lastTickMs), localMinuteAt(nowMs))}`;
  const likely = isMine
    ? 'Google may have ended your trigger, or used up its time for today. Start it again.'
    : `${owner.email === '' ? 'Its owner' : owner.email} may have left, lost access to this file, or taken back a permission. Take it over to go on.`;
  return `No run${since}: ${likely}`;
}

function reviewWords(review: Review): string {
  if (review.kind === 'look') return review.words;
  const of = review.isLeft === true ? ' of listings whose rows are gone' : '';
  return `${countWords(review.count, 'delete')}${of} ${review.count === 1 ? 'waits' : 'wait'} for a person: ${review.reason}.`;
}

/** What happens while nobody looks. */
const GO_ON: Readonly<Record<Review['kind'], string>> = {
  deletes: 'Updates go on.',
  look: 'It runs on meanwhile.',
};

/** Both what was used and what is allowed are as far as anybody can know: Google tells neither. */
function waitWords({ owner, waitsUntilMs }: ScheduleRecord, { localMinuteAt, nowMs }: Viewpoint): string {
  if (waitsUntilMs === undefined || waitsUntilMs <= nowMs) return '';
  const until = momentWords(localMinuteAt(waitsUntilMs), localMinuteAt(nowMs));
  const time = triggerTimeWords(dayLimits(owner.email));
  return `By our count its owner\u2019s triggers have used Google\u2019s time for today: ${time} for an account with their address. What is due runs after ${until}; run it from the Run view if that is too late.`;
}

function exceedsWords({ exceeds }: ScheduleRecord): string {
  if (exceeds === undefined) return '';
  const { requests, allowed } = exceeds;
  return `It needs about ${count(requests, 'request')}, and by our count Google allows an account with its owner\u2019s address ${allowed.toLocaleString('en-US')} more today: the rest is sent by the slots that follow.`;
}

function zoneWords(record: ScheduleRecord, { timeZone }: Viewpoint): string {
  if (record.timeZone === timeZone) return '';
  return `Its hours are those of ${record.timeZone}; the spreadsheet\u2019s zone is ${timeZone} now. Change it to go by the new one.`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Who has schedules in a file: `ann@example.com has 2 schedules here, with deletes, and they run with their own key.` */
export function teamWords(schedules: readonly ScheduleRecord[]): readonly string[] {
  const owners = new Map<string, ScheduleRecord[]>();
  for (const record of schedules) owners.set(record.owner.token, [...(owners.get(record.owner.token) ?? []), record]);
  return [...owners.values()].map((own) => {
    const deletes = own.some(({ deletesAllowedBy }) => deletesAllowedBy !== undefined) ? ' with deletes' : '';
    const key = own.every((one) => one.key === 'shared') ? 'the key that is shared in this file' : 'their own key';
    return `${own[0]?.owner.email || 'Somebody'} has ${countWords(own.length, 'schedule')} here${deletes}, run with ${key}.`;
  });
}

/** What a menu command adds to what it says: that schedules need somebody; `''` where none does. */
export function attentionWords(
  schedules: readonly ScheduleRecord[],
  lastTickMs: (token: string) => number,
  nowMs: number,
): string {
  const waiting = schedules.filter((record) =>
    NEEDS_SOMEBODY.has(shownAs(record, { nowMs, lastTickMs: lastTickMs(record.owner.token) })),
  ).length;
  if (waiting === 0) return '';
  return `${countWords(waiting, 'schedule')} of this file ${waiting === 1 ? 'needs' : 'need'} somebody: open the sidebar, Automate.`;
}

const NEEDS_SOMEBODY: ReadonlySet<Shown> = new Set(['stopped', 'silent', 'needsReview']);

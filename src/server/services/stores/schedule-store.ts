/** Keeps the schedules of the file, one document property each, and when each owner's trigger last gave a sign of life. */
import { parseSchedule, type ScheduleRecord, storedSchedule } from '../../../core/schedule/record.ts';
import { documentProperties, type FileProperties } from './document-store.ts';

const SCHEDULE_PREFIX = 'schedule.';
const TICK_PREFIX = 'tick.';

/** The schedules of the file, the oldest first. */
export function schedulesIn(properties: FileProperties): readonly ScheduleRecord[] {
  return Object.keys(properties)
    .filter((name) => name.startsWith(SCHEDULE_PREFIX))
    .sort()
    .flatMap((name) => parseSchedule(properties[name] ?? null) ?? []);
}

/** When an owner's trigger gave a sign of life last, in ms since 1970; 0 before the first time. */
export function lastTickIn(properties: FileProperties, token: string): number {
  const ms = Number(properties[TICK_PREFIX + token] ?? 0);
  return Number.isFinite(ms) ? ms : 0;
}

/** Notes a sign of life. */
export function noteTick(token: string, nowMs: number): void {
  documentProperties().setProperty(TICK_PREFIX + token, String(nowMs));
}

/** The schedule as it is now. */
export function readSchedule(id: string): ScheduleRecord | undefined {
  return parseSchedule(documentProperties().getProperty(SCHEDULE_PREFIX + id));
}

/** Keeps a schedule. */
export function saveSchedule(record: ScheduleRecord): void {
  documentProperties().setProperty(SCHEDULE_PREFIX + record.id, storedSchedule(record));
}

/** Forgets a schedule. */
export function removeSchedule(id: string): void {
  documentProperties().deleteProperty(SCHEDULE_PREFIX + id);
}

/** Longer than anybody holds it: a few reads and writes of properties. */
const LOCK_WAIT_MS = 20_000;

/**
 * Runs a short step in which nobody else changes a schedule. It is not the document's lock, which a run holds for minutes: a
 * schedule can be paused and taken over while it runs.
 *
 * @see https://developers.google.com/apps-script/reference/lock/lock-service#getscriptlock (read 2026-11-21).
 */
export function withScheduleLock<T>(step: () => T): T {
  const lock = LockService.getScriptLock();
  lock.waitLock(LOCK_WAIT_MS);
  try {
    return step();
  } finally {
    lock.releaseLock();
  }
}

/**
 * Changes a schedule as it is now, so that what somebody else changed meanwhile stays; `undefined` where it is gone or has
 * another owner by now.
 */
export function changeSchedule(
  id: string,
  token: string,
  change: (record: ScheduleRecord) => ScheduleRecord,
): ScheduleRecord | undefined {
  return withScheduleLock(() => {
    const record = readSchedule(id);
    if (record === undefined || record.owner.token !== token) return undefined;
    const changed = change(record);
    if (changed !== record) saveSchedule(changed);
    return changed;
  });
}

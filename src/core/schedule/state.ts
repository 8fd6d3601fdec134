/** What becomes of a schedule: each function takes the record as it is and gives the one that is to be kept. */

import type { BrakeVerdict } from '../engine/brake.ts';
import type { RunProgress } from '../engine/progress.ts';
import type { FailureKind } from '../terms/failure.ts';
import { countsWords } from '../words/counts.ts';
import { failureText } from '../words/failures.ts';
import type { LocalHour } from './due.ts';
import type { Ground, Review, ScheduleOwner, ScheduleRecord, SlotUnderWay, ToldStanding } from './record.ts';

/** How a tab of a slot went. */
export type TabResult =
  | { readonly kind: 'ended'; readonly progress: RunProgress }
  /** It never began, for a reason that another slot may not meet. */
  | { readonly kind: 'failed'; readonly words: string }
  /** There was nothing to begin; what is said of it, `''` where nothing is. */
  | { readonly kind: 'notBegun'; readonly words: string }
  /** It must not go on until a person has looked. */
  | { readonly kind: 'mustStop'; readonly words: string };

/** Failures after which nothing gets better by trying again in the next slot. */
const STOPPING: readonly FailureKind[] = [
  'notConnected',
  'consentMissing',
  'keyRefused',
  'noHeaderRow',
  'duplicateHeaders',
  'headersChanged',
  'noKeyColumn',
  'statusProtected',
  'statusHeaderTaken',
  'tabGone',
  'chatbotChanged',
  'authorization',
];

/** Whether a failure stops a schedule at once. */
export function isStopping(kind: FailureKind): boolean {
  return STOPPING.includes(kind);
}

/** How a run's end counts. */
export function resultOf(progress: RunProgress): TabResult {
  if (progress.state === 'stopped' && progress.failure !== undefined && !isDayOver(progress)) {
    const words = failureText(progress.failure);
    return isStopping(progress.failure.kind) ? { kind: 'mustStop', words } : { kind: 'failed', words };
  }
  return { kind: 'ended', progress };
}

/** It did what Google allows in a day; the rest is sent by the slots that follow. */
function isDayOver({ failure, counts }: RunProgress): boolean {
  return failure?.kind === 'quota' && confirmedRows(counts) > 0;
}

/** A slot begins: from now on it counts as done, whatever becomes of it. */
export function withSlotBegun(record: ScheduleRecord, slot: LocalHour): ScheduleRecord {
  const { waitsUntilMs: _, exceeds: __, ...rest } = record;
  return { ...rest, lastSlot: slot, underWay: { slot, tabIndex: 0, runId: '', attempts: 0, words: [], isOk: true } };
}

/** The run of the tab at hand is about to begin. */
export function withRunBegun(record: ScheduleRecord, runId: string): ScheduleRecord {
  const { underWay } = record;
  return underWay === undefined
    ? record
    : { ...record, underWay: { ...underWay, runId, attempts: underWay.attempts + 1 } };
}

/** So often an execution may end before its run left any trace. */
export const MOST_ATTEMPTS = 3;

/** More than half of the rows Invalid, where it was fewer than a tenth. */
const MANY_INVALID = 0.5;
const FEW_INVALID = 0.1;

/** Slots in a row that may fail. */
const MOST_FAILURES = { hourly: 5, daily: 3 } as const;

/**
 * The tab at hand is done: what has left it comes next, or the next tab, or the slot has ended.
 *
 * @param deletesLeft Whether the tab wishes that listings whose rows are gone are deleted.
 */
export function withTabDone(
  record: ScheduleRecord,
  result: TabResult,
  nowMs: number,
  deletesLeft = false,
): ScheduleRecord {
  const { underWay } = record;
  if (underWay === undefined) return record;
  const { tabIndex, isLeft, ...slot } = withWords(underWay, record, result);
  const told = { ...record, underWay: { ...slot, tabIndex, ...(isLeft && { isLeft }) } };
  const judged = result.kind === 'ended' && isLeft !== true ? withCounts(told, tabIndex, result.progress) : told;
  if (result.kind === 'mustStop') return stopped(withSlotEnded(judged, nowMs), result.words);
  const isNextLeft = deletesLeft && isLeft !== true && isWholeSync(record, result);
  if (isNextLeft) return { ...judged, underWay: { ...slot, tabIndex, isLeft: true, runId: '', attempts: 0 } };
  if (tabIndex + 1 < record.tabs.length)
    return { ...judged, underWay: { ...slot, tabIndex: tabIndex + 1, runId: '', attempts: 0 } };
  return withSlotEnded(judged, nowMs);
}

/** Only after every row of the tab was looked at it can be told what has left it. */
function isWholeSync({ action }: ScheduleRecord, result: TabResult): boolean {
  return action === 'sync' && result.kind === 'ended' && result.progress.state === 'finished';
}

function withWords(underWay: SlotUnderWay, { tabs }: ScheduleRecord, result: TabResult): SlotUnderWay {
  const said = result.kind === 'ended' ? endedWords(result.progress) : result.words;
  const of = tabs.length === 1 ? '' : (tabs[underWay.tabIndex]?.tabName ?? '');
  const about = [of, ...(underWay.isLeft === true ? ['rows gone'] : [])].filter((word) => word !== '').join(', ');
  const words = said === '' ? [] : [about === '' ? said : `${about}: ${said}`];
  const isOk = result.kind === 'notBegun' || (result.kind === 'ended' && !hasFailed(result.progress));
  return { ...underWay, words: [...underWay.words, ...words], isOk: underWay.isOk && isOk };
}

function endedWords(progress: RunProgress): string {
  const { counts, state } = progress;
  if (isDayOver(progress)) return `${countsWords(counts)}, the rest waits for tomorrow\u2019s requests`;
  return state === 'cancelled' ? `cancelled, ${countsWords(counts)}` : countsWords(counts);
}

/** A run in which the platform took nothing. Rows that are Invalid are nobody's failure. */
function hasFailed(progress: RunProgress): boolean {
  const { counts, state } = progress;
  if (state === 'stopped') return !isDayOver(progress);
  return (counts.Failed ?? 0) > 0 && confirmedRows(counts) === 0;
}

function confirmedRows({ Updated = 0, Pushed = 0, Deleted = 0 }: RunProgress['counts']): number {
  return Updated + Pushed + Deleted;
}

/** What is due waits until Google lets its owner's triggers run again. */
export function withWait(record: ScheduleRecord, untilMs: number): ScheduleRecord {
  return record.waitsUntilMs === untilMs ? record : { ...record, waitsUntilMs: untilMs };
}

function withCounts(record: ScheduleRecord, tabIndex: number, progress: RunProgress): ScheduleRecord {
  const { counts, total, tabName } = progress;
  const share = total === 0 ? 0 : (counts.Invalid ?? 0) / total;
  const before = record.grounds[tabIndex]?.invalidShare ?? share;
  const grounds = replaced(record.grounds, tabIndex, { ...groundOf(record, tabIndex), invalidShare: share });
  const next = { ...record, grounds };
  const tabId = record.tabs[tabIndex]?.tabId ?? -1;
  const isAsked = isLookAt(record.review, tabId, 'cells');
  if (share <= MANY_INVALID) return isAsked ? withoutReview(next) : next;
  if (before >= FEW_INVALID && !isAsked) return next;
  const words = `${counts.Invalid ?? 0} of ${total} rows of “${tabName}” are Invalid, which hardly any were before. Look at the Sync detail column.`;
  return isAsked || record.review === undefined ? { ...next, review: { kind: 'look', words, tabId } } : next;
}

/** Whether a look at a tab is asked for, because of its rows or because of what stands in them. */
function isLookAt(review: Review | undefined, tabId: number, cause: 'rows' | 'cells'): boolean {
  return review?.kind === 'look' && review.tabId === tabId && (review.rows !== undefined) === (cause === 'rows');
}

function withoutReview({ review: _, ...rest }: ScheduleRecord): ScheduleRecord {
  return rest;
}

function withSlotEnded(record: ScheduleRecord, nowMs: number): ScheduleRecord {
  const { underWay, ...rest } = record;
  if (underWay === undefined) return record;
  const { slot, words, isOk } = underWay;
  const failures = isOk ? 0 : record.failures + 1;
  const ended = { ...rest, failures, lastRun: { slot, endedAtMs: nowMs, isOk, words: words.join('; ') } };
  const most = MOST_FAILURES[record.when.kind];
  return failures < most
    ? ended
    : stopped(ended, `It failed ${failures} times in a row. The last time: ${words.join('; ')}`);
}

/** Stopped, and why; it runs again when a person starts it. */
export function stopped(record: ScheduleRecord, reason: string): ScheduleRecord {
  const { underWay: _, ...rest } = record;
  return { ...rest, status: { kind: 'stopped', reason } };
}

/**
 * Paused by a person. A run under way is carried to its end by who began it, without its deletes, but no tab follows. What was
 * stopped stays so: else anybody who pauses and resumes it would start what is for its owner to look at.
 */
export function paused(record: ScheduleRecord, by: string, nowMs: number): ScheduleRecord {
  if (record.status.kind !== 'active') return record;
  const { underWay, ...rest } = record;
  const ran = underWay && {
    lastRun: { slot: underWay.slot, endedAtMs: nowMs, isOk: true, words: [...underWay.words, PAUSED].join('; ') },
  };
  return { ...rest, ...ran, status: { kind: 'paused', by } };
}

const PAUSED = 'paused before it had ended';

/** Runs again from its next slot on; what it rests on is still what its owner agreed to. */
export function resumed(record: ScheduleRecord, newest: LocalHour): ScheduleRecord {
  return { ...record, status: { kind: 'active' }, failures: 0, lastSlot: later(record.lastSlot, newest) };
}

/**
 * Runs again from its next slot on. What was stopped runs on the ground as it is now: its owner was told what changed, and has
 * looked. Whoever resumes what was paused, or brings back what was silent, was told nothing of the kind. And what waits for a look
 * of its own, such as deletes that were held or rows that are gone, goes on waiting for it.
 */
export function restarted(record: ScheduleRecord, newest: LocalHour): ScheduleRecord {
  const { underWay: _, waitsUntilMs: __, exceeds: ___, ...rest } = record;
  const isLookedAt = record.status.kind === 'stopped';
  const grounds = record.grounds.map((ground) => (isLookedAt ? { ...ground, restsOn: '' } : ground));
  return { ...rest, status: { kind: 'active' }, failures: 0, grounds, lastSlot: later(record.lastSlot, newest) };
}

/**
 * As its owner has changed it. What they chose anew is agreed to; that a tab has lost its rows, or holds deletes back, is no
 * matter of the form and stays.
 */
export function edited(before: ScheduleRecord, made: ScheduleRecord): ScheduleRecord {
  const { lastRun, told, review } = before;
  const isOfMade = review !== undefined && made.tabs.some(({ tabId }) => tabId === review.tabId);
  const isSameWork = before.action === made.action;
  return {
    ...made,
    told,
    ...(lastRun && { lastRun }),
    grounds: made.tabs.map(({ tabId }) => ({ ...groundOfTab(before, tabId), restsOn: '' })),
    ...(isSameWork && isOfMade && { review }),
  };
}

function groundOfTab(record: ScheduleRecord, tabId: number): Ground {
  return groundOf(
    record,
    record.tabs.findIndex((tab) => tab.tabId === tabId),
  );
}

/** Of another person from now on: deletes are off, and nothing is made up for. */
export function takenOver(record: ScheduleRecord, owner: ScheduleOwner, newest: LocalHour): ScheduleRecord {
  const { deletesAllowedBy: _, ...rest } = restarted(record, newest);
  return { ...rest, owner };
}

/**
 * A person has looked, and the tab is right as they saw it. Deletes that are held are no matter of a look: they are agreed to one
 * by one, where they are listed.
 *
 * @param seenRows Rows of the tab as the person was told; where it has lost more since, they are asked again.
 */
export function reviewed(record: ScheduleRecord, seenRows: number | undefined): ScheduleRecord {
  const { review } = record;
  if (review?.kind !== 'look' || review.rows !== seenRows) return record;
  const tabIndex = record.tabs.findIndex(({ tabId }) => tabId === review.tabId);
  const settled = withoutReview(record);
  return tabIndex === -1 || seenRows === undefined
    ? settled
    : withGround(settled, tabIndex, { ...groundOf(record, tabIndex), rows: seenRows });
}

/** So few rows of those that a tab had when a person agreed are no longer that tab. */
const SMALLEST_SHARE = 0.7;

/** A tab with fewer rows than it should have asks for a look, whether or not anything would be deleted; with its rows back it does not. */
export function withRowsCounted(record: ScheduleRecord, tabIndex: number, rows: number): ScheduleRecord {
  const { tabId, tabName } = record.tabs[tabIndex] ?? { tabId: -1, tabName: '' };
  const { rows: agreedRows } = groundOf(record, tabIndex);
  const isAsked = isLookAt(record.review, tabId, 'rows');
  if (rows >= agreedRows * SMALLEST_SHARE) return isAsked ? withoutReview(record) : record;
  const words = `“${tabName}” has ${rows} of the ${agreedRows} rows it had when a person looked at it last. Nothing is deleted until somebody says that this is right, or the rows are back.`;
  return isAsked || record.review === undefined ? { ...record, review: { kind: 'look', words, tabId, rows } } : record;
}

/** With deletes that were held: the newest list of a tab is the one that counts. */
export function withHeldDeletes(record: ScheduleRecord, held: Extract<Review, { kind: 'deletes' }>): ScheduleRecord {
  return { ...record, review: held };
}

/**
 * Why deletes that a schedule's run was to send may not leave any more, as their rows say it; `''` where they may.
 *
 * @param schedule As it stands now; `undefined` where it is gone.
 */
export function whyDeletesAreHeld(schedule: ScheduleRecord | undefined): string {
  if (schedule?.deletesAllowedBy === undefined) return DELETES_SWITCHED_OFF;
  return schedule.status.kind === 'active' ? '' : SCHEDULE_STANDS_STILL;
}

const SCHEDULE_STANDS_STILL =
  'The schedule was paused or stopped while this delete waited, so nothing was sent. To delete it, select the row and choose Delete selected listings, or let the schedule run again.';

const DELETES_SWITCHED_OFF =
  'Deletes were switched off for the schedule while this one waited, so nothing was sent. To delete it, select the row and choose Delete selected listings.';

/** Why deletes were held, in words. */
export function heldWords(
  verdict: Exclude<BrakeVerdict, { kind: 'free' }> | { readonly kind: 'notAllowed' | 'mayNot' },
): string {
  switch (verdict.kind) {
    case 'notAllowed':
      return 'deletes are not switched on for this schedule';
    case 'mayNot':
      return 'its owner may not delete in this file';
    case 'tooMany':
      return `more than ${verdict.allowed} in a day are never deleted without a person`;
    case 'shrunk':
      return `the tab has only ${Math.round(verdict.share * 100)} % of the rows it had`;
    default:
      return verdict satisfies never;
  }
}

/** What the schedule rests on in a tab; nothing is known of it before its first look. */
export function groundOf(record: ScheduleRecord, tabIndex: number): Ground {
  return record.grounds[tabIndex] ?? { rows: 0, restsOn: '', invalidShare: 0 };
}

/** With what it rests on in a tab. */
export function withGround(record: ScheduleRecord, tabIndex: number, ground: Ground): ScheduleRecord {
  return { ...record, grounds: replaced(record.grounds, tabIndex, ground) };
}

function replaced(grounds: readonly Ground[], tabIndex: number, ground: Ground): readonly Ground[] {
  const length = Math.max(grounds.length, tabIndex + 1);
  return Array.from({ length }, (_, index) =>
    index === tabIndex ? ground : (grounds[index] ?? { rows: 0, restsOn: '', invalidShare: 0 }),
  );
}

function later(one: LocalHour, other: LocalHour): LocalHour {
  return one > other ? one : other;
}

/** So long without a sign of life of its owner's trigger, which Google calls every hour, says that it is gone. */
const SILENCE_MS = 3 * 60 * 60_000;

/** Whether a schedule that should run has shown no sign of life for too long. */
export function isSilent(record: ScheduleRecord, lastTickMs: number, nowMs: number): boolean {
  return record.status.kind === 'active' && isTooLong(lastTickMs, nowMs);
}

/** Whether a trigger that should strike every hour has given no sign of life for too long. */
export function isTooLong(lastTickMs: number, nowMs: number): boolean {
  return nowMs - lastTickMs > SILENCE_MS;
}

/** How a schedule can stand. */
export type Standing = ToldStanding | 'paused';

/** How it stands. */
export function standingOf({ status, review, failures }: ScheduleRecord): Standing {
  if (status.kind === 'stopped') return 'stopped';
  if (status.kind === 'paused') return 'paused';
  if (review !== undefined) return 'needsReview';
  return failures > 0 ? 'failing' : 'well';
}

/** What Google's clock calls: whatever is to run for a person without anybody watching. */

import type { RunProgress } from '../../core/engine/progress.ts';
import { isAlive, steppedBack } from '../../core/engine/run-record.ts';
import { type Background, neededPace, withWaitingRun } from '../../core/schedule/background.ts';
import type { ScheduleRecord } from '../../core/schedule/record.ts';
import { stopped, withWait } from '../../core/schedule/state.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { type Result, success } from '../../core/terms/result.ts';
import type { BackgroundOutlook } from '../../core/words/background.ts';
import { isAuthorised, provideTrigger, removeTrigger } from '../services/clock-trigger.ts';
import { withDocumentLock } from '../services/document-lock.ts';
import { concludeRun } from '../services/own-tabs/run-log.ts';
import { fileOfTrigger, readBackground, saveBackground } from '../services/stores/background-store.ts';
import { type FileProperties, readFileProperties } from '../services/stores/document-store.ts';
import { bringRunBack, readAsideRun, readRun, saveRun } from '../services/stores/run-store.ts';
import { changeSchedule, noteTick, schedulesIn } from '../services/stores/schedule-store.ts';
import { settleFormat } from '../services/stores/store-format.ts';
import { lookAtWebhook, takeArrived } from './events/take-arrived.ts';
import { explain } from './reply.ts';
import { continueRun } from './run/continue-run.ts';
import { isDue, runSchedules, type Turn } from './schedules/run-schedules.ts';
import { tellOwner } from './schedules/tell-owner.ts';
import { beginTurn, endTurn } from './schedules/turn.ts';

/** The event of a clock trigger. @see https://developers.google.com/apps-script/guides/triggers/events (read 2026-11-29). */
export interface ClockEvent {
  readonly triggerUid?: unknown;
}

/** How long after an execution the next one of a pace begins, at the earliest. */
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long a tick takes in what arrived, before it turns to the schedules. */
const LONGEST_INTAKE_MS = 60_000;

/** A tick does not wait for whoever is working; there is another one soon. */
const TICK_LOCK_WAIT_MS = 1_000;

/**
 * Has a run carried on without anybody watching. Called before its first mark where it may not end in its execution, and again
 * when it did not.
 */
export function planContinuation(runId: string): BackgroundOutlook {
  const fileId = SpreadsheetApp.getActiveSpreadsheet().getId();
  const kept = withWaitingRun(readBackground(fileId), runId);
  if (kept.sight === 'missing') return { kind: 'missing' };
  const background = provideTrigger(fileId, kept, 'minute');
  if (background.triggerId === '') return { kind: 'refused' };
  const run = readRun();
  const nowMs = Date.now();
  const nextMs = Math.max(run?.resumeAtMs ?? 0, nowMs + (background.pace === 'minute' ? MINUTE_MS : HOUR_MS));
  keepAliveUntil(runId, background.pace === 'minute' ? nextMs : nowMs + MINUTE_MS);
  return {
    kind: 'planned',
    minutes: Math.ceil((nextMs - nowMs) / MINUTE_MS),
    isProven: background.sight === 'found',
  };
}

/** A run that was to be carried on has ended in the execution that began it. */
export function endContinuation(runId: string): void {
  const fileId = SpreadsheetApp.getActiveSpreadsheet().getId();
  const kept = readBackground(fileId);
  const left = { ...kept, runIds: kept.runIds.filter((one) => one !== runId) };
  saveBackground(fileId, left);
  tidy(fileId, left, ownSchedules(left.token));
}

/** Until then the run must not look abandoned to others; a run that ended meanwhile, or is in an execution, is left alone. */
function keepAliveUntil(runId: string, heldUntilMs: number): void {
  const run = readRun();
  if (run?.runId === runId && !run.isExecuting) saveRun({ ...run, heldUntilMs });
}

/** The trigger's work: one more part of the run that comes first; the trigger stays as long as anything waits. */
export function workByTrigger(event?: ClockEvent): void {
  try {
    const triggerId = typeof event?.triggerUid === 'string' ? event.triggerUid : '';
    if (!isAuthorised()) {
      stopForConsent(triggerId);
      return;
    }
    const spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet | null = SpreadsheetApp.getActiveSpreadsheet();
    if (spreadsheet === null) giveUpUnseen(triggerId);
    else workIn(spreadsheet.getId(), triggerId);
  } catch (exception) {
    // Nobody is looking, and the trigger strikes again. The log has the reason.
    explain(exception);
  }
}

/** Google's clock finds no spreadsheet here, and never will: the trigger is of no use, and the next command must not promise it. */
function giveUpUnseen(triggerId: string): void {
  const fileId = fileOfTrigger(triggerId);
  if (fileId !== undefined)
    saveBackground(fileId, { ...readBackground(fileId), triggerId: '', runIds: [], sight: 'missing' });
  removeTrigger(triggerId);
}

function workIn(fileId: string, triggerId: string): void {
  const startedMs = Date.now();
  const kept = readBackground(fileId);
  // A trigger whose maker was killed before it could be noted.
  if (triggerId !== '' && triggerId !== kept.triggerId && kept.triggerId !== '') {
    removeTrigger(triggerId);
    return;
  }
  const noted: Background = triggerId === '' ? kept : { ...kept, triggerId, sight: 'found' };
  // What a newer version keeps is left alone until the add-on is updated.
  const stored = readFileProperties();
  if (!settleFormat(stored).ok) return;
  const mine = ownSchedules(noted.token, stored);
  const webhook = noted.listens ? lookAtWebhook() : 'none';
  const hasWork = noted.runIds.length > 0 || webhook === 'arrived' || mine.some(isWorkFor);
  const turn = hasWork ? beginTurn(startedMs) : undefined;
  if (turn?.kind === 'spent') {
    waitForTime(fileId, noted, mine, turn.untilMs);
    return;
  }
  // A webhook that is gone needs nobody to listen.
  const left = { ...carryOn(noted), listens: webhook !== 'none' };
  const takesIn = webhook === 'arrived' && left.runIds.length === 0;
  if (takesIn) takeInArrived(startedMs);
  if (JSON.stringify(left) !== JSON.stringify(kept)) saveBackground(fileId, left);
  // While a run was carried on, or messages were taken in, people may have changed their schedules.
  const own = noted.runIds.length === 0 && !takesIn ? mine : ownSchedules(left.token);
  if (own.length > 0 || left.listens) noteTick(left.token, startedMs);
  const isFree = turn !== undefined && left.runIds.length === 0;
  const hasWorked = isFree && workOnSchedules(fileId, own, { ...turn, token: left.token, startedMs });
  const now = hasWorked ? ownSchedules(left.token) : own;
  const isAllTold = tellOwner(now);
  tidy(fileId, hasWorked ? withoutEndedRuns(fileId) : left, now, isAllTold);
  if (turn !== undefined) endTurn(turn, startedMs);
}

function isWorkFor(record: ScheduleRecord): boolean {
  return record.status.kind === 'active' && isDue(record);
}

/** Google would cut the next execution off, and end the trigger: everybody is told, and there is no hurry until tomorrow. */
function waitForTime(fileId: string, background: Background, own: readonly ScheduleRecord[], untilMs: number): void {
  for (const { id, owner } of own.filter(isWorkFor)) changeSchedule(id, owner.token, (now) => withWait(now, untilMs));
  if (own.length > 0 || background.listens) noteTick(background.token, Date.now());
  if (background.pace === 'hour') saveBackground(fileId, background);
  else provideTrigger(fileId, background, 'hour');
}

function withoutEndedRuns(fileId: string): Background {
  const background = readBackground(fileId);
  if (background.runIds.length === 0 || firstWaiting(background.runIds) !== undefined) return background;
  const left = { ...background, runIds: [] };
  saveBackground(fileId, left);
  return left;
}

function ownSchedules(token: string, stored?: FileProperties): readonly ScheduleRecord[] {
  return token === '' ? [] : schedulesIn(stored ?? readFileProperties()).filter(({ owner }) => owner.token === token);
}

/** Runs what is due; whether anything was. */
function workOnSchedules(
  fileId: string,
  own: readonly ScheduleRecord[],
  { token, startedMs, requestsLeft }: Pick<Turn, 'token' | 'startedMs' | 'requestsLeft'>,
): boolean {
  const active = own.filter(({ status }) => status.kind === 'active');
  const noteRun = (runId: string) => saveBackground(fileId, withWaitingRun(readBackground(fileId), runId));
  return runSchedules(active, { token, startedMs, requestsLeft, noteRun, provideBackground: planContinuation });
}

/** Nothing but properties can be reached without the person's consent; they tell everybody why nothing runs. */
function stopForConsent(triggerId: string): void {
  const fileId = fileOfTrigger(triggerId);
  if (fileId === undefined) return;
  const { token } = readBackground(fileId);
  const reason = 'Google needs the consent of its owner again: open the sidebar, and accept the permissions.';
  for (const { id, status } of ownSchedules(token))
    if (status.kind === 'active') changeSchedule(id, token, (record) => stopped(record, reason));
}

/** Takes in what the webhook has brought, before anything is sent. */
function takeInArrived(startedMs: number): void {
  const arrived = takeArrived(startedMs + LONGEST_INTAKE_MS);
  if (!arrived.ok) console.warn({ message: 'what arrived was not taken in', failure: arrived.error.kind });
}

/** The trigger goes when nothing needs it any more, and back to its resting pace when no run waits. */
function tidy(fileId: string, background: Background, own: readonly ScheduleRecord[], isAllTold = true): void {
  if (background.triggerId === '') return;
  // What is paused is resumed by anybody, and a stopped one only by its owner or by who takes it over. An e-mail that could
  // not be sent today is sent by a later strike.
  const isNeeded =
    background.runIds.length > 0 ||
    background.listens ||
    !isAllTold ||
    own.some(({ status }) => status.kind !== 'stopped');
  if (!isNeeded) endTrigger(fileId, background);
  else if (background.pace !== neededPace(background)) provideTrigger(fileId, background, neededPace(background));
}

function endTrigger(fileId: string, background: Background): void {
  removeTrigger(background.triggerId);
  saveBackground(fileId, { ...background, triggerId: '', pace: 'hour' });
}

/** Carries on the first run that waits; what is left to be done afterwards. */
function carryOn(background: Background): Background {
  const runId = firstWaiting(background.runIds);
  if (runId === undefined) return { ...background, runIds: [] };
  const run = readRun();
  // Somebody is at work, or the platform asked to wait for longer than until the next tick.
  if (run?.runId !== runId || run.resumeAtMs > Date.now() + MINUTE_MS) return background;
  const progress = continueRun(runId, 'unwatched', Date.now(), TICK_LOCK_WAIT_MS);
  if (isStillWaiting(progress)) {
    if (progress.ok) keepAliveUntil(runId, Math.max(readRun()?.resumeAtMs ?? 0, Date.now() + MINUTE_MS));
    return background;
  }
  if (!progress.ok) console.warn({ message: 'continuation failed', run: runId, failure: progress.error.kind });
  const runIds = background.runIds.filter((one) => one !== runId);
  return { ...background, runIds: firstWaiting(runIds) === undefined ? [] : runIds };
}

function isStillWaiting(progress: Result<RunProgress, Failure>): boolean {
  return progress.ok ? progress.value.state === 'running' : progress.error.kind === 'busy';
}

/**
 * The person's run that comes first, brought back if it was put aside; one that ended meanwhile is none of them any more.
 * While somebody else's run is going on it is still the first.
 */
function firstWaiting(runIds: readonly string[]): string | undefined {
  if (runIds.length === 0) return undefined;
  const run = readRun();
  if (run !== undefined && runIds.includes(run.runId)) return run.runId;
  const aside = readAsideRun();
  if (aside === undefined || !runIds.includes(aside.runId)) return undefined;
  if (run === undefined || !isAlive(run, Date.now())) bringBack();
  return aside.runId;
}

/** A run that was put aside for another goes on now that the other has ended, or was given up. */
function bringBack(): void {
  withDocumentLock(() => {
    const aside = readAsideRun();
    const run = readRun();
    if (aside === undefined || (run !== undefined && isAlive(run, Date.now()))) return success(null);
    if (run !== undefined) concludeRun(run, 'interrupted');
    bringRunBack(steppedBack(aside, Date.now()));
    return success(null);
  }, TICK_LOCK_WAIT_MS);
}

/** Runs the schedules of whoever's trigger has struck: what is due, tab by tab, under the rules for what nobody watches. */

import { brake } from '../../../core/engine/brake.ts';
import { deadlinesOf } from '../../../core/engine/deadlines.ts';
import type { EndedRun } from '../../../core/engine/ended-run.ts';
import { progressOf, type RunProgress } from '../../../core/engine/progress.ts';
import { doneRows } from '../../../core/engine/run-record.ts';
import { due } from '../../../core/schedule/due.ts';
import type { ScheduleRecord, SlotUnderWay } from '../../../core/schedule/record.ts';
import { changeOf } from '../../../core/schedule/rests-on.ts';
import {
  groundOf,
  heldWords,
  isStopping,
  MOST_ATTEMPTS,
  resultOf,
  type TabResult,
  withGround,
  withHeldDeletes,
  withRowsCounted,
  withRunBegun,
  withSlotBegun,
  withTabDone,
} from '../../../core/schedule/state.ts';
import { failureText } from '../../../core/words/failures.ts';
import { readInbox } from '../../services/stores/inbox-store.ts';
import { mayDeleteHere } from '../../services/stores/may-delete-store.ts';
import { readAsideRun, readLastRun, readRun } from '../../services/stores/run-store.ts';
import { changeSchedule, readSchedule } from '../../services/stores/schedule-store.ts';
import { readTabSettings } from '../../services/stores/settings-store.ts';
import { localHour } from '../../services/wall-clock.ts';
import { pollInboxes } from '../events/poll-inbox.ts';
import { explain } from '../reply.ts';
import { finishInTime } from '../run/continue-run.ts';
import { startUnattended } from './start-unattended.ts';
import type { TabFacts, Verdict } from './unattended.ts';

/** Another schedule is begun only while there is so much time left. */
const TIME_TO_BEGIN_MS = 120_000;

/** How long the inbox is read before a schedule begins; what is left comes with the next one. */
const LONGEST_POLL_MS = 60_000;

/** Whose schedules run, and what sees to a run that may not end in this execution. */
export interface Turn {
  readonly token: string;
  readonly startedMs: number;
  /** Requests that Google allows the person today, as far as is known. */
  readonly requestsLeft: number;
  /** Remembers a run before its first mark: if the execution is killed, the next strike carries it on. */
  readonly noteRun: (runId: string) => void;
  readonly provideBackground: (runId: string) => void;
}

/** Runs what is due of the person's active schedules; whether anything was. */
export function runSchedules(active: readonly ScheduleRecord[], turn: Turn): boolean {
  const waiting = [...active.filter(isUnderWay), ...active.filter((record) => !isUnderWay(record))].filter(isDue);
  if (waiting.length > 0 && !waiting.some(isUnderWay)) pollFirst();
  for (const { id } of waiting) if (!isTimeToBegin(turn) || runSlot(id, turn) === 'wait') break;
  return waiting.length > 0;
}

/** What the file's inbox has comes into the rows before they are sent; an inbox that does not answer keeps nothing from running. */
function pollFirst(): void {
  if (readInbox() === undefined) return;
  const polled = pollInboxes(Date.now() + LONGEST_POLL_MS);
  if (!polled.ok) console.warn({ message: 'the inbox was not polled', failure: polled.error.kind });
}

function isUnderWay({ underWay }: ScheduleRecord): boolean {
  return underWay !== undefined;
}

/** Whether a schedule has something to do now. */
export function isDue(record: ScheduleRecord): boolean {
  return isUnderWay(record) || dueSlot(record) !== undefined;
}

function dueSlot(record: ScheduleRecord) {
  return due(record, Date.now(), (ms) => localHour(ms, record.timeZone));
}

function isTimeToBegin({ startedMs }: Turn): boolean {
  return Date.now() + TIME_TO_BEGIN_MS < deadlinesOf(startedMs, 'unwatched').softEndMs;
}

/** Whether further schedules may follow in this execution. */
type Next = 'goOn' | 'wait';

/**
 * Runs the tabs of a slot, one after the other; a run that does not end is carried on by the next strike. Where an earlier slot
 * has ended only now, the one of this hour follows at once: until the next strike it would be too late for it.
 */
function runSlot(id: string, turn: Turn): Next {
  for (;;) {
    const record = readSchedule(id);
    if (record?.owner.token !== turn.token || record.status.kind !== 'active' || !isDue(record)) return 'goOn';
    const { underWay } = record;
    const ended = underWay === undefined ? undefined : endOfEarlierRun(underWay);
    if (ended === 'running') return 'wait';
    if (ended === undefined && !isTimeToBegin(turn)) return 'wait';
    const result = ended ?? runTab(record, turn);
    if (result === 'wait') return 'wait';
    const tabId = record.tabs[underWay?.tabIndex ?? 0]?.tabId ?? -1;
    const deletesLeft = readTabSettings(tabId).rowsThatLeft === 'delete';
    changeSchedule(id, turn.token, (now) => withTabDone(now, result, Date.now(), deletesLeft));
  }
}

/** How the run went that an earlier execution began; `undefined` where there was none, or it left no trace. */
function endOfEarlierRun({ runId, attempts }: SlotUnderWay): TabResult | 'running' | undefined {
  if (runId === '') return undefined;
  if (readRun()?.runId === runId || readAsideRun()?.runId === runId) return 'running';
  const last = readLastRun();
  if (last?.record.runId === runId && !hasLeftNoTrace(last)) {
    const { record, end } = last;
    const { stoppedBy } = record;
    if (end === 'finished' || end === 'cancelled')
      return { kind: 'ended', progress: progressOf(record, { kind: end }, []) };
    return stoppedBy === undefined
      ? { kind: 'failed', words: record.firstProblem || `The run was ${end}.` }
      : resultOf(progressOf(record, { kind: 'stopped', failure: stoppedBy }, []));
  }
  return attempts < MOST_ATTEMPTS
    ? undefined
    : { kind: 'failed', words: 'Google ended the run before its first row, several times.' };
}

/** A run that was killed between its record and its first mark is carried on to an end without rows. */
function hasLeftNoTrace({ record, end }: EndedRun): boolean {
  return end === 'finished' && record.total > 0 && doneRows(record) === 0;
}

/** Runs the tab at hand; `wait` where somebody else is at work, or the run goes on in the next execution. */
function runTab({ id }: ScheduleRecord, turn: Turn): TabResult | 'wait' {
  let verdict: Verdict = { kind: 'go' };
  let begun: ScheduleRecord | undefined;
  try {
    const started = startUnattended({
      startedMs: turn.startedMs,
      scheduleId: id,
      claim: () => {
        begun = changeSchedule(id, turn.token, claimed);
        const { underWay } = begun ?? {};
        // An execution beside this one may have had the run carried out meanwhile.
        if (begun === undefined || underWay === undefined || endOfEarlierRun(underWay) !== undefined) return undefined;
        const tab = begun.tabs[underWay.tabIndex];
        if (tab === undefined) return undefined;
        return { ...tab, action: begun.action, ...(underWay.isLeft && { isLeft: underWay.isLeft }) };
      },
      judge: (facts) => {
        verdict = begun === undefined ? { kind: 'go' } : judge(begun, facts);
        if (begun !== undefined)
          changeSchedule(id, turn.token, (record) => grounded(record, facts, verdict, turn.requestsLeft));
        return verdict;
      },
      onBegin: (runId) => {
        turn.noteRun(runId);
        changeSchedule(id, turn.token, (record) => withRunBegun(record, runId));
      },
      provideBackground: turn.provideBackground,
    });
    if (!started.ok) {
      const { kind } = started.error;
      if (kind === 'busy') return 'wait';
      return { kind: isStopping(kind) ? 'mustStop' : 'failed', words: failureText(started.error) };
    }
    if (started.value.kind === 'unclaimed') return 'wait';
    if (started.value.kind === 'notBegun') return started.value;
    if (started.value.kind === 'stopped') return { kind: 'mustStop', words: started.value.reason };
    return endOf(started.value.progress, turn);
  } catch (exception) {
    return { kind: 'failed', words: failureText(explain(exception)) };
  }
}

/** The slot that is due is begun, unless an execution beside this one was faster. */
function claimed(record: ScheduleRecord): ScheduleRecord {
  if (record.underWay !== undefined || record.status.kind !== 'active') return record;
  const slot = dueSlot(record);
  return slot === undefined ? record : withSlotBegun(record, slot);
}

function endOf(begun: RunProgress, turn: Turn): TabResult | 'wait' {
  const ended = finishInTime(begun, { startedMs: turn.startedMs, readMs: TIME_TO_BEGIN_MS / 2 });
  if (!ended.ok) return { kind: 'failed', words: failureText(ended.error) };
  if (ended.value.state !== 'running') return resultOf(ended.value);
  turn.provideBackground(ended.value.runId);
  return 'wait';
}

/** The rules for what nobody watches. */
function judge(record: ScheduleRecord, facts: TabFacts): Verdict {
  const { tabIndex } = record.underWay ?? { tabIndex: 0 };
  const before = groundOf(record, tabIndex);
  const change = before.restsOn === '' ? undefined : changeOf(before.restsOn, facts.restsOn, facts.tabName);
  if (change !== undefined) return { kind: 'stop', reason: change };
  const { deletes, rows } = facts;
  if (deletes === undefined) return { kind: 'go' };
  if (record.deletesAllowedBy === undefined) return { kind: 'hold', reason: heldWords({ kind: 'notAllowed' }) };
  if (!mayDeleteHere()) return { kind: 'hold', reason: heldWords({ kind: 'mayNot' }) };
  const verdict = brake({ ...deletes.load, deletes: deletes.listings.length, rows, agreedRows: before.rows });
  return verdict.kind === 'free' ? { kind: 'go' } : { kind: 'hold', reason: heldWords(verdict) };
}

/** Deletes that were held and are none any more need no person; those of rows and those of rows that are gone are told apart. */
function withoutSettledDeletes(record: ScheduleRecord, { tabId, deletes }: TabFacts): ScheduleRecord {
  const { review, ...rest } = record;
  if (review?.kind !== 'deletes' || review.tabId !== tabId || deletes !== undefined) return record;
  return review.isLeft === record.underWay?.isLeft ? rest : record;
}

/** A tab may have got another name. */
function named(record: ScheduleRecord, { tabId, tabName }: TabFacts): ScheduleRecord {
  return { ...record, tabs: record.tabs.map((tab) => (tab.tabId === tabId ? { tabId, tabName } : tab)) };
}

/** Said before the first of them is sent. */
function exceeding({ requests }: TabFacts, allowed: number): Pick<ScheduleRecord, 'exceeds'> {
  return requests > allowed ? { exceeds: { requests, allowed } } : {};
}

/** What was found in the tab is kept, and told where a person has to look. */
function grounded(record: ScheduleRecord, facts: TabFacts, verdict: Verdict, allowed: number): ScheduleRecord {
  const tabIndex = record.underWay?.tabIndex ?? 0;
  const before = groundOf(record, tabIndex);
  const agreedRows = before.rows === 0 ? facts.rows : before.rows;
  const restsOn = verdict.kind === 'stop' ? before.restsOn : facts.restsOn;
  const known = { ...withoutSettledDeletes(named(record, facts), facts), key: facts.key, ...exceeding(facts, allowed) };
  const next = withGround(known, tabIndex, { ...before, rows: agreedRows, restsOn });
  if (verdict.kind === 'hold' && facts.deletes !== undefined) {
    const { length: count } = facts.deletes.listings;
    const isLeft = record.underWay?.isLeft;
    const held = { kind: 'deletes', tabId: facts.tabId, count, reason: verdict.reason } as const;
    return withHeldDeletes(next, { ...held, ...(isLeft && { isLeft }) });
  }
  return withRowsCounted(next, tabIndex, facts.rows);
}

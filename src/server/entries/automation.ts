/** What the Automate view shows and changes: everybody sees every schedule, and anybody who can edit may pause it or take it over. */

import type {
  AutomationView,
  MayDeleteInput,
  ScheduleChange,
  ScheduleInput,
  ScheduleView,
} from '../../core/contract/automation-view.ts';
import { LOG_TAB_NAME } from '../../core/engine/run-log.ts';
import { newestSlot } from '../../core/schedule/due.ts';
import { MOST_SCHEDULES, type ScheduledTab, type ScheduleRecord } from '../../core/schedule/record.ts';
import { noticeOf, scheduleSentence, shownAs, type Viewpoint } from '../../core/schedule/sentences.ts';
import { paused, restarted, resumed, reviewed, takenOver } from '../../core/schedule/state.ts';
import type { Failure } from '../../core/terms/failure.ts';
import { failure, type Result, success } from '../../core/terms/result.ts';
import { countWords } from '../../core/words/counts.ts';
import { failures } from '../../core/words/failures.ts';
import { readBackground } from '../services/background-store.ts';
import { provideTrigger } from '../services/clock-trigger.ts';
import { readConnection } from '../services/connection-store.ts';
import { readFileProperties } from '../services/document-store.ts';
import { keepMayDelete, mayDeleteHere, readMayDelete } from '../services/may-delete-store.ts';
import { currentUserAddress } from '../services/run-store.ts';
import {
  saveSchedule as keepSchedule,
  lastTickIn,
  noteTick,
  readSchedule,
  removeSchedule,
  schedulesIn,
} from '../services/schedule-store.ts';
import { isOnlyViewer } from '../services/viewer.ts';
import { localHour, localMinute } from '../services/wall-clock.ts';
import { testConnection } from './test-connection.ts';

/** What runs by itself in this file, and whether anything can. */
export function readAutomation(): AutomationView {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const { token, sight } = readBackground(spreadsheet.getId());
  const properties = readFileProperties();
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  const schedules = schedulesIn(properties).map((record) =>
    viewOf(record, {
      nowMs: Date.now(),
      lastTickMs: lastTickIn(properties, record.owner.token),
      isMine: record.owner.token === token,
      localMinuteAt: (ms) => localMinute(ms, record.timeZone),
      timeZone,
    }),
  );
  return {
    schedules,
    tabs: allTabs(spreadsheet).filter(({ tabName }) => tabName !== LOG_TAB_NAME),
    obstacle: sight === 'missing' ? NOT_POSSIBLE : '',
    mayDelete: listOf(readMayDelete()),
    team: teamWords(schedulesIn(properties)),
    doubt: sight === 'unknown' && schedules.some(({ isMine }) => isMine) ? NOT_PROVEN : '',
  };
}

const NOT_POSSIBLE =
  'Not possible as an add-on here: Google\u2019s clock does not find the spreadsheet. Use the version that is bound to it.';
const NOT_PROVEN = 'Google has not called yet. Whether it finds this spreadsheet is known after the first hour.';

function listOf(list: ReturnType<typeof readMayDelete>): readonly string[] {
  return list === 'unreadable' ? [] : list;
}

/** `ann@example.com has 2 schedules here, with deletes.` */
function teamWords(schedules: readonly ScheduleRecord[]): readonly string[] {
  const owners = new Map<string, ScheduleRecord[]>();
  for (const record of schedules) owners.set(record.owner.token, [...(owners.get(record.owner.token) ?? []), record]);
  return [...owners.values()].map((own) => {
    const deletes = own.some(({ deletesAllowedBy }) => deletesAllowedBy !== undefined) ? ', with deletes' : '';
    return `${own[0]?.owner.email || 'Somebody'} has ${countWords(own.length, 'schedule')} here${deletes}, run with their key.`;
  });
}

function viewOf(record: ScheduleRecord, viewpoint: Viewpoint): ScheduleView {
  const { id, action, tabs, when, review } = record;
  return {
    id,
    sentence: scheduleSentence(record, viewpoint),
    notice: noticeOf(record, viewpoint),
    shown: shownAs(record, viewpoint),
    isMine: viewpoint.isMine,
    action,
    tabIds: tabs.map(({ tabId }) => tabId),
    when,
    allowsDeletes: record.deletesAllowedBy !== undefined,
    ...(review && {
      review: review.kind === 'look' ? { kind: 'look' } : { kind: 'deletes', tabId: review.tabId, count: review.count },
    }),
  };
}

function allTabs(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): readonly ScheduledTab[] {
  return spreadsheet.getSheets().map((sheet) => ({ tabId: sheet.getSheetId(), tabName: sheet.getName() }));
}

/** Says who may delete. */
export function saveMayDelete({ emails }: MayDeleteInput): Result<AutomationView, Failure> {
  if (isOnlyViewer()) return failure(failures.onlyViewer());
  if (!mayDeleteHere()) return failure(failures.mayNotDelete());
  keepMayDelete([...new Set(emails)]);
  return success(readAutomation());
}

/** Makes a schedule of this person, or changes one of theirs. It begins with its next hour. */
export function saveSchedule(input: ScheduleInput): Result<AutomationView, Failure> {
  if (isOnlyViewer()) return failure(failures.onlyViewer());
  const connection = readConnection();
  if (!connection.ok) return connection;
  if (input.allowsDeletes && !mayDeleteHere()) return failure(failures.mayNotDelete());
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const known = new Map(allTabs(spreadsheet).map((tab) => [tab.tabId, tab]));
  const tabs = input.tabIds.flatMap((tabId) => known.get(tabId) ?? []);
  if (tabs.length < input.tabIds.length) return failure(failures.tabGone());
  const schedules = schedulesIn(readFileProperties());
  const before = schedules.find(({ id }) => id === input.id);
  if (input.id !== undefined && before === undefined) return failure(failures.scheduleGone());
  if (before === undefined && schedules.length >= MOST_SCHEDULES) return failure(failures.tooManySchedules());
  const owner = becomeOwner(spreadsheet.getId());
  if (!owner.ok) return owner;
  if (before !== undefined && before.owner.token !== owner.value.token) return failure(failures.scheduleNotYours());
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  const fresh: ScheduleRecord = {
    id: before?.id ?? newId(),
    ...{ action: input.action, tabs, when: input.when, timeZone, owner: owner.value },
    status: { kind: 'active' },
    lastSlot: newest(input.when, timeZone),
    ...{ failures: 0, recentDeletes: before?.recentDeletes ?? [], grounds: [] },
    ...(before?.lastRun && { lastRun: before.lastRun }),
    ...(input.allowsDeletes && { deletesAllowedBy: owner.value.email || 'its owner' }),
  };
  keepSchedule(fresh);
  return success(readAutomation());
}

/** Pauses, resumes, takes over, accepts or removes a schedule. */
export function changeSchedule({ id, change }: ScheduleChange): Result<AutomationView, Failure> {
  if (isOnlyViewer()) return failure(failures.onlyViewer());
  const record = readSchedule(id);
  if (record === undefined) return failure(failures.scheduleGone());
  const changed = changedRecord(record, change);
  if (!changed.ok) return changed;
  if (changed.value === undefined) removeSchedule(id);
  else keepSchedule(changed.value);
  return success(readAutomation());
}

function changedRecord(
  record: ScheduleRecord,
  change: ScheduleChange['change'],
): Result<ScheduleRecord | undefined, Failure> {
  switch (change) {
    case 'pause':
      return success(paused(record, currentUserAddress()));
    case 'resume':
      return resume(record);
    case 'takeOver':
      return takeOver(record);
    case 'accept':
      return success(reviewed(record));
    case 'remove':
      return success(undefined);
    default:
      return change satisfies never;
  }
}

/** Whoever can edit resumes what is paused; what was stopped is for its owner, who looks at it. */
function resume(record: ScheduleRecord): Result<ScheduleRecord, Failure> {
  const fileId = SpreadsheetApp.getActiveSpreadsheet().getId();
  const now = newest(record.when, record.timeZone);
  const isMine = readBackground(fileId).token === record.owner.token;
  if (!isMine)
    return record.status.kind === 'paused' ? success(resumed(record, now)) : failure(failures.scheduleNotYours());
  const owner = becomeOwner(fileId);
  return owner.ok ? success(restarted(record, now)) : owner;
}

/** The key is tried first: a schedule whose new owner cannot send anything would only be silent in another way. */
function takeOver(record: ScheduleRecord): Result<ScheduleRecord, Failure> {
  const tested = testConnection();
  if (!tested.ok) return tested;
  const owner = becomeOwner(SpreadsheetApp.getActiveSpreadsheet().getId());
  return owner.ok ? success(takenOver(record, owner.value, newest(record.when, record.timeZone))) : owner;
}

/** Sees to it that Google calls the add-on for this person here, and how they are known. */
function becomeOwner(fileId: string): Result<ScheduleRecord['owner'], Failure> {
  const kept = readBackground(fileId);
  if (kept.sight === 'missing') return failure(failures.noClockHere());
  const token = kept.token === '' ? Utilities.getUuid().split('-').join('').toLowerCase() : kept.token;
  const pace = kept.runIds.length > 0 ? 'minute' : 'hour';
  const { triggerId } = provideTrigger(fileId, { ...kept, token }, pace);
  if (triggerId === '') return failure(failures.noTriggerLeft());
  // Until the clock strikes for the first time, nobody may be told that it is silent.
  noteTick(token, Date.now());
  return success({ email: currentUserAddress(), token });
}

function newest(when: ScheduleRecord['when'], timeZone: string): string {
  const now = localHour(Date.now(), timeZone);
  return newestSlot(when, now) ?? '';
}

function newId(): string {
  // Named by the time, so that the oldest comes first.
  return `s${Date.now().toString(36)}${Utilities.getUuid().slice(0, 4).toLowerCase()}`;
}

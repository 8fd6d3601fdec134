/** What the Automate view shows and changes: everybody sees every schedule, and anybody who can edit may pause it or take it over. */

import { hasOwnName } from '../../../core/compare/own-tabs.ts';
import type {
  AutomationView,
  MayDeleteInput,
  ScheduleChange,
  ScheduleInput,
  ScheduleView,
} from '../../../core/contract/automation-view.ts';
import { type Background, neededPace } from '../../../core/schedule/background.ts';
import { newestSlot } from '../../../core/schedule/due.ts';
import { MOST_SCHEDULES, type Review, type ScheduledTab, type ScheduleRecord } from '../../../core/schedule/record.ts';
import {
  noticeOf,
  scheduleSentence,
  scheduleTitle,
  shownAs,
  teamWords,
  type Viewpoint,
} from '../../../core/schedule/sentences.ts';
import { edited, isSilent, paused, restarted, resumed, reviewed, takenOver } from '../../../core/schedule/state.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';
import { provideTrigger } from '../../services/clock-trigger.ts';
import { sendsMail } from '../../services/mail.ts';
import { readBackground } from '../../services/stores/background-store.ts';
import { readConnection } from '../../services/stores/connection-store.ts';
import { readFileProperties } from '../../services/stores/document-store.ts';
import { keepMayDelete, mayDeleteHere, readMayDelete } from '../../services/stores/may-delete-store.ts';
import { currentUserAddress } from '../../services/stores/run-store.ts';
import {
  saveSchedule as keepSchedule,
  lastTickIn,
  noteTick,
  readSchedule,
  removeSchedule,
  schedulesIn,
  withScheduleLock,
} from '../../services/stores/schedule-store.ts';
import { isOnlyViewer } from '../../services/viewer.ts';
import { localHour, localMinute } from '../../services/wall-clock.ts';
import { readWebhookView } from '../events/read-webhook-view.ts';
import { testConnection } from '../test-connection.ts';
import { keyOf } from './unattended.ts';

/** What runs by itself in this file, and whether anything can. */
export function readAutomation(): AutomationView {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const { token, sight } = readBackground(spreadsheet.getId());
  const properties = readFileProperties();
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  const tabs = allTabs(spreadsheet);
  const schedules = schedulesIn(properties).map((record) =>
    viewOf(withNamesOf(tabs, record), {
      nowMs: Date.now(),
      lastTickMs: lastTickIn(properties, record.owner.token),
      isMine: record.owner.token === token,
      localMinuteAt: (ms) => localMinute(ms, record.timeZone),
      timeZone,
    }),
  );
  return {
    schedules,
    tabs: tabs.filter(({ tabName }) => !hasOwnName(tabName)),
    obstacle: sight === 'missing' ? NOT_POSSIBLE : '',
    webhook: readWebhookView(properties, token, timeZone),
    mayDelete: listOf(readMayDelete()),
    isMailed: sendsMail(),
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

function viewOf(record: ScheduleRecord, viewpoint: Viewpoint): ScheduleView {
  const { id, action, tabs, when, review } = record;
  return {
    id,
    title: scheduleTitle(record),
    sentence: scheduleSentence(record, viewpoint),
    notice: noticeOf(record, viewpoint),
    shown: shownAs(record, viewpoint),
    isMine: viewpoint.isMine,
    action,
    tabIds: tabs.map(({ tabId }) => tabId),
    when,
    allowsDeletes: record.deletesAllowedBy !== undefined,
    mayRemove: isRemovable(record, viewpoint),
    ...(review && { review: reviewView(review) }),
  };
}

function reviewView(review: Review): NonNullable<ScheduleView['review']> {
  if (review.kind === 'deletes') return { kind: 'deletes', tabId: review.tabId, count: review.count };
  return { kind: 'look', ...(review.rows !== undefined && { rows: review.rows }) };
}

/** A tab is called what it is called now; one that is gone, what it was called last. */
function withNamesOf(tabs: readonly ScheduledTab[], record: ScheduleRecord): ScheduleRecord {
  const named = (tab: ScheduledTab) => tabs.find(({ tabId }) => tabId === tab.tabId) ?? tab;
  return { ...record, tabs: record.tabs.map(named) };
}

/** What runs is its owner's to remove; what stands still, anybody's. */
function isRemovable(
  record: ScheduleRecord,
  { isMine, lastTickMs, nowMs }: Omit<Viewpoint, 'localMinuteAt' | 'timeZone'>,
): boolean {
  return isMine || record.status.kind !== 'active' || isSilent(record, lastTickMs, nowMs);
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
  const owner = becomeOwner(spreadsheet.getId());
  if (!owner.ok) return owner;
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  const saved = withScheduleLock(() =>
    keepChosen(input, { tabs, timeZone, owner: owner.value, key: keyOf(connection.value) }),
  );
  return saved.ok ? success(readAutomation()) : saved;
}

function keepChosen(
  { id, action, when, allowsDeletes }: ScheduleInput,
  chosen: Pick<ScheduleRecord, 'tabs' | 'timeZone' | 'owner' | 'key'>,
): Result<null, Failure> {
  const schedules = schedulesIn(readFileProperties());
  const before = schedules.find((one) => one.id === id);
  if (id !== undefined && before === undefined) return failure(failures.scheduleGone());
  if (before === undefined && schedules.length >= MOST_SCHEDULES) return failure(failures.tooManySchedules());
  if (before !== undefined && before.owner.token !== chosen.owner.token) return failure(failures.scheduleNotYours());
  const made: ScheduleRecord = {
    id: before?.id ?? newId(),
    action,
    when,
    ...chosen,
    status: { kind: 'active' },
    lastSlot: newest(when, chosen.timeZone),
    failures: 0,
    told: 'well',
    grounds: [],
    ...(allowsDeletes && { deletesAllowedBy: chosen.owner.email || 'its owner' }),
  };
  keepSchedule(before === undefined ? made : edited(before, made));
  return success(null);
}

/** What becomes of a schedule as it is when nobody else changes it; `undefined` where it is removed. */
type Change = (record: ScheduleRecord) => ScheduleRecord | undefined;

/** Pauses, resumes, takes over, accepts or removes a schedule. */
export function changeSchedule({ id, change, seenRows }: ScheduleChange): Result<AutomationView, Failure> {
  if (isOnlyViewer()) return failure(failures.onlyViewer());
  const record = readSchedule(id);
  if (record === undefined) return failure(failures.scheduleGone());
  // What takes its time, such as a test of the key, comes before nobody else may change it.
  const prepared = changeFor(record, change, seenRows);
  if (!prepared.ok) return prepared;
  const isChanged = withScheduleLock(() => {
    const now = readSchedule(id);
    if (now === undefined) return false;
    const changed = prepared.value(now);
    if (changed === undefined) removeSchedule(id);
    else keepSchedule(changed);
    return true;
  });
  return isChanged ? success(readAutomation()) : failure(failures.scheduleGone());
}

function changeFor(
  record: ScheduleRecord,
  change: ScheduleChange['change'],
  seenRows: number | undefined,
): Result<Change, Failure> {
  switch (change) {
    case 'pause': {
      const by = currentUserAddress();
      return success((now) => paused(now, by, Date.now()));
    }
    case 'resume':
      return resume(record);
    case 'takeOver':
      return takeOver();
    case 'accept':
      // A tab that is right with fewer rows lets deletes go again; cells that were looked at let nothing go.
      return seenRows === undefined || mayDeleteHere()
        ? success((now) => reviewed(now, seenRows))
        : failure(failures.mayNotDelete());
    case 'remove':
      return remove(record);
    default:
      return change satisfies never;
  }
}

/** Whoever can edit resumes what is paused; what was stopped is for its owner, who looks at it. */
function resume(record: ScheduleRecord): Result<Change, Failure> {
  const fileId = SpreadsheetApp.getActiveSpreadsheet().getId();
  const isMine = readBackground(fileId).token === record.owner.token;
  if (!isMine)
    return record.status.kind === 'paused'
      ? success((now) => (now.status.kind === 'paused' ? resumed(now, newestOf(now)) : now))
      : failure(failures.scheduleNotYours());
  const owner = becomeOwner(fileId);
  if (!owner.ok) return owner;
  // Somebody may have taken it over meanwhile.
  const isStillMine = (now: ScheduleRecord) => now.owner.token === owner.value.token;
  return success((now) => (isStillMine(now) ? restarted(now, newestOf(now)) : now));
}

function remove(record: ScheduleRecord): Result<Change, Failure> {
  const { token } = readBackground(SpreadsheetApp.getActiveSpreadsheet().getId());
  const nowMs = Date.now();
  const lastTickMs = lastTickIn(readFileProperties(), record.owner.token);
  const mayGo = (now: ScheduleRecord) => isRemovable(now, { isMine: now.owner.token === token, lastTickMs, nowMs });
  // Somebody may have started it again meanwhile.
  return mayGo(record) ? success((now) => (mayGo(now) ? undefined : now)) : failure(failures.scheduleRuns());
}

/** The key is tried first: a schedule whose new owner cannot send anything would only be silent in another way. */
function takeOver(): Result<Change, Failure> {
  const tested = testConnection();
  if (!tested.ok) return tested;
  const connection = readConnection();
  if (!connection.ok) return connection;
  const owner = becomeOwner(SpreadsheetApp.getActiveSpreadsheet().getId());
  if (!owner.ok) return owner;
  const key = keyOf(connection.value);
  return success((now) => ({ ...takenOver(now, owner.value, newestOf(now)), key }));
}

function newestOf({ when, timeZone }: ScheduleRecord): string {
  return newest(when, timeZone);
}

/** Sees to it that Google calls the add-on for this person here, and how they are known. */
export function becomeOwner(
  fileId: string,
  change: Partial<Pick<Background, 'listens'>> = {},
): Result<ScheduleRecord['owner'], Failure> {
  const kept = { ...readBackground(fileId), ...change };
  if (kept.sight === 'missing') return failure(failures.noClockHere());
  const token = kept.token === '' ? Utilities.getUuid().split('-').join('').toLowerCase() : kept.token;
  const { triggerId } = provideTrigger(fileId, { ...kept, token }, neededPace(kept));
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

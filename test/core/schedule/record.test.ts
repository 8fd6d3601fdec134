import { describe, expect, test } from 'vitest';
import { progressOf } from '../../../src/core/engine/progress.ts';
import { MOST_TABS, parseSchedule, type ScheduleRecord, storedSchedule } from '../../../src/core/schedule/record.ts';
import { noticeOf, scheduleSentence, whenWords } from '../../../src/core/schedule/sentences.ts';
import {
  edited,
  isSilent,
  paused,
  restarted,
  resultOf,
  takenOver,
  withSlotBegun,
  withTabDone,
} from '../../../src/core/schedule/state.ts';
import { runRecord } from '../engine/records.ts';
import { RECORD } from './records.ts';

describe('a record', () => {
  test('is read as it was stored', () => expect(parseSchedule(storedSchedule(RECORD))).toEqual(RECORD));

  test('of another version is none, and so is what somebody else wrote', () => {
    expect(parseSchedule(storedSchedule(RECORD).replace('"version":1', '"version":2'))).toBeUndefined();
    expect(parseSchedule('{"id":"s1"}')).toBeUndefined();
  });

  test.each(['x', 'ü', '表', '😀', '"'])(
    'of ten tabs takes two kilobytes of the store, however long its texts are (%s)',
    (sign) => {
      const full = fullRecord(sign.repeat(5_000));
      const stored = storedSchedule(full);
      expect(new TextEncoder().encode(stored).length).toBeLessThanOrEqual(2_048);
      const { tabs, owner, lastSlot, when, grounds, underWay } = parseSchedule(stored) ?? RECORD;
      expect(tabs.map(({ tabId }) => tabId)).toEqual(full.tabs.map(({ tabId }) => tabId));
      expect({ lastSlot, when, token: owner.token }).toEqual({
        lastSlot: full.lastSlot,
        when: full.when,
        token: full.owner.token,
      });
      expect(grounds.map(({ rows, restsOn }) => [rows, restsOn])).toEqual(
        full.grounds.map(({ rows, restsOn }) => [rows, restsOn]),
      );
      expect(underWay?.runId).toBe(full.underWay?.runId);
    },
  );

  test('of ordinary names and reasons is kept to the letter', () => {
    const reason = 'The columns of “Listings of the coast” that are sent were renamed, added or removed.';
    const tabs = Array.from({ length: 4 }, (_, index) => ({
      tabId: 1_234_567_890 + index,
      tabName: `Listings of the coast ${index}`,
    }));
    const record: ScheduleRecord = { ...RECORD, tabs, status: { kind: 'stopped', reason } };
    expect(parseSchedule(storedSchedule(record))).toEqual(record);
  });
});

/** As much as a schedule can hold, each text as long as the one given. */
function fullRecord(long: string): ScheduleRecord {
  const ten = Array.from({ length: MOST_TABS }, (_, index) => 2_147_483_638 + index);
  return {
    ...RECORD,
    id: 'smb1k2j3q4a1b2',
    tabs: ten.map((tabId) => ({ tabId, tabName: long })),
    timeZone: 'America/Argentina/ComodRivadavia',
    owner: { email: long, token: '0123456789abcdef0123456789abcdef' },
    review: { kind: 'look', words: long, tabId: 2_147_483_638, rows: 100_000 },
    lastSlot: '2026-11-21T07',
    lastRun: { slot: '2026-11-21T07', endedAtMs: 1_790_000_000_000, isOk: false, words: long },
    underWay: {
      slot: '2026-11-22T07',
      tabIndex: 9,
      runId: 'r0123456789abcdef',
      attempts: 2,
      isOk: false,
      words: ten.map(() => long),
    },
    waitsUntilMs: 1_790_000_000_000,
    exceeds: { requests: 100_000, allowed: 100_000 },
    failures: 2,
    told: 'needsReview',
    deletesAllowedBy: long,
    grounds: ten.map(() => ({ rows: 100_000, restsOn: '01234567.01234567.01234567', invalidShare: 1 / 3 })),
  };
}

describe('a slot', () => {
  const failed = { kind: 'failed', words: 'The platform did not answer.' } as const;
  const failedIn = (record: ScheduleRecord, slot: string) => withTabDone(withSlotBegun(record, slot), failed, 1_000);

  test('that failed counts as done, and the third in a row stops a daily schedule', () => {
    const once = failedIn(RECORD, '2026-11-21T07');
    expect(once).toMatchObject({ lastSlot: '2026-11-21T07', failures: 1, status: { kind: 'active' } });
    const thrice = failedIn(failedIn(once, '2026-11-22T07'), '2026-11-23T07');
    expect(thrice.status).toEqual({
      kind: 'stopped',
      reason: 'It failed 3 times in a row. The last time: The platform did not answer.',
    });
  });

  test('of several tabs goes on with the next', () => {
    const two = { ...RECORD, tabs: [...RECORD.tabs, { tabId: 8, tabName: 'Rentals' }] };
    const first = failedIn(two, '2026-11-21T07');
    expect(first.underWay).toMatchObject({ tabIndex: 1, runId: '' });
    const second = withTabDone(first, failed, 2_000);
    expect(second.underWay).toBeUndefined();
    expect(second.lastRun?.words).toBe('Listings: The platform did not answer.; Rentals: The platform did not answer.');
  });

  test('of a tab that deletes what has left it deletes that after a whole sync, before the next tab', () => {
    const two = { ...RECORD, tabs: [...RECORD.tabs, { tabId: 8, tabName: 'Rentals' }] };
    const synced = resultOf(progressOf(runRecord({ total: 2, counts: { Updated: 2 } }), { kind: 'finished' }, []));
    const deleted = resultOf(progressOf(runRecord({ total: 1, counts: { Deleted: 1 } }), { kind: 'finished' }, []));
    const left = withTabDone(withSlotBegun(two, '2026-11-21T07'), synced, 1_000, true);
    expect(left.underWay).toMatchObject({ tabIndex: 0, isLeft: true, runId: '', attempts: 0 });
    const next = withTabDone(left, deleted, 2_000, true);
    expect(next.underWay).toMatchObject({ tabIndex: 1 });
    expect(next.underWay).not.toHaveProperty('isLeft');
    expect(next.grounds[0]).toEqual(left.grounds[0]);
    const nothing = withTabDone(next, { kind: 'notBegun', words: '' }, 3_000);
    expect(nothing).toMatchObject({ failures: 0, lastRun: { isOk: true } });
    expect(nothing.lastRun?.words).toBe('Listings: 2 Updated; Listings, rows gone: 1 Deleted');
  });

  test.each<[string, Parameters<typeof withTabDone>[1]]>([
    ['failed', failed],
    ['was cancelled', resultOf(progressOf(runRecord({ total: 2, counts: { Updated: 1 } }), { kind: 'cancelled' }, []))],
  ])('deletes nothing that has left where the sync %s', (_, result) => {
    expect(withTabDone(withSlotBegun(RECORD, '2026-11-21T07'), result, 1_000, true).underWay).toBeUndefined();
  });

  test('that must not go on stops the schedule at once', () => {
    const result = { kind: 'mustStop', words: 'The tab is gone.' } as const;
    const stopped = withTabDone(withSlotBegun(RECORD, '2026-11-21T07'), result, 1_000);
    expect(stopped.status).toEqual({ kind: 'stopped', reason: 'The tab is gone.' });
  });
});

describe('rows that are Invalid', () => {
  const after = (invalid: number, sharesBefore: readonly number[]) => {
    const grounds = sharesBefore.map((invalidShare) => ({ rows: 10, restsOn: 'a.b.c', invalidShare }));
    const progress = progressOf(
      runRecord({ total: 10, counts: { Invalid: invalid, Updated: 10 - invalid } }),
      { kind: 'finished' },
      [],
    );
    return withTabDone(withSlotBegun({ ...RECORD, grounds }, '2026-11-21T07'), resultOf(progress), 1_000);
  };

  test.each<[number, readonly number[], boolean]>([
    [6, [0.05], true],
    [5, [0.05], false],
    [6, [0.1], false],
    [6, [], false],
    [10, [0], true],
  ])('%i of 10, where the share was %j before, ask for a look: %s', (invalid, before, isAsked) => {
    const record = after(invalid, before);
    expect(record.review !== undefined).toBe(isAsked);
    expect(record).toMatchObject({ failures: 0, status: { kind: 'active' } });
  });
});

test('deletes are never inherited, and nothing is made up for', () => {
  const taken = takenOver(
    { ...RECORD, deletesAllowedBy: 'ann@example.com' },
    { email: 'bob@example.com', token: 'b' },
    '2026-11-25T07',
  );
  expect(taken).not.toHaveProperty('deletesAllowedBy');
  expect(taken).toMatchObject({ owner: { token: 'b' }, lastSlot: '2026-11-25T07' });
});

test('that updates go on is not said of a schedule that fails', () => {
  const review = {
    kind: 'deletes',
    tabId: 7,
    count: 2,
    reason: 'deletes are not switched on for this schedule',
  } as const;
  const view = { nowMs: 1, lastTickMs: 1, isMine: true, timeZone: 'Etc/UTC', localMinuteAt: () => '2026-11-21T09:00' };
  expect(noticeOf({ ...RECORD, review }, view)).toBe(
    '2 deletes wait for a person: deletes are not switched on for this schedule. Updates go on.',
  );
  expect(noticeOf({ ...RECORD, review, failures: 1 }, view)).toBe(
    '2 deletes wait for a person: deletes are not switched on for this schedule. The last run failed. It is tried again tomorrow between 7 and 8, and stopped if that goes on.',
  );
});

test('who starts it again has looked at what it rests on', () => {
  const grounds = [{ rows: 9, restsOn: 'a.b.c', invalidShare: 0.2 }];
  const stopped: ScheduleRecord = {
    ...RECORD,
    grounds,
    status: { kind: 'stopped', reason: 'The columns were renamed.' },
  };
  expect(restarted(stopped, '').grounds).toEqual([{ rows: 9, restsOn: '', invalidShare: 0.2 }]);
  // Who resumes what somebody paused was told of no change.
  expect(restarted(paused({ ...RECORD, grounds }, 'bob', 0), '').grounds).toEqual(grounds);
});

test('rows that a person agreed to are kept with their tab, whatever its owner changes', () => {
  const grounds = [{ rows: 9, restsOn: 'a.b.c', invalidShare: 0.2 }];
  const review = { kind: 'deletes', tabId: 7, count: 2, reason: 'the tab has only 50 % of the rows it had' } as const;
  const before: ScheduleRecord = { ...RECORD, grounds, review };
  const tabs = [{ tabId: 8, tabName: 'Rentals' }, ...RECORD.tabs];
  const kept = edited(before, { ...RECORD, tabs });
  expect(kept.grounds.map(({ rows }) => rows)).toEqual([0, 9]);
  expect(kept.review).toEqual(review);
  const pushed = edited(before, { ...RECORD, action: 'push' });
  expect(pushed).not.toHaveProperty('review');
  expect(edited(pushed, RECORD).grounds).toMatchObject([{ rows: 9 }]);
});

test.each([
  [3 * 3_600_000, false],
  [3 * 3_600_000 + 1, true],
])('after %i ms without a sign of life it is silent: %s', (ms, isIt) => {
  expect(isSilent(RECORD, 1_000, 1_000 + ms)).toBe(isIt);
  expect(isSilent(paused(RECORD, 'bob', 0), 1_000, 1_000 + ms)).toBe(false);
});

test.each([
  [{ kind: 'hourly' } as const, 'Every hour'],
  [{ kind: 'daily', hour: 7, weekdays: [1, 2, 3, 4, 5, 6, 7] } as const, 'Every day between 7 and 8'],
  [{ kind: 'daily', hour: 23, weekdays: [1, 2, 3, 4, 5] } as const, 'Every workday between 23 and 24'],
  [{ kind: 'daily', hour: 0, weekdays: [5, 1] } as const, 'Every Monday and Friday between 0 and 1'],
])('%j is "%s"', (when, words) => expect(whenWords(when)).toBe(words));

test.each([
  ['2026-11-21T07:12', 'last run today 7:12: 3 Updated.'],
  ['2026-11-20T23:05', 'last run yesterday 23:05: 3 Updated.'],
  ['2026-11-03T07:00', 'last run on 3 Nov 7:00: 3 Updated.'],
])('a run that ended at %s is told so: %s', (endedAt, words) => {
  const lastRun = { slot: '', endedAtMs: 1, isOk: true, words: '3 Updated' };
  const viewpoint = {
    nowMs: 2,
    lastTickMs: 2,
    isMine: true,
    timeZone: 'Etc/UTC',
    localMinuteAt: (ms: number) => (ms === 1 ? endedAt : '2026-11-21T09:00'),
  };
  expect(scheduleSentence({ ...RECORD, lastRun }, viewpoint)).toBe(
    `Every day between 7 and 8: sync “Listings”. Yours, ${words}`,
  );
});

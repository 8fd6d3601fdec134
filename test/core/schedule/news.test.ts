import { describe, expect, test } from 'vitest';
import { letterOf, newsOf, withNewsTold } from '../../../src/core/schedule/news.ts';
import type { ScheduleRecord } from '../../../src/core/schedule/record.ts';
import { attentionWords, teamWords } from '../../../src/core/schedule/sentences.ts';
import {
  paused,
  restarted,
  stopped,
  withHeldDeletes,
  withSlotBegun,
  withTabDone,
} from '../../../src/core/schedule/state.ts';
import { RECORD } from './records.ts';

const URL = 'https://docs.example/sheet';
const SECRET_WORDS = 'The platform refused 12 Oak St: no such key abc-4711.';

const failed = (record: ScheduleRecord, slot: string) =>
  withTabDone(withSlotBegun(record, slot), { kind: 'failed', words: SECRET_WORDS }, 1);

describe('the owner is told', () => {
  const failing = failed(RECORD, '2026-11-21T07');

  test('each change of how it stands, once', () => {
    expect(newsOf(RECORD)).toBeUndefined();
    expect(newsOf(failing)).toBe('failing');
    const told = withNewsTold(failing, 'failing');
    expect(newsOf(told)).toBeUndefined();
    const again = failed(told, '2026-11-22T07');
    expect(newsOf(again)).toBeUndefined();
    expect(newsOf(failed(again, '2026-11-23T07'))).toBe('stopped');
  });

  test('nothing that a person does themselves', () => {
    expect(newsOf(paused(RECORD, 'bob@example.com', 0))).toBeUndefined();
    const told = withNewsTold(stopped(failing, SECRET_WORDS), 'stopped');
    expect(newsOf(restarted(told, '2026-11-23T07'))).toBeUndefined();
  });

  test('that it is well once it has run again', () => {
    const lastRun = { slot: '2026-11-23T07', endedAtMs: 1, isOk: true, words: '3 Updated' };
    expect(newsOf({ ...RECORD, told: 'stopped', lastRun })).toBe('well');
  });

  test('in words that quote neither a row nor the platform', () => {
    const thrice = failed(failed(failing, '2026-11-22T07'), '2026-11-23T07');
    const held = withHeldDeletes(failing, { kind: 'deletes', tabId: 7, count: 4, reason: SECRET_WORDS });
    const letters = [
      letterOf(failing, 'failing', URL),
      letterOf(thrice, 'stopped', URL),
      letterOf(held, 'needsReview', URL),
    ];
    for (const { subject, body } of letters) {
      expect(subject + body).not.toMatch(/Oak|4711|Listings/);
      expect(body).toContain(URL);
    }
    expect(letters[1]?.body).toContain('After 3 failures in a row it sends nothing any more');
    expect(letters[2]?.body).toContain('4 deletes wait for you.');
  });
});

test('a menu command says how many schedules need somebody', () => {
  const silentFor = (ms: number) => attentionWords([RECORD, stopped(RECORD, 'Gone.')], () => 0, ms);
  expect(silentFor(1)).toBe('1 schedule of this file needs somebody: open the sidebar, Automate.');
  expect(silentFor(4 * 3_600_000)).toBe('2 schedules of this file need somebody: open the sidebar, Automate.');
  expect(attentionWords([RECORD], () => 0, 1)).toBe('');
});

test('the team is told whose schedules there are, and with whose key they run', () => {
  const bobs: ScheduleRecord = {
    ...RECORD,
    owner: { email: 'bob@example.com', token: 'b' },
    key: 'shared',
    deletesAllowedBy: 'bob@example.com',
  };
  expect(teamWords([RECORD, bobs, RECORD])).toEqual([
    'ann@example.com has 2 schedules here, run with their own key.',
    'bob@example.com has 1 schedule here with deletes, run with the key that is shared in this file.',
  ]);
});

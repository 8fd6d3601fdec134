import { expect, test } from 'vitest';
import { loggedRuns } from '../../../src/core/engine/logged-runs.ts';
import { logLine } from '../../../src/core/engine/run-log.ts';
import { runRecord } from './records.ts';

const lineOf = (startedAt: string, more: Parameters<typeof runRecord>[0] = {}) =>
  logLine(
    { record: runRecord(more), end: 'finished', endedAtMs: Date.parse('2026-11-21T09:01:05Z'), isLogged: false },
    startedAt,
  ).map(String);

test('a line is read back as the run it tells of', () => {
  const line = lineOf('2026-11-21 10:00:00', {
    action: 'delete',
    startedBy: 'ann@example.com',
    tabName: 'Homes',
    counts: { Deleted: 3, Failed: 1 },
    firstProblem: 'K7: no answer',
  });
  expect(loggedRuns([line])).toEqual([
    {
      startedAt: '2026-11-21 10:00:00',
      who: 'ann@example.com',
      tabName: 'Homes',
      action: 'Delete listings',
      end: 'finished',
      counts: { Deleted: 3, Failed: 1 },
      outcome: '3 Deleted, 1 Failed',
      seconds: 65,
      firstProblem: 'K7: no answer',
    },
  ]);
});

test('the newest run comes first, and lines that were emptied are left out', () => {
  const lines = [lineOf('2026-11-20 08:00:00'), [], lineOf('2026-11-21 09:00:00')];
  expect(loggedRuns(lines).map(({ startedAt }) => startedAt)).toEqual(['2026-11-21 09:00:00', '2026-11-20 08:00:00']);
});

import { expect, test } from 'vitest';
import { type EndedRun, parseEndedRun } from '../../../src/core/engine/ended-run.ts';
import { runRecord } from './records.ts';

const ended: EndedRun = { record: runRecord(), end: 'finished', endedAtMs: 1_763_715_600_000, isLogged: false };

test.each(['finished', 'cancelled', 'stopped', 'interrupted'] as const)(
  'a run that was %s is read as it was stored',
  (end) => {
    expect(parseEndedRun(JSON.stringify({ ...ended, end }))).toEqual({ ...ended, end });
  },
);

test.each([
  ['there is none', null],
  ['it ended in a way that is not known', JSON.stringify({ ...ended, end: 'lost' })],
  ['its record is none', JSON.stringify({ ...ended, record: { runId: 'run-1a2b' } })],
  ['it does not say when it ended', JSON.stringify({ ...ended, endedAtMs: undefined })],
  ['it does not say whether it is in the log', JSON.stringify({ ...ended, isLogged: undefined })],
])('a run that has ended does not count when %s', (_, text) => {
  expect(parseEndedRun(text)).toBeUndefined();
});

/** Whether deletes that wait in a schedule's run may still leave. */
import { expect, test } from 'vitest';
import type { ScheduleRecord } from '../../../src/core/schedule/record.ts';
import { whyDeletesAreHeld } from '../../../src/core/schedule/state.ts';
import { RECORD } from './records.ts';

const allowed: ScheduleRecord = { ...RECORD, deletesAllowedBy: 'ann@example.com' };

test.each<[string, ScheduleRecord | undefined, RegExp]>([
  ['may leave while they are allowed and it runs', allowed, /^$/],
  ['stay where nobody allows them any more', RECORD, /^Deletes were switched off for the schedule/],
  ['stay where it is gone', undefined, /^Deletes were switched off for the schedule/],
  [
    'stay while it is paused',
    { ...allowed, status: { kind: 'paused', by: 'bea@example.com' } },
    /^The schedule was paused or stopped while this delete waited/,
  ],
])('%s', (_words, schedule, why) => {
  expect(whyDeletesAreHeld(schedule)).toMatch(why);
});

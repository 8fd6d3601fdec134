import { expect, test } from 'vitest';
import { announcement } from '../../../src/sidebar/model/announcement.ts';
import type { RunState } from '../../../src/sidebar/model/run/run-state.ts';
import { checkReport, OFFLINE, progress } from './fixtures.ts';

const REQUEST = { action: 'sync', scope: 'selection', tabId: 1 } as const;

const CHECKED: Extract<RunState, { kind: 'checked' }> = {
  kind: 'checked',
  request: { action: 'sync', scope: 'selection', tabId: 1 },
  report: checkReport(),
  correction: { kind: 'none' },
  hasJumped: false,
};

test.each<[RunState, string]>([
  [{ kind: 'idle' }, ''],
  [{ kind: 'checking', request: REQUEST }, 'Checking rows.'],
  [{ kind: 'starting', request: REQUEST, startId: 's1' }, 'Preparing the rows.'],
  [
    { kind: 'running', run: { progress: progress({ done: 4 }), problems: [], groups: [] }, isCancelling: false },
    'Syncing listings: 4 of 10 rows.',
  ],
  [CHECKED, 'Check finished. 2 of 3 rows are ready.'],
  [{ ...CHECKED, correction: { kind: 'saving' } }, 'Saving the correction.'],
  [
    { ...CHECKED, correction: { kind: 'awaitsSelection' } },
    'The correction is saved. Select the rows again to see what is left.',
  ],
  [{ ...CHECKED, correction: { kind: 'failed', failure: OFFLINE } }, ''],
  [
    {
      kind: 'ended',
      run: { progress: progress({ state: 'finished', message: 'All is well.' }), problems: [], groups: [] },
      correction: { kind: 'none' },
      hasJumped: false,
    },
    'Sync finished. All is well.',
  ],
])('a screen reader is told of %o: “%s”', (state, words) => {
  expect(announcement(state)).toBe(words);
});

/** The words beside a button that is off. */
import { describe, expect, test } from 'vitest';
import type { Overview } from '../../../../src/core/contract/server-functions.ts';
import { rowsInScope, startObstacle, unfinishedRun } from '../../../../src/sidebar/model/run/run-readiness.ts';
import type { RunState } from '../../../../src/sidebar/model/run/run-state.ts';
import { INITIAL_STATE, type SidebarState } from '../../../../src/sidebar/model/sidebar-state.ts';
import { CONNECTION, OFFLINE, OVERVIEW, progress, running, TAB } from '../fixtures.ts';

const NOT_CONNECTED: Overview = { ...OVERVIEW, connection: { ...CONNECTION, isConnected: false } };

function withOverview(value: Overview, more: Partial<SidebarState> = {}): SidebarState {
  return { ...INITIAL_STATE, overview: { value }, ...more };
}

describe('a run', () => {
  test.each<[string, SidebarState, string | undefined]>([
    ['can start', withOverview(OVERVIEW), undefined],
    ['can start before anything is known: the server is asked on the press', INITIAL_STATE, undefined],
    ['can start without a connection, which is told on the press', withOverview(NOT_CONNECTED), undefined],
    [
      'can start although nothing seems to be selected',
      withOverview({ ...OVERVIEW, tab: { ...TAB, selection: { rows: 0, hiddenRows: 2, blankRows: 0, a1: 'A1' } } }),
      undefined,
    ],
    [
      'can start although somebody else seems to be running',
      withOverview({ ...OVERVIEW, run: running({ isMine: false }) }),
      undefined,
    ],
    [
      'waits for an unfinished run',
      withOverview({ ...OVERVIEW, run: running() }),
      'Continue or cancel your unfinished run first.',
    ],
    [
      'waits for an interrupted run',
      withOverview(OVERVIEW, {
        run: { kind: 'interrupted', run: { progress: progress(), problems: [], groups: [] }, failure: OFFLINE },
      }),
      'Continue or cancel the interrupted run first.',
    ],
    [
      'waits for a check',
      withOverview(OVERVIEW, { run: { kind: 'checking', request: { action: 'sync', scope: 'tab', tabId: 1 } } }),
      'The rows are being checked.',
    ],
  ])('%s', (_title, state, obstacle) => {
    expect(startObstacle(state)).toBe(obstacle);
  });
});

test('the run that just ended here is not taken for an unfinished one', () => {
  const ended: RunState = {
    kind: 'ended',
    run: { progress: progress({ state: 'finished' }), problems: [], groups: [] },
    correction: { kind: 'none' },
    hasJumped: false,
  };
  expect(unfinishedRun(withOverview({ ...OVERVIEW, run: running() }, { run: ended }))).toBeUndefined();
});

test.each([
  ['selection', 3],
  ['tab', 10],
  ['failed', undefined],
] as const)('the number on the button is that of the scope: %s %o', (scope, rows) => {
  expect(rowsInScope(withOverview(OVERVIEW, { scope }))).toBe(rows);
});

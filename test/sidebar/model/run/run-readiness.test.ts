/** The words beside a button that is off. */
import { describe, expect, test } from 'vitest';
import type { Overview } from '../../../../src/core/contract/server-functions.ts';
import { checkObstacle, startObstacle, unfinishedRun } from '../../../../src/sidebar/model/run/run-readiness.ts';
import { INITIAL_STATE, type SidebarState } from '../../../../src/sidebar/model/sidebar-state.ts';
import { CONNECTION, OFFLINE, OVERVIEW, progress, running, TAB } from '../fixtures.ts';

const NOT_CONNECTED = { ...CONNECTION, isConnected: false };
const { headerRowNumber: _found, ...HEADLESS_TAB } = TAB;

function withOverview(value: Overview, more: Partial<SidebarState> = {}): SidebarState {
  return { ...INITIAL_STATE, overview: { value }, ...more };
}

function selecting(selection: Partial<typeof TAB.selection>): Overview {
  return { ...OVERVIEW, tab: { ...TAB, selection: { ...TAB.selection, rows: 0, ...selection } } };
}

describe('a run', () => {
  test.each<[string, SidebarState, string | undefined]>([
    ['can start with rows and a connection', withOverview(OVERVIEW), undefined],
    ['waits for the first overview', INITIAL_STATE, 'The spreadsheet is being read.'],
    [
      'needs a connection',
      withOverview({ ...OVERVIEW, connection: NOT_CONNECTED }),
      'Connect to the platform first, in ⚙ Settings.',
    ],
    ['needs a usable tab', withOverview({ connection: CONNECTION }), 'This tab cannot be used yet; see above.'],
    [
      'needs a header row',
      withOverview({ ...OVERVIEW, tab: HEADLESS_TAB }),
      'No header row was found in this tab. Name the columns in one row.',
    ],
    [
      'needs rows in the tab',
      withOverview({ ...OVERVIEW, tab: { ...TAB, dataRows: 0 } }),
      'This tab has no rows below its header.',
    ],
    ['needs a selection', withOverview(selecting({})), 'Select at least one row below the header.'],
    [
      'explains a selection of hidden rows',
      withOverview(selecting({ hiddenRows: 2 })),
      'All selected rows are hidden by a filter or by hand. Select visible rows.',
    ],
    [
      'explains a selection of blank rows',
      withOverview(selecting({ blankRows: 2 })),
      'The selected rows are blank. Select rows that hold data.',
    ],
    ['needs no selection for the whole tab', withOverview(selecting({}), { scope: 'tab' }), undefined],
    [
      'waits for the run of another person',
      withOverview({ ...OVERVIEW, run: running({ isMine: false }) }),
      'Wait until the run above has ended.',
    ],
    [
      'waits for an unfinished run',
      withOverview({ ...OVERVIEW, run: running() }),
      'Continue or cancel your unfinished run first.',
    ],
    [
      'waits for an interrupted run',
      withOverview(OVERVIEW, {
        run: { kind: 'interrupted', run: { progress: progress(), problems: [] }, failure: OFFLINE },
      }),
      'Continue or cancel the interrupted run first.',
    ],
    [
      'waits for a check',
      withOverview(OVERVIEW, { run: { kind: 'checking', request: { action: 'sync', scope: 'tab' } } }),
      'The rows are being checked.',
    ],
  ])('%s', (_title, state, obstacle) => {
    expect(startObstacle(state)).toBe(obstacle);
  });
});

test('a check needs no connection', () => {
  expect(checkObstacle(withOverview({ ...OVERVIEW, connection: NOT_CONNECTED }))).toBeUndefined();
});

test('the run that just ended here is not taken for an unfinished one', () => {
  const ended = { kind: 'ended', run: { progress: progress({ state: 'finished' }), problems: [] } } as const;
  expect(unfinishedRun(withOverview({ ...OVERVIEW, run: running() }, { run: ended }))).toBeUndefined();
});

/** Checks and runs from the button to the result, whatever happens on the way. */
import { describe, expect, test } from 'vitest';
import type { Overview } from '../../../../src/core/contract/server-functions.ts';
import type { RunningView } from '../../../../src/core/engine/run-record.ts';
import { checkReport, OFFLINE, OVERVIEW, problem, progress, running, TAB } from '../fixtures.ts';
import { settle } from '../held-bridge.ts';
import { type OpenSidebar, openSidebar } from '../open-sidebar.ts';

const REPORT = checkReport();

const CONFIRMATION = {
  tabName: 'Homes',
  chatbotId: 'bot-1',
  listings: [
    { id: '1'.repeat(16), key: '1001', address: '1 Oak St', rowNumber: 2, why: 'Off the market (“Sold”)' },
    { id: '2'.repeat(16), key: '1002', address: '', rowNumber: 3, why: 'The Action column says Delete' },
  ],
  said: [],
  otherRows: 0,
  load: { recentDeletes: 0, confirmed: 2, rows: 2, agreedRows: 0 },
  deleteToken: 'token-1',
};
const BUSY = { kind: 'busy', message: 'A step is still at work.', nextStep: 'Wait a moment.' } as const;
const RUN_GONE = { kind: 'runGone', message: 'The run is over.', nextStep: 'Start a new one.' } as const;
const KEY_REFUSED = { kind: 'keyRefused', message: 'The key was refused.', nextStep: 'Save a new key.' } as const;

async function startRun(): Promise<OpenSidebar> {
  const sidebar = await openSidebar();
  void sidebar.verbs.start();
  await sidebar.doors.startRun.answer({ kind: 'started', progress: progress() });
  return sidebar;
}

/** A look at the spreadsheet, as the sidebar takes one every few seconds. */
async function look({ verbs, doors }: Pick<OpenSidebar, 'verbs' | 'doors'>, overview: Overview): Promise<void> {
  void verbs.refresh();
  await doors.getOverview.answer(overview);
}

describe('a check', () => {
  test('asks about the chosen action and rows and shows the report', async () => {
    const { verbs, doors, store } = await openSidebar();
    verbs.chooseAction('push');
    verbs.chooseScope('tab');
    void verbs.check();
    expect(doors.checkRows.inputs).toEqual([[{ action: 'push', scope: 'tab', tabId: 1 }]]);
    await doors.checkRows.answer(REPORT);
    expect(store.getState().run).toMatchObject({ kind: 'checked', report: REPORT });
    verbs.closeResult();
    expect(store.getState().run).toEqual({ kind: 'idle' });
  });

  test('is not asked for twice at a time', async () => {
    const { verbs, doors } = await openSidebar();
    void verbs.check();
    void verbs.check();
    expect(doors.checkRows.inputs).toHaveLength(1);
  });

  test('that is refused shows why', async () => {
    const { verbs, doors, store } = await openSidebar();
    void verbs.check();
    await doors.checkRows.fail(OFFLINE);
    expect(store.getState().run).toEqual({ kind: 'refused', failure: OFFLINE });
  });
});

describe('a run', () => {
  test('is driven slice by slice to its end, collecting problems', async () => {
    const { doors, store } = await startRun();
    await doors.continueRun.answer(progress({ done: 6, problems: [problem(3)] }));
    expect(store.getState().run).toMatchObject({ kind: 'running', run: { progress: { done: 6 } } });
    await doors.continueRun.answer(progress({ done: 10, state: 'finished', problems: [problem(7)] }));
    expect(store.getState().run).toMatchObject({
      kind: 'ended',
      run: { progress: { state: 'finished', done: 10 }, problems: [problem(3), problem(7)] },
    });
    expect(doors.continueRun.inputs).toEqual([[{ runId: 'run-1' }], [{ runId: 'run-1' }]]);
  });

  test('that needs no request ends at once', async () => {
    const { verbs, doors, store } = await openSidebar();
    void verbs.start();
    await doors.startRun.answer({ kind: 'started', progress: progress({ state: 'finished', done: 10 }) });
    expect(store.getState().run).toMatchObject({ kind: 'ended' });
    expect(doors.continueRun.inputs).toEqual([]);
  });

  test('that was never seen before it ended is shown by its end', async () => {
    const { verbs, doors, store } = await openSidebar();
    void verbs.start();
    await look({ verbs, doors }, OVERVIEW);
    expect(store.getState().run).toMatchObject({ kind: 'starting' });
    await doors.startRun.answer({ kind: 'started', progress: progress({ state: 'finished', done: 10 }) });
    expect(store.getState().run).toMatchObject({ kind: 'ended' });
  });

  test('that cannot start shows why and looks again who holds the spreadsheet', async () => {
    const { verbs, doors, store } = await openSidebar();
    void verbs.start();
    await doors.startRun.fail(BUSY);
    expect(store.getState().run).toEqual({ kind: 'refused', failure: BUSY });
    await doors.getOverview.answer({ ...OVERVIEW, run: running({ isMine: false }) });
    expect(store.getState().overview.value?.run?.startedBy).toBe('ann@example.com');
  });

  test('can be tried with one row first', async () => {
    const { verbs, doors } = await openSidebar();
    void verbs.startTrial();
    await settle();
    expect(doors.startRun.inputs).toMatchObject([[{ action: 'sync', scope: 'selection', isTrial: true }]]);
  });

  test('that stops early keeps the reason with its result', async () => {
    const { doors, store } = await startRun();
    await doors.continueRun.answer(progress({ state: 'stopped', done: 4, failure: KEY_REFUSED }));
    expect(store.getState().run).toMatchObject({ kind: 'ended', run: { progress: { failure: KEY_REFUSED } } });
  });
});

describe('a lost answer', () => {
  test('is asked for again after a while, also when the lost step is still at work', async () => {
    const { doors, store, sleepsMs } = await startRun();
    await doors.continueRun.fail(OFFLINE);
    await doors.continueRun.fail(BUSY);
    expect(store.getState().run.kind).toBe('running');
    await doors.continueRun.answer(progress({ state: 'finished', done: 10 }));
    expect(store.getState().run.kind).toBe('ended');
    expect(sleepsMs).toEqual([1000, 2000]);
  });

  test('again and again interrupts the run, which can then be continued', async () => {
    const { doors, store, verbs } = await startRun();
    for (let attempt = 0; attempt < 6; attempt += 1) await doors.continueRun.fail(OFFLINE);
    expect(store.getState().run).toMatchObject({ kind: 'interrupted', failure: OFFLINE });
    void verbs.resume();
    await doors.continueRun.answer(progress({ state: 'finished', done: 10 }));
    expect(store.getState().run.kind).toBe('ended');
  });

  test('is not waited for when the failure will not pass', async () => {
    const { doors, store, sleepsMs } = await startRun();
    await doors.continueRun.fail(KEY_REFUSED);
    expect(store.getState().run).toMatchObject({ kind: 'interrupted', failure: KEY_REFUSED });
    expect(sleepsMs).toEqual([]);
  });

  test('of a run that is gone leaves nothing to continue', async () => {
    const { doors, store, verbs } = await startRun();
    await doors.continueRun.fail(RUN_GONE);
    void verbs.check();
    expect(doors.checkRows.inputs).toHaveLength(1);
    expect(store.getState().run.kind).toBe('checking');
  });
});

describe('deletes', () => {
  async function askToDelete(): Promise<OpenSidebar> {
    const sidebar = await openSidebar();
    sidebar.verbs.chooseAction('delete');
    void sidebar.verbs.start();
    await sidebar.doors.startRun.answer({ kind: 'confirmDeletes', confirmation: CONFIRMATION });
    return sidebar;
  }

  test('are sent only after they were confirmed, with the token of what was shown', async () => {
    const { doors, store, verbs } = await askToDelete();
    expect(store.getState().run).toMatchObject({ kind: 'confirming', confirmation: CONFIRMATION });
    expect(doors.startRun.inputs).toMatchObject([[{ action: 'delete', scope: 'selection', tabId: 1 }]]);
    void verbs.confirmDeletes();
    expect(doors.startRun.inputs[1]).toMatchObject([
      { action: 'delete', scope: 'selection', tabId: 1, deleteToken: 'token-1' },
    ]);
    await doors.startRun.answer({ kind: 'started', progress: progress({ action: 'delete' }) });
    expect(doors.continueRun.inputs).toEqual([[{ runId: 'run-1' }]]);
  });

  test('that were declined are not sent', async () => {
    const { doors, store, verbs } = await askToDelete();
    verbs.declineDeletes();
    await verbs.confirmDeletes();
    expect(store.getState().run).toEqual({ kind: 'idle' });
    expect(doors.startRun.inputs).toHaveLength(1);
  });

  test('that changed meanwhile are shown again before anything is removed', async () => {
    const { doors, store, verbs } = await askToDelete();
    const changed = { ...CONFIRMATION, otherRows: 3, deleteToken: 'token-2' };
    void verbs.confirmDeletes();
    await doors.startRun.answer({ kind: 'confirmDeletes', confirmation: changed });
    expect(store.getState().run).toMatchObject({ kind: 'confirming', confirmation: changed });
    expect(doors.continueRun.inputs).toEqual([]);
  });
});

describe('after a run', () => {
  const LEFT = { left: 2, words: '2 listings are in no row of this file any more.', leftTabId: 9 };

  async function endOf(scope: 'tab' | 'selection'): Promise<OpenSidebar> {
    const sidebar = await openSidebar();
    sidebar.verbs.chooseScope(scope);
    await sidebar.doors.getOverview.answer(OVERVIEW);
    void sidebar.verbs.start();
    await sidebar.doors.startRun.answer({ kind: 'started', progress: progress({ state: 'finished', done: 10 }) });
    await sidebar.doors.getOverview.answer(OVERVIEW);
    return sidebar;
  }

  test('over a whole tab it is told what no row shows any more', async () => {
    const { doors, store } = await endOf('tab');
    expect(doors.findLeft.inputs).toEqual([[{ tabId: 1 }]]);
    await doors.findLeft.answer(LEFT);
    expect(store.getState().run).toMatchObject({ kind: 'ended', left: LEFT });
  });

  test('it is asked at once about what has left a tab that deletes it, and the result comes back where nothing is deleted', async () => {
    const { doors, store, verbs } = await endOf('tab');
    await doors.findLeft.answer({ ...LEFT, asks: true });
    expect(doors.startRun.inputs[1]).toMatchObject([{ action: 'delete', scope: 'tab', tabId: 9 }]);
    await doors.startRun.answer({ kind: 'confirmDeletes', confirmation: CONFIRMATION });
    expect(store.getState().run).toMatchObject({ kind: 'confirming', confirmation: CONFIRMATION });
    // A list that has changed meanwhile is asked about once more.
    void verbs.confirmDeletes();
    await doors.startRun.answer({ kind: 'confirmDeletes', confirmation: CONFIRMATION });
    verbs.declineDeletes();
    expect(store.getState().run).toMatchObject({ kind: 'ended', run: { progress: { done: 10 } }, left: LEFT });
    expect(doors.startRun.inputs).toHaveLength(3);
  });

  test('nothing is told where nothing has left, and nobody looks after a run over some rows', async () => {
    const { doors, store } = await endOf('tab');
    await doors.findLeft.answer({ left: 0, words: '' });
    expect(store.getState().run).not.toHaveProperty('left');
    expect((await endOf('selection')).doors.findLeft.inputs).toEqual([]);
  });
});

describe('a question about deletes', () => {
  const SELECTION = { tabId: 1, selected: '2-41', hidden: '7-9', order: '0'.repeat(32) };

  async function askDeletes(): Promise<OpenSidebar> {
    const sidebar = await openSidebar();
    sidebar.verbs.chooseAction('delete');
    void sidebar.verbs.start();
    return sidebar;
  }

  test('is answered for the rows that it was about, whatever is selected by then', async () => {
    const { verbs, doors } = await askDeletes();
    await doors.startRun.answer({ kind: 'confirmDeletes', confirmation: CONFIRMATION, selection: SELECTION });
    void verbs.confirmDeletes();
    const agreed = { action: 'delete', scope: 'selection', tabId: 1, selection: SELECTION, deleteToken: 'token-1' };
    expect(doors.startRun.inputs.at(-1)).toEqual([expect.objectContaining(agreed)]);
  });

  test('that is asked anew is answered for the rows that it is about by then', async () => {
    const { verbs, doors } = await askDeletes();
    await doors.startRun.answer({ kind: 'confirmDeletes', confirmation: CONFIRMATION, selection: SELECTION });
    void verbs.confirmDeletes();
    const next = { ...SELECTION, selected: '2-40' };
    const confirmation = { ...CONFIRMATION, deleteToken: 'token-2' };
    await doors.startRun.answer({ kind: 'confirmDeletes', confirmation, selection: next });
    void verbs.confirmDeletes();
    const agreed = { selection: next, deleteToken: 'token-2' };
    expect(doors.startRun.inputs.at(-1)).toEqual([expect.objectContaining(agreed)]);
  });

  test('does not end another run that began while it was open', async () => {
    const { verbs, doors, store } = await askDeletes();
    await doors.startRun.answer({ kind: 'confirmDeletes', confirmation: CONFIRMATION });
    await doors.getOverview.answer({ ...OVERVIEW, run: running({ isMine: true }) });
    void verbs.confirmDeletes();
    await settle();
    expect(doors.startRun.inputs).toHaveLength(1);
    expect(store.getState().run).toMatchObject({ kind: 'refused', failure: { kind: 'busy' } });
  });
});

test('a selection that is too large is refused in the server’s words, and nothing more is asked', async () => {
  const failure = {
    kind: 'selectionTooLarge',
    message: 'Too many.',
    nextStep: 'Choose All rows of this tab.',
  } as const;
  const { verbs, doors, store } = await openSidebar();
  void verbs.start();
  await doors.startRun.fail(failure);
  expect(store.getState().run).toEqual({ kind: 'refused', failure });
  expect(doors.startRun.inputs).toHaveLength(1);
});

test('a check that answers late does not take the place of a run that was taken up', async () => {
  const { verbs, doors, store } = await openSidebar();
  void verbs.check();
  void verbs.resume(running({ isMine: true }));
  await doors.checkRows.answer(REPORT);
  expect(store.getState().run.kind).toBe('running');
});

describe('cancelling', () => {
  test('ends the run with what was done, although a slice answers later', async () => {
    const { doors, store, verbs } = await startRun();
    void verbs.cancel();
    expect(store.getState().run).toMatchObject({ kind: 'running', isCancelling: true });
    await doors.cancelRun.answer(progress({ state: 'cancelled', done: 4 }));
    await doors.continueRun.answer(progress({ state: 'running', done: 6, problems: [problem(5)] }));
    expect(store.getState().run).toMatchObject({
      kind: 'ended',
      run: { progress: { state: 'cancelled' }, problems: [problem(5)] },
    });
    expect(doors.continueRun.inputs).toHaveLength(1);
  });

  test('waits for the requests under way when the server says so', async () => {
    const { doors, store, verbs } = await startRun();
    void verbs.cancel();
    await doors.cancelRun.answer(progress({ done: 4 }));
    expect(store.getState().run).toMatchObject({ kind: 'running', isCancelling: true });
    await doors.continueRun.answer(progress({ state: 'cancelled', done: 6 }));
    expect(store.getState().run).toMatchObject({ kind: 'ended', run: { progress: { done: 6 } } });
  });

  test('that fails says so, and the run goes on', async () => {
    const { doors, store, verbs } = await startRun();
    void verbs.cancel();
    await doors.cancelRun.fail(OFFLINE);
    expect(store.getState().run).toMatchObject({ kind: 'running', isCancelling: false, cancelFailure: OFFLINE });
    await doors.continueRun.answer(progress({ done: 6 }));
    expect(doors.continueRun.inputs).toHaveLength(2);
  });
});

describe('a run of mine from before', () => {
  const left = running();

  test('can be continued to its end, once', async () => {
    const { doors, store, verbs } = await openSidebar({ ...OVERVIEW, run: left });
    void verbs.resume(left);
    void verbs.resume(left);
    await settle();
    expect(store.getState().run).toMatchObject({ kind: 'running', run: { progress: { done: 4, total: 10 } } });
    expect(doors.continueRun.inputs).toEqual([[{ runId: 'run-1' }]]);
    await doors.continueRun.answer(progress({ state: 'finished', done: 10 }));
    expect(store.getState().run.kind).toBe('ended');
  });

  test('can be cancelled without being continued', async () => {
    const { doors, store, verbs } = await openSidebar({ ...OVERVIEW, run: left });
    void verbs.cancel(left);
    await doors.cancelRun.answer(progress({ state: 'cancelled', done: 4 }));
    expect(store.getState().run).toMatchObject({ kind: 'ended', run: { progress: { state: 'cancelled' } } });
    expect(doors.continueRun.inputs).toEqual([]);
  });
});

describe('retrying failed rows', () => {
  async function endWithFailures(): Promise<OpenSidebar> {
    const sidebar = await startRun();
    await sidebar.doors.continueRun.answer(progress({ state: 'finished', done: 10, counts: { Failed: 2 } }));
    return sidebar;
  }

  test('starts the same action over the failed rows of the tab', async () => {
    const { doors, verbs } = await endWithFailures();
    void verbs.retryFailed();
    expect(doors.startRun.inputs[1]).toMatchObject([{ action: 'sync', scope: 'failed', tabId: 1 }]);
  });

  test('is refused while another tab is active, whose rows it would take', async () => {
    const { doors, verbs } = await endWithFailures();
    await doors.getOverview.answer({ ...OVERVIEW, tab: { ...TAB, tabId: 2, tabName: 'Rentals' } });
    void verbs.retryFailed();
    expect(doors.startRun.inputs).toHaveLength(1);
  });
});

describe('a run that sends while its start is still under way', () => {
  const COST = 'About 900 requests and 1 minute in all.';

  /** The overview while the newest start is under way. */
  const seenIn = ({ doors }: Pick<OpenSidebar, 'doors'>, more: Partial<RunningView> = {}): Overview => {
    const startId = doors.startRun.inputs.at(-1)?.[0].startId ?? '';
    return { ...OVERVIEW, run: running({ startId, done: 4, cost: COST, ...more }) };
  };

  async function seeStarting(): Promise<OpenSidebar> {
    const sidebar = await openSidebar();
    void sidebar.verbs.start();
    await look(sidebar, seenIn(sidebar));
    return sidebar;
  }

  test('shows how far it is and what it will cost, and ends with the answer of its start', async () => {
    const { doors, store } = await seeStarting();
    expect(store.getState().run).toMatchObject({
      kind: 'running',
      isCancelling: false,
      run: { progress: { runId: 'run-1', done: 4, total: 10, cost: COST, counts: { Updated: 4 }, requests: 3 } },
    });
    expect(doors.continueRun.inputs).toEqual([]);
    await doors.startRun.answer({
      kind: 'started',
      progress: progress({ state: 'finished', done: 10, problems: [problem(3)] }),
    });
    expect(store.getState().run).toMatchObject({ kind: 'ended', run: { problems: [problem(3)] } });
  });

  test('is driven on where its start had no time for all rows', async () => {
    const { doors, store } = await seeStarting();
    await doors.startRun.answer({ kind: 'started', progress: progress({ done: 6 }) });
    expect(doors.continueRun.inputs).toEqual([[{ runId: 'run-1' }]]);
    await doors.continueRun.answer(progress({ done: 10, state: 'finished' }));
    expect(store.getState().run).toMatchObject({ kind: 'ended' });
  });

  test('can be cancelled; nobody calls it interrupted while the cancel waits', async () => {
    const { verbs, doors, store } = await seeStarting();
    void verbs.cancel();
    expect(doors.cancelRun.inputs).toEqual([[{ runId: 'run-1' }]]);
    expect(store.getState().run).toMatchObject({ kind: 'running', isCancelling: true });
    await doors.cancelRun.fail(BUSY);
    expect(store.getState().run).toMatchObject({ kind: 'running', isCancelling: false, cancelFailure: BUSY });
    await doors.startRun.answer({ kind: 'started', progress: progress({ state: 'cancelled', done: 6 }) });
    expect(store.getState().run).toMatchObject({ kind: 'ended', run: { progress: { state: 'cancelled' } } });
  });

  test('stays in its cancel where the start answers first, and only that it goes on', async () => {
    const { verbs, doors, store } = await seeStarting();
    void verbs.cancel();
    await doors.startRun.answer({ kind: 'started', progress: progress({ done: 6 }) });
    expect(store.getState().run).toMatchObject({ kind: 'running', isCancelling: true });
  });

  test('goes on when the answer of its start gets lost', async () => {
    const { doors, store } = await seeStarting();
    await doors.startRun.fail(OFFLINE);
    expect(doors.continueRun.inputs).toEqual([[{ runId: 'run-1' }]]);
    await doors.continueRun.answer(progress({ done: 10, state: 'finished' }));
    expect(store.getState().run).toMatchObject({ kind: 'ended' });
  });

  test('says why where it could not go on', async () => {
    const { doors, store } = await seeStarting();
    await doors.startRun.fail(KEY_REFUSED);
    expect(store.getState().run).toMatchObject({
      kind: 'interrupted',
      failure: KEY_REFUSED,
      run: { progress: { done: 4 } },
    });
    expect(doors.continueRun.inputs).toEqual([]);
  });

  test('is told by its end where the answers of its start and of all else got lost', async () => {
    const { doors, store } = await seeStarting();
    await doors.startRun.fail(OFFLINE);
    await doors.continueRun.answer(progress({ state: 'finished', done: 10 }));
    expect(store.getState().run).toMatchObject({ kind: 'ended', run: { progress: { done: 10 } } });
  });

  test.each([
    ['another person’s run', running({ isMine: false })],
    ['one that this person began from the menu', running({ runId: 'run-menu' })],
    ['one of another window', running({ runId: 'run-window', startId: 'other' })],
  ])('is not mixed up with %s', async (_, run) => {
    const sidebar = await openSidebar();
    const { verbs, doors, store } = sidebar;
    void verbs.start();
    await look(sidebar, { ...OVERVIEW, run });
    expect(store.getState().run).toMatchObject({ kind: 'starting' });
    await look(sidebar, seenIn(sidebar));
    expect(store.getState().run).toMatchObject({ kind: 'running', run: { progress: { runId: 'run-1' } } });
    await doors.startRun.fail(OFFLINE);
    expect(doors.continueRun.inputs).toEqual([[{ runId: 'run-1' }]]);
  });

  test('is refused in words where somebody else’s run held the spreadsheet', async () => {
    const sidebar = await openSidebar();
    void sidebar.verbs.start();
    await look(sidebar, { ...OVERVIEW, run: running({ runId: 'run-menu' }) });
    await sidebar.doors.startRun.fail(BUSY);
    expect(sidebar.store.getState().run).toEqual({ kind: 'refused', failure: BUSY });
    expect(sidebar.doors.continueRun.inputs).toEqual([]);
  });

  describe('and was cancelled', () => {
    async function cancelled(): Promise<OpenSidebar> {
      const sidebar = await seeStarting();
      void sidebar.verbs.cancel();
      await sidebar.doors.cancelRun.answer(progress({ state: 'cancelled', done: 6 }));
      return sidebar;
    }

    test('stays so when its start answers, with the rows that its answer names', async () => {
      const { doors, store } = await cancelled();
      const answer = progress({ state: 'cancelled', done: 6, problems: [problem(3)] });
      await doors.startRun.answer({ kind: 'started', progress: answer });
      expect(store.getState().run).toMatchObject({
        kind: 'ended',
        run: { progress: { state: 'cancelled' }, problems: [problem(3)] },
      });
    });

    test('stays so when the answer of its start gets lost', async () => {
      const { doors, store } = await cancelled();
      await doors.startRun.fail(OFFLINE);
      expect(store.getState().run).toMatchObject({ kind: 'ended', run: { progress: { state: 'cancelled' } } });
    });

    test('does not come back over a check or another start', async () => {
      const { verbs, doors, store } = await cancelled();
      void verbs.check();
      await doors.checkRows.answer(REPORT);
      await doors.startRun.fail({ ...OFFLINE, kind: 'noAnswer' });
      expect(store.getState().run).toMatchObject({ kind: 'checked', report: REPORT });

      const again = await cancelled();
      void again.verbs.start();
      await again.doors.startRun.answer({ kind: 'started', progress: progress({ state: 'cancelled', done: 6 }) });
      expect(again.store.getState().run).toMatchObject({ kind: 'starting' });
    });
  });
});

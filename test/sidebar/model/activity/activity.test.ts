/** What Activity does: comparing, settling creates, and bringing a result back after a reload. */
import { describe, expect, test } from 'vitest';
import type { UndoView } from '../../../../src/core/contract/server-functions.ts';
import { OFFLINE, OVERVIEW, progress, TAB } from '../fixtures.ts';
import { openSidebar } from '../open-sidebar.ts';

const COUNTS = { onlyThere: 1, inOtherTabs: 0, onlyHere: 0, differs: 0, ambiguous: 0, same: 4, notCompared: 0 };
const VIEW = { tabId: 5, tabName: 'Listings', counts: COUNTS, sentences: ['1 listing only there.'], platformTabId: 9 };

describe('a comparison', () => {
  test('is about the tab in front, once at a time, and its finding takes the place of a failure', async () => {
    const { verbs, store, doors } = await openSidebar();
    void verbs.compare();
    void verbs.compare();
    expect(doors.comparePlatform.inputs).toEqual([[{ tabId: TAB.tabId }]]);
    await doors.comparePlatform.fail(OFFLINE);
    expect(store.getState().comparison).toEqual({ isBusy: false, failure: OFFLINE });
    void verbs.compare();
    await doors.comparePlatform.answer(VIEW);
    expect(store.getState().comparison).toEqual({ isBusy: false, view: VIEW });
  });

  test('stays in sight while its listings are copied into the tab that was compared, and says what came of it', async () => {
    const { verbs, store, doors } = await openSidebar();
    await verbs.copyListings();
    expect(doors.copyListings.inputs).toEqual([]);
    void verbs.compare();
    await doors.comparePlatform.answer(VIEW);
    void verbs.copyListings();
    void verbs.copyListings();
    void verbs.compare();
    expect(doors.copyListings.inputs).toEqual([[{ tabId: VIEW.tabId }]]);
    expect(doors.comparePlatform.inputs).toHaveLength(1);
    expect(store.getState().comparison).toEqual({ isBusy: false, isCopying: true, view: VIEW });
    await doors.copyListings.fail(OFFLINE);
    expect(store.getState().comparison).toEqual({ isBusy: false, view: VIEW, failure: OFFLINE });
    void verbs.copyListings();
    const copied = { sentences: ['1 listing copied.'], firstRowNumber: 7 };
    await doors.copyListings.answer(copied);
    expect(store.getState().comparison).toEqual({ isBusy: false, view: VIEW, copied });
  });

  test('is not asked for where no tab is known', async () => {
    const { verbs, doors } = await openSidebar({ connection: OVERVIEW.connection });
    await verbs.compare();
    expect(doors.comparePlatform.inputs).toEqual([]);
  });
});

test('a create that is not there leaves the list', async () => {
  const { verbs, store, doors } = await openSidebar();
  void verbs.settleCreate({ mlsNumber: 'A1' });
  await doors.settleCreate.answer({ runs: [], openCreates: [] });
  expect(doors.settleCreate.inputs).toEqual([[{ mlsNumber: 'A1' }]]);
  expect(store.getState().runs.view).toEqual({ runs: [], openCreates: [] });
});

describe('a result', () => {
  const ENDED = progress({ state: 'finished' });

  test('comes back in a sidebar that was loaded anew, and can be closed', async () => {
    const { verbs, store, doors } = await openSidebar();
    void verbs.restoreResult();
    await doors.getLastResult.answer(ENDED);
    expect(store.getState().run).toMatchObject({ kind: 'ended', run: { progress: ENDED, problems: [] } });
    verbs.closeResult();
    expect(store.getState().run).toEqual({ kind: 'idle' });
  });

  test('does not take the place of what a person has begun meanwhile', async () => {
    const { verbs, store, doors } = await openSidebar();
    void verbs.restoreResult();
    void verbs.check();
    await doors.getLastResult.answer(ENDED);
    expect(store.getState().run.kind).toBe('checking');
  });

  test('is nothing where there is none', async () => {
    const { verbs, store, doors } = await openSidebar();
    void verbs.restoreResult();
    await doors.getLastResult.answer(null);
    expect(store.getState().run).toEqual({ kind: 'idle' });
  });
});

test('what was not found is created by a run over just these rows', async () => {
  const { verbs, doors } = await openSidebar();
  void verbs.restoreResult();
  await doors.getLastResult.answer(progress({ state: 'finished', counts: { 'Not found': 2 } }));
  void verbs.createMissing();
  expect(doors.startRun.inputs).toMatchObject([[{ action: 'create', scope: 'missing', tabId: TAB.tabId }]]);
});

describe('taking the last run back', () => {
  const UNDO: UndoView = {
    runId: 'run-1',
    tabId: TAB.tabId,
    tabName: 'Listings',
    action: 'sync',
    who: '',
    startedAt: '2026-11-21 09:00:00',
    rows: 2,
    sentences: ['2 rows: they come back.'],
  };

  test('asks first, and then begins a run that is followed like any other', async () => {
    const { verbs, store, doors } = await openSidebar();
    void verbs.askUndo();
    await doors.getUndo.answer(UNDO);
    expect(store.getState().undo).toEqual({ kind: 'asked', view: UNDO });
    void verbs.undo();
    expect(store.getState()).toMatchObject({ undo: { kind: 'none' }, chosenView: 'run', run: { kind: 'starting' } });
    expect(doors.undoRun.inputs).toMatchObject([[{ runId: 'run-1' }]]);
    await doors.undoRun.answer({ kind: 'started', progress: progress({ state: 'finished', isUndo: true }) });
    expect(store.getState().run).toMatchObject({ kind: 'ended', run: { progress: { isUndo: true } } });
  });

  test('does nothing where it is declined, or was never asked', async () => {
    const { verbs, store, doors } = await openSidebar();
    await verbs.undo();
    void verbs.askUndo();
    await doors.getUndo.answer(UNDO);
    verbs.declineUndo();
    await verbs.undo();
    expect(store.getState().undo).toEqual({ kind: 'none' });
    expect(doors.undoRun.inputs).toEqual([]);
  });

  test('says why it cannot', async () => {
    const { verbs, store, doors } = await openSidebar();
    void verbs.askUndo();
    await doors.getUndo.fail(OFFLINE);
    expect(store.getState().undo).toEqual({ kind: 'failed', failure: OFFLINE });
  });
});

describe('looking closely', () => {
  const RUN = { tabId: 1, startedAt: '2026-11-21 09:00:00', seconds: 3 };
  const ROWS = { total: 1, rows: [{ name: 'MLS number A1', outcome: 'Updated', rowNumber: 2 }] };

  test('the rows of the run that was opened last are shown, and can be closed', async () => {
    const { verbs, store, doors } = await openSidebar();
    void verbs.lookAtRun({ ...RUN, startedAt: '2026-11-20 09:00:00' });
    void verbs.lookAtRun(RUN);
    await doors.getRunRows.answer({ total: 0, rows: [] });
    expect(store.getState().story.run).toEqual({ kind: 'reading', of: RUN.startedAt });
    await doors.getRunRows.answer(ROWS);
    expect(store.getState().story.run).toEqual({ kind: 'shown', of: RUN.startedAt, view: ROWS });
    verbs.closeRunRows();
    expect(store.getState().story.run).toEqual({ kind: 'none' });
  });

  test('a row has its story, or a sentence that says why not', async () => {
    const { verbs, store, doors } = await openSidebar();
    void verbs.readStory();
    await doors.getRowStory.fail(OFFLINE);
    expect(store.getState().story.row).toMatchObject({ kind: 'failed', failure: OFFLINE });
    void verbs.readStory();
    const view = { label: 'A1', now: '', entries: [] };
    await doors.getRowStory.answer(view);
    expect(store.getState().story.row).toMatchObject({ kind: 'shown', view });
  });
});

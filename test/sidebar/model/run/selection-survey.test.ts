/** Checks and runs of selections that are too large for one call. */
import { describe, expect, test } from 'vitest';
import type { SelectionSurvey } from '../../../../src/core/terms/selection-survey.ts';
import { unfinishedRun } from '../../../../src/sidebar/model/run/run-readiness.ts';
import { isRowsAtHand } from '../../../../src/sidebar/model/run/run-state.ts';
import { checkReport, OFFLINE, OVERVIEW, progress, running } from '../fixtures.ts';
import { settle } from '../held-bridge.ts';
import { type OpenSidebar, openSidebar } from '../open-sidebar.ts';

const TAB_GONE = { kind: 'tabGone', message: 'The tab is gone.', nextStep: 'Restore it.' } as const;
const CONFIRMATION = {
  tabName: 'Homes',
  chatbotId: 'bot-1',
  count: 2,
  firstKeys: ['1001', '1002'],
  deleteToken: 'token-1',
};

const surveyed = (askedRows: number, hidden = ''): SelectionSurvey => ({
  ...{ tabId: 1, selected: '2-41', hidden, askedRows, order: '0'.repeat(32) },
});
const WHOLE = surveyed(40, '7-9');
const TOO_LARGE = {
  kind: 'selectionTooLarge',
  message: 'Too many.',
  nextStep: 'Select fewer.',
  survey: surveyed(4),
} as const;

/** All rows have been asked about; before a start the sidebar looks what is going on in the spreadsheet. */
async function finishSurvey({ doors }: Pick<OpenSidebar, 'doors'>, overview = OVERVIEW): Promise<void> {
  await doors.surveySelection.answer(WHOLE);
  await doors.getOverview.answer(overview);
}

/** The action is started, and the server says that it has no time for so many rows. */
async function startLarge(): Promise<OpenSidebar> {
  const sidebar = await openSidebar();
  void sidebar.verbs.start();
  await sidebar.doors.startRun.fail(TOO_LARGE);
  return sidebar;
}

async function checkLarge(): Promise<OpenSidebar> {
  const sidebar = await openSidebar();
  void sidebar.verbs.check();
  await sidebar.doors.checkRows.fail(TOO_LARGE);
  return sidebar;
}

describe('a run of a large selection', () => {
  test('begins when all rows were asked about, and shows meanwhile how many were', async () => {
    const { doors, store } = await startLarge();
    expect(store.getState().run).toMatchObject({ kind: 'starting', survey: { askedRows: 4 } });
    await doors.surveySelection.answer(surveyed(20, '7-9'));
    expect(store.getState().run).toMatchObject({ kind: 'starting', survey: { askedRows: 20 } });
    expect(doors.startRun.inputs).toHaveLength(1);
    await finishSurvey({ doors });
    expect(doors.surveySelection.inputs).toEqual([[surveyed(4)], [surveyed(20, '7-9')]]);
    const [first, second] = doors.startRun.inputs.map(([input]) => input);
    expect(second).toEqual({ ...first, survey: WHOLE });
    await doors.startRun.answer({ kind: 'started', progress: progress() });
    expect(store.getState().run.kind).toBe('running');
  });

  test('is not surveyed where the server has the time', async () => {
    const { verbs, doors } = await openSidebar();
    void verbs.start();
    await doors.startRun.answer({ kind: 'started', progress: progress() });
    expect(doors.surveySelection.inputs).toEqual([]);
  });

  test('asks once more, after a pause, where an answer got lost', async () => {
    const { doors, sleepsMs } = await startLarge();
    await doors.surveySelection.answer(surveyed(20));
    await doors.surveySelection.fail(OFFLINE);
    await settle();
    expect(sleepsMs).toEqual([1_000]);
    expect(doors.surveySelection.inputs.slice(1)).toEqual([[surveyed(20)], [surveyed(20)]]);
    await finishSurvey({ doors });
    expect(doors.startRun.inputs).toHaveLength(2);
  });

  test('is not begun where the rows cannot be asked about', async () => {
    const { doors, store } = await startLarge();
    await doors.surveySelection.answer(surveyed(20));
    await doors.surveySelection.fail(TAB_GONE);
    expect(store.getState().run).toEqual({ kind: 'refused', failure: TAB_GONE });
    expect(doors.startRun.inputs).toHaveLength(1);
  });

  test('can be stopped while rows are asked about: nothing was begun, nothing begins later', async () => {
    const { verbs, doors, store } = await startLarge();
    await doors.surveySelection.answer(surveyed(20));
    verbs.stopSurvey();
    expect(store.getState().run).toEqual({ kind: 'idle' });
    await doors.surveySelection.answer(WHOLE);
    expect(store.getState().run).toEqual({ kind: 'idle' });
    expect(doors.startRun.inputs).toHaveLength(1);
    expect(doors.surveySelection.inputs).toHaveLength(2);
  });

  test('that was stopped does not disturb the one after it', async () => {
    const { verbs, doors, store } = await startLarge();
    verbs.stopSurvey();
    void verbs.start();
    await doors.surveySelection.answer(surveyed(20));
    expect(store.getState().run).not.toHaveProperty('survey');
    await doors.startRun.answer({ kind: 'started', progress: progress() });
    expect(store.getState().run.kind).toBe('running');
    expect(doors.startRun.inputs).toHaveLength(2);
  });

  test('that the server still finds too large says so, and asks no more', async () => {
    const { doors, store } = await startLarge();
    await finishSurvey({ doors });
    await doors.startRun.fail(TOO_LARGE);
    expect(store.getState().run).toEqual({ kind: 'refused', failure: TOO_LARGE });
    expect(doors.surveySelection.inputs).toHaveLength(1);
  });

  test('is not begun where another run was begun meanwhile, which it would end', async () => {
    const { doors, store } = await startLarge();
    await finishSurvey({ doors }, { ...OVERVIEW, run: running({ isMine: true }) });
    expect(doors.startRun.inputs).toHaveLength(1);
    expect(store.getState().run).toMatchObject({ kind: 'refused', failure: { kind: 'busy' } });
  });

  test('keeps its place on the screen while another run of the same person is there', async () => {
    const { verbs, doors, store } = await startLarge();
    void verbs.refresh();
    await doors.getOverview.answer({ ...OVERVIEW, run: running({ isMine: true }) });
    expect(unfinishedRun(store.getState())).toBeUndefined();
  });

  test('deletes the surveyed rows that were agreed to, without asking about them again', async () => {
    const sidebar = await openSidebar();
    const { verbs, doors } = sidebar;
    verbs.chooseAction('delete');
    void verbs.start();
    await doors.startRun.fail(TOO_LARGE);
    await finishSurvey({ doors });
    await doors.startRun.answer({ kind: 'confirmDeletes', confirmation: CONFIRMATION });
    void verbs.confirmDeletes();
    const agreed = { action: 'delete', scope: 'selection', survey: WHOLE, deleteToken: 'token-1' };
    expect(doors.startRun.inputs.at(-1)).toEqual([expect.objectContaining(agreed)]);
    expect(doors.surveySelection.inputs).toHaveLength(1);
  });

  test('begins although nobody can tell what is going on in the spreadsheet', async () => {
    const { doors } = await startLarge();
    await doors.surveySelection.answer(WHOLE);
    await doors.getOverview.fail(OFFLINE);
    expect(doors.startRun.inputs).toHaveLength(2);
  });
});

test('deletes are confirmed for the rows that the question was about, though nothing was surveyed before', async () => {
  const { verbs, doors } = await openSidebar();
  verbs.chooseAction('delete');
  void verbs.start();
  await doors.startRun.answer({ kind: 'confirmDeletes', confirmation: CONFIRMATION, survey: WHOLE });
  void verbs.confirmDeletes();
  expect(doors.startRun.inputs.at(-1)).toEqual([expect.objectContaining({ survey: WHOLE, deleteToken: 'token-1' })]);
});

test('deletes that were agreed to do not end another run that began while the question was open', async () => {
  const { verbs, doors, store } = await openSidebar();
  verbs.chooseAction('delete');
  void verbs.start();
  await doors.startRun.answer({ kind: 'confirmDeletes', confirmation: CONFIRMATION });
  await doors.getOverview.answer({ ...OVERVIEW, run: running({ isMine: true }) });
  void verbs.confirmDeletes();
  await settle();
  expect(doors.startRun.inputs).toHaveLength(1);
  expect(store.getState().run).toMatchObject({ kind: 'refused', failure: { kind: 'busy' } });
});

describe('a check of a large selection', () => {
  test('is made when all rows were asked about', async () => {
    const { doors, store } = await checkLarge();
    await doors.surveySelection.answer(surveyed(20));
    expect(store.getState().run).toMatchObject({ kind: 'checking', survey: { askedRows: 20 } });
    await doors.surveySelection.answer(WHOLE);
    expect(doors.checkRows.inputs.at(-1)).toEqual([{ action: 'sync', scope: 'selection', survey: WHOLE }]);
    await doors.checkRows.answer(checkReport());
    expect(store.getState().run.kind).toBe('checked');
  });

  test('is made again, after a correction, over the same rows, though others are selected by now', async () => {
    const { verbs, doors, store } = await checkLarge();
    await doors.surveySelection.answer(WHOLE);
    await doors.checkRows.answer(checkReport());
    void verbs.goToCell({ tabId: 1, rowNumber: 7, columnNumber: 2 });
    await doors.goToCell.answer(null);
    expect(isRowsAtHand(store.getState().run)).toBe(true);
    void verbs.checkAgain();
    expect(doors.checkRows.inputs.at(-1)).toEqual([{ action: 'sync', scope: 'selection', survey: WHOLE }]);
    expect(doors.surveySelection.inputs).toHaveLength(1);
  });

  test('that answers late does not take the place of a run that was taken up', async () => {
    const { verbs, doors, store } = await checkLarge();
    await doors.surveySelection.answer(WHOLE);
    void verbs.resume(running({ isMine: true }));
    await doors.checkRows.answer(checkReport());
    expect(store.getState().run.kind).toBe('running');
  });

  test('can be stopped', async () => {
    const { verbs, doors, store } = await checkLarge();
    await doors.surveySelection.answer(surveyed(20));
    verbs.stopSurvey();
    await doors.surveySelection.answer(WHOLE);
    expect(store.getState().run).toEqual({ kind: 'idle' });
    expect(doors.checkRows.inputs).toHaveLength(1);
  });
});

test('a start or a run that the server is at work on is not stopped with the survey', async () => {
  const { verbs, doors, store } = await openSidebar();
  void verbs.start();
  verbs.stopSurvey();
  expect(store.getState().run.kind).toBe('starting');
  await doors.startRun.fail(TOO_LARGE);
  await finishSurvey({ doors });
  verbs.stopSurvey();
  expect(store.getState().run.kind).toBe('starting');
  await doors.startRun.answer({ kind: 'started', progress: progress() });
  verbs.stopSurvey();
  expect(store.getState().run.kind).toBe('running');
});

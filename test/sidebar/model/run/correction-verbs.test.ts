/** Correcting what a check found, and looking at single rows of it. */
import { describe, expect, test } from 'vitest';
import type { CheckReport } from '../../../../src/core/check/check-report.ts';
import type { RowPreview } from '../../../../src/core/check/row-preview.ts';
import { headersMark } from '../../../../src/core/terms/headers-mark.ts';
import { correctionObstacle, previewObstacle } from '../../../../src/sidebar/model/run/run-readiness.ts';
import {
  BEDS_MATCH,
  CONNECTION,
  checkReport,
  fieldView,
  group,
  mappingView,
  OFFLINE,
  OVERVIEW,
  progress,
  SETTINGS,
  TAB,
} from '../fixtures.ts';
import { type OpenSidebar, openSidebar } from '../open-sidebar.ts';

const GROUP = group();
const REPORT: CheckReport = checkReport({ groups: [GROUP] });
const FIXED_ZERO = { kind: 'value', field: 'ParkingSpots', value: '0' } as const;
const CORRECTED = {
  ...SETTINGS,
  mapping: { ParkingSpots: { kind: 'fixed', value: '0' } },
  seenHeaders: headersMark(['MLS#', 'Beds', 'Notes']),
} as const;
const VIEW = mappingView({ fields: [fieldView('Bedrooms', { match: BEDS_MATCH }), fieldView('ParkingSpots')] });
const PREVIEW: RowPreview = {
  rowNumber: 2,
  label: 'MLS-2',
  request: { endpoint: 'RealEstateUpdate', body: '{}', curl: 'curl' },
  derived: [],
  notes: [],
};

async function checkRows(scope: 'selection' | 'tab' = 'selection'): Promise<OpenSidebar> {
  const sidebar = await openSidebar();
  sidebar.verbs.chooseScope(scope);
  await sidebar.doors.getOverview.answer(OVERVIEW);
  void sidebar.verbs.check();
  await sidebar.doors.checkRows.answer(REPORT);
  return sidebar;
}

describe('a correction', () => {
  test('is saved for the tab, and the same rows are checked again', async () => {
    const { doors, store, verbs } = await checkRows('tab');
    verbs.chooseScope('failed');
    void verbs.correct(GROUP, FIXED_ZERO);
    expect(store.getState().run).toMatchObject({ kind: 'checked', correction: { kind: 'saving' } });
    await doors.getMapping.answer(VIEW);
    expect(doors.saveTabSettings.inputs).toEqual([[{ tabId: 1, settings: CORRECTED }]]);
    await doors.saveTabSettings.answer({ ...VIEW, settings: CORRECTED });
    expect(store.getState().run).toMatchObject({
      kind: 'checking',
      request: { action: 'sync', scope: 'tab', tabId: 1 },
    });
    await doors.checkRows.answer(checkReport({ rows: 15 }));
    expect(store.getState().run).toMatchObject({ kind: 'checked', report: { rows: 15 }, correction: { kind: 'none' } });
  });

  test('builds on what somebody else has saved meanwhile', async () => {
    const { doors, verbs } = await checkRows();
    void verbs.correct(GROUP, FIXED_ZERO);
    await doors.getMapping.answer({ ...VIEW, settings: { ...SETTINGS, missing: 'send' } });
    expect(doors.saveTabSettings.inputs).toMatchObject([[{ settings: { missing: 'send' } }]]);
  });

  test('leaves a notice of changed headers for the mapping view', async () => {
    const { doors, verbs } = await checkRows();
    void verbs.correct(GROUP, FIXED_ZERO);
    await doors.getMapping.answer({ ...VIEW, settings: { ...SETTINGS, seenHeaders: 'other columns' } });
    expect(doors.saveTabSettings.inputs).toMatchObject([[{ settings: { seenHeaders: 'other columns' } }]]);
  });

  test('that cannot be saved says why, and the report stays', async () => {
    const { doors, store, verbs } = await checkRows();
    void verbs.correct(GROUP, FIXED_ZERO);
    await doors.getMapping.answer(VIEW);
    await doors.saveTabSettings.fail(OFFLINE);
    expect(store.getState().run).toMatchObject({
      kind: 'checked',
      report: REPORT,
      correction: { kind: 'failed', failure: OFFLINE },
    });
    expect(doors.checkRows.inputs).toHaveLength(1);
  });

  test('changes nothing of a tab the person has gone to', async () => {
    const { doors, store, verbs } = await checkRows();
    void verbs.correct(GROUP, FIXED_ZERO);
    await doors.getMapping.answer(mappingView({ tabId: 2, tabName: 'Rentals' }));
    expect(doors.saveTabSettings.inputs).toEqual([]);
    expect(store.getState().run).toMatchObject({ correction: { kind: 'failed', failure: { kind: 'otherTab' } } });
  });

  test('after a jump to a cell waits for the rows to be selected again', async () => {
    const { doors, store, verbs } = await checkRows();
    void verbs.goToCell({ tabId: 1, rowNumber: 4, columnNumber: 3 });
    await doors.goToCell.answer(null);
    void verbs.correct(GROUP, FIXED_ZERO);
    await doors.getMapping.answer(VIEW);
    await doors.saveTabSettings.answer({ ...VIEW, settings: CORRECTED });
    expect(store.getState().run).toMatchObject({ kind: 'checked', correction: { kind: 'awaitsSelection' } });
    expect(doors.checkRows.inputs).toHaveLength(1);
  });

  test('after a jump to a cell checks the whole tab again, since that needs no selection', async () => {
    const { doors, verbs } = await checkRows('tab');
    void verbs.goToCell({ tabId: 1, rowNumber: 4, columnNumber: 3 });
    await doors.goToCell.answer(null);
    void verbs.correct(GROUP, FIXED_ZERO);
    await doors.getMapping.answer(VIEW);
    await doors.saveTabSettings.answer({ ...VIEW, settings: CORRECTED });
    expect(doors.checkRows.inputs).toHaveLength(2);
  });

  test('is made once at a time, and nothing else starts meanwhile', async () => {
    const { doors, store, verbs } = await checkRows();
    void verbs.correct(GROUP, FIXED_ZERO);
    void verbs.correct(GROUP, FIXED_ZERO);
    void verbs.check();
    void verbs.start();
    verbs.closeResult();
    expect(doors.getMapping.inputs).toHaveLength(1);
    expect(doors.checkRows.inputs).toHaveLength(1);
    expect(doors.startRun.inputs).toEqual([]);
    expect(store.getState().run.kind).toBe('checked');
  });

  test('is taken over by an unsaved draft, which would take it back otherwise', async () => {
    const { doors, store, verbs } = await checkRows();
    verbs.chooseView('mapping');
    await doors.getMapping.answer(VIEW);
    verbs.editSettings((settings) => ({ ...settings, missing: 'send' }));
    void verbs.correct(GROUP, FIXED_ZERO);
    await doors.getMapping.answer(VIEW);
    await doors.saveTabSettings.answer({ ...VIEW, settings: CORRECTED });
    expect(store.getState().mapping).toMatchObject({
      view: { settings: CORRECTED },
      draft: { missing: 'send', mapping: CORRECTED.mapping },
    });
  });
});

describe('looking at a row', () => {
  test('asks for it as the checked action would send it', async () => {
    const { doors, store, verbs } = await checkRows();
    verbs.chooseAction('push');
    void verbs.previewRow(2);
    expect(store.getState().preview).toEqual({ kind: 'reading', rowNumber: 2 });
    expect(doors.previewRow.inputs).toEqual([[{ tabId: 1, action: 'sync', rowNumber: 2 }]]);
    await doors.previewRow.answer(PREVIEW);
    expect(store.getState().preview).toEqual({ kind: 'shown', preview: PREVIEW });
  });

  test('shows the row that was asked for last, whichever answers first', async () => {
    const { doors, store, verbs } = await checkRows();
    void verbs.previewRow(2);
    void verbs.previewRow(3);
    await doors.previewRow.answer({ ...PREVIEW, rowNumber: 3 }, 1);
    await doors.previewRow.answer(PREVIEW);
    expect(store.getState().preview).toMatchObject({ preview: { rowNumber: 3 } });
  });

  test('that fails says why', async () => {
    const { doors, store, verbs } = await checkRows();
    void verbs.previewRow(2);
    await doors.previewRow.fail(OFFLINE);
    expect(store.getState().preview).toEqual({ kind: 'failed', rowNumber: 2, failure: OFFLINE });
  });

  test('ends with the next check', async () => {
    const { doors, store, verbs } = await checkRows();
    void verbs.previewRow(2);
    await doors.previewRow.answer(PREVIEW);
    void verbs.check();
    expect(store.getState().preview).toEqual({ kind: 'none' });
  });

  test('is not possible without a check', async () => {
    const { doors, verbs } = await openSidebar();
    await verbs.previewRow(2);
    expect(doors.previewRow.inputs).toEqual([]);
  });
});

describe('on another tab than the one that was checked', () => {
  test('nothing can be corrected or looked at, and the words say where to go', async () => {
    const { doors, store, verbs } = await checkRows();
    void verbs.refresh();
    await doors.getOverview.answer({ ...OVERVIEW, tab: { ...TAB, tabId: 2, tabName: 'Rentals' } });
    expect(correctionObstacle(store.getState())).toBe('Go to the tab “Homes” to correct its rows.');
    expect(previewObstacle(store.getState())).toBe('Go to the tab “Homes” to look at its rows.');
  });
});

test('without a connection rows can be corrected and looked at', async () => {
  const { doors, store, verbs } = await checkRows();
  void verbs.refresh();
  await doors.getOverview.answer({ ...OVERVIEW, connection: { ...CONNECTION, isConnected: false } });
  expect(correctionObstacle(store.getState())).toBeUndefined();
  expect(previewObstacle(store.getState())).toBeUndefined();
});

describe('the causes of a run', () => {
  const TYPO = group({
    cause: 'Listing status: “Actve” is not known',
    kind: 'unknownWord',
    field: 'Status',
    teach: { vocabulary: 'listingStatus', word: 'Actve', meanings: ['active'], suggestion: 'Active' },
  });
  const REPLACEMENT = { tabId: 1, columnNumber: 3, from: 'Actve', to: 'Active' };

  async function runRows(): Promise<OpenSidebar> {
    const sidebar = await openSidebar();
    void sidebar.verbs.start();
    const ended = progress({ state: 'finished', done: 10, counts: { Invalid: 10 }, groups: [TYPO, GROUP] });
    await sidebar.doors.startRun.answer({ kind: 'started', progress: ended });
    await sidebar.doors.getOverview.answer(OVERVIEW);
    return sidebar;
  }

  test('are corrected in the cells with one press, and the same rows are sent again', async () => {
    const { doors, store, verbs } = await runRows();
    void verbs.replace(TYPO, REPLACEMENT);
    expect(store.getState().run).toMatchObject({ kind: 'ended', correction: { kind: 'saving' } });
    await doors.replaceText.answer({ cells: 12 });
    expect(doors.startRun.inputs).toMatchObject([[{ scope: 'selection' }], [{ action: 'sync', scope: 'selection' }]]);
  });

  test('are corrected all at once with one save, and sent again', async () => {
    const { doors, verbs } = await runRows();
    void verbs.applyRecommended([TYPO, GROUP], {});
    expect(doors.replaceText.inputs).toEqual([[REPLACEMENT]]);
    await doors.replaceText.answer({ cells: 12 });
    await doors.getMapping.answer(VIEW);
    expect(doors.saveTabSettings.inputs).toMatchObject([
      [{ settings: { ifEmpty: { ParkingSpots: { kind: 'leaveOut' } } } }],
    ]);
    await doors.saveTabSettings.answer(VIEW);
    expect(doors.startRun.inputs).toHaveLength(2);
  });

  test('are corrected with a value that is true of every row, where a person says so', async () => {
    const { doors, verbs } = await runRows();
    void verbs.applyRecommended([GROUP], { ParkingSpots: '0' });
    await doors.getMapping.answer(VIEW);
    expect(doors.saveTabSettings.inputs).toMatchObject([
      [{ settings: { mapping: { ParkingSpots: { kind: 'fixed', value: '0' } }, ifEmpty: {} } }],
    ]);
  });

  test('that cannot be corrected say why, and the result stays', async () => {
    const { doors, store, verbs } = await runRows();
    void verbs.replace(TYPO, REPLACEMENT);
    await doors.replaceText.fail(OFFLINE);
    expect(store.getState().run).toMatchObject({ kind: 'ended', correction: { kind: 'failed', failure: OFFLINE } });
    expect(doors.startRun.inputs).toHaveLength(1);
  });

  test('of several answers add up', async () => {
    const sidebar = await openSidebar();
    void sidebar.verbs.start();
    await sidebar.doors.startRun.answer({ kind: 'started', progress: progress({ done: 4, groups: [GROUP] }) });
    await sidebar.doors.continueRun.answer(progress({ done: 10, state: 'finished', groups: [TYPO, GROUP] }));
    expect(sidebar.store.getState().run).toMatchObject({
      run: {
        groups: [
          { cause: GROUP.cause, rows: 24, rowNumbers: [4, 5, 4, 5] },
          { cause: TYPO.cause, rows: 12 },
        ],
      },
    });
  });

  test('after one row was tried leave the others to be sent with one press', async () => {
    const sidebar = await openSidebar();
    void sidebar.verbs.startTrial();
    const one = progress({ state: 'finished', total: 1, done: 1, counts: { Updated: 1 } });
    await sidebar.doors.startRun.answer({ kind: 'started', progress: one });
    await sidebar.doors.getOverview.answer(OVERVIEW);
    void sidebar.verbs.sendRest();
    expect(sidebar.doors.startRun.inputs[1]?.[0]).not.toHaveProperty('isTrial');
  });
});

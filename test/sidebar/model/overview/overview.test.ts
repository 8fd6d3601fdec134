/** How the sidebar keeps its picture of the spreadsheet. */
import { describe, expect, test } from 'vitest';
import { shownView } from '../../../../src/sidebar/model/sidebar-state.ts';
import { CONNECTION, OFFLINE, OVERVIEW, TAB } from '../fixtures.ts';
import { openSidebar } from '../open-sidebar.ts';

describe('the overview', () => {
  test('is asked for once although several ask at the same time', async () => {
    const { verbs, doors } = await openSidebar();
    void verbs.refresh();
    void verbs.refresh();
    expect(doors.getOverview.inputs).toHaveLength(2);
  });

  test('is not overwritten by an answer to a question from before a change', async () => {
    const { verbs, doors, store } = await openSidebar();
    void verbs.refresh();
    void verbs.refreshAfterChange();
    await doors.getOverview.answer({ ...OVERVIEW, tab: { ...TAB, tabName: 'New' } }, 1);
    await doors.getOverview.answer({ ...OVERVIEW, tab: { ...TAB, tabName: 'Old' } });
    expect(store.getState().overview.value?.tab?.tabName).toBe('New');
  });

  test('is kept when asking fails, with the failure beside it until asking goes well', async () => {
    const { verbs, doors, store } = await openSidebar();
    void verbs.refresh();
    await doors.getOverview.fail(OFFLINE);
    expect(store.getState().overview).toEqual({ value: OVERVIEW, failure: OFFLINE });
    void verbs.refresh();
    await doors.getOverview.answer(OVERVIEW);
    expect(store.getState().overview).toEqual({ value: OVERVIEW });
  });

  test('that brings nothing new tells nobody', async () => {
    const { verbs, doors, store } = await openSidebar();
    let changes = 0;
    store.subscribe(() => {
      changes += 1;
    });
    void verbs.refresh();
    await doors.getOverview.answer({ connection: { ...CONNECTION }, tab: { ...TAB } });
    expect(changes).toBe(0);
  });
});

describe('the first view', () => {
  test('is the connection as long as there is none', async () => {
    const { store } = await openSidebar({ connection: { ...CONNECTION, isConnected: false } });
    expect(shownView(store.getState())).toBe('settings');
  });

  test('is Run for somebody who is connected', async () => {
    expect(shownView((await openSidebar()).store.getState())).toBe('run');
  });

  test('gives way to the one the person chose', async () => {
    const { store, verbs } = await openSidebar({ connection: { ...CONNECTION, isConnected: false } });
    verbs.chooseView('run');
    expect(shownView(store.getState())).toBe('run');
  });
});

describe('going to a cell', () => {
  const cell = { tabId: 1, rowNumber: 14, columnNumber: 3 };

  test('moves the keyboard into the grid', async () => {
    const { verbs, doors, focusMoves } = await openSidebar();
    void verbs.goToCell(cell);
    await doors.goToCell.answer(null);
    expect(doors.goToCell.inputs).toEqual([[cell]]);
    expect(focusMoves()).toBe(1);
  });

  test('that fails says why and leaves the keyboard where it is', async () => {
    const { verbs, doors, store, focusMoves } = await openSidebar();
    const gone = { kind: 'tabGone', message: 'The tab is gone.', nextStep: 'Check the rows again.' } as const;
    void verbs.goToCell(cell);
    await doors.goToCell.fail(gone);
    expect(store.getState().jumpFailure).toEqual(gone);
    expect(focusMoves()).toBe(0);
    void verbs.goToCell(cell);
    await doors.goToCell.answer(null);
    expect(store.getState().jumpFailure).toBeUndefined();
  });
});

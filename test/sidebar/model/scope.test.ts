/** Which action and which rows the next press is about. */
import { describe, expect, test } from 'vitest';
import type { Overview } from '../../../src/core/contract/server-functions.ts';
import { actionInForce } from '../../../src/sidebar/model/sidebar-state.ts';
import { OVERVIEW, TAB } from './fixtures.ts';
import { openSidebar } from './open-sidebar.ts';

const selecting = (a1: string, tabId = 1): Overview => ({
  ...OVERVIEW,
  tab: { ...TAB, tabId, selection: { ...TAB.selection, a1 } },
});

describe('the rows', () => {
  test('are those of a new selection, whatever was chosen before', async () => {
    const { store, verbs, doors } = await openSidebar(selecting('A2:C4'));
    verbs.chooseScope('tab');
    void verbs.refresh();
    await doors.getOverview.answer(selecting('A2:C4'));
    expect(store.getState().scope).toBe('tab');
    void verbs.refresh();
    await doors.getOverview.answer(selecting('A7:C9'));
    expect(store.getState().scope).toBe('selection');
  });

  test('stay chosen where the selection was made before, and is only seen afterwards', async () => {
    const { store, verbs, doors } = await openSidebar(selecting('A1'));
    verbs.chooseScope('tab');
    await doors.getOverview.answer(selecting('A2:C4', 2));
    expect(store.getState().scope).toBe('tab');
    void verbs.refresh();
    await doors.getOverview.answer(selecting('A7:C9', 2));
    expect(store.getState().scope).toBe('selection');
  });

  test('stay chosen when the add-on itself goes to a cell', async () => {
    const { store, verbs, doors } = await openSidebar(selecting('A2:C4'));
    verbs.chooseScope('tab');
    void verbs.goToCell({ tabId: 1, rowNumber: 9, columnNumber: 3 });
    await doors.goToCell.answer(null);
    await doors.getOverview.answer(selecting('C9'));
    expect(store.getState().scope).toBe('tab');
  });
});

describe('the action', () => {
  test('follows from what the tab holds', async () => {
    const { store } = await openSidebar({ ...OVERVIEW, tab: { ...TAB, kind: 'chatbotRows' } });
    expect(actionInForce(store.getState())).toBe('push');
  });

  test('is remembered for each tab', async () => {
    const { store, verbs, doors } = await openSidebar(selecting('A2', 1));
    verbs.chooseAction('delete');
    void verbs.refresh();
    await doors.getOverview.answer(selecting('A2', 2));
    expect(actionInForce(store.getState())).toBe('sync');
    void verbs.refresh();
    await doors.getOverview.answer(selecting('A2', 1));
    expect(actionInForce(store.getState())).toBe('delete');
  });

  test('is told to the file, and is what somebody chose there before', async () => {
    const { store, verbs, doors } = await openSidebar({ ...OVERVIEW, tab: { ...TAB, chosenAction: 'push' } });
    expect(actionInForce(store.getState())).toBe('push');
    verbs.chooseAction('sync');
    expect(doors.rememberAction.inputs).toEqual([[{ tabId: TAB.tabId, action: 'sync' }]]);
    expect(actionInForce(store.getState())).toBe('sync');
  });
});

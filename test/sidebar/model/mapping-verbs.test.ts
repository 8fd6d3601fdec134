/** Reading, editing and saving a tab's mapping. */
import { describe, expect, test } from 'vitest';
import { hasUnsavedSettings } from '../../../src/sidebar/model/mapping-state.ts';
import { mappingView, OFFLINE, OVERVIEW, SETTINGS, TAB } from './fixtures.ts';
import { type OpenSidebar, openSidebar } from './open-sidebar.ts';

const sendAnyway = { ...SETTINGS, missing: 'send' } as const;
const OTHER_TAB = { ...OVERVIEW, tab: { ...TAB, tabId: 2, tabName: 'Rentals' } };

async function openMapping(): Promise<OpenSidebar> {
  const sidebar = await openSidebar();
  sidebar.verbs.chooseView('mapping');
  await sidebar.doors.getMapping.answer(mappingView());
  return sidebar;
}

describe('reading the mapping', () => {
  test('happens when the view is opened', async () => {
    const { store } = await openMapping();
    expect(store.getState().mapping).toEqual({
      kind: 'ready',
      view: mappingView(),
      draft: SETTINGS,
      isJustSaved: false,
    });
  });

  test('that fails shows the failure, and another tab is read anew', async () => {
    const { store, doors, verbs } = await openSidebar();
    verbs.chooseView('mapping');
    const noHeader = { kind: 'noHeaderRow', message: 'No header row.', nextStep: 'Name the columns.' } as const;
    await doors.getMapping.fail(noHeader);
    expect(store.getState().mapping).toEqual({ kind: 'failed', failure: noHeader });
    void verbs.refresh();
    await doors.getOverview.answer(OTHER_TAB);
    expect(doors.getMapping.inputs).toHaveLength(2);
  });

  test('ignores the answer about a tab the person has left', async () => {
    const { store, doors, verbs } = await openMapping();
    void verbs.readMapping();
    void verbs.readMapping();
    await doors.getMapping.answer(mappingView({ tabId: 2, tabName: 'Rentals' }), 1);
    await doors.getMapping.answer(mappingView({ tabName: 'Left' }));
    expect(store.getState().mapping).toMatchObject({ view: { tabName: 'Rentals' } });
  });

  test('follows the person to another tab', async () => {
    const { doors, verbs } = await openMapping();
    void verbs.refresh();
    await doors.getOverview.answer(OTHER_TAB);
    expect(doors.getMapping.inputs).toHaveLength(2);
  });

  test('does not follow while another view is open', async () => {
    const { doors, verbs } = await openMapping();
    verbs.chooseView('run');
    void verbs.refresh();
    await doors.getOverview.answer(OTHER_TAB);
    expect(doors.getMapping.inputs).toHaveLength(1);
  });
});

describe('unsaved changes', () => {
  test('survive a visit to another tab', async () => {
    const { store, doors, verbs } = await openMapping();
    verbs.editSettings(() => sendAnyway);
    void verbs.refresh();
    await doors.getOverview.answer(OTHER_TAB);
    expect(doors.getMapping.inputs).toHaveLength(1);
    expect(store.getState().mapping).toMatchObject({ draft: sendAnyway });
  });

  test('survive a reading that was under way when they were made', async () => {
    const { store, doors, verbs } = await openMapping();
    void verbs.readMapping();
    verbs.editSettings(() => sendAnyway);
    await doors.getMapping.answer(mappingView());
    expect(store.getState().mapping).toMatchObject({ draft: sendAnyway });
  });

  test('are gone after discarding, and the active tab is shown', async () => {
    const { store, doors, verbs } = await openMapping();
    verbs.editSettings(() => sendAnyway);
    void verbs.refresh();
    await doors.getOverview.answer(OTHER_TAB);
    verbs.discardSettings();
    expect(hasUnsavedSettings(store.getState().mapping)).toBe(false);
    expect(doors.getMapping.inputs).toHaveLength(2);
  });
});

describe('saving', () => {
  test('sends the draft of the tab it belongs to and shows the mapping that results', async () => {
    const { store, doors, verbs } = await openMapping();
    verbs.editSettings(() => sendAnyway);
    void verbs.saveSettings();
    void verbs.saveSettings();
    expect(doors.saveTabSettings.inputs).toEqual([[{ tabId: 1, settings: sendAnyway }]]);
    await doors.saveTabSettings.answer(mappingView({ settings: sendAnyway }));
    expect(store.getState().mapping).toMatchObject({ draft: sendAnyway, isJustSaved: true });
    expect(hasUnsavedSettings(store.getState().mapping)).toBe(false);
  });

  test('that fails keeps the draft and says why', async () => {
    const { store, doors, verbs } = await openMapping();
    verbs.editSettings(() => sendAnyway);
    void verbs.saveSettings();
    await doors.saveTabSettings.fail(OFFLINE);
    expect(store.getState().mapping).toMatchObject({ draft: sendAnyway, failure: OFFLINE, isJustSaved: false });
    expect(hasUnsavedSettings(store.getState().mapping)).toBe(true);
  });

  test('keeps what was changed in the meantime as unsaved', async () => {
    const { store, doors, verbs } = await openMapping();
    verbs.editSettings(() => sendAnyway);
    void verbs.saveSettings();
    verbs.editSettings((settings) => ({ ...settings, pending: 'active' }));
    await doors.saveTabSettings.answer(mappingView({ settings: sendAnyway }));
    expect(store.getState().mapping).toMatchObject({
      draft: { missing: 'send', pending: 'active' },
      view: { settings: sendAnyway },
      isJustSaved: false,
    });
  });
});

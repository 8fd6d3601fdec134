/** Reading, editing and saving a tab's mapping. */
import { describe, expect, test } from 'vitest';
import { headersMark } from '../../../../src/core/terms/headers-mark.ts';
import { hasUnsavedSettings } from '../../../../src/sidebar/model/mapping/mapping-state.ts';
import { withPolicy } from '../../../../src/sidebar/model/mapping/settings-draft.ts';
import { mappingView, OFFLINE, OVERVIEW, SETTINGS, TAB } from '../fixtures.ts';
import { type OpenSidebar, openSidebar } from '../open-sidebar.ts';

const sendAnyway = { ...SETTINGS, missing: 'send' } as const;
/** The headers of the tab, the add-on's own columns left out. */
const HEADERS = ['MLS#', 'Beds', 'Notes'];
const OTHER_TAB = { ...OVERVIEW, tab: { ...TAB, tabId: 2, tabName: 'Rentals' } };

async function openMapping(): Promise<OpenSidebar> {
  const sidebar = await openSidebar();
  sidebar.verbs.chooseView('mapping');
  await sidebar.doors.getMapping.answer(mappingView());
  return sidebar;
}

describe('deciding again what the columns hold', () => {
  test('asks about the tab that is shown and shows what was found out', async () => {
    const { store, verbs, doors } = await openMapping();
    void verbs.decideAgain();
    expect(doors.decideAgain.inputs).toEqual([[{ tabId: 1 }]]);
    const view = mappingView({ decided: { rowCount: 3000, madeOn: '2026-11-21' } });
    await doors.decideAgain.answer(view);
    expect(store.getState().mapping).toMatchObject({ kind: 'ready', view });
  });

  test('leaves unsaved changes alone', async () => {
    const { verbs, doors } = await openMapping();
    verbs.editSettings(() => sendAnyway);
    await verbs.decideAgain();
    expect(doors.decideAgain.inputs).toEqual([]);
  });
});

describe('exported settings', () => {
  test('are read by the server and taken as unsaved changes', async () => {
    const { store, verbs, doors } = await openMapping();
    const imported = verbs.importSettings('{"mapping": {}}');
    expect(doors.readSettingsFile.inputs).toEqual([[{ text: '{"mapping": {}}' }]]);
    await doors.readSettingsFile.answer(sendAnyway);
    expect(await imported).toEqual({ ok: true, value: sendAnyway });
    expect(store.getState().mapping).toMatchObject({ draft: sendAnyway });
    expect(doors.saveTabSettings.inputs).toEqual([]);
  });

  test('that are refused change nothing', async () => {
    const { store, verbs, doors } = await openMapping();
    const before = store.getState().mapping;
    const imported = verbs.importSettings('no settings');
    await doors.readSettingsFile.fail({ kind: 'badSettingsFile', message: 'No.', nextStep: '' });
    expect(await imported).toMatchObject({ ok: false, error: { message: 'No.' } });
    expect(store.getState().mapping).toBe(before);
  });
});

describe('the recipe of a recognised export', () => {
  const RECIPE = {
    exportName: 'Redfin download',
    lines: [{ field: 'ParkingSpots', label: 'Parking spots', rows: 3, words: 'It has none.' }],
    ifEmpty: { ParkingSpots: { kind: 'leaveOut' } },
  } as const;

  test('is asked for the tab that is shown', async () => {
    const { verbs, doors } = await openMapping();
    const asked = verbs.askRecipe();
    expect(doors.getRecipe.inputs).toEqual([[{ tabId: 1 }]]);
    await doors.getRecipe.answer(RECIPE);
    expect(await asked).toEqual({ ok: true, value: RECIPE });
  });

  test('is saved as a whole, beside what a person has edited', async () => {
    const { verbs, doors } = await openMapping();
    verbs.editSettings((settings) => ({ ...settings, ifEmpty: { LotArea: { kind: 'zero' } } }));
    void verbs.applyRecipe(RECIPE, {});
    expect(doors.saveTabSettings.inputs[0]?.[0]).toMatchObject({
      tabId: 1,
      settings: { ifEmpty: { LotArea: { kind: 'zero' }, ParkingSpots: { kind: 'leaveOut' } } },
    });
  });

  test('is saved with a value that is true of every row instead of doing without', async () => {
    const { verbs, doors } = await openMapping();
    void verbs.applyRecipe(RECIPE, { ParkingSpots: '0' });
    expect(doors.saveTabSettings.inputs[0]?.[0]).toMatchObject({
      settings: { mapping: { ParkingSpots: { kind: 'fixed', value: '0' } }, ifEmpty: {} },
    });
  });

  test('is not there before the tab was read', async () => {
    const { verbs } = await openSidebar();
    expect((await verbs.askRecipe()).ok).toBe(false);
  });
});

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

  test('follows the person to a tab without a header row and back, once each', async () => {
    const { doors, store, verbs } = await openMapping();
    const tabProblem = { kind: 'noHeaderRow', message: 'The tab “New” has no header row.', nextStep: '…' } as const;
    const { headerRowNumber: _none, ...headless } = mappingView({ tabId: 3, tabName: 'New', columns: [] });
    void verbs.refresh();
    await doors.getOverview.answer({ connection: OVERVIEW.connection, tabProblem });
    await doors.getMapping.answer(headless);
    expect(store.getState().mapping).toMatchObject({ view: { tabName: 'New' } });
    void verbs.refresh();
    await doors.getOverview.answer({ connection: OVERVIEW.connection, tabProblem: { ...tabProblem } });
    expect(doors.getMapping.inputs).toHaveLength(2);
    void verbs.refresh();
    await doors.getOverview.answer(OVERVIEW);
    expect(doors.getMapping.inputs).toHaveLength(3);
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
    expect(doors.saveTabSettings.inputs).toEqual([
      [{ tabId: 1, settings: { ...sendAnyway, seenHeaders: headersMark(HEADERS) } }],
    ]);
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
    verbs.editSettings((settings) => withPolicy(settings, 'pending', 'active'));
    await doors.saveTabSettings.answer(mappingView({ settings: sendAnyway }));
    expect(store.getState().mapping).toMatchObject({
      draft: { missing: 'send', policies: { pending: 'active' } },
      view: { settings: sendAnyway },
      isJustSaved: false,
    });
  });
});

describe('changed headers', () => {
  const changed = mappingView({
    settings: { ...SETTINGS, seenHeaders: headersMark(['MLS#', 'Rooms']) },
    changedHeaders: { isChanged: true, gone: ['Rooms'] },
  });

  async function openChanged(): Promise<OpenSidebar> {
    const sidebar = await openSidebar();
    sidebar.verbs.chooseView('mapping');
    await sidebar.doors.getMapping.answer(changed);
    return sidebar;
  }

  test('that are accepted are saved as seen, with nothing else', async () => {
    const { doors, store, verbs } = await openChanged();
    void verbs.acceptHeaders();
    expect(doors.saveTabSettings.inputs).toEqual([
      [{ tabId: 1, settings: { ...SETTINGS, seenHeaders: headersMark(HEADERS) } }],
    ]);
    await doors.saveTabSettings.answer(mappingView({ settings: { ...SETTINGS, seenHeaders: headersMark(HEADERS) } }));
    expect(store.getState().mapping).toMatchObject({
      isJustSaved: true,
      view: { changedHeaders: { isChanged: false } },
    });
  });

  test('can be accepted without saving a draft or losing it', async () => {
    const { doors, store, verbs } = await openChanged();
    verbs.editSettings((settings) => ({ ...settings, missing: 'send' }));
    void verbs.acceptHeaders();
    expect(doors.saveTabSettings.inputs).toMatchObject([[{ settings: { missing: 'hold' } }]]);
    await doors.saveTabSettings.answer(mappingView({ settings: { ...SETTINGS, seenHeaders: headersMark(HEADERS) } }));
    expect(store.getState().mapping).toMatchObject({ draft: { missing: 'send' }, isJustSaved: false });
    expect(hasUnsavedSettings(store.getState().mapping)).toBe(true);
  });

  test('are no unsaved change of a person', async () => {
    expect(hasUnsavedSettings((await openChanged()).store.getState().mapping)).toBe(false);
  });
});

describe('settings under a name', () => {
  test('are the draft, with the headers of this tab; forgetting names them only', async () => {
    const { doors, verbs } = await openMapping();
    verbs.editSettings(() => sendAnyway);
    const named = verbs.nameSettings('Rentals');
    const settings = { ...sendAnyway, seenHeaders: headersMark(HEADERS) };
    expect(doors.keepNamedSettings.inputs).toEqual([[{ name: 'Rentals', settings }]]);
    await doors.keepNamedSettings.answer([{ name: 'Rentals', settings }]);
    expect(await named).toEqual({ ok: true, value: [{ name: 'Rentals', settings }] });
    void verbs.forgetNamedSettings('Rentals');
    expect(doors.keepNamedSettings.inputs.at(-1)).toEqual([{ name: 'Rentals' }]);
  });
});

describe('copying settings', () => {
  test('saves the draft under the other tab and leaves this one as it is', async () => {
    const { doors, store, verbs } = await openMapping();
    verbs.editSettings(() => sendAnyway);
    const answer = verbs.copySettings(2);
    expect(doors.saveTabSettings.inputs).toEqual([
      [{ tabId: 2, settings: { ...sendAnyway, seenHeaders: headersMark(HEADERS) } }],
    ]);
    await doors.saveTabSettings.answer(mappingView({ tabId: 2, tabName: 'Rentals' }));
    expect(await answer).toMatchObject({ ok: true });
    expect(store.getState().mapping).toMatchObject({ view: { tabId: 1, tabName: 'Homes' }, draft: sendAnyway });
  });

  test('that fails answers with the failure', async () => {
    const { doors, verbs } = await openMapping();
    const answer = verbs.copySettings(2);
    await doors.saveTabSettings.fail(OFFLINE);
    expect(await answer).toEqual({ ok: false, error: OFFLINE });
  });
});

/** Reading a tab's mapping, editing a draft of its settings, and saving it. */
import type { TabSettings } from '../../core/protocol.ts';
import type { FieldFilter } from './field-choice.ts';
import { hasUnsavedSettings } from './mapping-state.ts';
import type { OverviewVerbs } from './overview-verbs.ts';
import type { ServerBridge } from './server-bridge.ts';
import type { SidebarStore } from './sidebar.ts';
import { shownView } from './sidebar-state.ts';

/** What can be done about the mapping. */
export interface MappingVerbs {
  /** Reads the mapping of the active tab. A draft with unsaved changes is left alone. */
  readonly readMapping: () => Promise<void>;
  /** Reads the mapping of the tab the person went to, if the mapping view is open and nothing is unsaved. */
  readonly followTab: () => void;
  readonly editSettings: (edit: (settings: TabSettings) => TabSettings) => void;
  readonly saveSettings: () => Promise<void>;
  /** Drops the draft and shows the active tab's mapping. */
  readonly discardSettings: () => void;
  readonly chooseFilter: (filter: FieldFilter) => void;
}

/** The mapping's verbs. */
export function mappingVerbs(
  store: SidebarStore,
  bridge: ServerBridge,
  overview: () => Pick<OverviewVerbs, 'refreshAfterChange'>,
): MappingVerbs {
  let newestQuestion = 0;
  let askedForTabId: number | undefined;

  async function readMapping(): Promise<void> {
    if (hasUnsavedSettings(store.getState().mapping)) return;
    newestQuestion += 1;
    const question = newestQuestion;
    askedForTabId = store.getState().overview.value?.tab?.tabId;
    store.dispatch({ kind: 'mappingAsked' });
    const answer = await bridge.getMapping();
    // The person may have gone to another tab, or saved, since this was asked.
    if (question === newestQuestion) store.dispatch({ kind: 'mappingAnswered', answer });
  }

  async function saveSettings(): Promise<void> {
    const { mapping } = store.getState();
    if (mapping.kind !== 'ready' || mapping.saving !== undefined) return;
    newestQuestion += 1;
    store.dispatch({ kind: 'saveAsked' });
    const answer = await bridge.saveTabSettings({ tabId: mapping.view.tabId, settings: mapping.draft });
    store.dispatch({ kind: 'saveAnswered', answer });
    void overview().refreshAfterChange();
  }

  function followTab(): void {
    const state = store.getState();
    if (shownView(state) !== 'mapping') return;
    const tabId = state.overview.value?.tab?.tabId;
    const { mapping } = state;
    if (tabId === undefined || mapping.kind === 'reading') return;
    const isSaving = mapping.kind === 'ready' && mapping.saving !== undefined;
    const shownTabId = mapping.kind === 'ready' ? mapping.view.tabId : askedForTabId;
    if (!isSaving && shownTabId !== tabId) void readMapping();
  }

  return {
    readMapping,
    followTab,
    saveSettings,
    editSettings: (edit) => {
      const { mapping } = store.getState();
      if (mapping.kind === 'ready') store.dispatch({ kind: 'settingsEdited', draft: edit(mapping.draft) });
    },
    discardSettings: () => {
      store.dispatch({ kind: 'settingsDiscarded' });
      followTab();
    },
    chooseFilter: (filter) => store.dispatch({ kind: 'filterChosen', filter }),
  };
}

/** Reading a tab's mapping, editing a draft of its settings, and saving it. */
import type { Recipe } from '../../../core/check/recipe.ts';
import type { MappingView } from '../../../core/contract/mapping-view.ts';
import type { NamedSettings } from '../../../core/settings/named-settings.ts';
import type { TabSettings } from '../../../core/settings/tab-settings.ts';
import { failure } from '../../../core/terms/result.ts';
import type { Answer, ServerBridge, ShownFailure } from '../../bridge/server-bridge.ts';
import type { OverviewVerbs } from '../overview/overview-verbs.ts';
import { type Correction, type ValuesForAll, withCorrections, withValueForAll } from '../run/correction.ts';
import type { SidebarStore } from '../sidebar-state.ts';
import { type SidebarState, seenTabId, shownView } from '../sidebar-state.ts';
import { hasUnsavedSettings, type MappingDraft } from './mapping-state.ts';
import { withSeenHeaders } from './settings-draft.ts';

/** What can be done about the mapping. */
export interface MappingVerbs {
  /** Reads the mapping of the active tab. A draft with unsaved changes is left alone. */
  readonly readMapping: () => Promise<void>;
  /** Has the columns of the shown tab judged anew by all of its rows. A draft with unsaved changes is left alone. */
  readonly decideAgain: () => Promise<void>;
  /** Reads the mapping of the tab the person went to, if the mapping view is open and nothing is unsaved. */
  readonly followTab: () => void;
  readonly editSettings: (edit: (settings: TabSettings) => TabSettings) => void;
  /** Takes exported settings as unsaved changes; answers with what they are. */
  readonly importSettings: (text: string) => Promise<Answer<TabSettings>>;
  /** Saves the draft and, as with every save, which headers the tab has. */
  readonly saveSettings: () => Promise<void>;
  /** Asks what is proposed for the export in the shown tab; `null` where nothing is. */
  readonly askRecipe: () => Promise<Answer<Recipe | null>>;
  /** Saves the draft with all that a recipe proposes, and the values that are true of every row. */
  readonly applyRecipe: (recipe: Recipe, values: ValuesForAll) => Promise<void>;
  /** Takes note that the header row has changed; the draft stays as it is. */
  readonly acceptHeaders: () => Promise<void>;
  /** Saves the draft as the settings of another tab, whose own settings it replaces. */
  readonly copySettings: (tabId: number) => Promise<Answer<MappingView>>;
  /** Settings of this file that have a name. */
  readonly readNamedSettings: () => Promise<Answer<readonly NamedSettings[]>>;
  /** Saves the draft under a name. */
  readonly nameSettings: (name: string) => Promise<Answer<readonly NamedSettings[]>>;
  readonly forgetNamedSettings: (name: string) => Promise<Answer<readonly NamedSettings[]>>;
  /** Changes the saved settings of the tab, which must be the active one, and nothing else of them. */
  readonly saveCorrections: (tabId: number, corrections: readonly Correction[]) => Promise<Answer<MappingView>>;
  /** Drops the draft and shows the active tab's mapping. */
  readonly discardSettings: () => void;
  /** Lists the fields whose names hold the text. */
  readonly searchFields: (text: string) => void;
}

const NOT_READ: ShownFailure = {
  kind: 'unexpected',
  message: 'The mapping of this tab has not been read yet.',
  nextStep: 'Press Refresh and try again.',
};

const OTHER_TAB: ShownFailure = {
  kind: 'otherTab',
  message: 'You are on another tab now, so nothing was changed.',
  nextStep: 'Go back to the tab that was checked and try again.',
};

/** The mapping's verbs. */
export function mappingVerbs(
  store: SidebarStore,
  bridge: ServerBridge,
  overview: () => Pick<OverviewVerbs, 'refreshAfterChange'>,
): MappingVerbs {
  let newestQuestion = 0;
  let askedFor: string | undefined;

  const readMapping = () => askMapping(bridge.getMapping);

  async function decideAgain(): Promise<void> {
    const { mapping } = store.getState();
    if (mapping.kind === 'ready') await askMapping(() => bridge.decideAgain({ tabId: mapping.view.tabId }));
  }

  async function askMapping(ask: () => Promise<Answer<MappingView>>): Promise<void> {
    if (hasUnsavedSettings(store.getState().mapping)) return;
    newestQuestion += 1;
    const question = newestQuestion;
    askedFor = activeTabMark(store.getState());
    store.dispatch({ kind: 'mappingAsked' });
    const answer = await ask();
    // The person may have gone to another tab, or saved, since this was asked.
    if (question !== newestQuestion) return;
    store.dispatch({ kind: 'mappingAnswered', answer });
    // Another tab has come to the front since the last look: the views must not speak of two.
    const { tab } = store.getState().overview.value ?? {};
    if (answer.ok && tab !== undefined && answer.value.tabId !== tab.tabId) void overview().refreshAfterChange();
  }

  async function save(choose: (mapping: MappingDraft) => TabSettings): Promise<void> {
    const { mapping } = store.getState();
    if (mapping.kind !== 'ready' || mapping.saving !== undefined) return;
    const settings = withSeenHeaders(mapping.view, choose(mapping));
    newestQuestion += 1;
    store.dispatch({ kind: 'saveAsked', settings });
    const answer = await bridge.saveTabSettings({ tabId: mapping.view.tabId, settings });
    store.dispatch({ kind: 'saveAnswered', answer });
    void overview().refreshAfterChange();
  }

  async function copySettings(tabId: number): Promise<Answer<MappingView>> {
    const { mapping } = store.getState();
    if (mapping.kind !== 'ready') return failure(NOT_READ);
    // The headers seen here stay with the copy, so that the other tab tells in what it differs.
    return bridge.saveTabSettings({ tabId, settings: withSeenHeaders(mapping.view, mapping.draft) });
  }

  async function saveCorrections(tabId: number, corrections: readonly Correction[]): Promise<Answer<MappingView>> {
    newestQuestion += 1;
    // The saved settings, read now: neither an unsaved draft nor what somebody else saved meanwhile may get lost.
    const read = await bridge.getMapping();
    if (!read.ok) return read;
    const view = read.value;
    if (view.tabId !== tabId) return failure(OTHER_TAB);
    const corrected = withCorrections(view, view.settings, corrections);
    // A correction is no look at the columns: a notice of changed headers must not vanish unread.
    const settings = corrected.seenHeaders !== '' ? corrected : withSeenHeaders(view, corrected);
    const answer = await bridge.saveTabSettings({ tabId, settings });
    if (answer.ok) store.dispatch({ kind: 'correctionApplied', corrections, view: answer.value });
    return answer;
  }

  function followTab(): void {
    const state = store.getState();
    if (shownView(state) !== 'mapping') return;
    const mark = activeTabMark(state);
    const { mapping } = state;
    if (mark === undefined || mapping.kind === 'reading') return;
    const isSaving = mapping.kind === 'ready' && mapping.saving !== undefined;
    const tabId = seenTabId(state);
    const isShown = mapping.kind === 'ready' && tabId !== undefined ? mapping.view.tabId === tabId : askedFor === mark;
    if (!isSaving && !isShown) void readMapping();
  }

  function editSettings(edit: (settings: TabSettings) => TabSettings): void {
    const { mapping } = store.getState();
    if (mapping.kind === 'ready') store.dispatch({ kind: 'settingsEdited', draft: edit(mapping.draft) });
  }

  return {
    readMapping,
    decideAgain,
    followTab,
    saveSettings: () => save(({ draft }) => draft),
    askRecipe: async () => {
      const { mapping } = store.getState();
      return mapping.kind === 'ready' ? bridge.getRecipe({ tabId: mapping.view.tabId }) : failure(NOT_READ);
    },
    applyRecipe: ({ lines }, values) =>
      save(({ view, draft }) =>
        withCorrections(
          view,
          draft,
          lines.map(({ field }) => withValueForAll({ kind: 'leaveOut', field }, values)),
        ),
      ),
    acceptHeaders: () => save(({ view }) => view.settings),
    copySettings,
    readNamedSettings: () => bridge.getNamedSettings(),
    nameSettings: async (name) => {
      const { mapping } = store.getState();
      if (mapping.kind !== 'ready') return failure(NOT_READ);
      return bridge.keepNamedSettings({ name, settings: withSeenHeaders(mapping.view, mapping.draft) });
    },
    forgetNamedSettings: (name) => bridge.keepNamedSettings({ name }),
    saveCorrections,
    editSettings,
    importSettings: async (text) => {
      const { mapping } = store.getState();
      if (mapping.kind !== 'ready') return failure(NOT_READ);
      const answer = await bridge.readSettingsFile({ text });
      const now = store.getState().mapping;
      if (now.kind !== 'ready' || now.view.tabId !== mapping.view.tabId) return failure(OTHER_TAB);
      if (answer.ok) editSettings(() => answer.value);
      return answer;
    },
    discardSettings: () => {
      store.dispatch({ kind: 'settingsDiscarded' });
      followTab();
    },
    searchFields: (text) => store.dispatch({ kind: 'fieldsSearched', text }),
  };
}

/** What tells the active tab from others. A tab without a header row has no view, but the words about it name it. */
function activeTabMark({ overview }: SidebarState): string | undefined {
  const { tab, tabProblem } = overview.value ?? {};
  return tab === undefined ? tabProblem?.message : String(tab.tabId);
}

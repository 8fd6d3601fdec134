/** Making, changing and looking at schedules. */
import type { AutomationView, ScheduleChange, ScheduleInput } from '../../../core/contract/automation-view.ts';
import type { CellReference } from '../../../core/contract/server-functions.ts';
import type { Answer, ServerBridge } from '../../bridge/server-bridge.ts';
import type { RunVerbs } from '../run/run-verbs.ts';
import type { SidebarStore } from '../sidebar-state.ts';

/** What can be done about what runs by itself. */
export interface AutomationVerbs {
  readonly readAutomation: () => Promise<void>;
  /** Makes or changes a schedule; answers with whether it went well. */
  readonly saveSchedule: (input: ScheduleInput) => Promise<boolean>;
  /** Says who may delete; answers with whether it went well. */
  readonly saveMayDelete: (emails: readonly string[]) => Promise<boolean>;
  readonly changeSchedule: (change: ScheduleChange) => Promise<void>;
  /** Goes to a tab whose deletes wait and syncs it, or deletes what it lists, which asks about exactly these deletes. */
  readonly reviewDeletes: (tabId: number, action?: 'sync' | 'delete') => Promise<void>;
}

/** What else of the sidebar they need. */
export interface AutomationNeeds {
  readonly goToCell: (cell: CellReference) => Promise<void>;
  readonly refreshAfterChange: () => Promise<boolean>;
  readonly showRun: () => void;
  readonly start: RunVerbs['start'];
}

/** The verbs of the Automate view. */
export function automationVerbs(
  store: SidebarStore,
  bridge: ServerBridge,
  { goToCell, refreshAfterChange, showRun, start }: AutomationNeeds,
): AutomationVerbs {
  let newestQuestion = 0;

  async function tell(ask: () => Promise<Answer<AutomationView>>): Promise<boolean> {
    newestQuestion += 1;
    const question = newestQuestion;
    store.dispatch({ kind: 'automationAsked' });
    const answer = await ask();
    // An older answer would show the schedules as they were before a change.
    if (question === newestQuestion) store.dispatch({ kind: 'automationAnswered', answer });
    return answer.ok;
  }

  return {
    readAutomation: async () => {
      await tell(bridge.getAutomation);
    },
    saveSchedule: (input) => tell(() => bridge.saveSchedule(input)),
    saveMayDelete: (emails) => tell(() => bridge.saveMayDelete({ emails })),
    changeSchedule: async (change) => {
      await tell(() => bridge.changeSchedule(change));
    },
    reviewDeletes: async (tabId, action = 'sync') => {
      await goToCell({ tabId, rowNumber: 1, columnNumber: 1 });
      // The action is chosen for the tab that is active, which is another one by now.
      if (store.getState().jumpFailure !== undefined || !(await refreshAfterChange())) return;
      store.dispatch({ kind: 'actionChosen', action });
      store.dispatch({ kind: 'scopeChosen', scope: 'tab' });
      showRun();
      await start();
    },
  };
}

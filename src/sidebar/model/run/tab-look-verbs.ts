/** Changes what the tab in front shows of itself. */
import type { ProblemsFilter, StatusPlaceInput } from '../../../core/contract/server-functions.ts';
import type { ServerBridge } from '../../bridge/server-bridge.ts';
import { actionInForce, type SidebarStore, seenTabId } from '../sidebar-state.ts';

/** What can be done about it. */
export interface TabLookVerbs {
  /** Hides, in a tab, the rows that need nobody. */
  readonly showProblemsOnly: (tabId: number) => Promise<void>;
  /** Shows all rows of the filtered tab again. */
  readonly showAllRows: () => Promise<void>;
  /** Moves the status columns of the tab in front. */
  readonly moveStatusColumns: (place: StatusPlaceInput['place']) => Promise<void>;
}

/** The verbs; `afterJump` is told that the add-on moved the selection itself. */
export function tabLookVerbs(store: SidebarStore, bridge: ServerBridge, afterJump: () => void): TabLookVerbs {
  async function filter(input: ProblemsFilter): Promise<void> {
    if (store.getState().tabLook.asking !== undefined) return;
    store.dispatch({ kind: 'lookAsked', asking: 'filter' });
    const answer = await bridge.filterProblems(input);
    store.dispatch({ kind: 'problemsFiltered', answer });
    if (answer.ok) afterJump();
  }
  return {
    showProblemsOnly: (tabId) => filter({ tabId, onlyProblems: true, isOurs: false }),
    showAllRows: async () => {
      const { filter: shown } = store.getState().tabLook;
      if (shown !== undefined) await filter({ ...shown, onlyProblems: false });
    },
    moveStatusColumns: async (place) => {
      const state = store.getState();
      const tabId = seenTabId(state);
      if (tabId === undefined || state.tabLook.asking !== undefined) return;
      store.dispatch({ kind: 'lookAsked', asking: 'place' });
      const answer = await bridge.moveStatusColumns({ tabId, action: actionInForce(state), place });
      store.dispatch({ kind: 'columnsMoved', answer });
      if (answer.ok) afterJump();
    },
  };
}

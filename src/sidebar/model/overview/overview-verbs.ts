/** Asking how the spreadsheet stands, so that only the newest answer counts. */
import type { ServerBridge } from '../../bridge/server-bridge.ts';
import type { SidebarStore } from '../sidebar-state.ts';

/** What can be done about the overview. */
export interface OverviewVerbs {
  /** Asks the server; while an answer is still to come, a second question shares it. Answers with whether it went well. */
  readonly refresh: () => Promise<boolean>;
  /** Makes answers to earlier questions count no more, because something has just changed; then asks anew. */
  readonly refreshAfterChange: () => Promise<boolean>;
}

/** The overview's verbs. `afterAnswer` is called once an overview has arrived. */
export function overviewVerbs(store: SidebarStore, bridge: ServerBridge, afterAnswer: () => void): OverviewVerbs {
  let pending: Promise<boolean> | undefined;
  let newestQuestion = 0;

  async function ask(): Promise<boolean> {
    newestQuestion += 1;
    const question = newestQuestion;
    const answer = await bridge.getOverview();
    // An answer to an older question may show the connection or the run as it was before a change.
    if (question !== newestQuestion) return answer.ok;
    pending = undefined;
    store.dispatch({ kind: 'overviewAnswered', answer });
    if (answer.ok) afterAnswer();
    return answer.ok;
  }

  const askAnew = (): Promise<boolean> => {
    pending = ask();
    return pending;
  };
  return { refresh: () => pending ?? askAnew(), refreshAfterChange: askAnew };
}

/** Connecting to the platform, testing the connection, and forgetting it. */
import type { ConnectionInput, ConnectionView } from '../../../core/settings/connection.ts';
import type { Answer, ServerBridge } from '../../bridge/server-bridge.ts';
import type { OverviewVerbs } from '../overview/overview-verbs.ts';
import type { SidebarStore } from '../sidebar-state.ts';
import { isConnectionBusy } from './connection-state.ts';

/** What can be done about the connection. */
export interface ConnectionVerbs {
  /** Has the connection tested and, unless it is refused, saved. Answers with whether it was saved. */
  readonly connect: (input: ConnectionInput) => Promise<boolean>;
  readonly testConnection: () => Promise<void>;
  /** Forgets how the last step ended; what was saved before stays as it is. */
  readonly dismissConnectionStep: () => void;
  readonly removeConnection: () => Promise<void>;
}

/** The connection's verbs. One step at a time: a verb called during another does nothing. */
export function connectionVerbs(
  store: SidebarStore,
  bridge: ServerBridge,
  overview: Pick<OverviewVerbs, 'refreshAfterChange'>,
): ConnectionVerbs {
  const isBusy = (): boolean => isConnectionBusy(store.getState().connection);

  function takeOver(answer: Answer<ConnectionView>): boolean {
    if (answer.ok) store.dispatch({ kind: 'connectionChanged', connection: answer.value });
    else store.dispatch({ kind: 'connectionStepFailed', failure: answer.error });
    void overview.refreshAfterChange();
    return answer.ok;
  }

  async function test(): Promise<void> {
    store.dispatch({ kind: 'connectionStepStarted', step: 'testing' });
    store.dispatch({ kind: 'connectionTested', answer: await bridge.testConnection() });
    void overview.refreshAfterChange();
  }

  return {
    connect: async (input) => {
      if (isBusy()) return false;
      // Without a choice of view, being connected would open the Run view before the test has answered.
      store.dispatch({ kind: 'viewChosen', view: 'settings' });
      store.dispatch({ kind: 'connectionStepStarted', step: 'saving' });
      const answer = await bridge.saveConnection(input);
      const isSaved = takeOver(answer.ok ? { ok: true, value: answer.value.connection } : answer);
      if (answer.ok) store.dispatch({ kind: 'connectionTested', answer });
      return isSaved;
    },
    testConnection: async () => {
      if (!isBusy()) await test();
    },
    dismissConnectionStep: () => {
      if (!isBusy()) store.dispatch({ kind: 'connectionStepDismissed' });
    },
    removeConnection: async () => {
      if (isBusy()) return;
      store.dispatch({ kind: 'connectionStepStarted', step: 'removing' });
      if (takeOver(await bridge.removeConnection())) store.dispatch({ kind: 'connectionRemoved' });
    },
  };
}

/** Correcting what a check found, and looking at single rows of it. */
import type { CheckGroup } from '../../../core/check/check-groups.ts';
import type { ServerBridge } from '../../bridge/server-bridge.ts';
import type { MappingVerbs } from '../mapping/mapping-verbs.ts';
import type { SidebarStore } from '../sidebar-state.ts';
import type { Correction } from './correction.ts';
import { correctionObstacle, previewObstacle } from './run-readiness.ts';
import { isRowsAtHand } from './run-state.ts';
import type { RunVerbs } from './run-verbs.ts';

/** What can be done about the report of a check. */
export interface CorrectionVerbs {
  /** Saves a correction for the tab of the group and checks the same rows again. */
  readonly correct: (group: CheckGroup, correction: Correction) => Promise<void>;
  /** Shows a row as the checked action would send it. */
  readonly previewRow: (rowNumber: number) => Promise<void>;
}

/** The verbs of a check's report; without a report they do nothing. */
export function correctionVerbs(
  store: SidebarStore,
  bridge: ServerBridge,
  others: Pick<MappingVerbs, 'saveCorrection'> & Pick<RunVerbs, 'checkAgain'>,
): CorrectionVerbs {
  return {
    correct: async ({ first }, correction) => {
      if (correctionObstacle(store.getState()) !== undefined) return;
      store.dispatch({ kind: 'correctionAsked' });
      const answer = await others.saveCorrection(first.tabId, correction);
      store.dispatch({ kind: 'correctionAnswered', answer });
      if (answer.ok && isRowsAtHand(store.getState().run)) await others.checkAgain();
    },
    previewRow: async (rowNumber) => {
      const state = store.getState();
      if (state.run.kind !== 'checked' || previewObstacle(state) !== undefined) return;
      const { tabId, action } = state.run.request;
      store.dispatch({ kind: 'previewAsked', rowNumber });
      store.dispatch({
        kind: 'previewAnswered',
        rowNumber,
        answer: await bridge.previewRow({ tabId, action, rowNumber }),
      });
    },
  };
}

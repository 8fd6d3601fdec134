/** Correcting what a check or a run found, and looking at single rows of a check. */
import type { CauseGroup } from '../../../core/engine/cause-groups.ts';
import type { Answer, ServerBridge } from '../../bridge/server-bridge.ts';
import type { MappingVerbs } from '../mapping/mapping-verbs.ts';
import type { SidebarStore } from '../sidebar-state.ts';
import { type Correction, type Cures, type Replacement, recommendedCures, type ValuesForAll } from './correction.ts';
import { correctionObstacle, previewObstacle } from './run-readiness.ts';
import { isRowsAtHand } from './run-state.ts';
import type { RunVerbs } from './run-verbs.ts';

/** What can be done about the causes of a result. */
export interface CorrectionVerbs {
  /** Saves a correction for the tab of the group and checks, or runs, the same rows again. */
  readonly correct: (group: CauseGroup, correction: Correction) => Promise<void>;
  /** Corrects a typo in the cells, and checks or runs the same rows again. */
  readonly replace: (group: CauseGroup, replacement: Replacement) => Promise<void>;
  /** Does all that is recommended for the groups in one go, with the values that are true of every row. */
  readonly applyRecommended: (groups: readonly CauseGroup[], values: ValuesForAll) => Promise<void>;
  /** Shows a row as the checked action would send it. */
  readonly previewRow: (rowNumber: number) => Promise<void>;
}

/** The verbs of a result's causes; without a result they do nothing. */
export function correctionVerbs(
  store: SidebarStore,
  bridge: ServerBridge,
  others: Pick<MappingVerbs, 'saveCorrections'> & Pick<RunVerbs, 'repeat'>,
): CorrectionVerbs {
  async function carryOut(tabId: number, { corrections, replacements }: Cures): Promise<Answer<unknown>> {
    for (const replacement of replacements) {
      const answer = await bridge.replaceText(replacement);
      if (!answer.ok) return answer;
    }
    return corrections.length === 0 ? { ok: true, value: null } : others.saveCorrections(tabId, corrections);
  }

  async function apply(tabId: number | undefined, cures: Cures): Promise<void> {
    if (tabId === undefined || correctionObstacle(store.getState()) !== undefined) return;
    store.dispatch({ kind: 'correctionAsked' });
    const answer = await carryOut(tabId, cures);
    store.dispatch({ kind: 'correctionAnswered', answer });
    if (answer.ok && isRowsAtHand(store.getState().run)) await others.repeat();
  }

  return {
    correct: ({ first }, correction) => apply(first.tabId, { corrections: [correction], replacements: [] }),
    replace: ({ first }, replacement) => apply(first.tabId, { corrections: [], replacements: [replacement] }),
    applyRecommended: (groups, values) => apply(groups[0]?.first.tabId, recommendedCures(groups, values)),
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

/** What to do with which rows, and the buttons that do it. */

import type { TabView } from '../../../core/contract/server-functions.ts';
import type { Scope } from '../../../core/engine/run-request.ts';
import type { Action } from '../../../core/words/actions.ts';
import { hasUnsavedSettings } from '../../model/mapping/mapping-state.ts';
import { checkObstacle, startObstacle } from '../../model/run/run-readiness.ts';
import { ACTION_WORDS, SCOPE_WORDS } from '../../model/words.ts';
import { ActionButton, Obstacle } from '../../parts/action-button.tsx';
import type { ViewProps } from '../app.tsx';
import { type ChoiceWords, RadioField, SelectField } from '../mapping/choice-controls.tsx';
import { Preparation } from './preparation.tsx';

const ACTION_COMMANDS: ChoiceWords<Action> = {
  sync: ACTION_WORDS.sync.command,
  push: ACTION_WORDS.push.command,
  delete: ACTION_WORDS.delete.command,
};

/** The form of the Run view: one main button, whose words are those of the chosen action. */
export function RunForm({ state, verbs }: ViewProps) {
  const { action, scope } = state;
  return (
    <section class="form" aria-label="Run">
      <RadioField
        id="action"
        label="What to do"
        words={ACTION_COMMANDS}
        value={action}
        onChoose={verbs.chooseAction}
        describedBy="action-explanation"
      />
      <p class="quiet" id="action-explanation">
        {ACTION_WORDS[action].explanation}
      </p>
      <SelectField
        id="scope"
        label="Rows"
        words={scopeWords(state.overview.value?.tab)}
        value={scope}
        onChoose={verbs.chooseScope}
      />
      {scope === 'failed' && <p class="quiet">Rows of this tab marked Failed, Sending or Unconfirmed.</p>}
      {hasUnsavedSettings(state.mapping) && <p class="quiet">Your unsaved mapping changes are not used yet.</p>}
      <RunButtons state={state} verbs={verbs} />
    </section>
  );
}

function RunButtons({ state, verbs }: ViewProps) {
  const startReason = startObstacle(state);
  const checkReason = checkObstacle(state);
  const isDelete = state.action === 'delete';
  return (
    <>
      <div class="button-row">
        <ActionButton
          tone={isDelete ? 'danger' : 'main'}
          obstacleId={startReason && 'start-obstacle'}
          onPress={() => void verbs.start()}
        >
          {ACTION_WORDS[state.action].command}
          {isDelete && '…'}
        </ActionButton>
        <ActionButton obstacleId={checkReason && 'start-obstacle'} onPress={() => void verbs.check()}>
          Check
        </ActionButton>
      </div>
      <Obstacle id="start-obstacle" reason={startReason} />
      <Preparation run={state.run} />
    </>
  );
}

function scopeWords(tab: TabView | undefined): ChoiceWords<Scope> {
  if (tab === undefined) return SCOPE_WORDS;
  const counted = (words: string, rows: number): string => `${words} (${rows.toLocaleString('en-US')})`;
  return {
    ...SCOPE_WORDS,
    selection: counted(SCOPE_WORDS.selection, tab.selection.rows),
    tab: counted(SCOPE_WORDS.tab, tab.dataRows),
  };
}

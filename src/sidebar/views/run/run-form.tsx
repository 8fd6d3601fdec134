/** What to do with which rows, and the buttons that do it. */

import type { TabView } from '../../../core/contract/server-functions.ts';
import { ACTION_COMMANDS, ACTION_WORDS, SCOPE_WORDS, type Scope } from '../../../core/words/actions.ts';
import { hasUnsavedSettings } from '../../model/mapping/mapping-state.ts';
import { checkObstacle, startObstacle } from '../../model/run/run-readiness.ts';
import { ActionButton, Obstacle } from '../../parts/action-button.tsx';
import { type ChoiceWords, RadioField, SelectField } from '../mapping/choice-controls.tsx';
import type { ViewProps } from '../view-props.ts';
import { Preparation } from './preparation.tsx';

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
  const { command, alwaysAsks } = ACTION_WORDS[state.action];
  return (
    <>
      <div class="button-row">
        <ActionButton
          tone={alwaysAsks ? 'danger' : 'main'}
          obstacleId={startReason && 'start-obstacle'}
          onPress={() => void verbs.start()}
        >
          {command}
          {alwaysAsks && '…'}
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

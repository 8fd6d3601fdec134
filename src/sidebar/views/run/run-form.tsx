/** What to do with which rows, and the buttons that do it. */

import type { TabView } from '../../../core/contract/server-functions.ts';
import {
  ACTION_WORDS,
  type Action,
  commandWords,
  OFFERED_ACTIONS,
  SCOPE_WORDS,
  type Scope,
} from '../../../core/words/actions.ts';
import { count } from '../../../core/words/counts.ts';
import { hasUnsavedSettings } from '../../model/mapping/mapping-state.ts';
import { rowsInScope, startObstacle } from '../../model/run/run-readiness.ts';
import { actionInForce } from '../../model/sidebar-state.ts';
import { ActionButton, Obstacle } from '../../parts/action-button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { type ChoiceWords, RadioField, SelectField } from '../mapping/choice-controls.tsx';
import type { ViewProps } from '../view-props.ts';
import { START_BUTTON_ID } from './close-button.tsx';
import { Preparation } from './preparation.tsx';

/** The form of the Run view: one main button, whose words say what it does to how many rows. */
export function RunForm({ state, verbs }: ViewProps) {
  const { scope } = state;
  const tab = state.overview.value?.tab;
  if (tab?.kind === 'own') return <OwnTab />;
  if (state.overview.value?.tabProblem?.kind === 'emptyTab') return null;
  return (
    <section class="form" aria-label="Run">
      <ActionChoice state={state} verbs={verbs} />
      <SelectField id="scope" label="Rows" words={scopeWords(tab)} value={scope} onChoose={verbs.chooseScope} />
      <TakeAll state={state} verbs={verbs} />
      {scope === 'failed' && <p class="quiet">Rows of this tab marked Failed, Sending or Unconfirmed.</p>}
      {hasUnsavedSettings(state.mapping) && <p class="quiet">Your unsaved mapping changes are not used yet.</p>}
      <RunButtons state={state} verbs={verbs} />
    </section>
  );
}

/** Where nothing is selected, most people mean all of it. */
function TakeAll({ state, verbs }: ViewProps) {
  const tab = state.overview.value?.tab;
  if (state.scope !== 'selection' || tab === undefined || tab.selection.rows > 0 || tab.dataRows === 0) return null;
  return (
    <ActionButton
      tone="quiet"
      onPress={() => {
        verbs.chooseScope('tab');
        // This button goes; the keyboard must not fall to the body.
        document.getElementById(START_BUTTON_ID)?.focus();
      }}
    >
      Take all {count(tab.dataRows, 'row')}
    </ActionButton>
  );
}

function OwnTab() {
  return (
    <EmptyState heading="Nothing to send here">
      This tab is Listing Sync's own. Go to a tab with listings or chatbot rows.
    </EmptyState>
  );
}

/** Only what makes sense for what the tab holds; a tab that was taken for chatbot rows can be called one of listings. */
function ActionChoice({ state, verbs }: ViewProps) {
  const action = actionInForce(state);
  const kind = state.overview.value?.tab?.kind ?? 'listings';
  const all = OFFERED_ACTIONS[kind].includes(action) ? OFFERED_ACTIONS[kind] : OFFERED_ACTIONS.listings;
  // Where a tab creates nothing, nobody has to think about it.
  const mayCreate = action === 'create' || state.overview.value?.tab?.createsMissing === true;
  const offered = all.filter((name) => name !== 'create' || mayCreate);
  const explanation = (
    <p class="quiet" id="action-explanation">
      {ACTION_WORDS[action].explanation}
    </p>
  );
  if (offered.length > 1) {
    return (
      <>
        <RadioField
          id="action"
          label="What to do"
          words={wordsOf(offered)}
          value={action}
          onChoose={verbs.chooseAction}
          describedBy="action-explanation"
        />
        {explanation}
      </>
    );
  }
  if (kind === 'platform' || kind === 'left') {
    return (
      <div>
        <p>
          {kind === 'left'
            ? 'These listings have no row any more. Select those that should go.'
            : 'Select the listings that should go. Only those that say Only there or Over here can be deleted from here.'}
        </p>
        {explanation}
      </div>
    );
  }
  return (
    <div>
      <p>This tab holds chatbot rows.</p>
      {explanation}
      <ActionButton tone="quiet" onPress={() => verbs.chooseAction('sync')}>
        It holds listings
      </ActionButton>
    </div>
  );
}

function wordsOf(actions: readonly Action[]): ChoiceWords<Action> {
  return Object.fromEntries(actions.map((name) => [name, ACTION_WORDS[name].command])) as ChoiceWords<Action>;
}

function RunButtons({ state, verbs }: ViewProps) {
  const reason = startObstacle(state);
  const obstacleId = reason && 'start-obstacle';
  const action = actionInForce(state);
  const rows = rowsInScope(state);
  const { alwaysAsks } = ACTION_WORDS[action];
  const words = `${commandWords(action, rows)}${alwaysAsks ? '…' : ''}`;
  return (
    <>
      <div class="button-row">
        <ActionButton
          id={START_BUTTON_ID}
          tone={alwaysAsks ? 'danger' : 'main'}
          obstacleId={obstacleId}
          onPress={() => void verbs.start()}
        >
          {words}
        </ActionButton>
        <ActionButton obstacleId={obstacleId} onPress={() => void verbs.check()}>
          Check
        </ActionButton>
      </div>
      {!alwaysAsks && (rows ?? 0) > 1 && state.run.kind !== 'checked' && (
        <ActionButton tone="quiet" obstacleId={obstacleId} onPress={() => void verbs.startTrial()}>
          Send one row first
        </ActionButton>
      )}
      <Obstacle id="start-obstacle" reason={reason} />
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

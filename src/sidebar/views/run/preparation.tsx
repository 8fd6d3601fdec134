/** What is going on between the press of a button and the server's first word. */

import { countRows } from '../../../core/terms/row-list.ts';
import type { SelectionSurvey } from '../../../core/terms/selection-survey.ts';
import { surveyWords } from '../../../core/words/counts.ts';
import { isPreparing, type RunState, surveyAtHand } from '../../model/run/run-state.ts';
import type { SidebarVerbs } from '../../model/sidebar.ts';
import { ActionButton } from '../../parts/action-button.tsx';

/** A check or a start that waits; nothing while there is none. */
export function Preparation({ run, verbs }: { readonly run: RunState; readonly verbs: SidebarVerbs }) {
  if (!isPreparing(run)) return null;
  const survey = surveyAtHand(run);
  return survey === undefined ? (
    <progress aria-label="Working" />
  ) : (
    <SurveyCard survey={survey} onStop={verbs.stopSurvey} />
  );
}

function SurveyCard({ survey, onStop }: { readonly survey: SelectionSurvey; readonly onStop: () => void }) {
  return (
    <section class="card" aria-label="Hidden rows">
      <h2>Looking for hidden rows</h2>
      <progress value={survey.askedRows} max={countRows(survey.selected)} aria-label="Rows asked about" />
      <p>{surveyWords(survey)}</p>
      <p class="quiet">
        Google tells only row by row whether a row is hidden. Nothing has been sent yet. Please leave the filter and
        hidden rows as they are; you may select something else meanwhile.
      </p>
      <ActionButton onPress={onStop}>Stop</ActionButton>
    </section>
  );
}

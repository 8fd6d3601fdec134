/** Asks which rows of a large selection are hidden, call after call, before a check or a run of them. */
import type { RunRequest } from '../../../core/engine/run-request.ts';
import type { SelectionSurvey } from '../../../core/terms/selection-survey.ts';
import type { Answer, ServerBridge } from '../../bridge/server-bridge.ts';
import type { SidebarStore } from '../sidebar-state.ts';
import { patiently } from './patience.ts';
import { isPreparing, isSurveyed } from './run-state.ts';

/** What came of a request, and the request as it was answered: with a survey where one was needed. */
export interface Answered<T> {
  readonly request: RunRequest;
  readonly answer: Answer<T>;
}

/** Asks the server for what a request wants; `undefined` where the person has stopped it meanwhile. */
export type AskSurveying = <T>(
  request: RunRequest,
  ask: (request: RunRequest) => Promise<Answer<T>>,
) => Promise<Answered<T> | undefined>;

/** Surveys a selection only where the server says that it is too large for one call. */
export function surveyWhereNeeded(
  store: SidebarStore,
  bridge: ServerBridge,
  sleep: (delayMs: number) => Promise<void>,
): AskSurveying {
  async function carryOn(begun: SelectionSurvey, isWanted: () => boolean): Promise<Answer<SelectionSurvey>> {
    let answer: Answer<SelectionSurvey> = { ok: true, value: begun };
    while (answer.ok && isWanted()) {
      const survey: SelectionSurvey = answer.value;
      store.dispatch({ kind: 'selectionSurveyed', survey });
      if (isSurveyed(survey)) break;
      answer = await patiently(() => bridge.surveySelection(survey), { sleep, isWanted });
    }
    return answer;
  }

  return async (request, ask) => {
    const answer = await ask(request);
    const begun = answer.ok ? undefined : answer.error.survey;
    if (begun === undefined || request.survey !== undefined) return { request, answer };
    const isWanted = () => isPreparing(store.getState().run, request);
    const surveyed = await carryOn(begun, isWanted);
    if (!isWanted()) return undefined;
    if (!surveyed.ok) return { request, answer: surveyed };
    const withSurvey = { ...request, survey: surveyed.value };
    return { request: withSurvey, answer: await ask(withSurvey) };
  };
}

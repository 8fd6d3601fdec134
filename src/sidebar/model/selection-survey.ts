/** Asks which rows of a large selection are hidden, call after call, before a check or a run of them. */
import type { RunRequest, SelectionSurvey } from '../../core/protocol.ts';
import { patiently } from './patience.ts';
import { isPreparing, isSurveyed } from './run-state.ts';
import type { Answer, ServerBridge } from './server-bridge.ts';
import type { SidebarStore } from './sidebar.ts';

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
  async function survey({ action }: RunRequest, isWanted: () => boolean): Promise<Answer<SelectionSurvey>> {
    const ask = (known?: SelectionSurvey) =>
      patiently(() => bridge.surveySelection(known === undefined ? { action } : { action, survey: known }), {
        sleep,
        isWanted,
      });
    let answer = await ask();
    while (answer.ok && isWanted()) {
      store.dispatch({ kind: 'selectionSurveyed', survey: answer.value });
      if (isSurveyed(answer.value)) break;
      answer = await ask(answer.value);
    }
    return answer;
  }

  return async (request, ask) => {
    const answer = await ask(request);
    const isTooLarge = !answer.ok && answer.error.kind === 'selectionTooLarge' && request.survey === undefined;
    if (!isTooLarge) return { request, answer };
    const isWanted = () => isPreparing(store.getState().run, request);
    const surveyed = await survey(request, isWanted);
    if (!isWanted()) return undefined;
    if (!surveyed.ok) return { request, answer: surveyed };
    const withSurvey = { ...request, survey: surveyed.value };
    return { request: withSurvey, answer: await ask(withSurvey) };
  };
}

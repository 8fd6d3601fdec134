/** What the sidebar knows of what runs by itself. */
import type { AutomationView } from '../../../core/contract/automation-view.ts';
import type { Answer, ShownFailure } from '../../bridge/server-bridge.ts';

/** The schedules as they were told last, and whether something is being changed. */
export interface AutomationState {
  readonly value?: AutomationView;
  /** Why the last question or change failed. */
  readonly failure?: ShownFailure;
  readonly isBusy: boolean;
}

/** What can happen to it. */
export type AutomationChange =
  | { readonly kind: 'automationAsked' }
  | { readonly kind: 'automationAnswered'; readonly answer: Answer<AutomationView> };

/** Nothing is known yet. */
export const UNKNOWN_AUTOMATION: AutomationState = { isBusy: false };

/** After a change; what was told before stays in view when a question fails. */
export function reduceAutomation({ value }: AutomationState, change: AutomationChange): AutomationState {
  const known = value === undefined ? {} : { value };
  if (change.kind === 'automationAsked') return { ...known, isBusy: true };
  const { answer } = change;
  return answer.ok ? { value: answer.value, isBusy: false } : { ...known, failure: answer.error, isBusy: false };
}

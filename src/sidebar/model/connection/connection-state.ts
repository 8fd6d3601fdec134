/** What the connection view is busy with. The connection itself is part of the overview; the key is never kept. */
import type { ConnectionTest } from '../../../core/contract/server-functions.ts';
import type { Answer, ShownFailure } from '../../bridge/server-bridge.ts';

/** What is going on in the connection view, or how the last step ended. */
export type ConnectionActivity =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'testing' }
  | { readonly kind: 'removing' }
  | { readonly kind: 'tested'; readonly message: string }
  | { readonly kind: 'failed'; readonly failure: ShownFailure };

/** What can happen to it. */
export type ConnectionChange =
  | { readonly kind: 'connectionStepStarted'; readonly step: 'saving' | 'testing' | 'removing' }
  | { readonly kind: 'connectionStepFailed'; readonly failure: ShownFailure }
  | { readonly kind: 'connectionTested'; readonly answer: Answer<ConnectionTest> }
  | { readonly kind: 'connectionStepDismissed' }
  | { readonly kind: 'connectionRemoved' };

/** The activity after a change. */
export function reduceConnection(_state: ConnectionActivity, change: ConnectionChange): ConnectionActivity {
  switch (change.kind) {
    case 'connectionStepStarted':
      return { kind: change.step };
    case 'connectionStepFailed':
      return { kind: 'failed', failure: change.failure };
    case 'connectionTested':
      return change.answer.ok
        ? { kind: 'tested', message: change.answer.value.message }
        : { kind: 'failed', failure: change.answer.error };
    case 'connectionStepDismissed':
    case 'connectionRemoved':
      return { kind: 'idle' };
    default:
      return change satisfies never;
  }
}

/** Whether a step is under way, so that a second one has to wait. */
export function isConnectionBusy(activity: ConnectionActivity): boolean {
  return activity.kind === 'saving' || activity.kind === 'testing' || activity.kind === 'removing';
}

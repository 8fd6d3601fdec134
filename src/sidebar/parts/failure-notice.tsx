/** A failure where the person looks: what happened, and what to do now. */
import type { ComponentChildren } from 'preact';
import type { ShownFailure } from '../bridge/server-bridge.ts';

/** Shows a failure and has it read out at once. Children are the buttons that help. */
export function FailureNotice(props: { readonly failure: ShownFailure; readonly children?: ComponentChildren }) {
  const { failure, children } = props;
  return (
    <div class="notice notice-problem" role="alert">
      <p class="notice-title">{failure.message}</p>
      <p>{failure.nextStep}</p>
      {children}
    </div>
  );
}

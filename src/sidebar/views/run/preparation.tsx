/** What is going on between the press of a button and the server's first word. */
import { isPreparing, type RunState } from '../../model/run/run-state.ts';

/** A check or a start that waits; nothing while there is none. */
export function Preparation({ run }: { readonly run: RunState }) {
  return isPreparing(run) ? <progress aria-label="Working" /> : null;
}

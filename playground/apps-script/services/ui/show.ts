/** Shows something to the person at the keyboard. */
import { lineToGoogle } from '../../machine/realm/session.ts';
import type { InterfaceOperations, Showing } from './operations.ts';

const ask = lineToGoogle<InterfaceOperations>();

/** Shows a toast, a sidebar, a dialog, a menu or a line of the log; the execution goes on. */
export function show(showing: Showing): void {
  ask('show', showing);
}

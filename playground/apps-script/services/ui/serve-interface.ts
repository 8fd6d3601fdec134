/** `Ui` on Google's side: the person at the keyboard. */
import type { Edges } from '../../edges.ts';
import type { EmulatorEvent, EmulatorOptions } from '../../emulator.ts';
import type { Handlers } from '../../machine/serving.ts';
import type { Locks } from '../lock-service/locks.ts';
import type { InterfaceOperations } from './operations.ts';

/** What the user interface needs of Google. */
export interface InterfaceHost {
  readonly edges: Edges;
  readonly locks: Locks;
  readonly options: Pick<EmulatorOptions, 'onDialog'>;
  emit(event: EmulatorEvent): void;
}

/** Answers everything that is asked of the person at the keyboard. */
export const interfaceHandlers: Handlers<InterfaceOperations, InterfaceHost> = {
  askUser: async (google, dialog, { executionId, atMs }) => {
    // An open dialog suspends the script, and its locks do not survive that.
    // @see https://developers.google.com/apps-script/reference/base/ui#alertprompt (read 2026-11-21)
    if (google.edges.locksInDialog === 'lost') google.locks.releaseAll(executionId, atMs);
    const answer = await google.options.onDialog?.(dialog);
    return { button: answer?.button ?? 'CLOSE', text: answer?.text ?? '' };
  },
  show: ({ emit }, showing) => {
    emit(showing);
    return null;
  },
};

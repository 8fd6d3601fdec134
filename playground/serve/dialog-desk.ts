/** Holds the dialogs the add-on waits for until a person at the page answers them. */
import { randomUUID } from 'node:crypto';
import type { DialogAnswer, DialogRequest } from '../apps-script/emulator.ts';
import type { PendingDialog } from './wire.ts';

/** The dialogs that are open, oldest first. */
export interface DialogDesk {
  /** Opens a dialog; resolves with the person's answer. */
  ask(request: DialogRequest): Promise<DialogAnswer>;
  /** Settles a dialog; `false` when it is not open (any more). */
  answer(dialogId: string, answer: DialogAnswer): boolean;
  pending(): readonly PendingDialog[];
  /** Settles every open dialog as closed by its X, so that no execution waits for a page that is gone. */
  closeAll(): void;
}

/** Creates an empty desk; `onChange` is told whenever the open dialogs change. */
export function createDialogDesk(onChange: (pending: readonly PendingDialog[]) => void): DialogDesk {
  const open = new Map<string, { request: DialogRequest; settle: (answer: DialogAnswer) => void }>();
  const pending = () => [...open].map(([dialogId, { request }]) => ({ dialogId, request }));

  const answer = (dialogId: string, given: DialogAnswer): boolean => {
    const dialog = open.get(dialogId);
    open.delete(dialogId);
    dialog?.settle(given);
    onChange(pending());
    return dialog !== undefined;
  };

  return {
    ask: (request) =>
      new Promise((settle) => {
        open.set(randomUUID(), { request, settle });
        onChange(pending());
      }),
    answer,
    pending,
    closeAll() {
      for (const dialogId of [...open.keys()]) {
        answer(dialogId, { button: 'CLOSE' });
      }
    },
  };
}

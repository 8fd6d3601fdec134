/** Runs the add-on's functions and answers its dialogs. */
import type { DialogAnswer, Json } from '../../apps-script/emulator.ts';
import type { CallOutcome } from '../../serve/wire.ts';
import type { AppState } from './app-state.ts';
import type { ServerClient } from './server-client.ts';
import type { Store } from './store.ts';
import type { Toasts } from './toasts.ts';

/** What views do with the add-on. */
export interface ScriptVerbs {
  /** Runs the function of a menu item; a failure is shown as Sheets shows it. */
  runMenuItem(functionName: string): Promise<void>;
  /** Runs a function for a frame. Resolves always; a lost connection is a failed call. */
  callFromFrame(functionName: string, args: readonly Json[]): Promise<CallOutcome>;
  answerDialog(dialogId: string, answer: DialogAnswer): Promise<void>;
  closeFrame(kind: 'sidebar' | 'modal'): Promise<void>;
  dismissToast(toastId: number): void;
  /** Settles a call that the server says has ended. */
  callEnded(callId: string, outcome: CallOutcome): void;
  /** Fails the calls under way whose end will not be heard of any more. */
  connectionLost(): void;
}

const LOST: CallOutcome = { kind: 'failed', message: 'NetworkError: Connection failure due to HTTP 0' };

/** Creates the verbs over a store and a server. */
export function createScriptVerbs(store: Store<AppState>, server: ServerClient, toasts: Toasts): ScriptVerbs {
  const waiting = new Map<string, (outcome: CallOutcome) => void>();

  const settle = (callId: string, outcome: CallOutcome): void => {
    const resolve = waiting.get(callId);
    waiting.delete(callId);
    resolve?.(outcome);
  };

  const call = (source: 'menu' | 'sidebar', functionName: string, args: readonly Json[]): Promise<CallOutcome> => {
    const callId = crypto.randomUUID();
    const ended = new Promise<CallOutcome>((resolve) => waiting.set(callId, resolve));
    server.call({ callId, functionName, args, source }).catch((error: unknown) => {
      settle(callId, { kind: 'failed', message: String(error) });
    });
    return ended;
  };

  const countRunning = (step: 1 | -1): void => store.set({ runningScripts: store.get().runningScripts + step });

  return {
    async runMenuItem(functionName) {
      countRunning(1);
      const outcome = await call('menu', functionName, []);
      countRunning(-1);
      if (outcome.kind === 'failed') {
        toasts.show({ title: 'Error', message: outcome.message, tone: 'error' }, -1);
      }
    },
    callFromFrame: (functionName, args) => call('sidebar', functionName, args),
    answerDialog: (dialogId, answer) => server.answerDialog({ dialogId, answer }),
    closeFrame: (kind) => server.closeFrame(kind),
    dismissToast: toasts.dismiss,
    callEnded: settle,
    connectionLost() {
      for (const callId of [...waiting.keys()]) {
        settle(callId, LOST);
      }
    },
  };
}

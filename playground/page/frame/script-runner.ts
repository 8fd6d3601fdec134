/** `google.script.run`: fluent, one immutable runner per step, at most ten calls at once. */
import type { Json } from '../../apps-script/emulator.ts';
import type { CallOutcome } from '../../serve/wire.ts';
import { legalArguments } from './legal-arguments.ts';

type SuccessHandler = (value: Json, userObject: unknown) => void;
type FailureHandler = (error: Error, userObject: unknown) => void;

interface Handlers {
  readonly success?: SuccessHandler;
  readonly failure?: FailureHandler;
  readonly userObject?: unknown;
}

/** A runner: the fluent verbs, and one method per function of the server. */
export type ScriptRunner = Readonly<Record<string, (...args: readonly never[]) => unknown>>;

/** Carries a call to the server; resolves with its end, never rejects. */
export type SendCall = (functionName: string, args: readonly Json[]) => Promise<CallOutcome>;

/**
 * More calls than this wait for one to end.
 *
 * @see https://developers.google.com/apps-script/guides/html/reference/run#myFunction(...) (read 2026-11-21).
 */
const MAX_CALLS = 10;

/** Creates `google.script.run` for the given functions. */
export function createScriptRunner(functionNames: readonly string[], send: SendCall): ScriptRunner {
  const start = limitConcurrency(MAX_CALLS);

  const createRunner = (handlers: Handlers): ScriptRunner => {
    const call = (functionName: string, args: readonly unknown[]): void => {
      const legal = legalArguments(args);
      start(async () => finish(await send(functionName, legal), handlers));
    };
    return Object.freeze({
      withSuccessHandler: (success: SuccessHandler) => createRunner({ ...handlers, success }),
      withFailureHandler: (failure: FailureHandler) => createRunner({ ...handlers, failure }),
      withUserObject: (userObject: unknown) => createRunner({ ...handlers, userObject }),
      ...Object.fromEntries(
        functionNames.map((name) => [name, (...args: readonly unknown[]): void => call(name, args)]),
      ),
    });
  };
  return createRunner({});
}

/** Calls the handler the outcome asks for. A failure nobody handles goes to the console, as at Google. */
function finish(outcome: CallOutcome, { success, failure, userObject }: Handlers): void {
  if (outcome.kind === 'returned') {
    success?.(outcome.value, userObject);
    return;
  }
  const error = new Error(outcome.message);
  error.name = 'ScriptError';
  if (failure === undefined) {
    console.error('Uncaught', error);
  } else {
    failure(error, userObject);
  }
}

function limitConcurrency(limit: number): (task: () => Promise<void>) => void {
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;
  const next = (): void => {
    const task = running < limit ? waiting.shift() : undefined;
    if (task !== undefined) {
      running += 1;
      // A handler that throws must not take the place of a call for ever.
      void task().finally(() => {
        running -= 1;
        next();
      });
    }
  };
  return (task) => {
    waiting.push(task);
    next();
  };
}

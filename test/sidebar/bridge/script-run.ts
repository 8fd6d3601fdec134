/**
 * A fake of `google.script.run` that obeys its rules: handlers are set on a new runner each time, calls answer later,
 * arguments must be JSON-like, functions that do not exist are no members, and without a failure handler errors are lost.
 *
 * @see https://developers.google.com/apps-script/guides/html/reference/run (read 2026-11-21).
 */
import type { ScriptRunner } from '../../../src/sidebar/bridge/bridge.ts';

/** A call that reached the server and waits for its answer. */
interface ServerCall {
  readonly name: string;
  readonly input: readonly unknown[];
  readonly answer: (reply: unknown) => void;
  readonly fail: (error: Error) => void;
}

/** The fake and what happened to it. */
export interface ScriptRun {
  readonly run: ScriptRunner;
  readonly calls: ServerCall[];
}

type Handler = (value: unknown) => void;

/** A fresh `google.script.run` with the functions that exist on the server. */
export function fakeScriptRun(names: readonly string[]): ScriptRun {
  const calls: ServerCall[] = [];
  const runnerWith = (succeed: Handler, fail: Handler): ScriptRunner => {
    const functions = names.map((name) => [
      name,
      (...input: readonly unknown[]) => {
        for (const value of input) refuseIllegalValue(value);
        calls.push({ name, input, answer: later(succeed), fail: later(fail) });
      },
    ]);
    return Object.assign(Object.fromEntries(functions), {
      withSuccessHandler: (handler: Handler) => runnerWith(handler, fail),
      withFailureHandler: (handler: Handler) => runnerWith(succeed, handler),
    });
  };
  return { run: runnerWith(ignore, ignore), calls };
}

function later(handler: Handler): Handler {
  return (value) => queueMicrotask(() => handler(value));
}

function refuseIllegalValue(value: unknown): void {
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'function') throw new TypeError('Failed due to illegal value in property: 0');
    return;
  }
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined || member instanceof Date)
      throw new TypeError(`Failed due to illegal value in property: ${name}`);
    refuseIllegalValue(member);
  }
}

function ignore(): void {}

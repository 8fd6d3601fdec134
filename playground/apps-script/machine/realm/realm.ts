/** One execution inside a fresh context: from its globals to what it returned, whatever services there are. */
import type { Host } from '../host.ts';
import type { Ending, ExecutionSettings, TriggerEvent } from '../protocol.ts';
import { exception } from './exception.ts';
import { plainJson, scriptRunJson } from './return-value.ts';
import { ending, openSession, settings } from './session.ts';

/** The one execution of this realm. */
export interface RealmExecution {
  /** Calls the entry. Must run inside the context, so that promise jobs run before it counts as over. */
  invoke(findFunction: (name: string) => unknown, compileBody: (body: string) => unknown): void;
  /** Sends what is still buffered and says how it ended; throws what the add-on threw. */
  end(): Ending;
  /** How it ended if something was thrown. */
  fail(error: unknown): Ending;
}

/** What the services add to a realm. */
export interface RealmServices {
  /** Puts the services into the global object. */
  installGlobals(): void;
  /** The event object that a trigger's function is called with. */
  eventObject(event: TriggerEvent): unknown;
  /** What a web app's function gave back, as JSON of the page; throws for what is none. */
  pageJson(value: unknown): string;
  /** Sends what is still buffered. */
  flush(): void;
}

type Settled =
  | { readonly kind: 'returned'; readonly value: unknown }
  | { readonly kind: 'threw'; readonly error: unknown };

/** Starts the execution: from here on the globals are there. */
export function beginWith(services: RealmServices, executionSettings: ExecutionSettings, host: Host): RealmExecution {
  openSession(executionSettings, host, services.flush);
  services.installGlobals();
  let settled: Settled = { kind: 'returned', value: undefined };
  return {
    invoke: (findFunction, compileBody) => {
      const result = callEntry(services, findFunction, compileBody);
      if (!(result instanceof Promise)) settled = { kind: 'returned', value: result };
      else {
        result.then(
          (value) => {
            settled = { kind: 'returned', value };
          },
          (error: unknown) => {
            settled = { kind: 'threw', error };
          },
        );
      }
    },
    end: () => {
      if (settled.kind === 'threw') throw settled.error;
      services.flush();
      return ending({ kind: 'returned', valueJson: valueJson(services, settled.value) });
    },
    fail: (error) => failed(services, error),
  };
}

function valueJson(services: RealmServices, value: unknown): string {
  const { returns } = settings();
  switch (returns) {
    case 'script run':
      return scriptRunJson(value);
    case 'page':
      return services.pageJson(value);
    case 'plain':
      return plainJson(value);
    default:
      return returns satisfies never;
  }
}

function callEntry(
  services: RealmServices,
  findFunction: (name: string) => unknown,
  compileBody: (body: string) => unknown,
): unknown {
  const { entry } = settings();
  if (entry.kind === 'body') return callWith(compileBody(entry.body), []);
  const target = isReachable(entry.name) ? findFunction(entry.name) : undefined;
  if (typeof target !== 'function') throw exception(`Script function not found: ${entry.name}`);
  if (entry.kind === 'event') return callWith(target, [services.eventObject(entry.event)]);
  return callWith(target, JSON.parse(entry.argumentsJson));
}

function callWith(target: unknown, args: readonly unknown[]): unknown {
  return typeof target === 'function' ? Reflect.apply(target, undefined, args) : undefined;
}

/**
 * From a page only top-level functions can be called, and nowhere those whose name ends in `_`.
 *
 * @see https://developers.google.com/apps-script/guides/html/communication#private_functions (read 2026-11-21)
 */
function isReachable(name: string): boolean {
  if (settings().returns === 'script run') return /^[A-Za-z_$][\w$]*$/.test(name) && !name.endsWith('_');
  return true;
}

/** Edits made before the error are committed, as when a real script fails. */
function failed(services: RealmServices, error: unknown): Ending {
  try {
    services.flush();
  } catch {
    // The add-on's own error is the one to tell about.
  }
  const stack = error instanceof Error ? scriptFrames(error.stack ?? '') : '';
  return ending({ kind: 'threw', message: String(error), stack });
}

/** Frames of the services are not the add-on's business, nor would Google show its own. */
function scriptFrames(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => !/^\s+at .*(?:emulator:\d|node:|\[worker eval\])/.test(line))
    .join('\n');
}

/** The state of the one execution this realm exists for: its virtual clock, its trace, and its line to Google. */

import type { LatencyTable } from '../../latency.ts';
import type { Host } from '../host.ts';
import type { Ending, ExecutionSettings } from '../protocol.ts';
import type { OperationsOf } from '../serving.ts';
import { exception } from './exception.ts';

/** Reading the clock costs this much, so that code waiting in a loop for a time to come does get there. */
const CLOCK_READ_MS = 0.001;

interface Session {
  readonly settings: ExecutionSettings;
  readonly host: Host;
  readonly trace: string[];
  /** When each call of the trace began. */
  readonly callStartsMs: number[];
  readonly logs: string[];
  /** Sends what is still buffered. */
  readonly flush: () => void;
  nowMs: number;
  /** Time the script stood still while a dialog was open, which the runtime limit does not count. */
  suspendedMs: number;
  fetchedUrls: number;
  /** Counts what was asked of Google: whatever was known before may have changed since. */
  askedCount: number;
  /** What is pending is still sent. */
  isDying: boolean;
  isKilled: boolean;
}

let current: Session | undefined;

function session(): Session {
  if (current === undefined) throw new Error('Emulator: no execution is under way');
  return current;
}

/** The execution, which is not killed yet. */
function living(): Session {
  const state = session();
  if (state.isKilled) throw new Error('Emulator: the execution was killed');
  return state;
}

/** Starts the execution. */
export function openSession(settings: ExecutionSettings, host: Host, flush: () => void): void {
  const { startMs: nowMs } = settings;
  const initial = { suspendedMs: 0, fetchedUrls: 0, askedCount: 0, isDying: false, isKilled: false };
  current = { settings, host, flush, trace: [], callStartsMs: [], logs: [], nowMs, ...initial };
}

/** What the execution was started with. */
export function settings(): ExecutionSettings {
  return session().settings;
}

/** The worker around the realm. */
export function host(): Host {
  return session().host;
}

/** The cost table. */
export function latency(): LatencyTable {
  return session().settings.latency;
}

/** Reads the virtual clock, in whole milliseconds since the epoch. */
export function readClock(): number {
  spend(CLOCK_READ_MS);
  return Math.floor(session().nowMs);
}

/** Lets time pass; ends the execution where it passes the runtime limit. */
export function spend(durationMs: number): void {
  const state = living();
  state.nowMs += durationMs;
  const limitMs = state.settings.startMs + state.suspendedMs + state.settings.runtimeLimitMs;
  if (state.nowMs < limitMs || state.isDying) return;
  state.nowMs = limitMs;
  kill('runtime limit');
}

/** Lets time pass in which the script is suspended. */
export function suspend(durationMs: number): void {
  session().nowMs += durationMs;
  session().suspendedMs += durationMs;
}

/** Counts a service call; where the execution is killed or the service fails before its effect, it never takes effect. */
export function beginCall(name: string): void {
  const { trace, callStartsMs, settings, nowMs } = living();
  const { killAtServiceCall, failure, stall } = settings.disturbance;
  const isStalled = stall?.call === name && !trace.includes(name);
  trace.push(name);
  callStartsMs.push(nowMs);
  if (trace.length === killAtServiceCall) kill('asked for');
  if (trace.length === failure?.atServiceCall && !failure.isAfterEffect) throw exception(failure.message);
  spend(settings.latency.objectMs + (isStalled ? (stall?.ms ?? 0) : 0));
}

/** Ends a service call; where the execution is killed or the service fails after its effect, it has taken effect. */
export function endCall(): void {
  const { trace, settings, flush } = session();
  const { killAfterServiceCall, failure } = settings.disturbance;
  if (trace.length === killAfterServiceCall) kill('asked for');
  if (trace.length !== failure?.atServiceCall || !failure.isAfterEffect) return;
  flush();
  throw exception(failure.message);
}

/** How often Google was asked: while it answers, others may change what was known before. */
export function askedCount(): number {
  return session().askedCount;
}

/** Counts requests that were sent. */
export function countFetched(count: number): void {
  session().fetchedUrls += count;
}

/** Keeps a line for the report. */
export function keepLog(text: string): void {
  if (!session().isKilled) session().logs.push(text);
}

/** A service's line to Google, which carries its own operations and throws what Google refuses as an `Exception`. */
export function lineToGoogle<O extends OperationsOf<O>>(): <K extends keyof O & string>(
  name: K,
  request: O[K]['request'],
) => O[K]['answer'] {
  return (name, request) => ask(name, request) as O[typeof name]['answer'];
}

function ask(name: string, request: unknown): unknown {
  const state = living();
  state.askedCount += 1;
  const reply = state.host.ask(name, request, state.nowMs);
  if (reply.untilMs !== undefined) spend(Math.max(0, reply.untilMs - state.nowMs));
  if (reply.kind === 'exception') throw exception(reply.message);
  return reply.answer;
}

/** How the execution ended. */
export function ending(outcome: Ending['outcome']): Ending {
  const { trace, callStartsMs, nowMs, fetchedUrls, logs } = session();
  const callMs = callStartsMs.map((startMs, index) => (callStartsMs[index + 1] ?? nowMs) - startMs);
  return { outcome, trace, callMs, endMs: Math.ceil(nowMs), fetchedUrls, logs };
}

/**
 * What is pending is lost or sent, as the edge has it. No `finally` runs: nothing short of ending the thread keeps code from
 * running, but whatever still runs meets an error at each service and each look at the clock, and changes nothing.
 */
function kill(reason: 'runtime limit' | 'asked for'): never {
  const state = session();
  if (state.settings.edges.pendingWritesAtKill === 'sent' && !state.isDying) {
    state.isDying = true;
    try {
      state.flush();
    } catch {
      // Whatever refuses them now, nobody is left to be told.
    }
  }
  state.isKilled = true;
  return state.host.kill(ending({ kind: 'killed', reason }));
}

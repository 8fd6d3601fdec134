/** Until when an execution may do what: everything must be recorded before Google ends it after six minutes. */
import { LONGEST_ANSWER_MS } from './wave-width.ts';

/** The deadlines of one execution, in milliseconds since 1970 where not said otherwise. */
export interface Deadlines {
  /** When the execution began. */
  readonly startedMs: number;
  /** Nothing is waited for beyond this time, nor longer than `longestWaitMs` at once: such rows are left for the next execution. */
  readonly softEndMs: number;
  readonly longestWaitMs: number;
  /** No request leaves after this time, so that its answer can still be recorded; no wide wave after the earlier one. */
  readonly lastSendMs: number;
  readonly lastWideSendMs: number;
  /** Until when every answer must be there, however slow the platform is, so that it can be recorded. */
  readonly lastAnswerMs: number;
  /** The run ends rather than wait longer than this. */
  readonly longestPauseMs: number;
}

/** By then every answer must be there: a checkpoint that reads a tab of a million cells must fit into the six minutes. */
const LAST_ANSWER_MS = 330_000;

/** After this long no request leaves; and no wave that may take two rounds, both as long as can be. */
const LAST_SEND_MS = LAST_ANSWER_MS - LONGEST_ANSWER_MS;
const LAST_WIDE_SEND_MS = LAST_SEND_MS - LONGEST_ANSWER_MS;

/** A chunk that begins later would be too small to be worth its checkpoint. */
const SOFT_END_MS = LAST_WIDE_SEND_MS - 10_000;

/** How long a run waits for a platform that asks to wait, and how much of that while somebody waits for the execution. */
const LONGEST_PAUSE_MS = 10 * 60_000;
const WATCHED_WAIT_MS = 60_000;

/** Whether somebody waits for the execution to answer (the sidebar), or nobody does (a menu command, a trigger). */
export type Audience = 'watched' | 'unwatched';

/** The deadlines of an execution that began at the given time. */
export function deadlinesOf(startedMs: number, audience: Audience): Deadlines {
  return {
    startedMs,
    softEndMs: startedMs + SOFT_END_MS,
    longestWaitMs: audience === 'watched' ? WATCHED_WAIT_MS : SOFT_END_MS,
    lastWideSendMs: startedMs + LAST_WIDE_SEND_MS,
    lastSendMs: startedMs + LAST_SEND_MS,
    lastAnswerMs: startedMs + LAST_ANSWER_MS,
    longestPauseMs: LONGEST_PAUSE_MS,
  };
}

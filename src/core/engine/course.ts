/** The order in which a run sends what is left, and the chunk that comes next. */
import { chunkWithin } from './chunk-size.ts';
import { type Engine, now } from './commands.ts';
import type { Deadlines } from './deadlines.ts';
import type { Execution } from './execution.ts';
import { isSendable, type PlannedRow, type SendableRow } from './plan-rows.ts';
import { type Probing, probesFirst, probingOf } from './probing.ts';
import { inSendOrder } from './send-order.ts';
import { isHalfOpen, type Pace } from './send-queue.ts';
import type { Standing } from './standing.ts';

/** What is still to be sent, which of it next, and how fast. */
export interface Course {
  readonly standing: Standing;
  /** The rows of the chunk first. */
  readonly remaining: readonly SendableRow[];
  readonly chunk: readonly SendableRow[];
  readonly pace: Pace;
  readonly probing: Probing;
}

export function* courseOf(
  standing: Standing,
  planned: readonly PlannedRow[],
  { deadlines, fieldAnswers }: Execution,
  isTimeToSend: boolean,
): Engine<Course> {
  const { record } = standing;
  const order = { runId: record.runId, isHalfOpen: isHalfOpen(record) };
  const sendable = planned.filter(isSendable);
  const probing = probingOf(fieldAnswers, record.probes, sendable);
  const remaining = probesFirst(inSendOrder(sendable, order), probing);
  const chunk = isTimeToSend ? nextChunk(remaining, record.chunkSize, deadlines, yield* now()) : [];
  const { waveWidth: width, slowStartWidth, resumeAtMs: notBeforeMs, failedWaves } = record;
  return { standing, remaining, chunk, pace: { width, slowStartWidth, notBeforeMs, failedWaves }, probing };
}

export function nextChunk(
  remaining: readonly SendableRow[],
  chunkSize: number,
  { lastWideSendMs }: Deadlines,
  nowMs: number,
): readonly SendableRow[] {
  return remaining.slice(0, chunkWithin(chunkSize, lastWideSendMs - nowMs, remaining.length));
}

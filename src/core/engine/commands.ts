/** What a run asks of the world: a closed list. The engine yields a command and goes on with the answer; it calls nothing. */
import type { Batch } from '../actions/batch.ts';
import type { FieldAnswers } from '../actions/field-answers.ts';
import type { CreateLeave } from '../actions/open-creates.ts';
import type { LedgerChange } from '../ledger/ledger.ts';
import type { StatusWrite } from '../own-cells/row-cells.ts';
import type { Failure } from '../terms/failure.ts';
import type { Result } from '../terms/result.ts';
import type { RunEnd } from './ended-run.ts';
import type { RunProgress } from './progress.ts';
import type { Reached, RunRecord } from './run-record.ts';
import type { WaveAnswer } from './send-queue.ts';

/** One thing to be done before the run goes on. */
export type Command =
  /** What time is it, in milliseconds since 1970? */
  | { readonly kind: 'clock' }
  /** What time is it for the people of the spreadsheet, `2026-11-21 14:05:09`? */
  | { readonly kind: 'wallTime' }
  /**
   * Look whether the rows are where they were, write, and flush, the ledger along with them. The rows carry the run's mark, or
   * none yet where no run is named.
   */
  | {
      readonly kind: 'checkpoint';
      readonly writes: readonly StatusWrite[];
      readonly ledger: LedgerChange;
      readonly runId?: string;
    }
  /** Send requests together; none leaves after `lastSendMs`. */
  | { readonly kind: 'send'; readonly batches: readonly Batch[]; readonly lastSendMs: number }
  /** Sleep, looking for a wish to cancel now and then. */
  | { readonly kind: 'wait'; readonly waitMs: number }
  /** Has somebody asked to stop? */
  | { readonly kind: 'isCancelWished'; readonly look: 'certain' }
  /** The same after a wave: quick, may miss it, and tells whoever watches how far the run is. */
  | { readonly kind: 'isCancelWished'; readonly look: 'glance'; readonly reached: Reached }
  /** Tell whoever waits that the run has begun. */
  | { readonly kind: 'announce'; readonly progress: RunProgress }
  /** The first rows are written: an earlier run that ended without its line gets it. */
  | { readonly kind: 'logEarlierRun' }
  /** Keep the record where others see it: the run's sign of life. */
  | { readonly kind: 'saveRecord'; readonly record: RunRecord }
  /** Keep what the chatbot has answered about required fields. */
  | { readonly kind: 'saveFieldAnswers'; readonly answers: FieldAnswers }
  /** Note creates that are about to leave, where nothing that happens to rows or to this execution can lose them. */
  | { readonly kind: 'beginCreates'; readonly mlsNumbers: readonly string[] }
  /** The outcomes of creates are written: their notes, where there are any, end. */
  | { readonly kind: 'endCreates'; readonly mlsNumbers: readonly string[] }
  /** The run is over: take it off the spreadsheet and log it. */
  | { readonly kind: 'concludeRun'; readonly record: RunRecord; readonly end: RunEnd };

/** The answer to each kind of command. */
export interface Answers {
  readonly clock: number;
  readonly wallTime: string;
  readonly checkpoint: Result<WrittenRows, Failure>;
  readonly send: SentWave;
  readonly wait: { readonly isCancelled: boolean };
  readonly isCancelWished: boolean;
  readonly announce: null;
  readonly logEarlierRun: null;
  readonly saveRecord: null;
  readonly saveFieldAnswers: null;
  /** In the order asked. */
  readonly beginCreates: readonly CreateLeave[];
  readonly endCreates: null;
  readonly concludeRun: null;
}

/** What became of the writes of a checkpoint. */
export interface WrittenRows {
  /** Row numbers, as the writes named them, of rows that are gone or no longer certain: nothing was written for them. */
  readonly unplaced: readonly number[];
  /** Whether rows or columns stand elsewhere than where they were read, so that what was planned may be out of date. */
  readonly hasMoved: boolean;
  /** What else a person has to know of it, as a sentence; absent mostly. */
  readonly note?: string;
  /** What people have lost by it although every row has its cells: nothing more may be sent. */
  readonly loss?: Failure;
}

/** The answers to a wave, one per batch in order, when they were there, and a number in [0, 1) for the jitter. */
export interface SentWave {
  readonly answers: readonly WaveAnswer[];
  readonly nowMs: number;
  readonly random: number;
}

/** A part of a run: yields commands, takes their answers, and ends with a value. */
export type Engine<T> = Generator<Command, T, unknown>;

/** Yields a command and returns its answer; whoever performs the run gives to each kind the answer listed above. */
export function* ask<C extends Command>(command: C): Engine<Answers[C['kind']]> {
  return (yield command) as Answers[C['kind']];
}

/** The time now, in milliseconds since 1970. */
export function* now(): Engine<number> {
  return yield* ask({ kind: 'clock' });
}

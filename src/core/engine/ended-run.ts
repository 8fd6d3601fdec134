/** What is remembered of the run that ended last: for whoever asks too late, and until its line is in the log. */
import * as v from 'valibot';
import { lazySchema } from '../terms/lazy-schema.ts';
import { parseStored } from '../terms/parse-stored.ts';
import { RUN_RECORD_SCHEMA, type RunRecord } from './run-record.ts';

const RUN_ENDS = ['finished', 'cancelled', 'stopped', 'interrupted'] as const;

/** How a run ended; `interrupted` when nobody came back to it. */
export type RunEnd = (typeof RUN_ENDS)[number];

/** A run that has ended. */
export interface EndedRun {
  readonly record: RunRecord;
  readonly end: RunEnd;
  readonly endedAtMs: number;
  /** Whether its line is known to be in the log; an execution may be killed between the end and the line. */
  readonly isLogged: boolean;
}

const SCHEMA = lazySchema(() =>
  v.object({
    record: RUN_RECORD_SCHEMA,
    end: v.picklist(RUN_ENDS),
    endedAtMs: v.number(),
    isLogged: v.boolean(),
  }),
);

/** Reads a stored run that has ended; `undefined` when there is none or it is not one. */
export function parseEndedRun(text: string | null): EndedRun | undefined {
  return parseStored(SCHEMA, text);
}

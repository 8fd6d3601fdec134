/** What a person's own properties remember of what runs for them in one file without anybody watching. */
import * as v from 'valibot';
import type { Deadlines } from '../engine/deadlines.ts';
import { lazySchema } from '../terms/lazy-schema.ts';
import { parseStored } from '../terms/parse-stored.ts';

/** How often the trigger fires: once a minute while a run waits, each quarter of an hour for a webhook, else once an hour. */
export type Pace = 'minute' | 'quarter' | 'hour';

/** Whether Google's clock is known to find the spreadsheet: until it has struck once, nobody can tell. */
export type ClockSight = 'unknown' | 'found' | 'missing';

/** One person's trigger in one file, and the runs it shall carry on. */
export interface Background {
  /** `''` where there is none. */
  readonly triggerId: string;
  readonly pace: Pace;
  /** The person's runs that wait, the one that comes first in front. */
  readonly runIds: readonly string[];
  readonly sight: ClockSight;
  /** By which the person's schedules in the file are known: a random text; `''` before there was one. */
  readonly token: string;
  /** Whether the trigger takes in what the file's webhook brings. */
  readonly listens: boolean;
}

/** Of a file in which nothing runs by itself for this person. */
export const NO_BACKGROUND: Background = {
  triggerId: '',
  pace: 'hour',
  runIds: [],
  sight: 'unknown',
  token: '',
  listens: false,
};

const SCHEMA = lazySchema(() =>
  v.object({
    version: v.literal(1),
    triggerId: v.string(),
    pace: v.picklist(['minute', 'quarter', 'hour']),
    runIds: v.array(v.string()),
    sight: v.picklist(['unknown', 'found', 'missing']),
    token: v.optional(v.string(), ''),
    listens: v.optional(v.boolean(), false),
  }),
);

/** Reads what is stored; nothing where that is not what this add-on has written. */
export function parseBackground(text: string | null): Background {
  const stored = parseStored(SCHEMA, text);
  if (stored === undefined) return NO_BACKGROUND;
  const { version: _version, ...background } = stored;
  return background;
}

/** As it is stored. */
export function storedBackground(background: Background): string {
  return JSON.stringify({ version: 1, ...background });
}

/** How often the trigger has to strike. */
export function neededPace({ runIds, listens }: Background): Pace {
  if (runIds.length > 0) return 'minute';
  return listens ? 'quarter' : 'hour';
}

/** With a run that waits; it comes last unless it is there already. */
export function withWaitingRun(background: Background, runId: string): Background {
  const { runIds } = background;
  return runIds.includes(runId) ? background : { ...background, runIds: [...runIds, runId] };
}

/**
 * Whether a run that is about to begin may not end in its execution: then what carries it on must be there before its first
 * mark is, since an execution that is killed leaves nobody to see to it.
 *
 * @param extent Rows to be sent, and rows of the first chunk, which go before anything else happens.
 */
export function mayOutlast(
  extent: { readonly sends: number; readonly chunkSize: number },
  { startedMs, lastAnswerMs }: Pick<Deadlines, 'startedMs' | 'lastAnswerMs'>,
  nowMs: number,
): boolean {
  if (extent.sends === 0) return false;
  return extent.sends > extent.chunkSize || nowMs + (nowMs - startedMs) > lastAnswerMs;
}

/** What arrived lately: by which door messages were taken in, and what came of it. */
import * as v from 'valibot';
import { clipSentences } from '../terms/clip-text.ts';
import { lazySchema } from '../terms/lazy-schema.ts';
import { parseStored } from '../terms/parse-stored.ts';

/** Where messages come from. */
export type Door = 'paste' | 'inbox' | 'webhook';

/** One time that messages were taken in or asked for; several in a row that came to the same are one. */
export interface Intake {
  readonly door: Door;
  /** The newest of them. */
  readonly atMs: number;
  /** What came of it, as a sentence. */
  readonly message: string;
  readonly isProblem: boolean;
  readonly times: number;
}

/** All of them have to fit into one value of a store, which takes 9 kB: a character may need three. */
const MOST_INTAKES = 15;
const LONGEST_MESSAGE = 150;

const intakesSchema = lazySchema(() =>
  v.array(
    v.strictObject({
      door: v.picklist(['paste', 'inbox', 'webhook']),
      atMs: v.number(),
      message: v.string(),
      isProblem: v.boolean(),
      times: v.number(),
    }),
  ),
);

/** Reads what is stored, the newest first; nothing where that is not what this add-on has written. */
export function parseIntakes(text: string | null): readonly Intake[] {
  return parseStored(intakesSchema, text) ?? [];
}

/** With another one in front. */
export function withIntake(intakes: readonly Intake[], intake: Omit<Intake, 'times'>): readonly Intake[] {
  const added = { ...intake, message: clipSentences(intake.message, LONGEST_MESSAGE) };
  const [newest, ...older] = intakes;
  if (newest?.door === added.door && newest.message === added.message)
    return [{ ...added, times: newest.times + 1 }, ...older];
  return [{ ...added, times: 1 }, ...intakes].slice(0, MOST_INTAKES);
}

/**
 * Creates whose requests have left, or are about to, and of which no outcome is written yet. They are kept per chatbot and MLS
 * number, not in a row: a row can be sorted, copied and deleted, and its listing must not be created a second time all the same.
 */
import * as v from 'valibot';
import type { RowOutcome } from '../own-cells/outcome.ts';
import { lazySchema } from '../terms/lazy-schema.ts';
import { parseStored } from '../terms/parse-stored.ts';
import type { SendRow } from './batch.ts';
import type { OperationOf } from './operation.ts';
import { unsettled } from './verdict.ts';

/** A create without a clear answer. */
export interface OpenCreate {
  readonly mlsNumber: string;
  /** When its request was about to leave, in ms since 1970. */
  readonly atMs: number;
}

/** What is open, by chatbot. */
export type OpenCreates = Readonly<Record<string, readonly OpenCreate[]>>;

/** Whether a create may leave: it was noted; or it is open since an earlier try; or so many are open that a person must look first. */
export type CreateLeave = 'begun' | 'open' | 'full';

/** More than this are not open at once: the store of a file is small, and something is wrong by then. */
export const MOST_OPEN_CREATES = 200;

const schema = lazySchema(() =>
  v.record(v.string(), v.array(v.strictObject({ mlsNumber: v.string(), atMs: v.number() }))),
);

/**
 * Reads what is stored; `undefined` where it cannot be read, for then nobody knows what was created.
 *
 * @param stored `null` where nothing was ever stored.
 */
export function parseOpenCreates(stored: string | null): OpenCreates | undefined {
  return stored === null || stored === '' ? {} : parseStored(schema, stored);
}

/** Notes creates that are about to leave, each at most once. */
export function beginCreates(
  open: OpenCreates,
  chatbotId: string,
  mlsNumbers: readonly string[],
  nowMs: number,
): { readonly open: OpenCreates; readonly leaves: readonly CreateLeave[] } {
  const own = [...(open[chatbotId] ?? [])];
  let room = MOST_OPEN_CREATES - Object.values(open).flat().length;
  const leaves = mlsNumbers.map((mlsNumber): CreateLeave => {
    if (own.some((one) => isSame(one.mlsNumber, mlsNumber))) return 'open';
    if (room <= 0) return 'full';
    room -= 1;
    own.push({ mlsNumber, atMs: nowMs });
    return 'begun';
  });
  return { open: { ...open, [chatbotId]: own }, leaves };
}

/** Forgets creates whose outcome is written, or of which a person says that they are not there. */
export function endCreates(open: OpenCreates, chatbotId: string, mlsNumbers: readonly string[]): OpenCreates {
  const own = open[chatbotId] ?? [];
  const left = own.filter((one) => !mlsNumbers.some((mlsNumber) => isSame(one.mlsNumber, mlsNumber)));
  const { [chatbotId]: _, ...others } = open;
  return left.length === 0 ? others : { ...others, [chatbotId]: left };
}

/** As the look-up takes numbers for one. */
function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** A create without a clear answer, of which no look-up knows anything yet. */
export function stillUnclear(row: SendRow<OperationOf<'lookUp' | 'create'>>): RowOutcome {
  return unsettled(
    'Unconfirmed',
    `A request to create the MLS number ${row.operation.mlsNumber} had no clear answer, and the platform does not list it so far. It is not created again by itself: run again later to look it up, or say under Activity that it is not there.`,
    row,
    true,
  );
}

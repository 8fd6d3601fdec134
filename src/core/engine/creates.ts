/**
 * Sees to it that no listing is created twice: before a create leaves it is noted where no kill, sort or copy can lose it, and
 * the note stands until the outcome is written.
 */

import type { Batch, SendRow } from '../actions/batch.ts';
import { stillUnclear } from '../actions/open-creates.ts';
import type { Operation } from '../actions/operation.ts';
import { unsettled } from '../actions/verdict.ts';
import type { RowOutcome, Settled } from '../own-cells/outcome.ts';
import { ask, type Engine } from './commands.ts';

/** The requests of a wave, as they may leave. */
export interface ClearedWave {
  readonly batches: readonly Batch[];
  /** Rows of creates that must not leave. */
  readonly settled: readonly Settled<SendRow>[];
  /** Whether creates stay behind until others of this chunk are written. */
  readonly mustWait: boolean;
  /** What this chunk has noted by now. */
  readonly begun: ReadonlySet<string>;
}

/**
 * Notes the creates of a wave, and takes out those that must not leave.
 *
 * @param begun MLS numbers that this chunk has noted: one of them that is to leave again was clearly not created.
 */
export function* clearCreates(wave: readonly Batch[], begun: ReadonlySet<string>): Engine<ClearedWave> {
  const creates = wave.filter((batch) => isCreate(batch) && !mlsNumbersOf(batch).every((one) => begun.has(one)));
  if (creates.length === 0) return { batches: wave, settled: [], mustWait: false, begun };
  const leaves = yield* ask({ kind: 'beginCreates', mlsNumbers: creates.flatMap(mlsNumbersOf) });
  const stays = new Set(creates.filter((_, index) => leaves[index] !== 'begun'));
  const mayEnd = begun.size > 0 || leaves.includes('begun');
  const settled = creates.flatMap((batch, index): readonly Settled<SendRow>[] => {
    if (leaves[index] === 'begun' || (leaves[index] === 'full' && mayEnd)) return [];
    return batch.rows.flatMap((row) => {
      const { operation } = row;
      if (operation.kind !== 'create') return [];
      const own = { ...row, operation };
      return [{ row, outcome: leaves[index] === 'open' ? stillUnclear(own) : unsettled('Failed', FULL, row, false) }];
    });
  });
  const left = creates.filter((batch) => !stays.has(batch)).flatMap(mlsNumbersOf);
  return {
    batches: wave.filter((batch) => !stays.has(batch)),
    settled,
    mustWait: mayEnd && leaves.includes('full'),
    begun: new Set([...begun, ...left]),
  };
}

const FULL =
  'Not created: too many requests to create a listing had no clear answer. Open Activity, look those up or say that they are not there, and run again.';

/**
 * The MLS numbers of rows whose creates, if any are noted, need no note any more once their outcomes are written: what is
 * confirmed or refused, and creates that were not sent or clearly not carried out.
 */
export function endedCreates(settled: readonly Settled<SendRow>[], unsettled: readonly SendRow[]): readonly string[] {
  const unsent = unsettled.flatMap(({ operation }) => (operation.kind === 'create' ? [operation.mlsNumber] : []));
  const ended = settled.flatMap(({ row: { operation }, outcome }) => {
    const isConfirmed = outcome.fingerprint.kind === 'confirm';
    const hasAnswer = operation.kind === 'create' && !isUnclearOutcome(outcome);
    const mlsNumber = mlsNumberOf(operation);
    return mlsNumber !== undefined && (isConfirmed || hasAnswer) ? [mlsNumber] : [];
  });
  return [...ended, ...unsent];
}

function isUnclearOutcome({ fingerprint }: RowOutcome): boolean {
  return fingerprint.kind === 'retry' && fingerprint.isUnclear;
}

function isCreate({ rows }: Batch): boolean {
  return rows[0]?.operation.kind === 'create';
}

function mlsNumbersOf({ rows }: Batch): readonly string[] {
  return rows.flatMap(({ operation }) => (operation.kind === 'create' ? [operation.mlsNumber] : []));
}

function mlsNumberOf(operation: Operation): string | undefined {
  switch (operation.kind) {
    case 'update':
      return operation.lookedUpBy ?? operation.ifMissing?.mlsNumber;
    case 'create':
    case 'lookUp':
      return operation.mlsNumber;
    case 'push':
    case 'delete':
      return undefined;
    default:
      return operation satisfies never;
  }
}

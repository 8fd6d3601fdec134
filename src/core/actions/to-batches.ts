/** Makes requests of rows, and smaller requests of one that did not go through. */

import { OPERATION_KINDS } from './actions.ts';
import type { Batch, SendRow } from './batch.ts';
import { kindOf } from './operation-facts.ts';
import { packRows } from './pack-rows.ts';

/** Packs rows into batches, in row order within each kind; rows that were tried more often keep apart from the others. */
export function toBatches(rows: readonly SendRow[]): readonly Batch[] {
  return Object.values(OPERATION_KINDS).flatMap(({ kind, packing }) => {
    const own = rows.filter(({ operation }) => operation.kind === kind);
    return packing === undefined ? own.map(batchOfOne) : packRows(own, packing).map(batchOf);
  });
}

/** Two batches with half of the rows each; a batch of one row cannot be split. */
export function splitInHalves({ rows }: Batch): readonly Batch[] {
  const half = Math.ceil(rows.length / 2);
  return [rows.slice(0, half), rows.slice(half)].filter((part) => part.length > 0).map(partOf);
}

/** One batch per row, for answers that must be exact. */
export function splitIntoRows({ rows }: Batch): readonly Batch[] {
  return rows.map((row) => batchOf([row]));
}

/** A request for one row. */
export function batchAlone(row: SendRow): Batch {
  return batchOf([row]);
}

/** The requests without some of their rows; what is left of one waits as long as it did. */
export function withoutRows(batches: readonly Batch[], taken: ReadonlySet<SendRow>): readonly Batch[] {
  return batches.flatMap((batch) => {
    const rows = batch.rows.filter((row) => !taken.has(row));
    if (rows.length === batch.rows.length) return [batch];
    return rows.length === 0 ? [] : [{ ...batch, rows, call: batchOf(rows).call }];
  });
}

function partOf(rows: readonly SendRow[]): Batch {
  return { ...batchOf(rows), isPart: true };
}

/** A first sync has nothing else, and may have a hundred thousand of them. */
function batchOfOne(row: SendRow): Batch {
  const { attempts, pauses = 0 } = row;
  return { call: kindOf(row.operation).callOf([row]), rows: [row], attempts, pauses, notBeforeMs: 0 };
}

/** @param rows At least one, all of one kind. */
function batchOf(rows: readonly SendRow[]): Batch {
  const [first] = rows;
  if (first === undefined) throw new Error('A request must have rows.');
  const most = (count: (row: SendRow) => number) => Math.max(...rows.map(count));
  return {
    call: kindOf(first.operation).callOf(rows),
    rows,
    attempts: most(({ attempts }) => attempts),
    pauses: most(({ pauses = 0 }) => pauses),
    notBeforeMs: 0,
  };
}

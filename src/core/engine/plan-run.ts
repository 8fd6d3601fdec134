/** Plans a run that begins: what earlier runs left in the rows is looked at afresh. */

import type { SendRow } from '../actions/batch.ts';
import { needsConsent } from '../actions/operation-facts.ts';
import type { KnownKeys } from '../ledger/known-keys.ts';
import { parseMarkCell, triedContent } from '../own-cells/mark-cell.ts';
import { settledOutcome } from '../own-cells/outcome.ts';
import { ACTION_WORDS, type Scope } from '../words/actions.ts';
import { type PlannedRow, planRows, type RunRow } from './plan-rows.ts';

/** Plans the rows in order, each with all its tries before it. */
export function planRun(rows: readonly RunRow[], scope: Scope, known: KnownKeys): readonly PlannedRow[] {
  const planned = planRows(rows, known).map(withAllTries);
  return scope === 'failed' ? planned.map(holdOtherDelete) : planned;
}

/** Of a plan the first row that has something to send, for a person who wants to see how one row fares. */
export function trialOf(planned: readonly PlannedRow[]): readonly PlannedRow[] {
  return planned.filter(({ kind }) => kind === 'send').slice(0, 1);
}

/** An earlier run that was cut off has used up none of this one's tries. */
function withAllTries(row: PlannedRow): PlannedRow {
  return row.kind === 'settled' || row.send.attempts === 0 ? row : { ...row, send: { ...row.send, attempts: 0 } };
}

/** A delete that failed is tried again for the listing that it was about, and for no other that stands in its row now. */
function holdOtherDelete(row: PlannedRow): PlannedRow {
  const { mark } = parseMarkCell(row.cells.mark);
  if (
    row.kind === 'settled' ||
    mark === undefined ||
    !ACTION_WORDS[mark.action].alwaysAsks ||
    mark.agreedDelete === row.send.fingerprint
  )
    return row;
  const detail =
    'The row holds another listing than the one whose delete failed, so nothing was sent. To delete this one, select it and choose Delete selected listings.';
  return { ...row, kind: 'settled', outcome: settledOutcome('Skipped', detail) };
}

/**
 * The rows with their deletes held back, and each row says why.
 *
 * @param ids Which deletes, by what `DeleteListing` calls them; all of them by default.
 */
export function holdDeletes(
  planned: readonly PlannedRow[],
  detail: string,
  ids?: ReadonlySet<string>,
): readonly PlannedRow[] {
  const isHeld = ({ operation, fingerprint }: SendRow) =>
    needsConsent(operation) && ids?.has(triedContent(fingerprint)) !== false;
  return planned.map((row) =>
    row.kind === 'send' && isHeld(row.send)
      ? { ...row, kind: 'settled', outcome: settledOutcome('Skipped', detail) }
      : row,
  );
}

/** What rows would change of what the platform confirmed last. */

import { fingerprintOf } from '../actions/fingerprint.ts';
import { readKeptBody } from '../actions/kept-body.ts';
import type { Operation } from '../actions/operation.ts';
import { bodyOf, remoteIdentity } from '../actions/operation-facts.ts';
import type { PlannedRow } from '../engine/plan-rows.ts';
import type { KnownKeys } from '../ledger/known-keys.ts';
import type { LedgerLine } from '../ledger/ledger-line.ts';
import type { ChatbotRow } from '../platform/endpoints.ts';
import { parseJson } from '../terms/parse-json.ts';
import { notKeptWords } from '../words/not-kept.ts';
import { changeWords, chatbotRowChanges, listingChanges } from './field-changes.ts';

/** What a row would change. */
export interface RowChanges {
  /** The day on which the platform confirmed what it has: `21 Nov`. */
  readonly since: string;
  /** The fields that would change, `Sale price 450,000 → 439,000`; none where the same is sent once more. */
  readonly fields: readonly string[];
}

/** A row that would be sent, and the line of its key. */
export interface ChangingRow {
  readonly row: Extract<PlannedRow, { kind: 'send' }>;
  readonly line: LedgerLine;
}

/** The rows that would take the place of something that was confirmed. */
export function changingRows(planned: readonly PlannedRow[], known: KnownKeys): readonly ChangingRow[] {
  return planned.flatMap((row) => {
    if (row.kind === 'settled' || !isReplacing(row.send.operation)) return [];
    const { line } = known.of(remoteIdentity(row.send.operation));
    return line?.state === 'confirmed' ? [{ row, line }] : [];
  });
}

function isReplacing({ kind }: Operation): boolean {
  return kind === 'push' || kind === 'update';
}

/**
 * What a row would change; `undefined` where what was confirmed was changed by hand.
 *
 * @param kept What stands beside the line.
 */
export function changesOf({ row, line }: ChangingRow, kept: string, known: KnownKeys): RowChanges | undefined {
  const { operation } = row.send;
  const since = known.dayOf(line.atMs);
  if (kept === '') return { since, fields: [notKeptWords(`confirmed on ${since}`)] };
  const before = operationOf(operation, kept);
  if (before === undefined || fingerprintOf(before, row.planner.address) !== line.fingerprint) return undefined;
  const [old, next] = [bodyOf(before), bodyOf(operation)].map((text) => readKeptBody(text).bodyText);
  const changesIn = operation.kind === 'push' ? chatbotRowChanges : listingChanges;
  return { since, fields: changesIn(old ?? '', next ?? '').map(changeWords) };
}

/** The operation that was confirmed, as far as its fingerprint goes. */
function operationOf(now: Operation, kept: string): Operation | undefined {
  if (now.kind === 'update') {
    const { daysMark: _, ...plain } = now;
    return { ...plain, ...readKeptBody(kept) };
  }
  const row = parseJson(kept);
  return now.kind === 'push' && row.ok && isChatbotRow(row.value) ? { ...now, row: row.value } : undefined;
}

function isChatbotRow(value: unknown): value is ChatbotRow {
  return typeof value === 'object' && value !== null && 'ID' in value && 'Data' in value;
}

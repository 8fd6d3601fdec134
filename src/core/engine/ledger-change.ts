/** What a checkpoint of a run adds to the ledger. */

import type { Operation } from '../actions/operation.ts';
import { bodyOf, nameOf, remoteIdentity } from '../actions/operation-facts.ts';
import { triedBy } from '../actions/verdict.ts';
import type { LedgerChange } from '../ledger/ledger.ts';
import { type LedgerLine, type LedgerOperation, ledgerKey, ledgerPlace } from '../ledger/ledger-line.ts';
import { MANY_CONTENTS } from '../ledger/open-tries.ts';
import type { Settled } from '../own-cells/outcome.ts';
import type { PlannedRow, RunRow, SendableRow } from './plan-rows.ts';
import type { RunRecord } from './run-record.ts';
import type { LeftRow } from './settle-left.ts';

/** The rows of a checkpoint that the ledger is about. */
export interface LedgerRows {
  readonly outcomes: readonly Settled<RunRow>[];
  /** Rows that were about to be sent and have no outcome. */
  readonly left: readonly LeftRow[];
  /** Rows whose requests are about to leave. */
  readonly opening: readonly SendableRow[];
}

/** The change; outcomes of rows that were not sent change nothing. */
export function ledgerChange(
  { outcomes, left, opening }: LedgerRows,
  { address, chatbotId, tabId }: Pick<RunRecord, 'address' | 'chatbotId' | 'tabId'>,
  atMs: number,
): LedgerChange {
  const place = ledgerPlace(address, chatbotId);
  const keyOf = ({ send }: SendableRow) => ledgerKey({ place, name: remoteIdentity(send.operation) });
  const sent = outcomes.flatMap(({ row, outcome }) => (isSent(row) ? [{ row, outcome }] : []));
  const settled = sent.flatMap((one) => {
    const content = contentAfter(one);
    if (content === undefined) return [];
    const { operation } = one.row.send;
    const line = { ...content, operation: operationOf(operation), atMs, tabId, place, name: nameOf(operation) };
    return [{ line, body: content.state === 'confirmed' ? bodyOf(operation) : '' }];
  });
  const isOpening = new Set(opening.map(({ row }) => row.rowNumber));
  const unanswered = left.filter(({ row, send }) => send.isUnclear && !isOpening.has(row.row.rowNumber));
  // A key that was open before this run stays open without an outcome: an earlier request may still arrive.
  const isClosed = ({ send }: SendableRow, isUnclear: boolean) => !isUnclear && send.wasOpen !== true;
  return {
    settled,
    closed: [
      ...sent.filter((one) => contentAfter(one) === undefined && isClosed(one.row, false)).map(({ row }) => keyOf(row)),
      ...left.filter(({ row, send }) => isClosed(row, send.isUnclear)).map(({ row }) => keyOf(row)),
    ],
    opened: [
      ...unanswered.map(({ row, send }) => ({ key: keyOf(row), content: contentOf(triedBy(send)) })),
      ...opening.map((row) => ({ key: keyOf(row), content: contentOf(triedBy(row.send)) })),
    ],
  };
}

function isSent(row: RunRow | PlannedRow): row is SendableRow {
  return 'kind' in row && row.kind === 'send';
}

/** What the platform has by an outcome; `undefined` where that is what it had before. */
function contentAfter({
  row: { send },
  outcome,
}: Settled<SendableRow>): Pick<LedgerLine, 'state' | 'fingerprint'> | undefined {
  const change = outcome.fingerprint;
  const unclear = { state: 'unclear', fingerprint: send.hasOtherTry ? '' : send.fingerprint } as const;
  switch (change.kind) {
    case 'keep':
    case 'same':
      return undefined;
    case 'confirm':
      // An older request with other content may still take its place: the next run's answer decides.
      if (send.hasOtherTry) return { state: 'unclear', fingerprint: send.fingerprint };
      return { state: send.operation.kind === 'delete' ? 'deleted' : 'confirmed', fingerprint: send.fingerprint };
    case 'takeBack':
      return { state: 'taken-back', fingerprint: change.fingerprint };
    case 'clear':
      return send.hasOtherTry ? unclear : { state: 'turned-down', fingerprint: send.fingerprint };
    case 'retry':
      return change.isUnclear ? unclear : undefined;
    default:
      return change satisfies never;
  }
}

/** Eight digits of what a mark holds sixteen of. */
function contentOf(tried: string | undefined): string {
  return tried?.slice(0, MANY_CONTENTS.length) ?? MANY_CONTENTS;
}

/** A look-up is never an operation of its own. */
function operationOf({ kind }: Operation): LedgerOperation {
  return kind === 'lookUp' ? 'create' : kind;
}

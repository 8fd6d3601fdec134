/** Planned rows for the tests of the run, by intent. */
import type { SendRow } from '../../../src/core/actions/batch.ts';
import type { RowPlanner } from '../../../src/core/actions/row-planner.ts';
import type { PlannedRow, RunRow } from '../../../src/core/engine/plan-rows.ts';
import { type RowOutcome, settledOutcome } from '../../../src/core/own-cells/outcome.ts';
import type { SyncStatus } from '../../../src/core/words/statuses.ts';

const planner: RowPlanner = {
  mapping: 'as planned',
  keyColumnIndexes: [0],
  keyOf: ({ texts }) => texts[0] ?? '',
  readColumnIndexes: [0],
  hidesLinks: false,
  needsText: () => false,
  labelOf: ({ texts }) => `label of ${texts[0] ?? ''}`,
  plan: () => ({ kind: 'settled', outcome: outcomeOf('Skipped') }),
};

/** A row whose only cell says `K` and its number, and which no run has touched. */
function untouchedRow(rowNumber: number): RunRow {
  return {
    row: { rowNumber, values: [`K${rowNumber}`], texts: [`K${rowNumber}`] },
    action: 'sync',
    planner,
    identity: `key\u00000\u0000K${rowNumber}`,
    cells: { status: '', detail: '', syncedAt: '', mark: '' },
  };
}

/** `It is Invalid.` for the status Invalid, with what the test says instead. */
export function outcomeOf(status: SyncStatus, change: Partial<RowOutcome> = {}): RowOutcome {
  return { ...settledOutcome(status, `It is ${status}.`), ...change };
}

export function plannedSend(send: SendRow): Extract<PlannedRow, { kind: 'send' }> {
  return { ...untouchedRow(send.rowNumber), kind: 'send', send };
}

export function plannedOutcome(rowNumber: number, outcome: RowOutcome): PlannedRow {
  return { ...untouchedRow(rowNumber), kind: 'settled', outcome };
}

/** *Push rows*: each row becomes a row of the chatbot's knowledge. */

import type { ActionModule } from '../action-module.ts';
import type { OperationKind } from '../operation-kind.ts';
import { MAX_ATTEMPTS } from '../retry.ts';
import { confirmed, sameAsConfirmed, settled, turnedDown } from '../verdict.ts';
import { nameOfId } from './push-operation.ts';
import { pushPlanner } from './push-planner.ts';

/** Rows in one `UpdateGoogleSheetData`; the platform documents no limit, so this is cautious. */
const MAX_ROWS_PER_PUSH = 100;

const PUSH: OperationKind<'push', 'updateRows'> = {
  kind: 'push',
  remoteIdentity: ({ row }) => nameOfId(row.ID),
  identityNoun: 'ID',
  fingerprintText: ({ serialNumber, row: { ID, Data } }) =>
    `push ${serialNumber} ${ID} ${JSON.stringify(Data, Object.keys(Data).sort())}`,
  confirmedStatus: 'Pushed',
  unchangedDetail: sameAsConfirmed,
  packing: {
    // Rows that failed together as often as is tried go on in smaller and smaller requests, in later executions too.
    mostRows: (attempts) => Math.ceil(MAX_ROWS_PER_PUSH / 2 ** Math.max(0, attempts - MAX_ATTEMPTS + 1)),
    contentOf: ({ row }) => row,
  },
  endpoint: 'updateRows',
  callOf: (rows) => {
    const serialNumber = rows[0]?.operation.serialNumber ?? '';
    return { endpoint: 'updateRows', body: { serialNumber, rows: rows.map(({ operation }) => operation.row) } };
  },
  settle: (rows, { updatedIds }) => {
    const updated = new Set(updatedIds);
    return settled(rows, (row) => {
      const id = row.operation.row.ID;
      if (updated.has(id)) return confirmed('Pushed', row, ['Pushed.', ...row.notes]);
      const detail = `The chatbot has no row with ID ${id}. Add the row to the chatbot first, or correct the ID.`;
      return turnedDown('Not found', detail);
    });
  },
};

/** The action. */
export const PUSH_ROWS = {
  menuItem: { caption: 'Push selected rows', functionName: 'pushSelectedRows' },
  statuses: ['Pushed', 'Unchanged', 'Invalid', 'Not found', 'Rejected', 'Failed', 'Skipped'],
  planner: ({ table, settings, serialNumber, tabName }) => pushPlanner(table.headers, settings, serialNumber, tabName),
  operation: PUSH,
} as const satisfies ActionModule<'push'>;

/** *Delete listings*: each row's listing leaves the platform, once a person has agreed. */

import { countWords } from '../../words/counts.ts';
import { LEFT_TAB_NAME } from '../../words/own-headers.ts';
import type { ActionModule } from '../action-module.ts';
import type { SendRow } from '../batch.ts';
import { deleteStep } from '../delete-step.ts';
import { identityOfKey, keyWords, nameOfKey } from '../listing-key.ts';
import { listingPlanner } from '../listing-planner.ts';
import type { OperationKind } from '../operation-kind.ts';
import { confirmed, settled, turnedDown, unsettled, type Verdict } from '../verdict.ts';
import type { DeleteOperation } from './delete-operation.ts';

/** Up to this many deletes go one key per request, so that every row gets an exact outcome. */
const MAX_SINGLE_DELETES = 50;

/** Keys in one bulk delete. */
const MAX_KEYS_PER_DELETE = 50;

type DeleteRow = SendRow<DeleteOperation>;

const DELETE: OperationKind<'delete', 'deleteListings'> = {
  kind: 'delete',
  remoteIdentity: identityOfKey,
  identityNoun: 'key',
  fingerprintText: (operation) => `delete ${operation.serialNumber} ${nameOfKey(operation)}`,
  confirmedStatus: 'Deleted',
  unchangedDetail: (day) => `Already deleted on ${day}; nothing was sent.`,
  consentName: ({ key }) => key,
  packing: {
    mostRows: (_, rowCount) => (rowCount > MAX_SINGLE_DELETES ? MAX_KEYS_PER_DELETE : 1),
    contentOf: ({ key }) => key,
    apartBy: ({ keyType }) => keyType,
  },
  endpoint: 'deleteListings',
  callOf: (rows) => {
    const [first] = rows;
    if (first === undefined) throw new Error('A delete has no row.');
    const { serialNumber, keyType } = first.operation;
    const body = { SerialNumber: serialNumber, Keys: rows.map(({ operation }) => operation.key), KeyType: keyType };
    return { endpoint: 'deleteListings', body };
  },
  settle: (rows, { deletedCount }) => {
    if (deletedCount >= rows.length) return allDeleted(rows, deletedCount);
    // The bulk request itself may have removed any of them, so finding nothing now means that it is gone.
    if (rows.length > 1 && rows.some(({ isUnclear }) => isUnclear)) return { kind: 'askEach' };
    return deletedCount > 0 ? someDeleted(rows, deletedCount) : noneDeleted(rows);
  },
};

function allDeleted(rows: readonly DeleteRow[], deletedCount: number): Verdict {
  const keys = rows.length === 1 ? 'this key is' : 'one of these keys is';
  const removed = `The platform removed ${deletedCount} listings for ${countWords(rows.length, 'row')}`;
  const warning = deletedCount > rows.length ? [`${removed}: ${keys} not unique there.`] : [];
  return settled(rows, (row) => confirmed('Deleted', row, ['Deleted.', ...warning, ...row.notes]));
}

function someDeleted(rows: readonly DeleteRow[], deletedCount: number): Verdict {
  const removed = `The platform removed ${deletedCount} of ${rows.length} listings and does not say which.`;
  return settled(rows, (row) => unsettled('Unconfirmed', `${removed} Run again to settle it.`, row, true));
}

function noneDeleted(rows: readonly DeleteRow[]): Verdict {
  return settled(rows, (row) => {
    if (row.isUnclear) {
      const sentence = 'Deleted: an earlier try had no clear answer, and the listing is gone now.';
      return confirmed('Deleted', row, [sentence]);
    }
    const detail = `The platform has no listing with ${keyWords(row.operation)}, so there was nothing to delete.`;
    return turnedDown('Not found', detail);
  });
}

/** The action. */
export const DELETE_LISTINGS = {
  menuItem: { caption: 'Delete selected listings…', functionName: 'deleteSelectedListings' },
  statuses: ['Deleted', 'Unchanged', 'Invalid', 'Not found', 'Rejected', 'Failed', 'Unconfirmed', 'Skipped'],
  planner: (inputs) => {
    const why = inputs.tabName === LEFT_TAB_NAME ? 'No longer in the sheet' : 'You chose to delete it';
    return listingPlanner(inputs, { stepOf: (listing, tab) => deleteStep(listing, tab, why), reads: 'keys' });
  },
  operation: DELETE,
} as const satisfies ActionModule<'delete'>;

/** *Sync listings*: each row becomes an update, or the delete of a listing that is over. */

import type { ActionModule } from '../action-module.ts';
import type { SendRow } from '../batch.ts';
import { identityOfKey, keyWords } from '../listing-key.ts';
import { listingPlanner } from '../listing-planner.ts';
import type { OperationKind } from '../operation-kind.ts';
import { confirmed, goOn, sameAsConfirmed, settled, turnedDown, type Verdict } from '../verdict.ts';
import { contentText } from './counted-days.ts';
import { syncStep } from './sync-step.ts';
import type { UpdateOperation } from './update-operation.ts';

const UPDATE: OperationKind<'update', 'updateListing'> = {
  kind: 'update',
  remoteIdentity: identityOfKey,
  identityNoun: 'key',
  // Bodies are always built in the catalogue's order, and no other kind's text begins with a brace.
  fingerprintText: contentText,
  confirmedStatus: 'Updated',
  unchangedDetail: sameAsConfirmed,
  endpoint: 'updateListing',
  callOf: (rows) => {
    const [first] = rows;
    if (first === undefined) throw new Error('An update has no row.');
    return { endpoint: 'updateListing', bodyText: first.operation.bodyText };
  },
  settle: (rows, { updatedCount }) => {
    if (updatedCount === 0) return notFound(rows);
    const warning =
      updatedCount > 1 ? [`The platform updated ${updatedCount} listings: this key is not unique there.`] : [];
    return settled(rows, (row) =>
      confirmed('Updated', row, [
        row.operation.lookedUpBy === undefined ? 'Updated.' : BY_FOUND_KEY,
        ...warning,
        ...row.notes,
      ]),
    );
  },
};

const BY_FOUND_KEY = 'Updated by the key that the platform lists for its MLS number: the row’s own key found nothing.';

/** A listing that the platform does not have is looked up where the tab creates such listings. */
function notFound(rows: readonly SendRow<UpdateOperation>[]): Verdict {
  const wish = rows[0]?.operation.ifMissing;
  if (wish?.does !== 'create')
    return settled(rows, ({ operation }) => turnedDown('Not found', notFoundWords(operation)));
  const { serialNumber, mlsNumber } = wish;
  return goOn(rows, ({ operation: { key, keyType, bodyText } }) => ({
    kind: 'lookUp',
    key,
    keyType,
    bodyText,
    serialNumber,
    mlsNumber,
  }));
}

function notFoundWords(operation: UpdateOperation): string {
  const cure =
    operation.ifMissing?.does === 'ask'
      ? 'Choose Create missing listings to create it, or correct the key.'
      : 'Create it there first, or correct the key. Mapping › Tab settings can let this tab create such listings.';
  return `The platform has no listing with ${keyWords(operation)}. ${cure}`;
}

/** The action. */
export const SYNC_LISTINGS = {
  menuItem: { caption: 'Sync selected listings', functionName: 'syncSelectedListings' },
  statuses: [
    ...['Updated', 'Deleted', 'Unchanged', 'Invalid', 'Not found', 'Rejected', 'Failed', 'Unconfirmed', 'Skipped'],
  ],
  planner: (inputs) => listingPlanner(inputs, { stepOf: syncStep, reads: 'everything' }),
  operation: UPDATE,
} as const satisfies ActionModule<'update'>;

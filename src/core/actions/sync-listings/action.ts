/** *Sync listings*: each row becomes an update, or the delete of a listing that is over. */

import type { ActionModule } from '../action-module.ts';
import { identityOfKey, keyWords } from '../listing-key.ts';
import { listingPlanner } from '../listing-planner.ts';
import type { OperationKind } from '../operation-kind.ts';
import { confirmed, settled, turnedDown } from '../verdict.ts';
import { syncStep } from './sync-step.ts';

const UPDATE: OperationKind<'update', 'updateListing'> = {
  kind: 'update',
  remoteIdentity: identityOfKey,
  identityNoun: 'key',
  // Bodies are always built in the catalogue's order, and no other kind's text begins with a brace.
  fingerprintText: ({ bodyText }) => bodyText,
  unchangedDetail: 'The platform already has exactly this; nothing was sent. Clear the status to send it again.',
  endpoint: 'updateListing',
  callOf: (rows) => {
    const [first] = rows;
    if (first === undefined) throw new Error('An update has no row.');
    return { endpoint: 'updateListing', bodyText: first.operation.bodyText };
  },
  settle: (rows, { updatedCount }) => {
    if (updatedCount === 0) {
      return settled(rows, ({ operation }) =>
        turnedDown(
          'Not found',
          `The platform has no listing with ${keyWords(operation)}. Create it there first, or correct the key.`,
        ),
      );
    }
    const warning =
      updatedCount > 1 ? [`The platform updated ${updatedCount} listings: this key is not unique there.`] : [];
    return settled(rows, (row) => confirmed('Updated', row, ['Updated.', ...warning, ...row.notes]));
  },
};

/** The action. */
export const SYNC_LISTINGS = {
  menuItem: { caption: 'Sync selected listings', functionName: 'syncSelectedListings' },
  statuses: [
    ...['Updated', 'Deleted', 'Unchanged', 'Invalid', 'Not found', 'Rejected', 'Failed', 'Unconfirmed', 'Skipped'],
  ],
  planner: (inputs) => listingPlanner(inputs, { stepOf: syncStep, reads: 'everything' }),
  operation: UPDATE,
} as const satisfies ActionModule<'update'>;

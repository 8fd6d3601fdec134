/** *Create missing listings*: a sync that also creates what the platform does not have, once a look-up has found none. */

import { failure } from '../../terms/result.ts';
import { failures } from '../../words/failures.ts';
import type { ActionModule } from '../action-module.ts';
import { keyWords } from '../listing-key.ts';
import type { OperationKind } from '../operation-kind.ts';
import { confirmed, settled, turnedDown } from '../verdict.ts';
import { missingIdentity, missingText } from './missing-listing.ts';

const CREATE: OperationKind<'create', 'createListing'> = {
  kind: 'create',
  remoteIdentity: missingIdentity,
  identityNoun: 'key',
  fingerprintText: (operation) => missingText('create', operation),
  confirmedStatus: 'Updated',
  unchangedDetail: () => '',
  endpoint: 'createListing',
  callOf: (rows) => {
    const [first] = rows;
    if (first === undefined) throw new Error('A create has no row.');
    return { endpoint: 'createListing', bodyText: createText(first.operation.bodyText) };
  },
  afterUnclear: (operation) => ({ ...operation, kind: 'lookUp', isAfterCreate: true }),
  outcomeOfRefusal: ({ operation }, error) => {
    if (error.kind !== 'unauthorized') return undefined;
    const detail = `The platform has no listing with ${keyWords(operation)}, and the key may not create one (${error.message}). Create it there, or ask whoever gave you the key.`;
    return turnedDown('Not found', detail);
  },
  settle: (rows) =>
    settled(rows, (row) =>
      confirmed('Updated', row, [
        `Created: the platform had no listing with the MLS number ${row.operation.mlsNumber}.`,
        ...row.notes,
      ]),
    ),
};

/** The body of a create: that of the update without what says which listing it is about. */
function createText(bodyText: string): string {
  const { Key: _, KeyType: __, ...body } = JSON.parse(bodyText) as Readonly<Record<string, unknown>>;
  return JSON.stringify(body);
}

/**
 * The action.
 *
 * @param planSync Plans rows as a sync does, by the tab's policy for missing listings.
 */
export function createMissing(planSync: ActionModule['planner']) {
  return {
    menuItem: { caption: 'Create missing listings', functionName: 'createMissingListings' },
    statuses: [
      ...(['Updated', 'Deleted', 'Unchanged', 'Invalid', 'Not found', 'Rejected', 'Failed', 'Unconfirmed'] as const),
      'Skipped',
    ],
    planner: (inputs) =>
      inputs.settings.createMissing === 'off'
        ? failure(failures.creatingIsOff(inputs.tabName))
        : planSync({ ...inputs, settings: { ...inputs.settings, createMissing: 'on' } }),
    operation: CREATE,
  } as const satisfies ActionModule<'create'>;
}

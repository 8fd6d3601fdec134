/** Looks up by its MLS number a listing that an update did not find, and decides what follows. */

import type { RowOutcome } from '../../own-cells/outcome.ts';
import type { ApiError } from '../../platform/errors.ts';
import type { ListedListing, ListingPage } from '../../platform/listing-page.ts';
import type { SendRow } from '../batch.ts';
import { keyWords } from '../listing-key.ts';
import { stillUnclear } from '../open-creates.ts';
import type { OperationOf } from '../operation.ts';
import type { OperationKind } from '../operation-kind.ts';
import { goOn, settled, turnedDown } from '../verdict.ts';
import type { LookUpOperation } from './create-operation.ts';
import { missingIdentity, missingText } from './missing-listing.ts';

/** What a look-up by MLS number has found. */
export type LookedUp =
  | { readonly kind: 'found'; readonly key: string }
  | { readonly kind: 'none' }
  /** Nobody can tell; the words go on after a comma. */
  | { readonly kind: 'unclear'; readonly why: string };

/**
 * Judges a page that was asked for by MLS number. Believed is one listing with just this number and a key, or an empty list; a
 * list of others may mean that the filter was not heeded, so it does not say that there is none.
 */
export function judgeLookUp(page: ListingPage | undefined, mlsNumber: string): LookedUp {
  if (page === undefined) return unclear('but its list could not be read');
  const { listings, total = 0 } = page;
  if (listings.length === 0 && total > 0) return unclear('but its list is empty although it counts some');
  if (listings.length === 0) return { kind: 'none' };
  const [only, ...others] = listings.filter((listing) => hasNumber(listing, mlsNumber));
  if (only === undefined) return unclear('but it answered with other listings');
  if (others.length > 0) return unclear(`but it lists ${others.length + 1} listings with that number`);
  return only.key === '' ? unclear('where it is listed without a key') : { kind: 'found', key: only.key };
}

function unclear(why: string): LookedUp {
  return { kind: 'unclear', why };
}

/** Numbers that differ in nothing but case or blanks around them are one: the platform may think so. */
function hasNumber({ values }: ListedListing, mlsNumber: string): boolean {
  const listed = values.MLSNumber;
  const isText = typeof listed === 'string' || typeof listed === 'number';
  return isText && String(listed).trim().toLowerCase() === mlsNumber.trim().toLowerCase();
}

/** The kind. */
export const LOOK_UP: OperationKind<'lookUp', 'listListings'> = {
  kind: 'lookUp',
  remoteIdentity: missingIdentity,
  identityNoun: 'key',
  fingerprintText: (operation) => missingText('look up', operation),
  confirmedStatus: 'Updated',
  unchangedDetail: () => '',
  endpoint: 'listListings',
  callOf: (rows) => {
    const [first] = rows;
    if (first === undefined) throw new Error('A look-up has no row.');
    const { serialNumber, mlsNumber } = first.operation;
    return { endpoint: 'listListings', body: { SerialNumber: serialNumber, MLSNumber: mlsNumber } };
  },
  outcomeOfRefusal: (row, error) => {
    if (error.kind !== 'unauthorized' && error.kind !== 'refused') return undefined;
    return row.operation.isAfterCreate === true ? stillUnclear(row) : notLookedUp(row, error);
  },
  settle: (rows, { page }) => {
    const [row] = rows;
    if (row === undefined) throw new Error('A look-up has no row.');
    const { operation } = row;
    const found = judgeLookUp(page, operation.mlsNumber);
    switch (found.kind) {
      case 'found':
        return goOn(rows, () => updateByKey(operation, found.key));
      case 'none':
        if (operation.isAfterCreate === true) return settled(rows, stillUnclear);
        return goOn(rows, ({ operation: { isAfterCreate: _, ...listing } }) => ({ ...listing, kind: 'create' }));
      case 'unclear':
        return settled(rows, (one) =>
          operation.isAfterCreate === true ? stillUnclear(one) : turnedDown('Not found', notClearWords(one, found.why)),
        );
      default:
        return found satisfies never;
    }
  },
};

/** The same update, by the key that the look-up has found. */
function updateByKey({ bodyText, mlsNumber }: LookUpOperation, key: string): OperationOf<'update'> {
  const body: unknown = JSON.parse(bodyText);
  const keyed = { ...(body as object), Key: key, KeyType: 'NewOaks' };
  return { kind: 'update', key, keyType: 'NewOaks', bodyText: JSON.stringify(keyed), lookedUpBy: mlsNumber };
}

function notClearWords({ operation }: SendRow<LookUpOperation>, why: string): string {
  return `The platform has no listing with ${keyWords(operation)}. It was looked up by the MLS number ${operation.mlsNumber}, ${why}, so nothing was created. Look on the platform, and create it there if it is missing.`;
}

function notLookedUp(row: SendRow<LookUpOperation>, error: ApiError): RowOutcome {
  const cause = error.kind === 'unauthorized' ? 'the key may not do that' : 'the platform refused';
  return turnedDown(
    'Not found',
    `The platform has no listing with ${keyWords(row.operation)}. It was to be looked up, but ${cause} (${error.message}), so nothing was created. Create it there, or ask whoever gave you the key.`,
  );
}

import { describe, expect, test } from 'vitest';
import type { Step } from '../../../../src/core/actions/row-planner.ts';
import { syncStep } from '../../../../src/core/actions/sync-listings/sync-step.ts';
import type { ListingReading } from '../../../../src/core/listing/listing-reading.ts';
import type { StatusPolicies } from '../../../../src/core/listing/policies.ts';
import { listingRow, listingTab } from '../../engine/listings.ts';

type Intent = ListingReading['statusIntent'];

/** `update`, `delete`, or the status and the detail of a row for which nothing is sent. */
function gistOf(step: Step): string {
  return step.kind === 'send' ? step.operation.kind : `${step.outcome.status}: ${step.outcome.detail}`;
}

function syncGist(statusIntent: Intent, action: string, policies: Partial<StatusPolicies> = {}): string {
  const row = listingRow({ MLSNumber: 'A1' }, { actionText: action, ...(statusIntent && { statusIntent }) });
  return gistOf(syncStep(row, listingTab({ policies })));
}

const ON_HOLD = 'Skipped: The listing is on hold. Choose under Mapping whether this tab deletes such listings.';
const OFFER_ACCEPTED =
  'Skipped: An offer was accepted, and the platform has no such status. Choose under Mapping what this tab does with pending listings.';
const PRIVATE = 'Skipped: Private listings are never sent. If it is on the platform, use Delete listings.';
const NO_SUCH_STATUS =
  'Invalid: Action says Update, but the platform only knows the statuses active, coming soon and sold. Correct the listing status.';

describe('without a word in the Action column the listing status decides', () => {
  test.each<[Intent, string]>([
    [undefined, 'update'],
    ['active', 'update'],
    ['comingSoon', 'update'],
    ['sold', 'update'],
    ['pending', OFFER_ACCEPTED],
    ['underContract', OFFER_ACCEPTED],
    ['offMarket', 'delete'],
    ['hold', ON_HOLD],
    ['incomplete', 'Skipped: The listing is a draft and is not sent.'],
    ['private', PRIVATE],
  ])('%s: %s', (statusIntent, gist) => {
    expect(syncGist(statusIntent, '')).toBe(gist);
  });

  test.each<[Intent, Partial<StatusPolicies>, string]>([
    ['pending', { pending: 'active' }, 'update'],
    ['pending', { pending: 'delete' }, 'delete'],
    ['pending', { underContract: 'delete' }, OFFER_ACCEPTED],
    ['underContract', { underContract: 'active' }, 'update'],
    ['underContract', { underContract: 'delete' }, 'delete'],
    ['underContract', { pending: 'delete' }, OFFER_ACCEPTED],
    ['hold', { hold: 'delete' }, 'delete'],
  ])('%s in a tab with the policy %o: %s', (statusIntent, policies, gist) => {
    expect(syncGist(statusIntent, '', policies)).toBe(gist);
  });

  test.each<['for_rent' | 'for_sale' | undefined, StatusPolicies['soldRental'], string]>([
    ['for_rent', 'sold', 'update'],
    ['for_rent', 'skip', 'Skipped: The rental was let, and this tab does not send such listings.'],
    ['for_rent', 'delete', 'delete'],
    ['for_sale', 'delete', 'update'],
    [undefined, 'delete', 'update'],
  ])('sold, %s, in a tab where a rental that was let means "%s": %s', (saleType, soldRental, gist) => {
    const row = listingRow({ MLSNumber: 'A1', SaleType: saleType }, { statusIntent: 'sold' });
    expect(gistOf(syncStep(row, listingTab({ policies: { soldRental } })))).toBe(gist);
  });

  test.each<Intent>([undefined, 'active', 'comingSoon'])(
    '%s, for rent: what let rentals become does not matter',
    (statusIntent) => {
      const row = listingRow({ MLSNumber: 'A1', SaleType: 'for_rent' }, statusIntent && { statusIntent });
      expect(gistOf(syncStep(row, listingTab({ policies: { soldRental: 'delete' } })))).toBe('update');
    },
  );
});

describe('a word in the Action column wins', () => {
  test.each<[string, Intent, string]>([
    ['Update', 'active', 'update'],
    [' UPDATE ', undefined, 'update'],
    ['Delete', 'active', 'delete'],
    ['delete', 'pending', 'delete'],
    ['Skip', 'active', 'Skipped: The Action column says Skip.'],
    ['skip', 'offMarket', 'Skipped: The Action column says Skip.'],
    ['  ', 'offMarket', 'delete'],
    ['Sell', 'active', 'Invalid: Action: “Sell” is not Update, Delete, Skip or blank.'],
    ['x'.repeat(61), 'active', `Invalid: Action: “${'x'.repeat(59)}…” is not Update, Delete, Skip or blank.`],
  ])('"%s" for a listing with the status %s: %s', (action, statusIntent, gist) => {
    expect(syncGist(statusIntent, action)).toBe(gist);
  });

  test.each<Intent>(['pending', 'underContract', 'offMarket', 'hold', 'incomplete'])(
    'but Update cannot send a listing that is %s',
    (statusIntent) => {
      expect(syncGist(statusIntent, 'Update')).toBe(NO_SUCH_STATUS);
    },
  );

  test('and Update sends a listing that the policy calls active', () => {
    expect(syncGist('pending', 'Update', { pending: 'active' })).toBe('update');
  });

  test.each(['Update', 'Delete', 'Skip', 'Sell'])('but a private listing is never sent, not even with %s', (action) => {
    expect(syncGist('private', action)).toBe(PRIVATE);
  });

  test.each([
    ['its own cell where it is no word we know', 'Sell', 0],
    ['the status where Update cannot be done', 'Update', 2],
  ])('and blames %s', (_, actionText, columnIndex) => {
    const step = syncStep(listingRow({ MLSNumber: 'A1' }, { actionText, statusIntent: 'hold' }), listingTab());
    expect(step).toMatchObject({ outcome: { columnIndex } });
  });

  test('only where there is an Action column', () => {
    const row = listingRow({ MLSNumber: 'A1' }, { actionText: 'Delete', statusIntent: 'active' });
    expect(gistOf(syncStep(row, { ...listingTab(), actionColumnIndex: undefined }))).toBe('update');
  });
});

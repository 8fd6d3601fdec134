/** Updates one listing by its key. */
import type * as v from 'valibot';
import type { ListingMembers } from '../records.ts';
import { closedObject, filledText, keyType } from './body-schemas.ts';
import { endpoint, type Operation } from './endpoint.ts';
import { MEMBERS_BY_EXAMPLES, MEMBERS_BY_LIST } from './listing-members.ts';

type UpdateBody = v.InferOutput<typeof bodyByExamples>;

const identity = { SerialNumber: filledText, Key: filledText, KeyType: keyType };

/**
 * `RealEstateUpdate`: 17 required and 18 optional members.
 *
 * @see https://chat.gaiagpt.me/guides/developer/api/realestate/update "Update Real Estate" (read 2026-11-21)
 */
const updateBody = closedObject({ ...identity, ...MEMBERS_BY_LIST });

const bodyByExamples = closedObject({ ...identity, ...MEMBERS_BY_EXAMPLES });

/** `RealEstateUpdate`, as its document has it. */
export const realEstateUpdate = endpoint<UpdateBody>('RealEstateUpdate', updateBody, updateOperation, bodyByExamples);

function updateOperation(body: UpdateBody): Operation {
  const { SerialNumber, Key, KeyType, ...members } = body;
  return {
    serialNumber: SerialNumber,
    serialMember: 'SerialNumber',
    carryOut(records, share) {
      const count = share < 1 ? 0 : records.replaceListings(KeyType, Key, members satisfies ListingMembers);
      return { data: count, isApplied: count > 0 };
    },
  };
}

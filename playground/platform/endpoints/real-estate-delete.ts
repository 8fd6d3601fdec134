/** Deletes listings by their keys. */
import * as v from 'valibot';
import { closedObject, filledText, keyType } from './body-schemas.ts';
import { endpoint, firstPart, type Operation } from './endpoint.ts';

type DeleteBody = v.InferOutput<typeof deleteBody>;

/**
 * `RealEstateDelete`. The document does not say what an empty `Keys` means; since it may mean *everything*, it is refused.
 *
 * @see https://chat.smarterbot.ai/guides/developer/api/realestate/delete "Delete Real Estate" (read 2026-11-21)
 */
const deleteBody = closedObject({
  SerialNumber: filledText,
  Keys: v.pipe(v.array(filledText, 'an array of keys'), v.minLength(1, 'an array that names at least one key')),
  KeyType: keyType,
});

/** `RealEstateDelete`, as its document has it. */
export const realEstateDelete = endpoint('RealEstateDelete', deleteBody, deleteOperation);

function deleteOperation(body: DeleteBody): Operation {
  return {
    serialNumber: body.SerialNumber,
    serialMember: 'SerialNumber',
    carryOut(records, share) {
      const count = records.removeListings(body.KeyType, firstPart([...new Set(body.Keys)], share));
      return { data: { SuccessCount: count }, isApplied: count > 0 };
    },
  };
}

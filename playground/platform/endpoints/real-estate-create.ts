/** Creates one listing. */
import type * as v from 'valibot';
import type { AnswerShapes } from '../platform.ts';
import { closedObject, filledText } from './body-schemas.ts';
import { type Effect, endpoint, type Operation } from './endpoint.ts';
import { MEMBERS_BY_EXAMPLES, MEMBERS_BY_LIST } from './listing-members.ts';

type CreateBody = v.InferOutput<typeof bodyByExamples>;

/**
 * `RealEstateCreate`: the members of an update without `Key` and `KeyType`. Nothing says that a second create of the same MLS
 * number is refused; this reading creates it twice, because that is what a client must be safe against.
 *
 * @see https://chat.gaiagpt.me/guides/developer/api/realestate/create "Create Real Estate" (read 2026-11-21)
 */
const createBody = closedObject({ SerialNumber: filledText, ...MEMBERS_BY_LIST });

const bodyByExamples = closedObject({ SerialNumber: filledText, ...MEMBERS_BY_EXAMPLES });

/** `RealEstateCreate`, as far as its document can be read. */
export const realEstateCreate = endpoint<CreateBody>('RealEstateCreate', createBody, createOperation, bodyByExamples);

function createOperation({ SerialNumber, ...members }: CreateBody): Operation {
  return {
    serialNumber: SerialNumber,
    serialMember: 'SerialNumber',
    carryOut(records, share, shapes) {
      if (share < 1) return { data: null, isApplied: false };
      return created(records.createListing(members, shapes.listsBehind), shapes);
    },
  };
}

/** What a create answers is cut off in every copy of the document. */
function created(key: string, { created: shape }: AnswerShapes): Effect {
  switch (shape) {
    case 'key':
      return { data: key, isApplied: true };
    case 'count':
      return { data: 1, isApplied: true };
    case 'object':
      return { data: { Key: key }, isApplied: true };
    case 'null':
      return { data: null, isApplied: true };
    default:
      return shape satisfies never;
  }
}

/** The four endpoints as data: how each reads its body and what it does to the records. */

import { type BodyReading, readBody } from './read-body.ts';
import type { ListingMembers, Records } from './records.ts';
import {
  type DeleteBody,
  deleteBody,
  type SheetRowsBody,
  type SourceBody,
  sheetRowsBody,
  sourceBody,
  type UpdateBody,
  updateBody,
} from './request-schemas.ts';

/** What a request did: the envelope's `Data`, and whether records changed. */
export interface Effect {
  readonly data: unknown;
  readonly isApplied: boolean;
}

/** A request that meets its document, ready to be carried out. */
export interface Operation {
  /** The chatbot it is for. */
  readonly serialNumber: string;
  /** How this document spells the chatbot's member. */
  readonly serialMember: 'SerialNumber' | 'serialNumber';
  /** Carries it out for the first part of what was asked, from 0 (nothing) to 1 (everything). */
  carryOut(records: Records, share: number): Effect;
}

/** One endpoint under `/chat/Chatbot/`. */
export interface Endpoint {
  readonly name: string;
  read(body: unknown): BodyReading<Operation>;
}

/** Every endpoint the stand-in serves. */
export const ENDPOINTS: readonly Endpoint[] = [
  { name: 'RealEstateUpdate', read: (body) => mapReading(readBody(updateBody, body), updateOperation) },
  { name: 'RealEstateDelete', read: (body) => mapReading(readBody(deleteBody, body), deleteOperation) },
  { name: 'UpdateGoogleSheetData', read: (body) => mapReading(readBody(sheetRowsBody, body), sheetRowsOperation) },
  { name: 'GetSource', read: (body) => mapReading(readBody(sourceBody, body), sourceOperation) },
];

/** The path an endpoint is served at. */
export function pathOf(endpoint: Endpoint): string {
  return `/chat/Chatbot/${endpoint.name}`;
}

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

function sheetRowsOperation(body: SheetRowsBody): Operation {
  return {
    serialNumber: body.serialNumber,
    serialMember: 'serialNumber',
    carryOut(records, share) {
      const ids = records.replaceRows(firstPart(body.rows, share));
      return { data: ids, isApplied: ids.length > 0 };
    },
  };
}

function sourceOperation(body: SourceBody): Operation {
  return {
    serialNumber: body.serialNumber,
    serialMember: 'serialNumber',
    carryOut: (records) => ({ data: knowledgeOf(records), isApplied: false }),
  };
}

/**
 * The chatbot's knowledge as `GetSource` lists it. An `ID` here names a knowledge item, never a row.
 *
 * @see https://docs.neoagent.co/en/API/chatbot/conoscenza-base for the members and `Status` 2 = Succeeded (read 2026-11-21)
 */
function knowledgeOf(records: Records): readonly object[] {
  return [
    knowledge(377631, 'Text', 'Office hours', 'We are open Monday to Saturday, 9 to 18.', ''),
    knowledge(377632, 'UrlList', 'Website', 'https://www.example.com/', 'https://www.example.com/'),
    knowledge(377633, 'QAList', 'Rows', `${records.rows().length} rows`, ''),
  ];
}

function knowledge(id: number, type: string, name: string, value: string, sourceLink: string): object {
  return {
    Type: type,
    Name: name,
    Value: value,
    Length: value.length,
    Status: 2,
    StatusMessage: 'Succeeded',
    ID: id,
    SourceLink: sourceLink,
  };
}

function mapReading<Body>(reading: BodyReading<Body>, toOperation: (body: Body) => Operation): BodyReading<Operation> {
  return reading.kind === 'read' ? { kind: 'read', body: toOperation(reading.body) } : reading;
}

function firstPart<T>(items: readonly T[], share: number): readonly T[] {
  return items.slice(0, Math.floor(items.length * share));
}

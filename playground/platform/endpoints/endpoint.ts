/** What an endpoint is: how it reads its body, and what it does to the records. */
import type * as v from 'valibot';
import type { KeyHeader } from '../authorization.ts';
import type { AnswerShapes, DocumentReading } from '../platform.ts';
import type { Records } from '../records.ts';
import { type BodyReading, readBody } from './read-body.ts';

/** What a request did: the envelope's `Data`, and whether records changed; or why nothing was done. */
export type Effect =
  | { readonly data: unknown; readonly isApplied: boolean }
  | { readonly refusal: { readonly code: number; readonly message: string } };

/** A request that meets its document, ready to be carried out. */
export interface Operation {
  /** The chatbot it is for. */
  readonly serialNumber: string;
  /** How this document spells the chatbot's member. */
  readonly serialMember: 'SerialNumber' | 'serialNumber';
  /** Carries it out for the first part of what was asked, from 0 (nothing) to 1 (everything). */
  carryOut(records: Records, share: number, shapes: AnswerShapes): Effect;
}

/** One endpoint under `/chat/Chatbot/`. */
export interface Endpoint {
  readonly name: string;
  /** The headers that can carry the key, where the document names others than usual. */
  readonly keyHeaders?: readonly KeyHeader[];
  read(body: unknown, reading: DocumentReading): BodyReading<Operation>;
}

/**
 * An endpoint by its document: the body's schema, and the operation such a body asks for.
 *
 * @param byExamples The schema of the other reading of the document, where there are two.
 */
export function endpoint<Body>(
  name: string,
  schema: v.GenericSchema<unknown, Body>,
  toOperation: (body: Body) => Operation,
  byExamples: v.GenericSchema<unknown, Body> = schema,
): Endpoint {
  return {
    name,
    read: (body, documentReading) => {
      const reading = readBody(documentReading === 'members' ? schema : byExamples, body);
      return reading.kind === 'read' ? { kind: 'read', body: toOperation(reading.body) } : reading;
    },
  };
}

/** The path an endpoint is served at. */
export function pathOf({ name }: Endpoint): string {
  return `/chat/Chatbot/${name}`;
}

/** The first part of what was asked for, from 0 (nothing) to 1 (everything). */
export function firstPart<T>(items: readonly T[], share: number): readonly T[] {
  return items.slice(0, Math.floor(items.length * share));
}

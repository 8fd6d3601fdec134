/** Judges a request to a known endpoint: either it is refused with the reason, or it can be carried out. */
import { type Answer, failed, refused } from './answer.ts';
import { authorizationProblem, type KeyRule } from './authorization.ts';
import type { Endpoint, Operation } from './endpoints/endpoint.ts';
import type { AnswerShapes, DocumentReading } from './platform.ts';
import { MAX_BODY_BYTES, MAX_BODY_LEVELS, type ReceivedRequest } from './receive-request.ts';

/** What a judged request comes to. */
export type Judgement =
  | { readonly kind: 'admitted'; readonly operation: Operation }
  | { readonly kind: 'refused'; readonly answer: Answer };

/** What the stand-in demands of every request. */
export interface Demands extends KeyRule {
  readonly chatbotId: string;
  /** How the document of `RealEstateUpdate` is read now. */
  reading(): DocumentReading;
  /** How what the documents leave open is answered now. */
  shapes(): AnswerShapes;
}

/** Judges in the order of a real server: size, credentials, content type, JSON, document, chatbot. */
export function judgeRequest(request: ReceivedRequest, endpoint: Endpoint, demands: Demands): Judgement {
  const answer = transportProblem(request, {
    ...demands,
    acceptedHeaders: endpoint.keyHeaders ?? demands.acceptedHeaders,
  });
  if (answer !== undefined) return { kind: 'refused', answer };
  if (request.body.kind === 'tooDeep') {
    return { kind: 'refused', answer: failed(400, `The body is nested deeper than ${MAX_BODY_LEVELS} levels.`) };
  }
  if (request.body.kind !== 'json') {
    return { kind: 'refused', answer: failed(400, 'The body is not JSON.') };
  }
  const reading = endpoint.read(request.body.value, demands.reading());
  if (reading.kind === 'refused') return { kind: 'refused', answer: refused(400, reading.message) };
  if (reading.body.serialNumber !== demands.chatbotId) {
    return { kind: 'refused', answer: refused(404, `${reading.body.serialMember} names no chatbot of this account`) };
  }
  return { kind: 'admitted', operation: reading.body };
}

function transportProblem(request: ReceivedRequest, demands: Demands): Answer | undefined {
  if (request.body.kind === 'tooLarge') return failed(413, `The body is larger than ${MAX_BODY_BYTES} bytes.`);
  const problem = authorizationProblem(request.headers, demands);
  if (problem !== undefined) return failed(401, problem);
  if (!isJsonType(request.headers['content-type'])) return failed(415, 'Content-Type must be application/json.');
  return undefined;
}

/**
 * The documents contradict themselves: their table of headers requires `Content-Type: application/json`, and their own cURL of
 * `RealEstateUpdate` and `RealEstateDelete` sends none, so that curl says `application/x-www-form-urlencoded`. The table is what
 * this reading holds to, as the stricter of the two: who sends JSON as JSON is right under both.
 *
 * @see https://chat.gaiagpt.me/guides/developer/api/realestate/update "Request Headers" and "cURL" (read 2026-11-21)
 */
function isJsonType(contentType: string | undefined): boolean {
  return /^application\/json\s*(;|$)/i.test(contentType ?? '');
}

/** The stand-in's HTTP face: routes requests to endpoints, lets faults strike, and keeps the journal. */
import { setTimeout as delay } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { type Answer, failed, refused, succeeded } from './answer.ts';
import { type Effect, type Endpoint, pathOf } from './endpoints/endpoint.ts';
import { ENDPOINTS } from './endpoints/endpoints.ts';
import { answerAfterWrite, answerBeforeWrite } from './faults/fault-answers.ts';
import type { AnswerFault, FaultBoard, Strike } from './faults/fault-board.ts';
import type { Journal } from './journal/journal.ts';
import { type Handled, journalEntry } from './journal/journal-entry.ts';
import { type Demands, judgeRequest } from './judge-request.ts';
import { isKnownHost } from './known-host.ts';
import { parseBody, type ReceivedRequest, receiveBody } from './receive-request.ts';
import type { Records } from './records.ts';

/** Everything the routes work on. */
export interface AppParts {
  readonly demands: Demands;
  readonly records: Records;
  readonly faults: FaultBoard;
  readonly journal: Journal;
}

type Handle = (request: ReceivedRequest) => Handled | Promise<Handled>;

/** Builds the routes: POST on the documented paths, 405 for other methods there, 404 for everything else. */
export function createApp(parts: AppParts): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const serveWith = (handle: Handle) => (context: Context<{ Bindings: HttpBindings }>) => serve(context, handle, parts);
  for (const endpoint of ENDPOINTS) {
    app.post(
      pathOf(endpoint),
      serveWith((request) => handlePost(request, endpoint, parts)),
    );
    app.all(
      pathOf(endpoint),
      serveWith(() => wrongMethod(endpoint)),
    );
  }
  app.notFound(serveWith(unknownPath));
  return app;
}

/** Receives the request, has it handled, journals what happened, and answers. */
async function serve(context: Context<{ Bindings: HttpBindings }>, handle: Handle, parts: AppParts): Promise<Response> {
  const request: ReceivedRequest = {
    receivedAt: Date.now(),
    method: context.req.method,
    path: context.req.path,
    headers: context.req.header(),
    body: await receiveBody(context.req.raw.body),
  };
  const isMeant = isKnownHost(request.headers.host);
  const handled = isMeant ? await handle(request) : { answer: misdirected(), isApplied: false };
  parts.journal.add(journalEntry(request, handled, parts.demands.secretKey));
  return send(context, handled.answer);
}

/**
 * Answers a POST that goes over no wire: judged, carried out and journalled as every other. A delay would be waited for, so none strikes.
 *
 * @param headers By name in lower case.
 */
export function answerHere(parts: AppParts, path: string, headers: ReceivedRequest['headers'], text: string): Answer {
  const bytes = new TextEncoder().encode(text);
  const body = parseBody(bytes, bytes.byteLength);
  const request: ReceivedRequest = { receivedAt: Date.now(), method: 'POST', path, headers, body };
  const endpoint = ENDPOINTS.find((one) => pathOf(one) === path);
  const handled =
    endpoint === undefined
      ? unknownPath(request)
      : struckAndCarriedOut(request, endpoint, strikeAt(request, endpoint, parts), parts);
  parts.journal.add(journalEntry(request, handled, parts.demands.secretKey));
  return handled.answer;
}

async function handlePost(request: ReceivedRequest, endpoint: Endpoint, parts: AppParts): Promise<Handled> {
  const strike = strikeAt(request, endpoint, parts);
  if (strike.delayMs > 0) await delay(strike.delayMs, undefined, { ref: false });
  return struckAndCarriedOut(request, endpoint, strike, parts);
}

function strikeAt({ body }: ReceivedRequest, { name }: Endpoint, { faults }: AppParts): Strike {
  return faults.strike({ endpoint: name, bodyText: body.kind === 'tooLarge' ? '' : body.text });
}

function struckAndCarriedOut(request: ReceivedRequest, endpoint: Endpoint, strike: Strike, parts: AppParts): Handled {
  const handled = carryOut(request, endpoint, strike.fault, parts);
  const fault = faultName(strike);
  const answer = stating(strike.statedMs, handled.answer);
  return { ...handled, answer, endpoint: endpoint.name, ...(fault !== undefined && { fault }) };
}

function carryOut(
  request: ReceivedRequest,
  endpoint: Endpoint,
  fault: AnswerFault | undefined,
  { demands, records }: AppParts,
): Handled {
  const struck = fault && answerBeforeWrite(fault);
  if (struck !== undefined) return { answer: struck, isApplied: false };
  const judgement = judgeRequest(request, endpoint, demands);
  const honest: Handled =
    judgement.kind === 'refused'
      ? { answer: judgement.answer, isApplied: false }
      : honestly(judgement.operation.carryOut(records, fault?.kind === 'subset' ? fault.share : 1, demands.shapes()));
  return fault === undefined ? honest : { ...honest, answer: answerAfterWrite(fault, honest.answer) };
}

function honestly(effect: Effect): Handled {
  if ('refusal' in effect) {
    return { answer: refused(effect.refusal.code, effect.refusal.message), isApplied: false };
  }
  return { answer: succeeded(effect.data), isApplied: effect.isApplied };
}

function wrongMethod(endpoint: Endpoint): Handled {
  return {
    answer: failed(405, `${endpoint.name} is called with POST.`, { Allow: 'POST' }),
    isApplied: false,
    endpoint: endpoint.name,
  };
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#status.421 (read 2026-11-29) */
function misdirected(): Answer {
  return failed(421, 'This host is not served here.');
}

function unknownPath(request: ReceivedRequest): Handled {
  return { answer: failed(404, `There is nothing at ${request.path}.`), isApplied: false };
}

/** @see https://www.w3.org/TR/server-timing/ (read 2026-11-21) */
function stating(statedMs: number, answer: Answer): Answer {
  if (statedMs === 0 || answer.kind === 'dropped') return answer;
  return { ...answer, headers: { ...answer.headers, 'Server-Timing': `app;dur=${statedMs}` } };
}

function faultName({ delayMs, statedMs, fault }: Strike): string | undefined {
  const names = [
    ...(delayMs > 0 ? ['slow'] : []),
    ...(statedMs > 0 ? ['late'] : []),
    ...(fault === undefined ? [] : [fault.kind]),
  ];
  return names.length === 0 ? undefined : names.join(' + ');
}

function send(context: Context<{ Bindings: HttpBindings }>, answer: Answer): Response {
  if (answer.kind === 'dropped') {
    context.env.incoming.socket.destroy();
    return new Response(null);
  }
  return new Response(context.req.method === 'HEAD' ? null : answer.text, {
    status: answer.status,
    headers: { 'Content-Type': answer.contentType, ...answer.headers },
  });
}

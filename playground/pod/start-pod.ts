/** A stand-in for a pod, on a loopback port: `GET /inbox/`, single items, and `POST /publish/`. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { closeServer, listenOnLoopback, readBody } from '../loopback/loopback-server.ts';
import type { Pod, PodFault, PodFaultRule, PodOptions, PodRequest } from './pod.ts';

interface Item {
  readonly token: string;
  readonly text: string;
  readonly atMs: number;
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly type?: string;
  readonly location?: string;
}

const DEFAULT_PAGE_SIZE = 50;

/**
 * Starts a pod. Its rules: every request carries `x-api-key`; a page holds `{next, contains}` and `next` is the token to go on from;
 * without a further message the page is empty and `next` the same; `format=links` answers addresses instead of messages, `by=timestamp`
 * starts at a moment; what is published must be one JSON object with a recipient, a topic and data, and keeps the id that it has.
 *
 * @see https://github.com/Yodata/solid-serverless `service/subscription-manager` and the inbox's handler (read 2026-11-21).
 */
export async function startPod(options: PodOptions): Promise<Pod> {
  const { apiKey, publicOrigin, pageSize = DEFAULT_PAGE_SIZE, offersFull = true, now = Date.now } = options;
  const items: Item[] = [];
  const published: unknown[] = [];
  const requests: PodRequest[] = [];
  const faults: { on: PodFaultRule['on']; fault: PodFault; times: number }[] = [];
  let counter = 0;
  let isEchoing = false;
  let lastPage = '';

  const nextItem = (message: unknown): Item => {
    counter += 1;
    const token = `t${String(counter).padStart(8, '0')}`;
    return { token, text: typeof message === 'string' ? message : JSON.stringify(message), atMs: now() };
  };

  function strike(on: PodFaultRule['on']): PodFault | undefined {
    const rule = faults.find((one) => one.on === on && one.times > 0);
    if (rule === undefined) return undefined;
    rule.times -= 1;
    return rule.fault;
  }

  function answerFault(fault: PodFault): Answer {
    switch (fault.kind) {
      case 'status':
        return json(fault.status, { message: `status ${fault.status}` });
      case 'html':
        return { status: 200, text: '<!doctype html><title>Sign in</title>', type: 'text/html' };
      case 'repeat':
        return { status: 200, text: lastPage };
      case 'forgotten':
        return json(404, { message: 'no such token' });
      default:
        return fault satisfies never;
    }
  }

  /** Tokens grow with time, but a late item stands where its sender's clock put it. */
  function startIndex(from: string | null, by: string | null): number {
    if (from === null || from === '') return 0;
    if (by === 'timestamp') {
      const fromMs = /^\d+$/.test(from) ? Number(from) : Date.parse(from);
      const index = items.findIndex(({ atMs }) => atMs >= fromMs);
      return index === -1 ? items.length : index;
    }
    return items.findIndex(({ token }) => token === from) + 1;
  }

  function inboxPage(query: URLSearchParams): Answer {
    const format = query.get('format') ?? 'full';
    if (format === 'full' && !offersFull) return json(415, { message: 'format full is not supported' });
    const start = startIndex(query.get('from'), query.get('by'));
    const page = items.slice(start, start + pageSize);
    const next = page[page.length - 1]?.token ?? items[start - 1]?.token ?? '';
    const contains =
      format === 'links'
        ? page.map(({ token }) => JSON.stringify(`${publicOrigin}/inbox/${token}`))
        : page.map(({ text }) => (isJson(text) ? text : '{}'));
    lastPage = `{"next":${JSON.stringify(next)},"contains":[${contains.join(',')}]}`;
    return { status: 200, text: lastPage };
  }

  function item(token: string): Answer {
    const found = items.find((one) => one.token === token);
    return found === undefined ? json(404, { message: 'no such item' }) : { status: 200, text: found.text };
  }

  function publish(request: IncomingMessage, body: string): Answer {
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
      return json(415, { message: 'JSON only' });
    const message = objectOf(body);
    if (message === undefined) return json(400, { message: 'One JSON object is expected' });
    if (message.recipient === undefined || message.recipient === '')
      return json(400, { message: 'No recipient found' });
    const topic = message.topic;
    if (typeof topic !== 'string' || !/^[a-z]+\/[a-z]+#[a-z]+$/i.test(topic))
      return json(400, { message: 'No valid topic found' });
    published.push(message);
    const id = typeof message.id === 'string' ? message.id : `${publicOrigin}/publish/${published.length}`;
    const { recipient: _recipient, ...sent } = message;
    if (isEchoing) items.push(nextItem({ ...sent, time: new Date(now()).toISOString(), timestamp: now(), id }));
    return { ...json(201, { id }), location: id };
  }

  function answerTo(request: IncomingMessage, url: URL, body: string): Answer {
    if (request.headers['x-api-key'] !== apiKey) return json(401, { message: 'Unauthorized' });
    const path = url.pathname;
    if (path === '/publish/' && request.method === 'POST') {
      const fault = strike('publish');
      return fault === undefined ? publish(request, body) : answerFault(fault);
    }
    if (request.method !== 'GET' || !path.startsWith('/inbox/')) return json(404, { message: 'Not found' });
    const token = path.slice('/inbox/'.length);
    const fault = strike(token === '' ? 'inbox' : 'item');
    if (fault !== undefined) return answerFault(fault);
    return token === '' ? inboxPage(url.searchParams) : item(token);
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const url = new URL(request.url ?? '/', 'http://pod');
    const answer = answerTo(request, url, body);
    const hasKey = request.headers['x-api-key'] === apiKey;
    requests.push({ method: request.method ?? '', url: request.url ?? '', status: answer.status, hasKey, body });
    response.writeHead(answer.status, {
      'content-type': answer.type ?? 'application/json',
      ...(answer.location !== undefined && { location: answer.location }),
    });
    response.end(answer.text);
  }

  const server = createServer((request, response) => void serve(request, response));
  return {
    origin: await listenOnLoopback(server, options.port ?? 0),
    deliver: (...messages) => void items.push(...messages.map(nextItem)),
    deliverLate: (message, itemsBefore) => void items.splice(itemsBefore, 0, nextItem(message)),
    published: () => [...published],
    setEcho: (echoes) => {
      isEchoing = echoes;
    },
    addFault: (rule) => void faults.push({ ...rule }),
    requests: () => [...requests],
    clearRequests: () => {
      requests.length = 0;
    },
    close: () => closeServer(server),
  };
}

function json(status: number, value: unknown): Answer {
  return { status, text: JSON.stringify(value) };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function objectOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value))
      : undefined;
  } catch {
    return undefined;
  }
}

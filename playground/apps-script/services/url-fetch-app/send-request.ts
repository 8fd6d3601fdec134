/** Sends one HTTP request over the real network, to the origin a host is mapped to. */
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { FetchedResponse } from './operations.ts';

/** Why no answer came. */
export type TransportFailure = { readonly failure: 'timeout' | 'unreachable' };

/** What is sent. */
export interface PlainRequest {
  readonly url: URL;
  readonly origin: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
  readonly timeoutMs: number;
}

/** Sends the request and reads the whole answer. */
export function sendRequest(plain: PlainRequest): Promise<FetchedResponse | TransportFailure> {
  const target = new URL(plain.url.pathname + plain.url.search, plain.origin);
  const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve) => {
    const outgoing = send(target, { method: plain.method, headers: headersOf(plain) }, (incoming) => {
      readAnswer(incoming).then(resolve, () => resolve({ failure: 'unreachable' }));
    });
    const timer = setTimeout(() => {
      resolve({ failure: 'timeout' });
      outgoing.destroy();
    }, plain.timeoutMs);
    outgoing.on('error', () => resolve({ failure: 'unreachable' }));
    outgoing.on('close', () => clearTimeout(timer));
    outgoing.end(plain.body);
  });
}

/** @see https://justin.poehnelt.com "Definitive guide to UrlFetchApp" (User-Agent, gzip; read 2026-11-21) */
function headersOf({ url, headers, body }: PlainRequest): Record<string, string | number> {
  return {
    Host: url.host,
    'User-Agent': 'Mozilla/5.0 (compatible; Google-Apps-Script; beanserver; +https://script.google.com)',
    'Accept-Encoding': 'gzip, deflate, br',
    ...headers,
    ...(body === undefined ? {} : { 'Content-Length': body.byteLength }),
  };
}

async function readAnswer(incoming: IncomingMessage): Promise<FetchedResponse> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const body = decode(Buffer.concat(chunks), incoming.headers['content-encoding']);
  return { status: incoming.statusCode ?? 0, headers: headersFrom(incoming.rawHeaders), body: new Uint8Array(body) };
}

function decode(bytes: Buffer, encoding: string | undefined): Uint8Array {
  if (bytes.length === 0) return bytes;
  if (encoding === 'gzip') return gunzipSync(bytes);
  if (encoding === 'deflate') return inflateSync(bytes);
  return encoding === 'br' ? brotliDecompressSync(bytes) : bytes;
}

/** Names keep the case in which the server wrote them. */
function headersFrom(raw: readonly string[]): FetchedResponse['headers'] {
  const headers: [string, string[]][] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const [name = '', value = ''] = raw.slice(index, index + 2);
    const known = headers.find(([other]) => other.toLowerCase() === name.toLowerCase());
    if (known === undefined) headers.push([name, [value]]);
    else known[1].push(value);
  }
  return headers;
}

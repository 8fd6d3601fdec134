/** `UrlFetchApp` and its responses. */

import { fromBytes, toBytes } from '../../machine/realm/bytes.ts';
import { exception, notEmulated } from '../../machine/realm/exception.ts';
import { requireRight } from '../../machine/realm/permissions.ts';
import { defineService } from '../../machine/realm/service.ts';
import { countFetched, host, lineToGoogle } from '../../machine/realm/session.ts';
import { Blob } from '../utilities/blob.ts';
import type { FetchedResponse, FetchOperations, FetchRequest } from './operations.ts';

const ask = lineToGoogle<FetchOperations>();

const METHODS = ['get', 'delete', 'patch', 'post', 'put'];
const DEFAULT_CONTENT_TYPE = 'application/x-www-form-urlencoded';

/** Headers the caller may not set. */
const RESERVED_HEADERS = ['host', 'content-length', 'transfer-encoding', 'connection'];

interface FetchOptions {
  readonly url?: unknown;
  readonly method?: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly payload?: unknown;
  readonly followRedirects?: boolean;
  readonly muteHttpExceptions?: boolean;
  readonly timeoutSeconds?: number;
}

/** @see https://developers.google.com/apps-script/reference/url-fetch/http-response (read 2026-11-21) */
export class HTTPResponse {
  readonly #response: FetchedResponse;

  constructor(response: FetchedResponse) {
    this.#response = response;
  }

  getResponseCode(): number {
    return this.#response.status;
  }

  getContentText(charset?: string): string {
    return host().decodeText(this.#response.body, charset ?? charsetOf(this.#response));
  }

  getContent(): number[] {
    return fromBytes(this.#response.body);
  }

  getBlob(): Blob {
    return new Blob(fromBytes(this.#response.body), headerOf(this.#response, 'content-type') ?? null, null);
  }

  /** The last value of a repeated header. */
  getHeaders(): Record<string, string> {
    return Object.fromEntries(Array.from(this.#response.headers, ([name, values]) => [name, values.at(-1) ?? '']));
  }

  /** An array for a repeated header. */
  getAllHeaders(): Record<string, string | string[]> {
    return Object.fromEntries(
      Array.from(this.#response.headers, ([name, values]) => [
        name,
        values.length > 1 ? [...values] : (values[0] ?? ''),
      ]),
    );
  }
}

/** @see https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app (read 2026-11-21) */
export class UrlFetchApp {
  fetch(url: unknown, options: FetchOptions = {}): HTTPResponse {
    requireRight('fetch', 'UrlFetchApp.fetch');
    const [response] = send([requestFrom(url, options)]);
    if (response === undefined) throw new Error('Emulator: Google answered no response');
    return response;
  }

  fetchAll(requests: readonly (string | FetchOptions)[]): HTTPResponse[] {
    requireRight('fetch', 'UrlFetchApp.fetchAll');
    return send(
      Array.from(requests, (request) =>
        typeof request === 'string' ? requestFrom(request, {}) : requestFrom(request.url, request),
      ),
    );
  }

  getRequest(url: unknown, options: FetchOptions = {}): Record<string, unknown> {
    const request = requestFrom(url, options);
    return {
      url: request.url,
      method: request.method.toLowerCase(),
      headers: { ...request.headers },
      payload: request.body ?? null,
      contentType: request.headers['Content-Type'] ?? null,
      followRedirects: request.doesFollowRedirects,
      muteHttpExceptions: request.areHttpErrorsMuted,
    };
  }
}

function send(requests: readonly FetchRequest[]): HTTPResponse[] {
  if (requests.length === 0) return [];
  countFetched(requests.length);
  return Array.from(ask('fetch', { requests }), (response) => new HTTPResponse(response));
}

function requestFrom(url: unknown, options: FetchOptions): FetchRequest {
  const body = bodyOf(options.payload);
  return {
    url: url === null || url === undefined ? '' : String(url),
    method: methodOf(options, body !== undefined),
    headers: headersOf(options, body !== undefined),
    ...(body === undefined ? {} : { body }),
    doesFollowRedirects: options.followRedirects ?? true,
    areHttpErrorsMuted: options.muteHttpExceptions ?? false,
    ...(options.timeoutSeconds === undefined ? {} : { timeoutSeconds: options.timeoutSeconds }),
  };
}

/** A payload turns a GET into a POST. */
function methodOf({ method = 'get' }: FetchOptions, hasBody: boolean): string {
  const name = String(method).toLowerCase();
  if (!METHODS.includes(name)) throw exception(`Attribute provided with invalid value: method`);
  return (name === 'get' && hasBody ? 'post' : name).toUpperCase();
}

function headersOf({ headers = {}, contentType }: FetchOptions, hasBody: boolean): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (RESERVED_HEADERS.includes(name.toLowerCase()))
      throw exception(`Attribute provided with invalid value: Header:${name}`);
    result[name] = String(value);
  }
  const hasType = Object.keys(result).some((name) => name.toLowerCase() === 'content-type');
  if (contentType !== undefined || (hasBody && !hasType)) result['Content-Type'] = contentType ?? DEFAULT_CONTENT_TYPE;
  return result;
}

/** Objects become form fields; nothing is ever turned into JSON by itself. */
function bodyOf(payload: unknown): string | Uint8Array | undefined {
  if (payload === undefined || payload === null) return undefined;
  if (typeof payload === 'string') return payload;
  if (Array.isArray(payload)) return toBytes(payload);
  if (payload instanceof Blob) return toBytes(Blob.bytesOf(payload));
  if (typeof payload !== 'object') return String(payload);
  const fields = Object.entries(payload);
  if (fields.some(([, value]) => value instanceof Blob)) throw notEmulated('a multipart payload of UrlFetchApp');
  return fields.map(([name, value]) => `${formText(name)}=${formText(String(value))}`).join('&');
}

function formText(text: string): string {
  return encodeURIComponent(text).replaceAll('%20', '+');
}

function headerOf(response: FetchedResponse, wanted: string): string | undefined {
  return response.headers.find(([name]) => name.toLowerCase() === wanted)?.[1][0];
}

function charsetOf(response: FetchedResponse): string {
  return /charset=["']?([^\s;"']+)/i.exec(headerOf(response, 'content-type') ?? '')?.[1] ?? 'utf-8';
}

defineService(HTTPResponse, 'HTTPResponse', 'UrlFetchApp.HTTPResponse', {
  getResponseCode: [''],
  getContentText: ['', 'String'],
  getContent: [''],
  getBlob: [''],
  getHeaders: [''],
  getAllHeaders: [''],
});

defineService(UrlFetchApp, 'UrlFetchApp', 'UrlFetchApp', {
  fetch: ['any', 'any,Object'],
  fetchAll: ['any[]'],
  getRequest: ['any', 'any,Object'],
});

/** Turns a call into an HTTP request as plain data. The key is not part of it: the transport adds it when it sends. */
import { type ApiCall, ENDPOINTS, factsOf } from './endpoints.ts';

/** Which header carries the key; the documents disagree, so the connection says it. */
export type AuthHeader = 'Authorization' | 'chatrobot-sessionkey';

/** A request ready to be sent, except for the key, which goes into the header named `authHeader`. */
export interface ApiRequest {
  readonly url: string;
  readonly method: 'post';
  readonly contentType: 'application/json';
  readonly authHeader: AuthHeader;
  readonly payload: string;
  /** Whether it must never be sent a second time by itself. */
  readonly isOnce?: true;
}

/** Where and how to talk to the platform. */
export interface ApiAddress {
  /** `https://host`, without a trailing slash. */
  readonly baseUrl: string;
  readonly authHeader: AuthHeader;
}

/**
 * Builds the request of a call.
 *
 * @throws Error when a list that may mean "everything" if empty (`Keys`, `rows`) is empty: that is a bug, never a request.
 */
export function buildRequest(call: ApiCall, address: ApiAddress): ApiRequest {
  refuseEmptyList(call);
  const { path, authHeader = address.authHeader, isOnce } = factsOf(call.endpoint);
  return {
    url: address.baseUrl + path,
    method: 'post',
    contentType: 'application/json',
    authHeader,
    payload: 'bodyText' in call ? call.bodyText : JSON.stringify(call.body),
    ...(isOnce && { isOnce }),
  };
}

/** The request as a cURL command for a POSIX shell, with the key masked. */
export function toCurl(request: ApiRequest): string {
  const quote = (text: string) => `'${text.split("'").join("'\\''")}'`;
  return [
    `curl ${quote(request.url)}`,
    '-X POST',
    `-H ${quote(`${request.authHeader}: <your key>`)}`,
    `-H ${quote(`Content-Type: ${request.contentType}`)}`,
    `-d ${quote(request.payload)}`,
  ].join(' \\\n  ');
}

function refuseEmptyList(call: ApiCall): void {
  const isEmpty =
    (call.endpoint === 'deleteListings' && call.body.Keys.length === 0) ||
    (call.endpoint === 'updateRows' && call.body.rows.length === 0);
  if (isEmpty) throw new Error(`${ENDPOINTS[call.endpoint].name} must never be sent with an empty list.`);
}

/** Why a request brought no usable answer: a closed list, each with what may be tried next. */

/**
 * The kinds of API errors.
 * - `network`: nothing came back; whether the platform acted is unknown.
 * - `rateLimited`, `server`: the platform is busy or broken for now (408, 425, 429, 5xx).
 * - `unreadable`: an answer came that is not the documented one (HTML, cut off, `Data` of another type).
 * - `unauthorized`: the key was refused (401, 403).
 * - `refused`: the platform understood and refused (`Success: false`, another `Code`, other 4xx).
 * - `moved`: a redirect, which is never followed because the key must not reach another host.
 * - `quota`: Google refuses further requests for now.
 */
export type ApiErrorKind =
  | 'network'
  | 'rateLimited'
  | 'server'
  | 'unreadable'
  | 'unauthorized'
  | 'refused'
  | 'moved'
  | 'quota';

/** One API error. */
export interface ApiError {
  readonly kind: ApiErrorKind;
  /** What happened, as the beginning of a sentence a person can read; holds no key and no request content. */
  readonly message: string;
  /** HTTP status, or the envelope's `Code` for a refusal inside a 200 answer. */
  readonly code?: number;
  /** How long the platform asked to wait. */
  readonly retryAfterMs?: number;
}

/** Whether sending the same request again may succeed. */
export function isRetryable(error: ApiError): boolean {
  switch (error.kind) {
    case 'network':
    case 'rateLimited':
    case 'server':
    case 'unreadable':
      return true;
    case 'unauthorized':
    case 'refused':
    case 'moved':
    case 'quota':
      return false;
    default:
      return error.kind satisfies never;
  }
}

/** Whether the platform may have acted although the answer is an error. */
export function isUnclear(error: ApiError): boolean {
  return error.kind === 'network' || error.kind === 'server' || error.kind === 'unreadable';
}

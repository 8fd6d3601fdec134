/** The words for an API error after which nothing more may be sent. */

import type { Failure } from '../terms/failure.ts';
import { failures } from '../words/failures.ts';
import type { ApiError } from './errors.ts';

/** What a person is told when an API error ends a run or a connection test. */
export function stopFailure(error: ApiError): Failure {
  switch (error.kind) {
    case 'unauthorized':
      return failures.keyRefused(error.message);
    case 'quota':
      return failures.quota(error.message);
    case 'network':
    case 'rateLimited':
    case 'server':
      return (error.retryAfterMs ?? 0) > 0
        ? failures.platformBusy(error.message, Math.ceil((error.retryAfterMs ?? 0) / 60_000))
        : failures.platformUnreachable(error.message);
    case 'moved':
    case 'refused':
    case 'unreadable':
      return failures.platformAnswer(error.message);
    default:
      return error.kind satisfies never;
  }
}

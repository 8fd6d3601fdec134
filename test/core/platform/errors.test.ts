import { expect, test } from 'vitest';
import { type ApiErrorKind, isRetryable, isUnclear } from '../../../src/core/platform/errors.ts';

test.each<[ApiErrorKind, { mayTryAgain: boolean; mayHaveActed: boolean }]>([
  ['network', { mayTryAgain: true, mayHaveActed: true }],
  ['server', { mayTryAgain: true, mayHaveActed: true }],
  ['unreadable', { mayTryAgain: true, mayHaveActed: true }],
  ['rateLimited', { mayTryAgain: true, mayHaveActed: false }],
  ['unauthorized', { mayTryAgain: false, mayHaveActed: false }],
  ['refused', { mayTryAgain: false, mayHaveActed: false }],
  ['moved', { mayTryAgain: false, mayHaveActed: false }],
  ['quota', { mayTryAgain: false, mayHaveActed: false }],
])('after the error "%s" a request is tried again, and may have been acted on: %o', (kind, expected) => {
  const error = { kind, message: 'It went wrong' };
  expect({ mayTryAgain: isRetryable(error), mayHaveActed: isUnclear(error) }).toEqual(expected);
});

import { expect, test } from 'vitest';
import type { ApiErrorKind } from '../../../src/core/platform/errors.ts';
import { stopFailure } from '../../../src/core/platform/stop-failure.ts';
import type { FailureKind } from '../../../src/core/terms/failure.ts';

test.each<[ApiErrorKind, FailureKind, string]>([
  ['unauthorized', 'keyRefused', 'The platform refused the secret key. It went wrong.'],
  ['quota', 'quota', 'Google allows no more requests for now: It went wrong'],
  ['network', 'platformUnreachable', 'It went wrong.'],
  ['rateLimited', 'platformUnreachable', 'It went wrong.'],
  ['server', 'platformUnreachable', 'It went wrong.'],
  ['moved', 'platformAnswer', 'It went wrong.'],
  ['refused', 'platformAnswer', 'It went wrong.'],
  ['unreadable', 'platformAnswer', 'It went wrong.'],
])('the error "%s" ends a run as %s and keeps its words', (kind, failureKind, message) => {
  expect(stopFailure({ kind, message: 'It went wrong' })).toMatchObject({ kind: failureKind, message });
});

test('a platform that asks to wait longer than a run does has that said', () => {
  expect(stopFailure({ kind: 'rateLimited', message: 'It went wrong', retryAfterMs: 3_540_001 })).toMatchObject({
    kind: 'platformUnreachable',
    message: 'It went wrong, and asks to wait 60 minutes.',
  });
});

import { expect, test } from 'vitest';
import { type StatusTone, type SyncStatus, toneOf } from '../../../src/core/words/statuses.ts';

test.each<[SyncStatus, StatusTone]>([
  ['Sending', 'pending'],
  ['Pushed', 'done'],
  ['Updated', 'done'],
  ['Deleted', 'done'],
  ['Unchanged', 'done'],
  ['Invalid', 'problem'],
  ['Not found', 'problem'],
  ['Rejected', 'problem'],
  ['Failed', 'pending'],
  ['Unconfirmed', 'pending'],
  ['Skipped', 'neutral'],
])('a row that is %s counts as %s', (status, tone) => {
  expect(toneOf(status)).toBe(tone);
});

import { expect, test } from 'vitest';
import { ownColumnIndexes } from '../../../src/core/words/own-headers.ts';

const CONFIRMED = 'v1:confirmed';

test.each<[string, readonly string[], readonly number[]]>([
  ['the add-on’s own headers', ['ID', 'Sync mark', 'Sync status', 'Sync detail', 'Synced at', 'Name'], [1, 2, 3, 4]],
  [
    'a row under way that stands where headers do',
    ['1', 'run-1a sync k1:00 sending', 'Sending', 'Being sent.', ''],
    [1, 2, 3, 4],
  ],
  ['a row with an outcome', ['1', CONFIRMED, 'Pushed', 'Pushed.', '2026-11-21 09:30:00', 'Name'], [1, 2, 3, 4]],
  ['a row without a mark', ['1', '', 'Not found', 'The chatbot has no row with ID 1.', ''], [2, 3, 4]],
  ['a status whose mark is blank, beside its time', ['1', '', 'Updated', 'Updated.', '2026-11-21 09:30:00'], [2, 3, 4]],
  ['no column of people’s own, though it is called like a status', ['ID', 'Updated', 'Price', 'Deleted', 'City'], []],
  ['no other header', ['ID', 'Status', 'Update', 'retrying', 'v1', 'Sync Status'], []],
])('never read as data: %s', (_, headers, own) => {
  expect([...ownColumnIndexes(headers)].filter((index) => index < headers.length)).toEqual(own);
});

import { describe, expect, test } from 'vitest';
import {
  parseFileConnection,
  parseOwnConnection,
  storedConnection,
} from '../../../src/core/settings/connection-schema.ts';
import type { FileConnection, OwnConnection } from '../../../src/core/settings/key-use.ts';

const PLACE = { chatbotId: 'bot-1', authHeader: 'Authorization', baseUrl: 'https://usapi.hottask.com' } as const;
const GIVEN = { key: 'a-key-of-the-team', place: PLACE, isTested: false };
const FILE: FileConnection = {
  chatbotId: 'bot-1',
  authHeader: 'Authorization',
  requestsAtOnce: 7,
  changedAtMs: 1_795_000_000_000,
  sharedKey: { ...GIVEN, sharedBy: 'ann' },
};
const OWN: OwnConnection = { token: 'ann', agreed: PLACE, keys: [GIVEN] };

test('what is stored is read again as it was', () => {
  expect(parseFileConnection(storedConnection(FILE))).toMatchObject(FILE);
  expect(parseOwnConnection(storedConnection(OWN))).toMatchObject(OWN);
});

test('a whole store of one person for a file fits into one property', () => {
  const longest = { key: 'k'.repeat(512), place: { ...PLACE, chatbotId: 'c'.repeat(64) }, isTested: true };
  const text = storedConnection({
    token: 't'.repeat(36),
    agreed: PLACE,
    keys: Array.from({ length: 5 }, () => longest),
  });
  expect(text.length).toBeLessThan(9 * 1024);
});

describe('what this add-on has not written counts as nothing', () => {
  test.each([null, '', '{', '[]', '{"version":2}', '{"version":1}', '{"version":1,"token":7,"keys":[]}'])(
    '%s',
    (text) => {
      expect(parseFileConnection(text)).toBeUndefined();
      expect(parseOwnConnection(text)).toBeUndefined();
    },
  );

  test('such as a shared key that nobody shared', () => {
    const stored = JSON.parse(storedConnection(FILE));
    const nobodys = JSON.stringify({ ...stored, sharedKey: { ...stored.sharedKey, sharedBy: '' } });
    expect(parseFileConnection(nobodys)).toBeUndefined();
  });
});

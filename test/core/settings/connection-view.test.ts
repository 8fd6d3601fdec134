import { describe, expect, test } from 'vitest';
import { connectionView, maskedKey } from '../../../src/core/settings/connection-view.ts';
import type { FileConnection, KeyPlace } from '../../../src/core/settings/key-use.ts';

const BASE_URL = 'https://usapi.hottask.com';
const NOW: KeyPlace = { chatbotId: 'bot-now', authHeader: 'Authorization', baseUrl: BASE_URL };
const FILE: FileConnection = { chatbotId: 'bot-now', authHeader: 'Authorization', requestsAtOnce: 9, changedAtMs: 5 };
const dayOf = (atMs: number) => `day ${atMs}`;

describe('of a key', () => {
  test.each([
    ['abcd1234', '••••'],
    ['fifteen-letters', '••••'],
    ['sixteen-letters!', '•••• ers!'],
    ['x'.repeat(500), '•••• xxxx'],
  ])('%s is shown %s', (key, shown) => {
    expect(maskedKey(key)).toBe(shown);
    expect(shown.replace(/[• ]/g, '').length).toBeLessThanOrEqual(Math.min(4, key.length / 4));
  });
});

test('nothing is connected before anything was saved', () => {
  expect(connectionView({ file: undefined, own: { token: '', keys: [] }, baseUrl: BASE_URL, dayOf })).toEqual({
    isConnected: false,
    isTested: false,
    maskedKey: '',
    chatbotId: '',
    authHeader: 'Authorization',
    sharing: 'me',
    keyOwner: 'nobody',
    requestsAtOnce: 40,
    host: 'usapi.hottask.com',
  });
});

test('neither a key nor a token is in what the sidebar may see', () => {
  const sharedKey = { key: 'a-key-of-the-team-77', place: NOW, isTested: true, sharedBy: 'token-1' };
  const own = { token: 'token-1', agreed: NOW, keys: [{ key: 'a-key-of-my-own-88', place: NOW, isTested: true }] };
  const view = JSON.stringify(connectionView({ file: { ...FILE, sharedKey }, own, baseUrl: BASE_URL, dayOf }));
  for (const secret of ['a-key-of-the-team', 'a-key-of-my-own', 'token-1']) expect(view).not.toContain(secret);
});

describe('a change is told by what was changed', () => {
  test.each<[string, Partial<KeyPlace>]>([
    ['Somebody changed the chatbot of this file to bot-now on day 5.', { chatbotId: 'bot-before' }],
    [
      'Somebody changed the header that carries the key to Authorization on day 5.',
      { authHeader: 'chatrobot-sessionkey' },
    ],
    ['Somebody changed the address of the platform to usapi.hottask.com.', { baseUrl: 'https://chat.example.com' }],
    [
      'Somebody changed the chatbot of this file to bot-now and the address of the platform to usapi.hottask.com on day 5.',
      { chatbotId: 'bot-before', baseUrl: 'https://chat.example.com' },
    ],
  ])('%s', (words, before) => {
    const agreed = { ...NOW, ...before };
    const own = { token: 'token-1', agreed, keys: [{ key: 'a-key-of-my-own-88', place: agreed, isTested: true }] };
    const { waiting, isConnected } = connectionView({ file: FILE, own, baseUrl: BASE_URL, dayOf });
    expect(isConnected).toBe(false);
    expect(waiting?.failure.message).toBe(`${words} Your key has not been used for it.`);
  });
});

import { expect, test } from 'vitest';
import type { FileConnection } from '../../../src/core/settings/key-use.ts';
import { misplacedWords } from '../../../src/core/settings/misplaced-words.ts';

const ID = '3254a9d0424c4806b9ea3d0763abcdef';
const KEY = 'sk4711qwertzuiopasdfgh';
const PLACE = { chatbotId: ID, authHeader: 'Authorization', baseUrl: 'https://usapi.hottask.com' } as const;
const FILE: FileConnection = {
  chatbotId: 'bot0815bot',
  authHeader: 'Authorization',
  requestsAtOnce: 40,
  changedAtMs: 0,
};
const NOTHING = { file: undefined, own: { token: '', keys: [] } };
const rest = { authHeader: 'Authorization', sharing: 'me' } as const;
const kept = { key: KEY, place: PLACE, isTested: true };

test.each([
  ['a key that looks like an ID, and an ID that does not', { key: ID, chatbotId: KEY }, NOTHING, /each other’s fields/],
  ['the saved ID as the key', { key: 'bot0815bot', chatbotId: ID }, { ...NOTHING, file: FILE }, /each other’s fields/],
  ['one text in both', { key: ID, chatbotId: ID }, NOTHING, /are the same/],
  [
    'one’s own key as the ID',
    { chatbotId: KEY },
    { ...NOTHING, own: { token: '', keys: [kept] } },
    /holds the secret key/,
  ],
  [
    'the shared key as the ID',
    { chatbotId: KEY },
    { ...NOTHING, file: { ...FILE, sharedKey: { ...kept, sharedBy: 'ann' } } },
    /holds the secret key/,
  ],
])('%s is noticed', (_, typed, known, words) => {
  expect(misplacedWords({ ...rest, ...typed }, known)).toMatch(words);
});

test.each([
  ['each where it belongs', { key: KEY, chatbotId: ID }],
  ['a key that looks like an ID, beside one', { key: 'f'.repeat(32), chatbotId: ID }],
  ['an ID of another kind', { key: KEY, chatbotId: 'bot0815bot' }],
  ['no key', { chatbotId: ID }],
])('%s is no mistake', (_, typed) => {
  expect(misplacedWords({ ...rest, ...typed }, NOTHING)).toBeUndefined();
});

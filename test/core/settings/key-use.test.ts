import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConnectionInput } from '../../../src/core/settings/connection.ts';
import {
  type FileConnection,
  isSamePlace,
  type KeyPlace,
  keyUse,
  type OwnConnection,
} from '../../../src/core/settings/key-use.ts';
import { connectionAfterSave, fileAfterRemoval, keyToSave } from '../../../src/core/settings/save-connection.ts';

const BASE_URL = 'https://usapi.hottask.com';
const PLACE: KeyPlace = { chatbotId: 'chatbot-of-the-team', authHeader: 'Authorization', baseUrl: BASE_URL };
const ELSEWHERE = { ...PLACE, chatbotId: 'another-chatbot' };
const FILE: FileConnection = {
  chatbotId: PLACE.chatbotId,
  authHeader: PLACE.authHeader,
  requestsAtOnce: 40,
  changedAtMs: 0,
};
const NOBODY: OwnConnection = { token: '', keys: [] };
const given = (place: KeyPlace) => ({ key: 'a-key-of-my-own', place, isTested: true });
const shared = (place: KeyPlace) => ({ key: 'a-key-of-the-team', place, isTested: true, sharedBy: 'ann' });

describe('which key may be used', () => {
  test.each<[string, FileConnection, OwnConnection, object]>([
    ['none where there is none', FILE, NOBODY, { kind: 'none' }],
    [
      'one’s own where its owner agreed',
      FILE,
      { token: 'bob', agreed: PLACE, keys: [given(PLACE)] },
      { kind: 'own', given: given(PLACE) },
    ],
    [
      'the shared one where it was shared for',
      { ...FILE, sharedKey: shared(PLACE) },
      NOBODY,
      { kind: 'shared', given: shared(PLACE), isMine: false },
    ],
    [
      'the shared one by who shared it',
      { ...FILE, sharedKey: shared(PLACE) },
      { token: 'ann', agreed: PLACE, keys: [] },
      { kind: 'shared', given: shared(PLACE), isMine: true },
    ],
    [
      'one’s own before the shared one',
      { ...FILE, sharedKey: shared(PLACE) },
      { token: 'bob', agreed: PLACE, keys: [given(PLACE)] },
      { kind: 'own', given: given(PLACE) },
    ],
    [
      'not one’s own where its owner agreed to another chatbot last',
      FILE,
      { token: 'bob', agreed: ELSEWHERE, keys: [given(ELSEWHERE), given(PLACE)] },
      { kind: 'unagreed', whose: 'own', before: ELSEWHERE },
    ],
    [
      'not the shared one for another chatbot',
      { ...FILE, sharedKey: shared(ELSEWHERE) },
      NOBODY,
      { kind: 'unagreed', whose: 'sharedByOther', before: ELSEWHERE },
    ],
    [
      'not the key one shares for another chatbot',
      { ...FILE, sharedKey: shared(ELSEWHERE) },
      { token: 'ann', agreed: ELSEWHERE, keys: [] },
      { kind: 'unagreed', whose: 'sharedByMe', before: ELSEWHERE },
    ],
    [
      'not a colleague’s either for a chatbot one has not agreed to',
      { ...FILE, sharedKey: shared(PLACE) },
      { token: 'bob', agreed: ELSEWHERE, keys: [given(ELSEWHERE)] },
      { kind: 'unagreed', whose: 'own', before: ELSEWHERE },
    ],
  ])('%s', (_, file, own, use) => {
    expect(keyUse(file, own, BASE_URL)).toEqual(use);
  });

  test.each([
    ['address', { ...FILE }, 'https://chat.example.com'],
    ['header', { ...FILE, authHeader: 'chatrobot-sessionkey' as const }, BASE_URL],
  ])('none for another %s', (_, file, baseUrl) => {
    const own = { token: 'bob', agreed: PLACE, keys: [given(PLACE)] };
    expect(keyUse(file, own, baseUrl)).toEqual({ kind: 'unagreed', whose: 'own', before: PLACE });
    expect(keyUse({ ...file, sharedKey: shared(PLACE) }, NOBODY, baseUrl).kind).toBe('unagreed');
  });
});

describe('however people save, share, turn the file to other chatbots and remove', () => {
  const PEOPLE = ['ann', 'bob', 'cid'] as const;
  const ADDRESSES = [BASE_URL, 'https://chat.example.com'] as const;
  const step = fc.record({
    who: fc.constantFrom(...PEOPLE),
    act: fc.constantFrom('save', 'save', 'save', 'remove'),
    isTyped: fc.boolean(),
    chatbotId: fc.constantFrom('chatbot-one', 'chatbot-two'),
    authHeader: fc.constantFrom('Authorization' as const, 'chatrobot-sessionkey' as const),
    sharing: fc.constantFrom('me' as const, 'file' as const),
    baseUrl: fc.constantFrom(...ADDRESSES),
  });

  test('a key is used only where its owner saved it last, and nobody keeps one they did not type', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let file: FileConnection | undefined;
        const owns = new Map<string, OwnConnection>(PEOPLE.map((who) => [who, NOBODY]));
        const saved = new Map<string, KeyPlace>();
        for (const { who, act, isTyped, baseUrl, ...choice } of steps) {
          const own = owns.get(who) ?? NOBODY;
          const situation = { file, own, baseUrl };
          const input: ConnectionInput = { ...choice, ...(isTyped ? { key: `key-of-${who}-12345` } : {}) };
          const chosen = act === 'save' ? keyToSave(input, situation) : undefined;
          if (chosen?.ok === true) {
            const moment = { isTested: true, nowMs: 1, newToken: `token-of-${who}` };
            const kept = connectionAfterSave(input, situation, chosen.value, moment);
            file = kept.file;
            owns.set(who, kept.own);
            saved.set(who, { ...choice, baseUrl });
          } else if (act === 'remove') {
            file = fileAfterRemoval(file, own);
            owns.set(who, NOBODY);
          }
          for (const person of PEOPLE) {
            const mine = owns.get(person) ?? NOBODY;
            expect(mine.keys.every(({ key }) => key.includes(person))).toBe(true);
            for (const address of ADDRESSES) {
              const use = file === undefined ? undefined : keyUse(file, mine, address);
              if (file === undefined || (use?.kind !== 'own' && use?.kind !== 'shared')) continue;
              const owner = PEOPLE.find((one) => use.given.key.includes(one)) ?? '';
              const place = { chatbotId: file.chatbotId, authHeader: file.authHeader, baseUrl: address };
              expect(isSamePlace(use.given.place, place)).toBe(true);
              if (use.kind === 'own') expect(owner).toBe(person);
              if (use.kind === 'own') expect(saved.get(person)).toMatchObject(place);
              if (use.kind === 'shared') expect(use.given.sharedBy).toBe(`token-of-${owner}`);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a shared key stays as long as who shared it neither takes it back nor shares another', () => {
    const sharing = { file: { ...FILE, sharedKey: shared(PLACE) }, baseUrl: BASE_URL };
    const others = { token: 'bob', keys: [] };
    fc.assert(
      fc.property(step, ({ isTyped, chatbotId, authHeader }) => {
        const input: ConnectionInput = {
          chatbotId,
          authHeader,
          sharing: 'me',
          ...(isTyped ? { key: 'bobs-key-1' } : {}),
        };
        const situation = { ...sharing, own: others };
        const chosen = keyToSave(input, situation);
        expect(chosen.ok).toBe(isTyped);
        if (!chosen.ok) return;
        const moment = { isTested: true, nowMs: 1, newToken: 'new' };
        expect(connectionAfterSave(input, situation, chosen.value, moment).file.sharedKey).toEqual(shared(PLACE));
        expect(fileAfterRemoval(sharing.file, others)).toBe(sharing.file);
      }),
    );
  });
});

/** The webhook: what it keeps of a request, and what is found of it later. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arrivalId,
  arrivalsIn,
  cutOffNote,
  isSameSecret,
  isSecretShape,
  parseWebhook,
  receive,
  refusedIn,
  ringIn,
  senderAddress,
  storedWebhook,
  WEBHOOK_NAMES,
  type Webhook,
  webAppDoor,
} from '../../../src/core/events/webhook.ts';
import { refusedWords, testWords } from '../../../src/core/events/webhook-words.ts';

const NOW_MS = Date.UTC(2026, 10, 21, 9);
const SECRET = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDE_-';
const WEBHOOK: Webhook = {
  address: 'https://script.google.com/macros/s/AKfycbx-1_2/exec',
  secret: SECRET,
  mode: 'messages',
  tabId: 7,
  listener: { token: 't1', email: 'ann@example.com' },
};

/** A store in which messages arrive one after the other, a millisecond apart. */
function storeOf(...texts: readonly string[]) {
  let stored: Record<string, string> = {};
  const answers = texts.map((text, index) => {
    const { values, answer } = receive(WEBHOOK, text, () => stored, arrivalId(NOW_MS + index, 'aaaa1111'));
    stored = { ...stored, ...values };
    return answer;
  });
  return { stored, answers };
}

describe('a message that arrives', () => {
  test('is kept in values of at most 9 kB, and found again whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 20_000 }), (text) => {
        fc.pre(text.trim() !== '');
        const { stored, answers } = storeOf(text);
        expect(answers).toEqual(['stored']);
        for (const value of Object.values(stored)) {
          expect(Buffer.byteLength(value)).toBeLessThanOrEqual(9 * 1024);
          // A store keeps UTF-8, in which half a character is none.
          expect(value).not.toMatch(/\p{Surrogate}/u);
        }
        expect(arrivalsIn(stored, NOW_MS).whole.map((arrival) => arrival.text)).toEqual([text]);
      }),
      { numRuns: 200 },
    );
  });

  test('is found after what arrived before it, whatever order the store tells', () => {
    const { stored } = storeOf('first', 'second '.repeat(2000), 'third');
    const shuffled = Object.fromEntries(Object.entries(stored).reverse());
    expect(arrivalsIn(shuffled, NOW_MS).whole.map(({ text }) => text.slice(0, 6))).toEqual([
      'first',
      'second',
      'third',
    ]);
  });

  test.each([
    ['of 300 kB', ['x'.repeat(300_000)], 'tooLong'],
    ['of 100 kB that take three bytes a character', ['語'.repeat(100_000)], 'tooLong'],
    ['for which there is no room', ['x'.repeat(200_000), 'y'.repeat(120_000)], 'full'],
  ] as const)('%s is not kept, and a person is told', (_what, texts, why) => {
    const { stored, answers } = storeOf(...texts);
    expect(answers.at(-1)).toBe('not stored');
    expect(refusedIn(stored)).toMatchObject({ why, atMs: NOW_MS + texts.length - 1 });
    expect(arrivalsIn(stored, NOW_MS).whole).toHaveLength(texts.length - 1);
  });

  test('of nothing is not kept', () => {
    expect(storeOf(' \n')).toEqual({ stored: {}, answers: ['nothing in it'] });
  });

  test('that is cut off on its way is left alone for ten minutes, then known as lost', () => {
    const { stored } = storeOf('z'.repeat(20_000));
    const { [`arrived.${arrivalId(NOW_MS, 'aaaa1111')}:2`]: _lost, ...pieces } = stored;
    expect(arrivalsIn(pieces, NOW_MS + 60_000)).toEqual({ whole: [], cutOff: [] });
    const { whole, cutOff } = arrivalsIn(pieces, NOW_MS + 11 * 60_000);
    expect([whole.length, cutOff.length, cutOff[0]?.names.length]).toEqual([0, 1, 3]);
    expect(cutOffNote(cutOff)).toEqual({ why: 'cutOff', id: arrivalId(NOW_MS, 'aaaa1111'), bytes: 0 });
  });
});

test('a bell keeps nothing of what it is rung with, and is answered only by a look that began after it', () => {
  const ring = (id: string) => receive({ mode: 'bell' }, '{"big": "message"}', () => ({}), id);
  expect(ring('1')).toEqual({ values: { [WEBHOOK_NAMES.bell]: '1' }, answer: 'ok' });
  let stored: Record<string, string> = { ...ring('1').values };
  const first = ringIn(stored);
  // It rings again while the inbox is read.
  stored = { ...stored, ...ring('2').values };
  stored = { ...stored, [WEBHOOK_NAMES.answered]: first ?? '' };
  expect(ringIn(stored)).toBe('2');
  expect(ringIn({ ...stored, [WEBHOOK_NAMES.answered]: '2' })).toBeUndefined();
  expect(ringIn({})).toBeUndefined();
});

test.each([
  ['https://script.google.com/macros/s/AKfycbx-1_2/exec', 'exec'],
  ['https://script.google.com/a/macros/example.com/s/AKfycbx-1_2/exec', 'exec'],
  ['https://script.google.com/a/example.com/macros/s/AKfycbx-1_2/exec', 'exec'],
  ['https://script.google.com/macros/s/AKfycbx-1_2/dev', 'dev'],
  ['https://script.google.com/macros/s/AKfycbx-1_2/exec?k=1', undefined],
  ['https://script.google.com.evil.example/macros/s/AKfycbx-1_2/exec', undefined],
  ['http://script.google.com/macros/s/AKfycbx-1_2/exec', undefined],
  ['https://script.google.com/home/projects/1/edit', undefined],
])('%s leads to %s', (address, door) => {
  expect(webAppDoor(address)).toBe(door);
});

test('only the same secret is the same', () => {
  expect(isSameSecret(SECRET, SECRET)).toBe(true);
  for (const other of ['', SECRET.slice(1), `${SECRET}x`, SECRET.replace('a', 'b'), SECRET.toUpperCase()])
    expect(isSameSecret(other, SECRET)).toBe(false);
  expect([isSecretShape(SECRET), isSecretShape('short'), isSecretShape(`${SECRET}=`)]).toEqual([true, false, false]);
});

test('what is stored is read again, and what somebody else wrote there is no webhook', () => {
  expect(parseWebhook(storedWebhook(WEBHOOK))).toEqual(WEBHOOK);
  expect(senderAddress(WEBHOOK)).toBe(`${WEBHOOK.address}?k=${SECRET}`);
  for (const text of [null, '', '{', JSON.stringify({ ...WEBHOOK, version: 2 })])
    expect(parseWebhook(text)).toBeUndefined();
  expect(parseWebhook(storedWebhook({ ...WEBHOOK, secret: 'guess' }))).toBeUndefined();
});

test('every refusal and every answer of Google has words that say what to do', () => {
  for (const why of ['tooLong', 'full', 'failed', 'cutOff'] as const)
    expect(refusedWords({ why, id: '', bytes: 300_000 }, '2026-11-21 09:00:00')).toMatch(/2026-11-21 09:00:00.*sender/);
  for (const status of [200, 302, 404, 500]) expect(testWords(status).nextStep).not.toBe('');
});

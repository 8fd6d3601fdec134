/** Which of a ledger's lines a run has written, and what of that comes back. */
import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../../src/core/actions/fingerprint.ts';
import type { Operation } from '../../../src/core/actions/operation.ts';
import { bodyOf } from '../../../src/core/actions/operation-facts.ts';
import { type SentMeanwhile, takeBacksIn } from '../../../src/core/actions/take-back.ts';
import { type Ledger, readLedger, withChange } from '../../../src/core/ledger/ledger.ts';
import { formatLine, type LedgerState } from '../../../src/core/ledger/ledger-line.ts';

const TO = { serialNumber: 'S', address: 'https://usapi.hottask.com' };
const PLACE = '0123abcd';

/** The run from second 100 to 200, in tab 7. */
const RUN: SentMeanwhile = { asides: [], tabId: 7, place: PLACE, fromMs: 100, toMs: 200 };

interface Sent {
  readonly key?: string;
  readonly city: string;
  readonly atMs: number;
  readonly tabId?: number;
  readonly place?: string;
  readonly state?: LedgerState;
}

function update({ key = 'A1', city }: Pick<Sent, 'key' | 'city'>): Operation {
  const bodyText = JSON.stringify({ SerialNumber: 'S', Key: key, KeyType: 'MLSNumber', City: city });
  return { kind: 'update', key, keyType: 'MLSNumber', bodyText };
}

/** A ledger in which these were sent one after the other, its lines, and what stands beside each. */
function ledgerOf(...all: readonly Sent[]) {
  let ledger: Ledger = readLedger([], undefined, 'file');
  const texts: string[] = [];
  const bodies = new Map<string, string>();
  for (const sent of all) {
    const { key = 'A1', atMs, tabId = 7, place = PLACE, state = 'confirmed' } = sent;
    const operation = update(sent);
    const fingerprint = fingerprintOf(operation, TO.address);
    const line = { state, operation: 'update', fingerprint, atMs, tabId, place, name: `MLSNumber ${key}` } as const;
    const body = state === 'confirmed' ? bodyOf(operation) : '';
    const next = withChange(ledger, { settled: [{ line, body }], closed: [], opened: [] });
    ({ ledger } = next);
    for (const [text, beside] of next.rows) {
      texts.push(text);
      bodies.set(text, beside);
    }
  }
  return { ledger, texts, bodies };
}

/** What comes back: by key the city, and the numbers of what does not. */
function found(all: readonly Sent[], run: Partial<SentMeanwhile> = {}) {
  const { ledger, texts, bodies } = ledgerOf(...all);
  const asked: string[] = [];
  const result = takeBacksIn(ledger, { ...RUN, ...run }, TO, texts, (lines) => {
    asked.push(...lines.map(formatLine));
    return (line) => (asked.includes(formatLine(line)) ? (bodies.get(formatLine(line)) ?? '') : 'never asked for');
  });
  const cities = [...result.takeBacks.values()].map(({ operation }) => {
    const { Key: key, City: city } = JSON.parse(operation.kind === 'update' ? operation.bodyText : '{}');
    return [key, city];
  });
  return { cities: Object.fromEntries(cities), lasting: result.lasting, confirmed: result.confirmed, asked };
}

const BEFORE: Sent = { city: 'Oslo', atMs: 50 };
const NOW: Sent = { city: 'Bergen', atMs: 150 };

describe('what a run has sent', () => {
  test('comes back as it was before', () => {
    expect(found([BEFORE, NOW])).toMatchObject({ cities: { A1: 'Oslo' }, lasting: {}, confirmed: 1 });
  });

  test.each([
    ['at its first moment', 100, { A1: 'Oslo' }],
    ['at its last', 200, { A1: 'Oslo' }],
    ['before it', 99, {}],
    ['after it', 201, {}],
  ])('is what was written %s', (_, atMs, cities) => {
    expect(found([BEFORE, { ...NOW, atMs }]).cities).toEqual(cities);
  });

  test.each<[string, Partial<Sent>]>([
    ['from another tab', { tabId: 8 }],
    ['to another chatbot', { place: 'ffffffff' }],
  ])('is not what was sent %s meanwhile', (_, change) => {
    const other = { key: 'B2', ...change };
    const sent = [BEFORE, NOW, { ...BEFORE, ...other }, { ...NOW, ...other }];
    expect(found(sent)).toMatchObject({ cities: { A1: 'Oslo' }, lasting: {}, confirmed: 1 });
  });

  test('is looked up where something was there before, and nowhere else', () => {
    const first = { key: 'B2', city: 'Paris', atMs: 150 };
    const { asked, lasting } = found([BEFORE, NOW, first]);
    expect(asked.map((text) => text.split(' ').at(-1))).toEqual(['A1', 'A1']);
    expect(lasting).toEqual({ unknownBefore: 1 });
  });

  test('counts each key that stays, by the reason', () => {
    const unclear = ['B1', 'B2'].map((key): Sent => ({ key, city: 'Rome', atMs: 150, state: 'unclear' }));
    const deleted: Sent = { key: 'C1', city: 'Rome', atMs: 150, state: 'deleted' };
    expect(found([BEFORE, NOW, ...unclear, deleted])).toMatchObject({
      cities: { A1: 'Oslo' },
      lasting: { unclear: 2, deleted: 1 },
      confirmed: 2,
    });
  });
});

describe('while it stood aside for another run', () => {
  const ASIDE = { asides: [[140, 160]] } as const;

  test.each([140, 150, 160])('what was sent is that one’s (at %i)', (atMs) => {
    expect(found([BEFORE, { ...NOW, atMs }], ASIDE)).toMatchObject({ cities: {}, lasting: {}, confirmed: 0 });
  });

  test.each([139, 161])('and what was sent beside that time is its own (at %i)', (atMs) => {
    expect(found([BEFORE, { ...NOW, atMs }], ASIDE).cities).toEqual({ A1: 'Oslo' });
  });

  test('a key of its own that the other run has sent since is left, and told', () => {
    const own = { ...NOW, atMs: 120 };
    const others = { city: 'Rome', atMs: 150 };
    expect(found([BEFORE, own, others], ASIDE)).toMatchObject({ cities: {}, lasting: { sentSince: 1 }, confirmed: 1 });
  });
});

describe('something that left a doubt', () => {
  const doubt: Sent = { city: 'Rome', atMs: 60, state: 'unclear' };

  test('between the two contents keeps what was sent', () => {
    expect(found([BEFORE, doubt, NOW])).toMatchObject({ cities: {}, lasting: { unknownBefore: 1 } });
  });

  test('twice keeps it as well', () => {
    expect(found([BEFORE, doubt, { ...doubt, atMs: 61 }, NOW]).lasting).toEqual({ unknownBefore: 1 });
  });

  test.each([
    ['before both of them', [doubt, BEFORE, NOW]],
    ['about another key', [BEFORE, { ...doubt, key: 'B2' }, NOW]],
  ])('%s does not', (_, sent) => {
    expect(found(sent).cities).toEqual({ A1: 'Oslo' });
  });
});

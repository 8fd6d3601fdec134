import { describe, expect, it } from 'vitest';
import {
  confirmedMs,
  countingLines,
  knownKey,
  type Ledger,
  type LedgerChange,
  proofOf,
  readLedger,
  withChange,
} from '../../../src/core/ledger/ledger.ts';
import { type LedgerState, ledgerKey } from '../../../src/core/ledger/ledger-line.ts';
import { contentTag, MANY_CONTENTS } from '../../../src/core/ledger/open-tries.ts';
import { murmurHash } from '../../../src/core/terms/murmur-hash.ts';

const PLACE = '0123abcd';
const NOTHING: LedgerChange = { settled: [], closed: [], opened: [] };
const EMPTY = readLedger([], undefined, 'file');

const keyOf = (id: string) => ledgerKey({ place: PLACE, name: `MLSNumber ${id}` });
const printOf = (content: string) => `v1:${murmurHash(content)}`;

function settled(id: string, content: string, state: LedgerState = 'confirmed'): LedgerChange['settled'][number] {
  const operation = state === 'deleted' ? 'delete' : 'update';
  const line = { state, operation, fingerprint: content === '' ? '' : printOf(content) } as const;
  return { line: { ...line, atMs: 1000, tabId: 7, place: PLACE, name: `MLSNumber ${id}` }, body: content };
}

/** A ledger in its tab, as checkpoints leave it. */
interface Kept {
  readonly ledger: Ledger;
  readonly texts: readonly string[];
}

function afterChange({ ledger, texts }: Kept, change: Partial<LedgerChange>): Kept {
  const next = withChange(ledger, { ...NOTHING, ...change });
  return { ledger: next.ledger, texts: [...texts, ...next.rows.map(([text]) => text)] };
}

const START: Kept = { ledger: EMPTY, texts: [] };
const reread = (texts: readonly string[], kept: Kept) => readLedger(texts, proofOf(kept.ledger), 'file');
const isConfirmed = (ledger: Ledger, id: string, content: string) =>
  confirmedMs(ledger, keyOf(id), printOf(content)) !== undefined;

/** Three hundred keys, so that nearly every bucket has some. */
const MANY = afterChange(START, { settled: Array.from({ length: 300 }, (_, id) => settled(`A${id}`, `v${id}`)) });

describe('the ledger', () => {
  it('knows nothing of a key that was never sent', () => {
    expect(knownKey(EMPTY, keyOf('A1'))).toEqual({
      line: undefined,
      before: undefined,
      tried: undefined,
      isNamed: false,
    });
  });

  it('remembers what was confirmed last, when, and what was there before', () => {
    const { ledger } = afterChange(afterChange(START, { settled: [settled('A1', 'v1')] }), {
      settled: [settled('A1', 'v2')],
    });
    expect(confirmedMs(ledger, keyOf('A1'), printOf('v2'))).toBe(1000);
    expect(isConfirmed(ledger, 'A1', 'v1')).toBe(false);
    const { line, before } = knownKey(ledger, keyOf('a1'));
    expect([line?.number, line?.fingerprint, line?.bodyBytes]).toEqual([2, printOf('v2'), 2]);
    expect([before?.number, before?.fingerprint]).toEqual([1, printOf('v1')]);
  });

  it('appends the outcomes and the open keys of a checkpoint as one block', () => {
    const opened = [{ key: keyOf('A2'), content: contentTag(printOf('v1')) }];
    const { rows } = withChange(EMPTY, { ...NOTHING, settled: [settled('A1', 'é')], opened });
    expect(rows.map(([text, body]) => [text.split(' ').slice(0, 3).join(' '), body])).toEqual([
      ['v1 1 confirmed', 'é'],
      [expect.stringMatching(/^open 1 [0-9a-f]{16}$/), ''],
    ]);
    expect(rows[0]?.[0]).toContain(' 1000 7 2 ');
  });

  it('appends nothing where nothing changes', () => {
    expect(withChange(MANY.ledger, { ...NOTHING, closed: [keyOf('A1')] })).toEqual({ ledger: MANY.ledger, rows: [] });
  });

  it('does not keep a body that no cell can hold', () => {
    const { rows, ledger } = withChange(EMPTY, { ...NOTHING, settled: [settled('A1', 'x'.repeat(50_001))] });
    expect(rows[0]?.[1]).toBe('');
    expect(knownKey(ledger, keyOf('A1')).line?.bodyBytes).toBe(0);
  });

  it('confirms nothing for a key whose request may be under way, and says with what content', () => {
    const content = contentTag(printOf('v2'));
    const opened = afterChange(MANY, { opened: [{ key: keyOf('A1'), content }] });
    for (const ledger of [opened.ledger, reread(opened.texts, opened)]) {
      expect(isConfirmed(ledger, 'A1', 'v1')).toBe(false);
      expect(knownKey(ledger, keyOf('A1')).tried).toBe(content);
      expect(isConfirmed(ledger, 'A2', 'v2')).toBe(true);
    }
    const closed = afterChange(opened, { closed: [keyOf('A1')] });
    expect(isConfirmed(reread(closed.texts, closed), 'A1', 'v1')).toBe(true);
    const answered = afterChange(opened, { settled: [settled('A1', 'v2')] });
    expect(isConfirmed(reread(answered.texts, answered), 'A1', 'v2')).toBe(true);
  });

  it('keeps keys open over further checkpoints until they have an outcome', () => {
    const opened = afterChange(MANY, { opened: [{ key: keyOf('A1'), content: 'deadbeef' }] });
    const later = afterChange(opened, {
      settled: [settled('A2', 'v3')],
      opened: [{ key: keyOf('A3'), content: 'cafecafe' }],
    });
    expect(knownKey(reread(later.texts, later), keyOf('A1')).tried).toBe('deadbeef');
  });

  it.each([
    ['an answer that was not clear', 'v2', contentTag(printOf('v2'))],
    ['several contents without a clear answer', '', MANY_CONTENTS],
  ])('says of %s that it may still arrive', (_, content, tried) => {
    const { ledger } = afterChange(MANY, { settled: [settled('A1', content, 'unclear')] });
    expect(knownKey(ledger, keyOf('A1'))).toMatchObject({
      tried,
      line: { state: 'unclear' },
      before: { state: 'confirmed' },
    });
    expect(isConfirmed(ledger, 'A1', 'v2')).toBe(false);
  });

  it.each(['turned-down', 'taken-back'] as const)('confirms nothing that was %s', (state) => {
    const { ledger } = afterChange(MANY, { settled: [settled('A1', 'v1', state)] });
    expect(isConfirmed(ledger, 'A1', 'v1')).toBe(false);
    expect(knownKey(ledger, keyOf('A1')).tried).toBeUndefined();
  });

  it('counts a key as confirmed gone by its own fingerprint', () => {
    const { ledger } = afterChange(MANY, { settled: [settled('A1', 'delete A1', 'deleted')] });
    expect(isConfirmed(ledger, 'A1', 'delete A1')).toBe(true);
    expect(isConfirmed(ledger, 'A1', 'v1')).toBe(false);
  });

  it('lists the lines that count', () => {
    const { ledger } = afterChange(MANY, { settled: [settled('A1', 'v1', 'turned-down')] });
    expect(countingLines(ledger)).toHaveLength(300);
    expect(countingLines(ledger).filter(({ state }) => state === 'turned-down')).toHaveLength(1);
  });
});

describe('a ledger is believed', () => {
  const confirmedOf = (ledger: Ledger) =>
    Array.from({ length: 300 }, (_, id) => id).filter((id) => isConfirmed(ledger, `A${id}`, `v${id}`)).length;

  it('as it was left, and sorted', () => {
    for (const texts of [MANY.texts, [...MANY.texts].sort(), [...MANY.texts].reverse()]) {
      const ledger = reread(texts, MANY);
      expect([confirmedOf(ledger), ledger.doubt]).toEqual([300, 'none']);
    }
  });

  it('as it is or as it will be after the next flush, and once that is done no other way', () => {
    const next = afterChange(MANY, {
      settled: [settled('A1', 'v2')],
      opened: [{ key: keyOf('A5'), content: 'deadbeef' }],
    });
    const both = proofOf(MANY.ledger, next.ledger);
    const before = readLedger(MANY.texts, both, 'file');
    expect([before.doubt, isConfirmed(before, 'A1', 'v1'), isConfirmed(before, 'A5', 'v5')]).toEqual([
      'none',
      true,
      true,
    ]);
    const flushed = readLedger(next.texts, both, 'file');
    expect([flushed.doubt, isConfirmed(flushed, 'A1', 'v2'), isConfirmed(flushed, 'A5', 'v5')]).toEqual([
      'none',
      true,
      false,
    ]);
    const restored = reread(MANY.texts, next);
    expect([restored.doubt, isConfirmed(restored, 'A1', 'v1'), isConfirmed(restored, 'A5', 'v5')]).toEqual([
      'changed',
      false,
      false,
    ]);
    expect(confirmedOf(restored)).toBeGreaterThan(290);
  });

  it.each([
    ['a line was edited', (texts: readonly string[]) => texts.map((text) => text.replace(' 7 2 ', ' 8 2 '))],
    ['the lines were deleted', () => []],
    [
      'a later line was pasted',
      (texts: readonly string[]) => [...texts, ...texts.map((text) => text.replace('v1 1 ', 'v1 9 '))],
    ],
  ])('not where %s', (_, change) => {
    const ledger = reread(change(MANY.texts), MANY);
    expect(ledger.doubt).toBe('changed');
    expect(confirmedOf(ledger)).toBeLessThan(290);
  });

  it('but for the keys of one bucket where a single line was deleted, edited or replaced by an earlier one', () => {
    const twice = afterChange(MANY, { settled: [settled('A1', 'v9')] });
    const last = twice.texts.length - 1;
    for (const texts of [
      twice.texts.slice(0, last),
      twice.texts.with(last, (twice.texts[last] ?? '').replace(' 1000 ', ' 1001 ')),
      twice.texts.with(last, twice.texts[1] ?? ''),
      twice.texts.toSpliced(1, 1),
    ]) {
      const ledger = reread(texts, twice);
      expect(isConfirmed(ledger, 'A1', 'v1') || isConfirmed(ledger, 'A1', 'v9')).toBe(false);
      expect(confirmedOf(ledger)).toBeGreaterThan(290);
      expect(knownKey(ledger, keyOf('A1')).isNamed).toBe(true);
    }
  });

  it('not in a copy of the file, nor where nothing is remembered', () => {
    expect(confirmedOf(readLedger(MANY.texts, proofOf(MANY.ledger), 'copy'))).toBe(0);
    const foreign = readLedger(MANY.texts, undefined, 'file');
    expect([confirmedOf(foreign), foreign.doubt]).toEqual([0, 'foreign']);
  });

  it('from what is appended on after it was not believed, and never again in what stood there before', () => {
    const foreign = { ledger: readLedger(MANY.texts, undefined, 'copy'), texts: MANY.texts };
    const next = afterChange(foreign, { settled: [settled('A1', 'v1')] });
    const ledger = readLedger(next.texts, proofOf(next.ledger), 'copy');
    expect([ledger.doubt, confirmedOf(ledger), isConfirmed(ledger, 'A1', 'v1')]).toEqual(['none', 1, true]);
    expect(knownKey(ledger, keyOf('A1')).before).toBeUndefined();
  });

  it('and where lines about open requests are lost, anything may still arrive for the keys of that bucket', () => {
    const opened = afterChange(MANY, { opened: [{ key: keyOf('A1'), content: 'deadbeef' }] });
    const ledger = reread([], opened);
    expect(knownKey(ledger, keyOf('A1')).tried).toBe(MANY_CONTENTS);
    const others = Array.from({ length: 300 }, (_, id) => knownKey(ledger, keyOf(`A${id}`)).tried);
    expect(others.filter((tried) => tried !== undefined).length).toBeLessThan(10);
    // What is written for the key itself counts from then on.
    const next = afterChange({ ledger, texts: [] }, { settled: [settled('A1', 'v1')] });
    expect(knownKey(reread(next.texts, next), keyOf('A1')).tried).toBeUndefined();
  });
});

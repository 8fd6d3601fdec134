import { describe, expect, it } from 'vitest';
import { type Ledger, proofOf, readLedger, withChange } from '../../../src/core/ledger/ledger.ts';
import {
  bodiesToDrop,
  hasTooManyBodies,
  indexesToKeep,
  needsCompaction,
} from '../../../src/core/ledger/tidy-ledger.ts';

const line = (id: number, atMs: number) =>
  ({
    state: 'confirmed',
    operation: 'update',
    fingerprint: 'v1:0123456789abcdef0123456789abcdef',
    atMs,
    tabId: 7,
    place: '0123abcd',
    name: `MLSNumber A${id}`,
  }) as const;

/** The same keys confirmed so often. */
function confirmedTimes(times: number, keys: number): { readonly ledger: Ledger; readonly texts: readonly string[] } {
  let ledger = readLedger([], undefined, 'file');
  const texts: string[] = [];
  for (let time = 1; time <= times; time += 1) {
    const settled = Array.from({ length: keys }, (_, id) => ({ line: line(id, time), body: 'x' }));
    const next = withChange(ledger, { settled, closed: [], opened: [{ key: `k${time}`, content: 'deadbeef' }] });
    ({ ledger } = next);
    texts.push(...next.rows.map(([text]) => text));
  }
  return { ledger, texts };
}

describe('a ledger is written anew', () => {
  it.each([
    [1, 300, false],
    [3, 300, false],
    [5, 300, true],
    [5, 10, false],
  ])('when lines of %i times %i keys count no more by half: %s', (times, keys, expected) => {
    expect(needsCompaction(confirmedTimes(times, keys).ledger)).toBe(expected);
  });

  it('with the lines that count and those before them, and what is open; they add up to the same', () => {
    const { ledger, texts } = confirmedTimes(5, 300);
    const kept = indexesToKeep([...texts, 'typed by hand', texts[0] ?? ''], ledger).map((index) => texts[index] ?? '');
    expect(kept).toHaveLength(2 * 300 + 1);
    const again = readLedger(kept, proofOf(ledger), 'file');
    expect([again.doubt, again.lineCount]).toEqual(['none', 601]);
    expect([...again.texts].sort()).toEqual([...ledger.texts].sort());
    expect([...again.before].sort()).toEqual([...ledger.before].sort());
    expect(again.open).toEqual(ledger.open);
  });

  it('with a doubt between what counts and what was confirmed before it, which an undo has to know', () => {
    let ledger = readLedger([], undefined, 'file');
    const texts: string[] = [];
    for (const state of ['unclear', 'confirmed', 'unclear', 'confirmed'] as const) {
      const fingerprint = `v1:${'0'.repeat(31)}${texts.length}`;
      const line = {
        state,
        operation: 'update',
        fingerprint,
        atMs: 0,
        tabId: 1,
        place: '01234567',
        name: 'URL a',
      } as const;
      const changed = withChange(ledger, { settled: [{ line, body: '' }], closed: [], opened: [] });
      ({ ledger } = changed);
      texts.push(...changed.rows.map(([text]) => text));
    }
    expect(indexesToKeep(texts, ledger)).toEqual([1, 2, 3]);
  });

  it('without the lines of buckets that are not believed', () => {
    const { texts } = confirmedTimes(2, 300);
    expect(indexesToKeep(texts, readLedger(texts, undefined, 'copy'))).toEqual([texts.length - 1]);
  });
});

describe('bodies', () => {
  const texts = (bytes: readonly number[]) =>
    bytes.map((one, index) => `v1 1 confirmed update - 1 7 ${one} 0123abcd MLSNumber A${index}`);

  it('are too many beyond 20 MB', () => {
    const ledger = readLedger(texts([20_000_000]), undefined, 'file');
    expect(hasTooManyBodies(ledger)).toBe(false);
    expect(hasTooManyBodies({ ...ledger, bodyBytes: 20_000_001 })).toBe(true);
  });

  it('stay while they take 15 MB or less', () => {
    expect(bodiesToDrop(texts([5_000_000, 5_000_000, 5_000_000]))).toEqual({ lines: 0, bytesLeft: 15_000_000 });
  });

  it('leave from the top where they take more', () => {
    expect(bodiesToDrop(texts([1, 5_000_000, 9_000_000, 1_000_000]))).toEqual({ lines: 1, bytesLeft: 15_000_000 });
    expect(bodiesToDrop(texts([8_000_000, 8_000_000, 8_000_000]))).toEqual({ lines: 2, bytesLeft: 8_000_000 });
  });
});

import { describe, expect, it } from 'vitest';
import { contentTag, formatOpen, keyHashOf, MANY_CONTENTS, parseOpen } from '../../../src/core/ledger/open-tries.ts';

const TRY = { keyHash: keyHashOf('0123abcd mlsnumber a1'), content: 'deadbeef' };

describe('the cell that says which requests are open', () => {
  it('holds 16 digits for each, and is written even where there is none any more', () => {
    expect(formatOpen(7, [])).toEqual(['open 7 ']);
    const [text = ''] = formatOpen(7, [TRY, { keyHash: 1, content: MANY_CONTENTS }]);
    expect(text).toMatch(/^open 7 [0-9a-f]{8}deadbeef0000000100000000$/);
    expect(parseOpen(text)).toEqual({ number: 7, tries: [TRY, { keyHash: 1, content: MANY_CONTENTS }] });
  });

  it('is several cells where it would not fit into one', () => {
    const tries = Array.from({ length: 3001 }, (_, keyHash) => ({ keyHash, content: 'deadbeef' }));
    const texts = formatOpen(8, tries);
    expect(texts.map((text) => text.length)).toEqual([48_007, 23]);
    expect(texts.flatMap((text) => parseOpen(text)?.tries ?? [])).toEqual(tries);
  });

  it.each(['', 'open', 'open 7', 'open 7 xyz', 'open x ', 'open 7 0000000100000000f'])('is not “%s”', (text) => {
    expect(parseOpen(text)).toBeUndefined();
  });

  it('stands for a content by the first digits of its fingerprint', () => {
    expect(contentTag('v1:0123456789abcdef0123456789abcdef')).toBe('01234567');
    expect(contentTag('')).toBe(MANY_CONTENTS);
  });
});

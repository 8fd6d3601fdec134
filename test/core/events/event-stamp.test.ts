import { describe, expect, it } from 'vitest';
import { EVENT_FIELDS } from '../../../src/core/events/event-fields.ts';
import {
  cellHash,
  formatStamp,
  LONGEST_STAMP,
  lineHash,
  linesHash,
  parseStamp,
  stampedId,
} from '../../../src/core/events/event-stamp.ts';

const order = (number: number) => `0mc16qyo0${'0mc24egbo'}${String(number).padStart(6, '0')}`;

describe('the stamp of a row', () => {
  const stamp = {
    listingId: 'A;1%',
    mlsHashes: ['abcdef'],
    content: order(2),
    existence: '0mc4iry80p',
    status: 'Active; 50%',
    cells: new Map([
      ['A', { hash: cellHash('x'), order: order(1) }],
      ['j', { hash: cellHash(''), order: order(2) }],
    ]),
  };

  it('is read as it was written', () => {
    expect(parseStamp(formatStamp(stamp))).toEqual(stamp);
  });

  it('never has more than 700 characters', () => {
    const cells = new Map(
      EVENT_FIELDS.map(({ code }, index) => [code, { hash: cellHash(code), order: order(index) }] as const),
    );
    const long = { ...stamp, listingId: stampedId('9'.repeat(500)), status: 'x'.repeat(99), cells };
    const hashes = ['abcdef', 'bcdefa', 'cdefab'];
    expect(formatStamp({ ...long, mlsHashes: hashes }).length).toBeLessThanOrEqual(LONGEST_STAMP);
    const odd = { ...long, mlsHashes: hashes, listingId: stampedId(';'.repeat(90)) };
    expect(formatStamp(odd).length).toBeLessThanOrEqual(LONGEST_STAMP);
  });

  it.each(['', 'e1', 'push-2025', 'e2;a;b;c;d;e;f;g'])('is not “%s”', (text) => {
    expect(parseStamp(text)).toBeUndefined();
  });

  it('knows a cell by its lines and their order', () => {
    expect(linesHash(['a', 'b'].map(lineHash))).toBe(cellHash('a\nb'));
    const texts = ['', 'a', 'b', 'a\nb', 'b\na', 'a\n', '\na', 'ab', 'a\nb\n', 'a\na', 'a\na\na'];
    expect(new Set(texts.map(cellHash)).size).toBe(texts.length);
    for (const text of texts) expect(cellHash(text)).toMatch(/^[0-9a-z]{6}$/);
  });

  it('has a code of its own for every column', () => {
    expect(new Set(EVENT_FIELDS.map(({ code }) => code)).size).toBe(EVENT_FIELDS.length);
  });
});

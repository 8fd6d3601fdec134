import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  confirmedAtMs,
  formatLine,
  keyIn,
  LEDGER_OPERATIONS,
  LEDGER_STATES,
  type LedgerLine,
  ledgerKey,
  ledgerPlace,
  numberIn,
  parseLine,
  saysUnclear,
} from '../../../src/core/ledger/ledger-line.ts';

const FINGERPRINT = 'v1:0123456789abcdef0123456789abcdef';

const LINE: LedgerLine = {
  number: 12,
  state: 'confirmed',
  operation: 'update',
  fingerprint: FINGERPRINT,
  atMs: 1_764_000_000_000,
  tabId: 4711,
  bodyBytes: 1834,
  place: '0123abcd',
  name: 'MLSNumber SR24',
};

const TEXT = `v1 12 confirmed update ${FINGERPRINT} 1764000000000 4711 1834 0123abcd MLSNumber SR24`;

describe('a line of the ledger', () => {
  it('is a text with everything that is known of a key, its name last', () => {
    expect(formatLine(LINE)).toBe(TEXT);
    expect(parseLine(TEXT)).toEqual(LINE);
  });

  it('says with a dash that its content is not known', () => {
    const text = TEXT.replace(FINGERPRINT, '-').replace('confirmed', 'unclear');
    expect(parseLine(text)).toEqual({ ...LINE, state: 'unclear', fingerprint: '' });
    expect(saysUnclear(text)).toBe(true);
    expect(saysUnclear(TEXT)).toBe(false);
  });

  it('is read again as it was written, whatever the name holds', () => {
    const hex = (length: number) =>
      fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
    const lines = fc.record({
      number: fc.integer({ min: 1, max: 999_999_999 }),
      state: fc.constantFrom(...LEDGER_STATES),
      operation: fc.constantFrom(...LEDGER_OPERATIONS),
      fingerprint: fc.oneof(
        fc.constant(''),
        hex(32).map((digits) => `v1:${digits}`),
      ),
      atMs: fc.integer({ min: 0, max: 9_999_999_999_999 }),
      tabId: fc.integer({ min: 0, max: 2_147_483_647 }),
      bodyBytes: fc.integer({ min: 0, max: 200_000 }),
      place: hex(8),
      name: fc.string({ unit: 'grapheme', minLength: 1 }),
    });
    fc.assert(
      fc.property(lines, (line) => {
        const text = formatLine(line);
        expect(parseLine(text)).toEqual(line);
        expect(keyIn(text)).toBe(ledgerKey(line));
        expect(numberIn(text)).toBe(line.number);
        expect(saysUnclear(text)).toBe(line.state === 'unclear');
        const isConfirmed = ['confirmed', 'deleted'].includes(line.state) && line.fingerprint !== '';
        expect(confirmedAtMs(text, line.fingerprint)).toBe(isConfirmed ? line.atMs : undefined);
        expect(confirmedAtMs(text, 'v1:00000000000000000000000000000000x')).toBeUndefined();
      }),
    );
  });

  it.each([
    '',
    'hello',
    'v2 12 confirmed update - 1 1 1 0123abcd MLSNumber A1',
    'v1 12 confirmed update - 1 1 1 0123abcd ',
    'v1 12 sold update - 1 1 1 0123abcd MLSNumber A1',
    'v1 12 confirmed paint - 1 1 1 0123abcd MLSNumber A1',
    'v1 twelve confirmed update - 1 1 1 0123abcd MLSNumber A1',
  ])('is not what somebody typed: “%s”', (text) => {
    expect(parseLine(text)).toBeUndefined();
  });

  it('is about one key however the name is written, and about another one in another chatbot or at another address', () => {
    const place = ledgerPlace('', 'bot-1');
    expect(ledgerKey({ place, name: 'MLSNumber SR24' })).toBe(ledgerKey({ place, name: 'MLSNumber sr24' }));
    const places = [place, ledgerPlace('', 'bot-2'), ledgerPlace('https://other.example', 'bot-1')];
    expect(new Set(places).size).toBe(3);
    expect(ledgerPlace('https://usapi.hottask.com', 'bot-1')).toBe(place);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readId } from '../../../../src/core/listing/cell/read-id.ts';
import { readState } from '../../../../src/core/listing/cell/read-state.ts';
import { readExtension, readText } from '../../../../src/core/listing/cell/read-text.ts';
import { fitZipToState, readZip } from '../../../../src/core/listing/cell/read-zip.ts';
import { states } from '../../../../src/core/listing/vocabulary/state-codes.ts';
import { checkbox, dateCell, numberCell, outcomeOf, textCell } from '../cells.ts';

describe('an ID', () => {
  test.each([
    [textCell('ML81707355'), 'ML81707355'],
    [textCell('VAFX1154528'), 'VAFX1154528'],
    [textCell('Plan-61472984'), 'Plan-61472984'],
    [textCell(' 12345 '), '12345'],
    [textCell('12345\u00a0\u200b'), '12345'],
    [textCell('007'), '007'],
    [textCell('1E5'), '1E5'],
    [textCell('12345678901234567890'), '12345678901234567890'],
    [numberCell(12_345), '12345'],
    [numberCell(20_251_013_605), '20251013605'],
    [numberCell(20_251_013_605, '20,251,013,605'), '20251013605'],
    [numberCell(20_251_013_605, '20.251.013.605'), '20251013605'],
    [numberCell(20_251_013_605, '20251013605.00'), '20251013605'],
    [numberCell(1_234, '01234'), '01234'],
    [numberCell(1_234, 'ML01234'), 'ML01234'],
    [textCell(''), 'empty'],
    [textCell('N/A'), 'empty'],
    [textCell('0'), 'empty'],
    [numberCell(0), 'empty'],
  ])('in the cell %j is %s', (cell, outcome) => {
    expect(outcomeOf(readId(cell, 'an ID'))).toBe(outcome);
  });

  test.each([
    textCell('2.03E+10'),
    textCell('1,5E+12'),
    numberCell(100_000, '1.00E+05'),
    numberCell(12_345_678_901_234_568, '1.23457E+16'),
    numberCell(12.5),
    numberCell(-5),
  ])('in the cell %j has lost its digits', (cell) => {
    expect(readId(cell, 'an ID')).toMatchObject({
      kind: 'unreadable',
      because: expect.stringContaining('format the column as plain text'),
    });
  });

  test.each([checkbox(true), dateCell('2026-01-02', '1-2'), textCell('#REF!')])('is not in the cell %j', (cell) => {
    expect(readId(cell, 'an ID').kind).toBe('unreadable');
  });

  test('keeps every digit of a number cell up to 15', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999_999 }), (id) => {
        expect(readId(numberCell(id), 'an ID')).toEqual({ kind: 'value', value: String(id) });
      }),
    );
  });
});

describe('a postal code', () => {
  test.each([
    [textCell('94109'), '94109'],
    [textCell('94109.0'), '94109'],
    [textCell('98122-1234'), '98122-1234'],
    [textCell('48238 3822'), '48238-3822'],
    [textCell('981221234'), '98122-1234'],
    [numberCell(981_221_234), '98122-1234'],
    [textCell('K2P 1L4'), 'K2P 1L4'],
    [textCell('k2p1l4'), 'K2P 1L4'],
    [textCell('SW1A 1AA'), 'SW1A 1AA'],
    [textCell('01310-100'), '01310-100'],
    [textCell('00-950'), '00-950'],
    [textCell(' 02139 '), '02139'],
    [numberCell(94_109), '94109'],
    [numberCell(94_109, '94.109'), '94109'],
    [numberCell(2_139, '02139'), '02139'],
    [numberCell(2_139), '2139'],
    [textCell(''), 'empty'],
    [textCell('98-1234'), 'unreadable'],
    [textCell('Springfield'), 'unreadable'],
    [numberCell(94_109.5), 'unreadable'],
    [dateCell('2026-01-02'), 'unreadable'],
    [checkbox(true), 'unreadable'],
  ])('in the cell %j is %s', (cell, outcome) => {
    expect(outcomeOf(readZip(cell))).toBe(outcome);
  });

  test.each([
    ['2139', 'MA', '02139'],
    ['501', 'NY', '00501'],
    ['7030', 'NJ', '07030'],
    ['601', 'PR', '00601'],
    ['21391234', 'MA', '02139-1234'],
    ['94109', 'CA', '94109'],
    ['2000', 'New South Wales', '2000'],
    ['2000', undefined, '2000'],
    ['K2P 1L4', 'ON', 'K2P 1L4'],
    ['462001', 'MP', '462001'],
  ])('%s in %s is %s', (zip, state, outcome) => {
    expect(outcomeOf(fitZipToState(zip, state))).toBe(outcome);
  });

  test('that the state cannot have is kept, for the state may be abroad, and noted', () => {
    expect(fitZipToState('6000', 'WA')).toEqual({ kind: 'value', value: '6000', note: '“6000” is no ZIP Code of WA' });
    expect(fitZipToState('2139', 'CA')).toEqual({ kind: 'value', value: '2139', note: '“2139” is no ZIP Code of CA' });
  });
});

describe('a state', () => {
  test.each([
    ['California', 'CA'],
    ['Calif.', 'CA'],
    ['CA ', 'CA'],
    ['ca', 'CA'],
    ['US-CA', 'CA'],
    ['N. Carolina', 'NC'],
    ['ND', 'ND'],
    ['Washington, D.C.', 'DC'],
    ['Ontario', 'ON'],
    ['québec', 'QC'],
    ['Colombie-Britannique', 'BC'],
    ['New South Wales', 'New South Wales'],
    ['NSW', 'NSW'],
    ['N/A', 'empty'],
  ])('written %j is %s', (text, outcome) => {
    expect(outcomeOf(readState(textCell(text)))).toBe(outcome);
  });

  test('is never a number', () => {
    expect(readState(numberCell(5)).kind).toBe('unreadable');
  });

  test.each(states())('$name is $code by every spelling in any case', ({ code, name, alsoWritten }) => {
    for (const spelling of [code, name, ...alsoWritten]) {
      expect(outcomeOf(readState(textCell(spelling.toUpperCase())))).toBe(code);
      expect(outcomeOf(readState(textCell(spelling.toLowerCase())))).toBe(code);
    }
  });
});

describe('text', () => {
  test.each([
    [textCell('  A “fine” home\u00a0by the sea\u200b '), 'A “fine” home by the sea'],
    [textCell('Line one\r\nline two'), 'Line one\nline two'],
    [textCell('=IMPORTXML("https://a.com")'), '=IMPORTXML("https://a.com")'],
    [textCell('+49 30 123'), '+49 30 123'],
    [textCell('Family 👨‍👩‍👧 home'), 'Family 👨‍👩‍👧 home'],
    [textCell('SAN DIEGO'), 'SAN DIEGO'],
    [textCell('5510, 5512 Whitfield St'), '5510, 5512 Whitfield St'],
    [numberCell(1_234, '1,234'), '1234'],
    [numberCell(1_234, '1.234'), '1234'],
    [numberCell(2.5, '2,5'), '2.5'],
    [textCell('Unknown'), 'empty'],
    [textCell('#N/A'), 'unreadable'],
    [dateCell('2026-01-02', '1/2'), 'unreadable'],
    [checkbox(false), 'unreadable'],
  ])('in the cell %j is %j', (cell, outcome) => {
    expect(outcomeOf(readText(cell, 'text'))).toBe(outcome);
  });

  test('that is very long is sent whole, with a note', () => {
    const long = 'a'.repeat(10_001);
    expect(readText(textCell(long), 'text')).toEqual({
      kind: 'value',
      value: long,
      note: 'the text has 10001 characters, which a chatbot may cut',
    });
  });

  test('of an extra column keeps dates and checkboxes', () => {
    expect(outcomeOf(readExtension(dateCell('2026-01-02', '1/2/2026'), 'text'))).toBe('2026-01-02');
    expect(outcomeOf(readExtension(checkbox(true), 'text'))).toBe('Yes');
    expect(outcomeOf(readExtension(textCell(' Pool '), 'text'))).toBe('Pool');
  });
});

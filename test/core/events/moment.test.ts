import { describe, expect, it } from 'vitest';
import { readDay, readMoment, readPastMoment } from '../../../src/core/events/moment.ts';

const AT = (iso: string) => Date.parse(iso);

describe('a moment', () => {
  it.each([
    ['2025-06-18T09:11:20Z', '2025-06-18T09:11:20.000Z'],
    ['2025-06-18T09:11:20.655Z', '2025-06-18T09:11:20.655Z'],
    ['2025-06-18T09:11:20.5-04:00', '2025-06-18T13:11:20.500Z'],
    ['2025-06-18T09:11:20.1234567Z', '2025-06-18T09:11:20.123Z'],
    ['2025-06-18T09:11:20.07-05:00', '2025-06-18T14:11:20.070Z'],
    ['2025-06-18T09:11:20+05:30', '2025-06-18T03:41:20.000Z'],
    ['2025-06-18T09:11:20-0800', '2025-06-18T17:11:20.000Z'],
    ['2025-06-18T09:11:20-05', '2025-06-18T14:11:20.000Z'],
    ['2025-06-18T09:11Z', '2025-06-18T09:11:00.000Z'],
    ['2025-06-18T00:00:00', '2025-06-18T00:00:00.000Z'],
    ['2025-06-18 09:11:20', '2025-06-18T09:11:20.000Z'],
    ['2025-06-18', '2025-06-18T00:00:00.000Z'],
    ['2025-06-18T24:00:00Z', '2025-06-19T00:00:00.000Z'],
    ['2024-02-29T12:00:00z', '2024-02-29T12:00:00.000Z'],
    ['1750237880655', '2025-06-18T09:11:20.655Z'],
  ])('%s is %s', (text, moment) => {
    expect(readMoment(text)).toBe(AT(moment));
  });

  it('is also a number of milliseconds or seconds', () => {
    expect(readMoment(1_750_237_880_655)).toBe(1_750_237_880_655);
    expect(readMoment(1_750_237_880)).toBe(1_750_237_880_000);
  });

  it.each([
    '2025-02-30T00:00:00Z',
    '2025-02-29',
    '2025-13-01',
    '2025-06-00',
    '0001-01-01T00:00:00',
    '2025-06-18T24:00:01Z',
    '2025-06-18T09:61:00Z',
    '2025-06-18T09:11:20+24:00',
    '18/06/2025',
    'soon',
    '',
  ])('is not “%s”', (text) => {
    expect(readMoment(text)).toBeUndefined();
  });

  it('orders nothing when it lies more than 26 hours ahead of our clock', () => {
    const now = AT('2025-06-18T00:00:00Z');
    expect(readPastMoment('2025-06-19T01:59:00Z', now)).toBe(AT('2025-06-19T01:59:00Z'));
    expect(readPastMoment('2025-06-19T02:01:00Z', now)).toBeUndefined();
  });

  it('is a day as it is written, whatever the zone', () => {
    expect(readDay('2025-06-18T23:59:59.9-08:00')).toBe('2025-06-18');
    expect(readDay('0001-01-01T00:00:00')).toBeUndefined();
  });
});

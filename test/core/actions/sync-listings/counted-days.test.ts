/** Days that are counted from a date do not make every dated listing a changed one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../../../src/core/actions/fingerprint.ts';
import { syncStep } from '../../../../src/core/actions/sync-listings/sync-step.ts';
import type { RowValues } from '../../../../src/core/listing/listing-reading.ts';
import type { DaysPolicy } from '../../../../src/core/listing/policies.ts';
import { listingRow, listingTab } from '../../engine/listings.ts';

const VALUES: RowValues = { MLSNumber: 'A100', DaysOnMarket: 20, Description: 'say "DaysOnMarket":7' };

interface Night {
  readonly today?: string;
  readonly days?: number;
  readonly since?: string | undefined;
  readonly policy?: DaysPolicy;
  readonly values?: RowValues;
}

/** The fingerprint of a row in a night's sync. */
function fingerprint({ today = '2026-11-21', days = 20, since, policy = 'weekly', values = VALUES }: Night): string {
  const row = listingRow({ ...values, DaysOnMarket: days }, since === undefined ? {} : { daysSince: since });
  const step = syncStep(row, {
    ...listingTab({ countedDays: policy, keyTypes: ['MLSNumber'], missing: 'send' }),
    today,
  });
  if (step.kind !== 'send') throw new Error(JSON.stringify(step));
  return fingerprintOf(step.operation);
}

const since = '2026-11-01';
const WEEK = Array.from({ length: 7 }, (_, index) => ({ today: `2026-11-${22 + index}`, days: 21 + index, since }));

/** The nights of a week in which the row counts as changed. */
const nightsThatSend = (more: Night) =>
  WEEK.filter((night, index) => {
    const before = { today: `2026-11-${21 + index}`, days: 20 + index, since };
    return fingerprint({ ...night, ...more }) !== fingerprint({ ...before, ...more });
  }).length;

describe('days counted from a date', () => {
  test('change a listing once a week', () => expect(nightsThatSend({ policy: 'weekly' })).toBe(1));
  test('change it every night where the tab says so', () => expect(nightsThatSend({ policy: 'daily' })).toBe(7));
  test('change it never where the tab says so', () => expect(nightsThatSend({ policy: 'withChanges' })).toBe(0));

  test('change it where the date was corrected', () => {
    for (const policy of ['weekly', 'daily', 'withChanges'] as const) {
      const corrected = fingerprint({ days: 30, since: '2026-10-22', policy });
      expect(corrected).not.toBe(fingerprint({ since, policy }));
    }
  });

  test('hide no other change', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 0 }), (one, other, days) => {
        const of = (Description: string) => fingerprint({ days, since, values: { ...VALUES, Description } });
        expect(of(one) === of(other)).toBe(one === other);
      }),
    );
  });
});

test('days that are written as a number count as they are', () => {
  expect(fingerprint({ days: 21 })).not.toBe(fingerprint({ days: 20 }));
  expect(fingerprint({ today: '2026-12-30' })).toBe(fingerprint({}));
});

test('what is sent has the days of today, whatever the fingerprint says', () => {
  const step = syncStep(listingRow(VALUES, { daysSince: since }), listingTab({ keyTypes: ['MLSNumber'] }));
  expect(step).toMatchObject({ operation: { bodyText: expect.stringContaining('"DaysOnMarket":20,') } });
});

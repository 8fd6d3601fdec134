import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  due,
  type LocalHour,
  type LocalHourAt,
  newestSlot,
  nextSlot,
  type When,
} from '../../../src/core/schedule/due.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const AT_SEVEN: When = { kind: 'daily', hour: 7, weekdays: EVERY_DAY };
const ON_WORKDAYS: When = { kind: 'daily', hour: 7, weekdays: [1, 2, 3, 4, 5] };
const HOURLY: When = { kind: 'hourly' };

/** The wall of a zone, by the machine's own table of zones. */
function wallOf(timeZone: string): LocalHourAt {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit' } as const;
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, ...parts });
  const known = new Map<number, LocalHour>();
  return (ms) => {
    const text = known.get(ms) ?? format.format(ms).replace(' ', 'T').replace(' kl. ', 'T').slice(0, 13);
    known.set(ms, text);
    return text;
  };
}

const at = (now: LocalHour, when: When, lastSlot: LocalHour = '') => due({ when, lastSlot }, 0, () => now);

describe('a schedule is due', () => {
  // 2026-11-21 is a Saturday.
  test.each<[string, LocalHour, When, LocalHour, LocalHour | undefined]>([
    ['in its hour', '2026-11-21T07', AT_SEVEN, '2026-11-20T07', '2026-11-21T07'],
    ['once', '2026-11-21T07', AT_SEVEN, '2026-11-21T07', undefined],
    ['not before its hour', '2026-11-21T06', AT_SEVEN, '2026-11-20T07', undefined],
    ['later that day, when it was missed', '2026-11-21T22', AT_SEVEN, '2026-11-20T07', '2026-11-21T07'],
    ['until its next slot begins', '2026-11-22T06', AT_SEVEN, '2026-11-19T07', '2026-11-21T07'],
    ['once for several that were missed', '2026-11-25T09', AT_SEVEN, '2026-11-19T07', '2026-11-25T07'],
    ['on its weekdays only', '2026-11-21T07', ON_WORKDAYS, '2026-11-20T07', undefined],
    ['for a day, not until Monday', '2026-11-21T07', ON_WORKDAYS, '2026-11-19T07', undefined],
    ['in the night after its weekday', '2026-11-21T06', ON_WORKDAYS, '2026-11-19T07', '2026-11-20T07'],
    ['every hour', '2026-11-21T06', HOURLY, '2026-11-21T05', '2026-11-21T06'],
    ['once an hour', '2026-11-21T06', HOURLY, '2026-11-21T06', undefined],
    ['for the hour that is, when hours were missed', '2026-11-21T09', HOURLY, '2026-11-21T05', '2026-11-21T09'],
  ])('%s', (_, now, when, lastSlot, expected) => expect(at(now, when, lastSlot)).toBe(expected));
});

describe('where clocks change', () => {
  const newYork = wallOf('America/New_York');
  const spring = Date.UTC(2026, 2, 8, 7); // 02:00 becomes 03:00
  const autumn = Date.UTC(2026, 10, 1, 5); // 01:00 comes twice, at 05:00 and 06:00 UTC
  const at2: When = { kind: 'daily', hour: 2, weekdays: EVERY_DAY };
  const at1: When = { kind: 'daily', hour: 1, weekdays: EVERY_DAY };

  test('a daily slot in the hour that spring skips begins with the next one', () => {
    expect(newYork(spring)).toBe('2026-03-08T03');
    expect(due({ when: at2, lastSlot: '2026-03-07T02' }, spring, newYork)).toBe('2026-03-08T02');
    expect(due({ when: at2, lastSlot: '2026-03-07T02' }, spring - 1, newYork)).toBeUndefined();
  });

  test('an hourly schedule has no slot in it', () => {
    expect(due({ when: HOURLY, lastSlot: '2026-03-08T01' }, spring, newYork)).toBe('2026-03-08T03');
  });

  test.each([HOURLY, at1])('the hour that autumn doubles is done once (%o)', (when) => {
    const first = due({ when, lastSlot: '2026-10-31T01' }, autumn, newYork);
    expect(first).toBe('2026-11-01T01');
    expect(due({ when, lastSlot: first ?? '' }, autumn + HOUR_MS, newYork)).toBeUndefined();
  });
});

test.each<[LocalHour, When, LocalHour | undefined]>([
  ['2026-11-21T06', AT_SEVEN, '2026-11-21T07'],
  ['2026-11-21T07', AT_SEVEN, '2026-11-22T07'],
  ['2026-11-20T07', ON_WORKDAYS, '2026-11-23T07'],
  ['2026-12-31T23', HOURLY, '2027-01-01T00'],
  ['2026-11-21T06', { kind: 'daily', hour: 7, weekdays: [] }, undefined],
])('after %s the next slot of %j is %s', (now, when, expected) => expect(nextSlot(when, now)).toBe(expected));

/** Two years from here, with two changes of the clock in each direction where there are any. */
const FROM_MS = Date.UTC(2025, 11, 31);
const DAYS = process.env.LISTING_SYNC_MATRIX === 'full' ? 730 : 380;
const ZONES = [
  'Etc/UTC',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe', // shifts by half an hour
  'America/St_Johns', // 3 h 30 min behind
  'Asia/Kolkata', // never shifts
  'Asia/Kathmandu', // 5 h 45 min ahead
  'Pacific/Kiritimati', // 14 h ahead
  'America/Santiago', // midnight is the hour that is skipped
  'Africa/Casablanca', // shifts back for Ramadan, by the moon
  'Antarctica/Troll', // shifts by two hours
];
const walls = new Map(ZONES.map((zone) => [zone, wallOf(zone)]));

/** All slots of a schedule, found by looking at the wall every half hour, on which all zones turn. */
function slotsOnWall(wall: LocalHourAt, when: When): ReadonlySet<LocalHour> {
  const hours: LocalHour[] = [];
  for (let ms = FROM_MS; ms < FROM_MS + DAYS * DAY_MS; ms += HOUR_MS / 2) hours.push(wall(ms));
  if (when.kind === 'hourly') return new Set(hours);
  const days = [...new Set(hours.map((hour) => hour.slice(0, 10)))];
  const isChosen = (day: string) => when.weekdays.includes(new Date(`${day}T12:00:00Z`).getUTCDay() || 7);
  return new Set(days.filter(isChosen).map((day) => `${day}T${String(when.hour).padStart(2, '0')}`));
}

/** The hours that a clock skips or doubles within the years looked at. */
function oddHours(wall: LocalHourAt): readonly number[] {
  const odd = new Set<number>();
  for (let ms = FROM_MS; ms < FROM_MS + DAYS * DAY_MS; ms += HOUR_MS) {
    const [before, after] = [wall(ms), wall(ms + HOUR_MS)].map((hour) => Date.parse(`${hour}:00:00Z`));
    const steps = ((after ?? 0) - (before ?? 0)) / HOUR_MS;
    const hourBefore = new Date(before ?? 0).getUTCHours();
    if (steps <= 0) odd.add(hourBefore);
    for (let skipped = 1; skipped < steps; skipped += 1) odd.add((hourBefore + skipped) % 24);
  }
  return [...odd];
}

test('zones differ in the hours that are skipped or doubled', () => {
  const odd = Object.fromEntries(ZONES.map((zone) => [zone, [...oddHours(walls.get(zone) ?? wallOf(zone))].sort()]));
  expect(odd).toMatchObject({
    'Etc/UTC': [],
    'Asia/Kolkata': [],
    'Asia/Kathmandu': [],
    'Pacific/Kiritimati': [],
    'America/New_York': [1, 2],
    'Europe/Berlin': [2],
  });
});

describe.each(ZONES)('over two years in %s', (zone) => {
  const wall = walls.get(zone) ?? wallOf(zone);
  const whens = fc.oneof(
    fc.constant<When>(HOURLY),
    fc.record({
      kind: fc.constant('daily' as const),
      hour: fc.nat(23),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    }),
  );
  const MINUTES = [0, 29, 30, 59];
  const minutes = fc.constantFrom(...MINUTES);
  // The hours that are skipped or doubled are never left to luck.
  const examples = [
    HOURLY,
    ...oddHours(wall).map((hour): When => ({ kind: 'daily', hour, weekdays: EVERY_DAY })),
  ].flatMap((when) => MINUTES.map((minute): [When, number] => [when, minute]));
  const runs = { numRuns: process.env.LISTING_SYNC_MATRIX === 'full' ? 100 : 3 };

  test('each slot that Google calls in is done exactly once, and no day is left out', () => {
    fc.assert(
      fc.property(whens, minutes, (when, minute) => {
        const done: LocalHour[] = [];
        const met: LocalHour[] = [];
        for (let ms = FROM_MS + minute * 60_000; ms < FROM_MS + DAYS * DAY_MS; ms += HOUR_MS) {
          const slot = due({ when, lastSlot: done.at(-1) ?? '' }, ms, wall);
          if (slot !== undefined) done.push(slot);
          met.push(wall(ms));
        }
        // Where a clock jumps by half an hour, calls may pass over what is left of an hour.
        const expected = when.kind === 'hourly' ? [...new Set(met)] : [...slotsOnWall(wall, when)];
        const [from, to] = [wall(FROM_MS + DAY_MS), wall(FROM_MS + (DAYS - 2) * DAY_MS)];
        const inside = (slots: readonly LocalHour[]) => slots.filter((slot) => slot > from && slot < to);
        expect(inside(done)).toEqual(inside(expected.sort()));
      }),
      { ...runs, numRuns: runs.numRuns + examples.length, examples },
    );
  });

  test('no slot is done twice or out of order, whichever calls are lost, doubled or late', () => {
    fc.assert(
      fc.property(whens, fc.infiniteStream(fc.integer({ min: 0, max: 5 })), (when, luck) => {
        const done: LocalHour[] = [];
        const offered = slotsOnWall(wall, when);
        for (let ms = FROM_MS + 2 * DAY_MS; ms < FROM_MS + DAYS * DAY_MS; ms += HOUR_MS) {
          const drawn = luck.next().value ?? 0;
          const times = drawn === 0 ? 0 : drawn === 1 ? 2 : 1;
          for (let time = 0; time < times; time += 1) {
            const slot = due({ when, lastSlot: done.at(-1) ?? '' }, ms + Math.min(drawn, 2) * 29 * 60_000, wall);
            if (slot !== undefined) done.push(slot);
          }
        }
        expect(done).toEqual([...new Set(done)].sort());
        expect(done.filter((slot) => !offered.has(slot))).toEqual([]);
        if (when.kind === 'daily') expect(done.length).toBeGreaterThan(0);
      }),
      runs,
    );
  });
});

test('a slot that is due is the newest one', () => {
  fc.assert(
    fc.property(fc.nat(23), fc.nat(23), (hour, now) => {
      const when: When = { kind: 'daily', hour, weekdays: EVERY_DAY };
      const nowHour = `2026-11-21T${String(now).padStart(2, '0')}`;
      const next = nextSlot(when, nowHour) ?? '';
      expect([newestSlot(when, nowHour) ?? '', nowHour, next].join() <= next.repeat(3)).toBe(true);
      expect((newestSlot(when, nowHour) ?? '') <= nowHour && nowHour < next).toBe(true);
    }),
    { numRuns: 100 },
  );
});

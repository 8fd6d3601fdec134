/** Platforms that are down, limit their rate or break down over rows: how often they are asked, and how the run ends. */
import { afterEach, describe, expect, test } from 'vitest';
import { openSheet, type SheetOptions, type TestSheet } from './listing-sheet.ts';
import { openListingSheet } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const sync = { action: 'sync', scope: 'tab' } as const;

async function openListings(numbers: readonly string[], more: SheetOptions = {}): Promise<void> {
  sheet = await openListingSheet(numbers, more);
}

describe('a platform that cannot take the rows now', () => {
  test('is not asked a thousand times by a run when it asks for an hour of silence', async () => {
    await openListings(Array.from({ length: 100 }, (_, index) => `A${index}`));
    sheet.platform.faults.add({ fault: { kind: 'status', status: 429, retryAfterSeconds: 3_600 } });
    const progress = await sheet.run(sync);
    expect(progress).toMatchObject({ state: 'stopped', failure: { kind: 'platformUnreachable' }, counts: {} });
    expect(progress.message).toContain('asks to wait 60 minutes');
    expect(sheet.requests()).toHaveLength(10);
    expect(new Set(sheet.column('Sync status'))).toEqual(new Set(['']));
  });

  test.each([
    ['breaks down over everything', { kind: 'status', status: 500 }],
    ['asks to wait a minute again and again', { kind: 'status', status: 429, retryAfterSeconds: 60 }],
  ] as const)('because it %s stops a run in the end, and a later run sends everything', async (_, fault) => {
    await openListings(Array.from({ length: 100 }, (_row, index) => `A${index}`));
    sheet.platform.faults.add({ fault });
    expect(await sheet.run(sync)).toMatchObject({ state: 'stopped', failure: { kind: 'platformUnreachable' } });
    expect(sheet.requests().length).toBeLessThan(60);
    sheet.platform.faults.clear();
    expect(await sheet.run(sync)).toMatchObject({ state: 'finished', counts: { Updated: 100 } });
  });

  test.each([
    ['is down while many listings are deleted at once', 'delete', { kind: 'status', status: 500 }],
    ['answers everything with a page and status 200', 'sync', { kind: 'html', isAfterWrite: false }],
  ] as const)('because it %s is asked some fifty times', async (_, action, fault) => {
    await openListings(Array.from({ length: 300 }, (_row, index) => `A${index}`));
    sheet.platform.faults.add({ fault });
    expect(await sheet.run({ action, scope: 'tab' })).toMatchObject({ state: 'stopped' });
    expect(sheet.requests().length).toBeLessThan(60);
  });

  test.each([
    [5, 20],
    [8, 60],
    [15, 10],
    [45, undefined],
  ])('because it asks %i rows to wait again and again, %s seconds each time, ends the run', async (rows, seconds) => {
    await openListings(Array.from({ length: rows }, (_row, index) => `A${index}`));
    const wait = seconds === undefined ? {} : { retryAfterSeconds: seconds };
    sheet.platform.faults.add({ fault: { kind: 'status', status: 429, ...wait } });
    expect(await sheet.run(sync)).toMatchObject({ state: 'stopped', failure: { kind: 'platformUnreachable' } });
    expect(sheet.requests().length).toBeLessThan(60);
  });

  test('because it asks ten thousand chatbot rows to wait ends the run', async () => {
    const ids = Array.from({ length: 10_000 }, (_row, index) => index + 1);
    sheet = await openSheet([['ID', 'Name'], ...ids.map((id) => [String(id), `row ${id}`])], {
      platform: { rows: ids.map((ID) => ({ ID, Data: {} })) },
    });
    sheet.platform.faults.add({ fault: { kind: 'status', status: 429, retryAfterSeconds: 30 } });
    expect(await sheet.run({ action: 'push', scope: 'tab' })).toMatchObject({ state: 'stopped' });
    expect(sheet.requests().length).toBeLessThan(60);
  });

  test('because of rows that fail every time takes a good row below them that failed once, in one of the next runs', async () => {
    const numbers = Array.from({ length: 100 }, (_row, index) => `A${index + 100}`);
    await openListings([...numbers, 'B999']);
    const fault = { kind: 'status', status: 500 } as const;
    for (const bodyIncludes of ['"A1', '"B9']) sheet.platform.faults.add({ fault, bodyIncludes });
    // Each run stops before it comes to the end, so it takes some until all have failed.
    for (let run = 1; run <= 4; run += 1) await sheet.run(sync);
    expect(sheet.column('Sync status').at(-1)).toBe('Failed');
    sheet.platform.faults.clear();
    sheet.platform.faults.add({ fault, bodyIncludes: '"A1' });
    let runs = 0;
    for (; runs < 20 && sheet.column('Sync status').at(-1) === 'Failed'; runs += 1) await sheet.run(sync);
    expect(sheet.column('Sync status').at(-1)).toBe('Updated');
  });

  test.each([
    ['its first ten rows', '"A10'],
    ['thirty rows all over', '7"'],
  ])('because of %s takes all others nevertheless, in many chunks', async (_, bad) => {
    const numbers = Array.from({ length: 300 }, (_row, index) => `A${index + 100}`);
    await openListings(numbers);
    sheet.platform.faults.add({ fault: { kind: 'status', status: 500 }, bodyIncludes: bad });
    const failed = numbers.filter((number) => `"${number}"`.includes(bad)).length;
    const counts = { Updated: 300 - failed, Failed: failed };
    expect(await sheet.run(sync)).toMatchObject({ state: 'finished', counts });
  });

  test('because of more rows at the top than are believed takes the others in the next run', async () => {
    const numbers = Array.from({ length: 300 }, (_, index) => `A${index + 100}`);
    await openListings(numbers);
    sheet.platform.faults.add({ fault: { kind: 'status', status: 500 }, bodyIncludes: '"A1' });
    expect(await sheet.run(sync)).toMatchObject({ state: 'stopped' });
    await sheet.run(sync);
    const statuses = sheet.column('Sync status');
    expect(statuses.slice(0, 100)).not.toContain('Updated');
    expect(new Set(statuses.slice(100))).toEqual(new Set(['Updated']));
  });
});

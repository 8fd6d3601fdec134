/** The add-on at either side of what Google's pages leave open, one switch of the emulator at a time. */
import { describe, expect, test } from 'vitest';
import type { Edges } from '../../playground/apps-script/edges.ts';
import { openSheet, SLOW_READING, succeed, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRows, records } from './listings.ts';

const NUMBERS = ['A1', 'A2', 'A3'] as const;

const OTHER_SIDES: readonly Partial<Edges>[] = [
  { inserts: 'refused at the call' },
  { locksInDialog: 'kept' },
  { pendingWritesAtRelease: 'are sent' },
  { richTextOfNonText: 'null' },
  { rangeOfOtherTab: 'is refused' },
  { pendingWritesAtKill: 'sent' },
];

/** A tab with numbers among its cells and no room for the add-on's columns. */
async function withSheet(edges: Partial<Edges>, use: (sheet: TestSheet) => Promise<void>): Promise<void> {
  const sheet = await openSheet(listingRows(...NUMBERS), {
    platform: { listings: records(...NUMBERS) },
    emulator: { edges },
  });
  const width = sheet.emulator.hands.snapshot().tabs[0]?.columnCount ?? 0;
  sheet.emulator.hands.deleteColumns('Tab', LISTING_HEADERS.length + 1, width - LISTING_HEADERS.length);
  try {
    await use(sheet);
  } finally {
    await sheet.close();
  }
}

/** Menu and sidebar do what they are for. */
function worksByHand(edges: Partial<Edges>): Promise<void> {
  return withSheet(edges, async (sheet) => {
    sheet.emulator.hands.select('Tab', ['A2:A3']);
    await sheet.choose('checkSelectedRows');
    await sheet.choose('syncSelectedListings');
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated', '']);
    expect((await sheet.run({ action: 'sync', scope: 'tab' })).counts).toMatchObject({ Updated: 1 });
    sheet.emulator.hands.select('Tab', ['A4']);
    await sheet.choose('deleteSelectedListings');
    expect(sheet.column('Sync status')[2]).toBe('Deleted');
    expect(sheet.column('Ended', 'Sync log')).toEqual(['finished', 'finished', 'finished']);
  });
}

/** The rows of a command that had no time left are sent in the background. */
function goesOn(edges: Partial<Edges>): Promise<void> {
  return withSheet(edges, async (sheet) => {
    sheet.emulator.hands.select('Tab', ['A2:A4']);
    await sheet.emulator.call('syncSelectedListings', [], { source: 'menu', stall: SLOW_READING });
    for (let minute = 0; minute < 10; minute += 1) await sheet.emulator.advanceClock(60_000);
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated', 'Updated']);
  });
}

describe.each(OTHER_SIDES)('with %j', (edges) => {
  test('listings are synced, checked and deleted from menu and sidebar', () => worksByHand(edges));
  test('a command goes on in the background', () => goesOn(edges));
});

describe('a range beyond the grid that is refused only when it is used is never asked for', () => {
  const late = { rangeBeyondGrid: 'refused at use' } as const;
  test('by hand', () => worksByHand(late));
  test('in the background', () => goesOn(late));
});

test('a clock trigger without a spreadsheet: the command warns, the useless trigger goes, and Continue sends the rows', () =>
  withSheet({ clockTriggerDocument: 'missing' }, async (sheet) => {
    sheet.emulator.hands.select('Tab', ['A2:A4']);
    await sheet.emulator.call('syncSelectedListings', [], { source: 'menu', stall: SLOW_READING });
    expect(sheet.dialogs.at(-1)?.message).toContain(
      'if no status has changed after 6 minutes, nothing goes on by itself, and the sidebar is the way',
    );
    await sheet.emulator.advanceClock(10 * 60_000);
    expect(sheet.emulator.triggers()).toEqual([]);
    const { run } = succeed(await sheet.ask('getOverview'));
    expect(succeed(await sheet.ask('continueRun', { runId: run?.runId })).state).toBe('finished');
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated', 'Updated']);
  }));

test('where clock triggers know no spreadsheet all is done by hand', () =>
  worksByHand({ clockTriggerDocument: 'missing' }));

test.each([{ pendingWritesAtKill: 'sent' }, { pendingWritesAtRelease: 'are sent' }] as const)(
  'with %j a run that is killed anywhere is finished by running again',
  (edges) =>
    withSheet(edges, async (sheet) => {
      sheet.emulator.hands.select('Tab', ['A2:A4']);
      const { serviceCallCount } = await sheet.choose('syncSelectedListings');
      for (let at = 5; at <= serviceCallCount; at += 31) {
        sheet.emulator.hands.clear('Tab', 'U2:X4');
        await sheet.emulator.call('syncSelectedListings', [], { source: 'menu', killAfterServiceCall: at });
        await sheet.emulator.advanceClock(10 * 60_000);
        await sheet.choose('syncSelectedListings');
        expect(sheet.column('Sync status').filter((status) => !/^(Updated|Unchanged)$/.test(status))).toEqual([]);
      }
    }),
);

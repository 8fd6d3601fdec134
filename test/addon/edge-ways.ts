/** What the add-on must do whichever side of an open edge Google takes. */
import { expect } from 'vitest';
import type { Edges } from '../../playground/apps-script/edges.ts';
import { openSheet, SLOW_READING, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRows, records } from './listings.ts';

const NUMBERS = ['A1', 'A2', 'A3'] as const;

/** The sides that Google is not taken to be on, as far as everything works on them. */
export const OTHER_SIDES: readonly Partial<Edges>[] = [
  { inserts: 'refused at the call' },
  { locksInDialog: 'kept' },
  { pendingWritesAtRelease: 'are sent' },
  { richTextOfNonText: 'null' },
  { rangeOfOtherTab: 'is refused' },
  { pendingWritesAtKill: 'sent' },
];

/** A tab with numbers among its cells and no room for the add-on's columns. */
export async function withSheet(edges: Partial<Edges>, use: (sheet: TestSheet) => Promise<void>): Promise<void> {
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
export function worksByHand(edges: Partial<Edges>): Promise<void> {
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
export function goesOn(edges: Partial<Edges>): Promise<void> {
  return withSheet(edges, async (sheet) => {
    sheet.emulator.hands.select('Tab', ['A2:A4']);
    await sheet.emulator.call('syncSelectedListings', [], { source: 'menu', stall: SLOW_READING });
    for (let minute = 0; minute < 10; minute += 1) await sheet.emulator.advanceClock(60_000);
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated', 'Updated']);
  });
}

/** The add-on at either side of what Google's pages leave open, one switch of the emulator at a time. */
import { describe, expect, test } from 'vitest';
import { goesOn, OTHER_SIDES, withSheet, worksByHand } from './edge-ways.ts';
import { SLOW_READING, succeed } from './listing-sheet.ts';

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

/** A call that fails may have had its effect or not; whoever is told of it presses again. */
test.each([
  ['before its effect', false],
  ['after its effect', true],
] as const)('a run in which a service fails %s is finished by running again', (_, isAfterEffect) =>
  withSheet({}, async (sheet) => {
    const { serviceCallCount } = await sheet.choose('checkSelectedRows');
    sheet.emulator.hands.select('Tab', ['A2:A4']);
    const run = await sheet.choose('syncSelectedListings');
    expect(run.serviceCallCount).toBeGreaterThan(serviceCallCount);
    for (let at = 7; at <= run.serviceCallCount; at += 61) {
      sheet.emulator.hands.clear('Tab', 'U2:X4');
      const failure = { atServiceCall: at, isAfterEffect, message: 'Service error: Spreadsheets' };
      const report = await sheet.emulator.call('syncSelectedListings', [], { source: 'menu', failure });
      expect(report.outcome.kind).toBe('returned');
      await sheet.emulator.advanceClock(10 * 60_000);
      await sheet.choose('syncSelectedListings');
      expect(sheet.column('Sync status').filter((status) => !/^(Updated|Unchanged)$/.test(status))).toEqual([]);
    }
  }),
);

test('a trigger that is killed after an effect of its own leaves a run that the next one finishes', () =>
  withSheet({}, async (sheet) => {
    for (const killAfterServiceCall of [20, 60, 100]) {
      sheet.emulator.hands.select('Tab', ['A2:A4']);
      await sheet.emulator.call('syncSelectedListings', [], { source: 'menu', stall: SLOW_READING });
      const killed = await sheet.emulator.advanceClock(2 * 60_000, { killAfterServiceCall });
      expect(killed.map(({ outcome }) => outcome.kind)).toContain('killed');
      await sheet.emulator.advanceClock(20 * 60_000);
      expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated', 'Updated']);
      sheet.emulator.hands.clear('Tab', 'U2:X4');
    }
  }));

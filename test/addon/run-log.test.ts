import { afterEach, describe, expect, test } from 'vitest';
import { LOG_HEADERS } from '../../src/core/engine/run-log.ts';
import { OWNER, openSheet, succeed, type TestSheet } from './listing-sheet.ts';
import { listingRows, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const NUMBERS = ['A1', 'A2', 'A3'] as const;
const sync = { action: 'sync', scope: 'tab' } as const;
const open = async () => {
  sheet = await openSheet(listingRows(...NUMBERS), { platform: { listings: records('A1', 'A2') } });
};
const started = async () => {
  const reply = succeed(await sheet.begin(sync));
  if (reply.kind !== 'started') throw new Error('not started');
  return reply.progress;
};
const log = (header: string) => sheet.column(header, 'Sync log');

describe('the Sync log', () => {
  test('gets one line per run, with what became of its rows', async () => {
    await open();
    await sheet.run(sync);
    await sheet.run(sync);
    expect(log('Started')[0]).toMatch(/^2026-11-21 09:/);
    expect(log('Who')).toEqual([OWNER, OWNER]);
    expect(log('Tab')).toEqual(['Tab', 'Tab']);
    expect(log('Action')).toEqual(['Sync listings', 'Sync listings']);
    expect(log('Ended')).toEqual(['finished', 'finished']);
    expect(log('Updated')).toEqual(['2', '']);
    expect(log('Unchanged')).toEqual(['', '2']);
    expect(log('Not found')).toEqual(['1', '1']);
    expect(log('Requests')).toEqual(['3', '1']);
    expect(log('First problem')[0]).toContain('A3');
    const { runs, logTabId } = succeed(await sheet.ask('getRuns'));
    expect(runs).toMatchObject([
      { who: OWNER, action: 'Sync listings', tabName: 'Tab', tabId: 0, outcome: '2 Unchanged, 1 Not found' },
      { outcome: '2 Updated, 1 Not found' },
    ]);
    expect(logTabId).not.toBe(0);
  });

  test('has a bold header that stays in sight and readable widths at once, and a filter from the second run on', async () => {
    await open();
    const looks = () => {
      const tab = sheet.emulator.hands.snapshot().tabs.find(({ name }) => name === 'Sync log');
      const widths = ['Started', 'Who', 'Pushed', 'First problem'].map(
        (name) => tab?.columnWidths[LOG_HEADERS.indexOf(name)],
      );
      return [tab?.frozenRows, tab?.cells[0]?.[0]?.isBold, widths, tab?.hasFilter];
    };
    await sheet.run(sync);
    expect(looks()).toEqual([1, true, [150, 150, undefined, 360], false]);
    await sheet.run(sync);
    expect(looks()).toEqual([1, true, [150, 150, undefined, 360], true]);
  });

  test('is continued in a copy of the spreadsheet, which remembers no run', async () => {
    await open();
    const line = ['2026-11-01 10:00:00', OWNER, 'Tab', 'Sync listings', 'finished'];
    sheet.emulator.hands.addTab('Sync log', [LOG_HEADERS, line]);
    sheet.emulator.hands.activateTab('Tab');
    await sheet.run(sync);
    expect(log('Ended')).toEqual(['finished', 'finished']);
    expect(log('Updated')).toEqual(['', '2']);
    expect(sheet.emulator.hands.snapshot().tabs).toHaveLength(2);
  });

  test('whose headers somebody changed is left alone and said; under another name it makes room for a new one', async () => {
    await open();
    await sheet.run(sync);
    sheet.emulator.hands.type('Sync log', 'B1', 'Person');
    await sheet.run(sync);
    expect(log('Ended')).toEqual(['finished']);
    expect(succeed(await sheet.ask('getRuns'))).toMatchObject({ runs: [], isLogForeign: true });
    sheet.emulator.hands.renameTab('Sync log', 'Old log');
    await sheet.run(sync);
    expect(log('Ended')).toEqual(['finished', 'finished']);
    const view = succeed(await sheet.ask('getRuns'));
    expect([view.runs.length, view.isLogForeign]).toEqual([2, undefined]);
  });

  test('says what stopped a run in which no row had a problem', async () => {
    await open();
    sheet.platform.faults.add({ fault: { kind: 'status', status: 401 } });
    await sheet.run(sync);
    expect(log('Ended')).toEqual(['stopped']);
    expect(log('First problem')[0]).toMatch(/key/i);
  });

  test('leaves the person on the tab they work on, with their selection', async () => {
    await open();
    sheet.emulator.hands.select('Tab', ['A2:B2', 'A4']);
    await sheet.run({ ...sync, scope: 'selection' });
    const { activeTabId, tabs, selection } = sheet.emulator.hands.snapshot();
    // The same rows, where the new columns say what became of them.
    expect(selection).toEqual(['V2', 'V4']);
    expect(tabs.find((tab) => tab.tabId === activeTabId)?.name).toBe('Tab');
  });

  test('keeps the outcomes of rows that were gone before they could be written', async () => {
    await open();
    const { runId } = await started();
    const stop = sheet.platform.journal.onEntry(() => {
      stop();
      sheet.emulator.hands.deleteRows('Tab', 3, 1);
    });
    await sheet.ask('continueRun', { runId });
    expect(log('Outcomes of rows that were gone')).toEqual(['A2: Updated']);
  });

  test('counts the outcomes of so many rows that were gone that it cannot name all', async () => {
    const numbers = Array.from({ length: 50 }, (_, index) => `A${index}`);
    sheet = await openSheet(listingRows(...numbers), { platform: { listings: records(...numbers.slice(1)) } });
    const { runId } = await started();
    const stop = sheet.platform.journal.onEntry(() => {
      stop();
      sheet.emulator.hands.deleteRows('Tab', 2, 49);
    });
    const { message } = succeed(await sheet.ask('continueRun', { runId }));
    const [named, further] = (log('Outcomes of rows that were gone')[0] ?? '').split('; … and ');
    expect(named?.split('; ')).toHaveLength(30);
    expect(further).toBe('19 more: 19 Updated');
    expect(message).toContain(
      '49 rows were gone before the status could be written; their outcomes are in the Sync log.',
    );
  });

  test('says of a run that nobody came back to that it was interrupted', async () => {
    await open();
    await sheet.begin(sync);
    await sheet.run(sync);
    expect(log('Ended')).toEqual(['interrupted', 'finished']);
    expect(log('Without outcome')).toEqual(['3', '']);
  });

  test('gets the line of a run that nobody came back to, wherever the one that takes its place is killed', async () => {
    await open();
    await started();
    const { trace } = await sheet.call('startRun', sync);
    // The spreadsheet remembers the second run with the call before.
    const firstCallNumber = trace.indexOf('Properties.setProperties') + 2;
    expect(firstCallNumber).toBeGreaterThan(1);
    for (let callNumber = firstCallNumber; callNumber <= trace.length; callNumber += 9) {
      await sheet.close();
      await open();
      await started();
      await sheet.emulator.advanceClock(1_000);
      await sheet.emulator.call('startRun', [{ ...sync, tabId: 0 }], {
        source: 'sidebar',
        killAtServiceCall: callNumber,
      });
      await sheet.emulator.advanceClock(1_000);
      sheet.emulator.hands.activateTab('Tab');
      await sheet.run(sync);
      expect(log('Ended'), `killed at ${callNumber}`).toHaveLength(3);
      expect(log('Ended')[0]).toBe('interrupted');
    }
  });

  test('says nothing of a run that could not take the place of another, which goes on', async () => {
    await open();
    const { runId } = await started();
    sheet.emulator.hands.protect('Tab', 'V:Y', { evenOwner: true });
    expect(await sheet.ask('startRun', sync)).toMatchObject({ error: { kind: 'statusProtected' } });
    sheet.emulator.hands.unprotect('Tab');
    expect(succeed(await sheet.ask('continueRun', { runId })).state).toBe('finished');
    expect(log('Ended')).toEqual(['finished']);
  });

  test('gets the line of a run that was killed at any call after its end, exactly once', async () => {
    await open();
    const { runId } = await started();
    const { trace } = await sheet.call('continueRun', { runId });
    // The run has ended with the call that remembers it.
    const firstCallNumber = trace.lastIndexOf('Properties.setProperties') + 2;
    expect(firstCallNumber).toBeGreaterThan(1);
    for (let callNumber = firstCallNumber; callNumber <= trace.length; callNumber += 1) {
      await sheet.close();
      await open();
      const killed = await started();
      const options = { source: 'sidebar', killAtServiceCall: callNumber } as const;
      await sheet.emulator.call('continueRun', [{ runId: killed.runId }], options);
      sheet.emulator.hands.activateTab('Tab');
      await sheet.run(sync);
      expect(log('Started')).toHaveLength(2);
      expect(log('Requests')[0]).toBe('3');
    }
  });

  test('gets one line although somebody continues a run that was killed just after its end', async () => {
    await open();
    const { runId } = await started();
    const { trace } = await sheet.call('continueRun', { runId });
    await sheet.close();
    await open();
    const killed = await started();
    const options = {
      source: 'sidebar',
      killAtServiceCall: trace.lastIndexOf('Properties.setProperties') + 2,
    } as const;
    await sheet.emulator.call('continueRun', [{ runId: killed.runId }], options);
    expect(succeed(await sheet.ask('continueRun', { runId: killed.runId })).state).toBe('finished');
    expect(log('Ended')).toEqual(['finished']);
  });

  test('keeps the last thousand runs', async () => {
    await open();
    await sheet.run(sync);
    const [line] = sheet.emulator.hands.values('Sync log').slice(1);
    const old = Array.from({ length: 1_002 }, (_, index) => [`run ${index}`, ...(line ?? []).slice(1).map(String)]);
    sheet.emulator.hands.insertRows('Sync log', 2, 1_002);
    sheet.emulator.hands.paste('Sync log', 'A2', old);
    await sheet.run(sync);
    // With the line of the first run and that of the second, four lines are too many.
    expect(log('Started')).toHaveLength(1_000);
    expect(log('Started').slice(0, 2)).toEqual(['run 4', 'run 5']);
    expect(log('Started').at(-3)).toBe('run 1001');
    expect(log('Started').slice(-2)).toEqual([expect.stringMatching(/^2026/), expect.stringMatching(/^2026/)]);
  });

  test('leaves a tab alone that only has its name', async () => {
    await open();
    sheet.emulator.hands.addTab('Sync log', [['My notes'], ['x']]);
    sheet.emulator.hands.activateTab('Tab');
    await sheet.run(sync);
    expect(sheet.emulator.hands.values('Sync log')).toEqual([['My notes'], ['x']]);
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated', 'Not found']);
  });
});

import { afterEach, describe, expect, test } from 'vitest';
import type { EmulatorEvent } from '../../playground/apps-script/emulator.ts';
import { openSheet, SLOW_READING, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, listingRows, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

describe('the menu', () => {
  test.each(['NONE', 'LIMITED'] as const)('is added when the add-on may do little else (%s)', async (authMode) => {
    const events: EmulatorEvent[] = [];
    sheet = await openSheet([['ID']], { isConnected: false, emulator: { onEvent: (event) => events.push(event) } });
    const report = await sheet.emulator.call('onOpen', [], { source: 'open', authMode });
    expect(report.outcome.kind).toBe('returned');
    const menu = events.find((event) => event.kind === 'menu');
    const captions =
      menu?.kind === 'menu' ? menu.items.flatMap((item) => (item.kind === 'item' ? [item.caption] : [])) : [];
    expect(captions).toEqual([
      'Open sidebar',
      'Push selected rows',
      'Sync selected listings',
      'Create missing listings',
      'Delete selected listings…',
      'Check selected rows',
      'Compare with the platform',
      'Retry failed rows',
      'Help',
    ]);
  });

  test('is added on installation too', async () => {
    sheet = await openSheet([['ID']], { isConnected: false });
    const report = await sheet.emulator.call('onInstall', [], { source: 'install' });
    expect(report.outcome.kind).toBe('returned');
  });

  test('calls only functions that exist', async () => {
    const events: EmulatorEvent[] = [];
    sheet = await openSheet(
      [
        ['ID', 'Name'],
        ['1', 'a'],
      ],
      { isConnected: false, emulator: { onEvent: (event) => events.push(event) } },
    );
    await sheet.emulator.call('onOpen', [], { source: 'open' });
    const items = events.flatMap((event) => (event.kind === 'menu' ? event.items : []));
    for (const item of items) {
      if (item.kind === 'item')
        expect((await sheet.choose(item.functionName)).outcome.kind, item.caption).toBe('returned');
    }
    expect(items.length).toBeGreaterThan(5);
  });

  test('opens the real sidebar', async () => {
    const events: EmulatorEvent[] = [];
    sheet = await openSheet([['ID']], { emulator: { onEvent: (event) => events.push(event) } });
    await sheet.choose('openSidebar');
    expect(events.find((event) => event.kind === 'sidebar')).toMatchObject({ title: 'Listing Sync' });
  });
});

test('Help opens the sidebar with its help', async () => {
  const events: EmulatorEvent[] = [];
  sheet = await openSheet([['ID']], { isConnected: false, emulator: { onEvent: (event) => events.push(event) } });
  await sheet.choose('openHelp');
  const shown = events.find((event) => event.kind === 'sidebar');
  expect(shown?.kind === 'sidebar' && shown.html).toContain('<div id="root" data-opens="help">');
});

describe('an action from the menu', () => {
  test('goes on in the same execution where rows were moved while they were sent', async () => {
    const numbers = Array.from({ length: 250 }, (_, index) => `A${index + 1}`);
    sheet = await openSheet(listingRows(...numbers), { platform: { listings: records(...numbers) } });
    sheet.emulator.hands.select('Tab', ['A2:A251']);
    sheet.platform.journal.onEntry(({ number }) => {
      if (number === 60) sheet.emulator.hands.sort('Tab', 1, false, 2);
    });
    await sheet.choose('syncSelectedListings');
    expect(sheet.dialogs).toEqual([]);
    expect(sheet.toasts.at(-1)).toContain('250 Updated');
    expect(sheet.requests()).toHaveLength(250);
  });

  test('says what became of a run that somebody ended meanwhile', async () => {
    sheet = await openSheet(listingRows('A1', 'A2'), { platform: { listings: records('A1', 'A2') } });
    sheet.emulator.after('Lock.releaseLock', 1, async () => {
      await sheet.emulator.evaluate("PropertiesService.getDocumentProperties().deleteProperty('run');");
    });
    sheet.emulator.hands.select('Tab', ['A2:A3']);
    await sheet.emulator.call('syncSelectedListings', [], { source: 'menu', stall: SLOW_READING });
    expect(sheet.dialogs.map(({ message }) => message)).toEqual([
      expect.stringContaining('This run has ended or was replaced by another.'),
    ]);
    expect(sheet.emulator.triggers()).toEqual([]);
  });

  test('says before a long run sends anything what it will cost', async () => {
    const numbers = Array.from({ length: 310 }, (_, index) => `A${index}`);
    sheet = await openSheet(listingRows(...numbers), { platform: { listings: records(...numbers) } });
    sheet.emulator.hands.select('Tab', ['A2:A311']);
    let toastsBefore: readonly string[] = [];
    const stop = sheet.platform.journal.onEntry(() => {
      stop();
      toastsBefore = [...sheet.toasts];
    });
    await sheet.choose('syncSelectedListings');
    expect(toastsBefore.at(-1)).toContain('0 of 310 rows done. About 310 requests and 1 minute in all.');
  });

  test('runs to its end and says what became of it', async () => {
    sheet = await openSheet(listingRows('A1', 'A2'), { platform: { listings: records('A1') } });
    sheet.emulator.hands.select('Tab', ['A2:A3']);
    await sheet.choose('syncSelectedListings');
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Not found']);
    expect(sheet.toasts.at(-1)).toContain('1 Updated, 1 Not found');
  });

  test('names the number and the first keys before it deletes, and deletes nothing on No', async () => {
    sheet = await openSheet(listingRows('A1', 'A2'), {
      platform: { listings: records('A1', 'A2') },
      answer: () => ({ button: 'NO' }),
    });
    sheet.emulator.hands.select('Tab', ['A2:A3']);
    await sheet.choose('deleteSelectedListings');
    expect(sheet.dialogs).toEqual([expect.objectContaining({ title: 'Delete 2 listings?', buttons: 'YES_NO' })]);
    expect(sheet.dialogs[0]?.message).toContain(
      'A1 · 12 Sample Street (row 2): You chose to delete it\nA2 · 12 Sample Street (row 3): You chose to delete it',
    );
    expect(sheet.dialogs[0]?.message).toContain('There is no undo');
    expect(sheet.requests()).toEqual([]);
    expect(sheet.column('Sync status')).toEqual([]);
  });

  test('deletes what the person agreed to', async () => {
    sheet = await openSheet(listingRows('A1', 'A2'), { platform: { listings: records('A1', 'A2') } });
    sheet.emulator.hands.select('Tab', ['A3']);
    await sheet.choose('deleteSelectedListings');
    expect(sheet.sent('RealEstateDelete')).toEqual([expect.objectContaining({ Keys: ['A2'], KeyType: 'MLSNumber' })]);
    expect(sheet.column('Sync status')).toEqual(['', 'Deleted']);
    expect(sheet.platform.listings().map((record) => record.Key)).toEqual(['PROPA1']);
  });

  test('shows a sentence in a dialog when it cannot begin', async () => {
    sheet = await openSheet(listingRows('A1'), { isConnected: false });
    sheet.emulator.hands.select('Tab', ['A2']);
    await sheet.choose('syncSelectedListings');
    expect(sheet.dialogs[0]?.message).toContain('not connected to a chatbot yet');
  });

  test('checks without sending', async () => {
    sheet = await openSheet([LISTING_HEADERS, listingRow('A1'), listingRow('A2', { Bedrooms: 'x' })]);
    sheet.emulator.hands.select('Tab', ['A2:A3']);
    await sheet.choose('checkSelectedRows');
    expect(sheet.dialogs[0]?.message).toContain('Ready: 1 to update; not to be sent: 1 Invalid');
    expect(sheet.requests()).toEqual([]);
  });

  test('retries the rows that failed, and only those', async () => {
    sheet = await openSheet(listingRows('A1', 'A2', 'A3'), { platform: { listings: records('A1', 'A2', 'A3') } });
    sheet.platform.faults.add({ fault: { kind: 'status', status: 503 }, bodyIncludes: '"A2"' });
    await sheet.run({ action: 'sync', scope: 'tab' });
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Failed', 'Updated']);
    sheet.platform.faults.clear();
    sheet.platform.journal.clear();
    await sheet.choose('retryFailedRows');
    expect(sheet.sent('RealEstateUpdate')).toEqual([expect.objectContaining({ Key: 'A2' })]);
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated', 'Updated']);
  });

  test.each([
    ['hidden', () => sheet.emulator.hands.hideRows('Tab', 3, 1)],
    ['left out by a filter', () => sheet.emulator.hands.filter('Tab', { columnNumber: 1, texts: ['A1', 'A3'] })],
  ])('retries a failed row that is %s and outside the selection', async (_, hide) => {
    sheet = await openSheet(listingRows('A1', 'A2', 'A3'), { platform: { listings: records('A1', 'A2', 'A3') } });
    sheet.platform.faults.add({ fault: { kind: 'status', status: 503 }, bodyIncludes: '"A2"' });
    await sheet.run({ action: 'sync', scope: 'tab' });
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Failed', 'Updated']);
    sheet.platform.faults.clear();
    sheet.platform.journal.clear();
    hide();
    sheet.emulator.hands.select('Tab', ['A4']);
    await sheet.choose('retryFailedRows');
    expect(sheet.sent('RealEstateUpdate')).toEqual([expect.objectContaining({ Key: 'A2' })]);
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated', 'Updated']);
  });
});

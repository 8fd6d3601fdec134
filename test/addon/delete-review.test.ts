/** Deletes that were not meant: how far one press, one *Yes* and one call go. */
import { afterEach, describe, expect, test } from 'vitest';
import type { DialogAnswer, DialogRequest } from '../../playground/apps-script/emulator.ts';
import type { DeleteConfirmation } from '../../src/core/engine/run-request.ts';
import { agreementTo, kindOf, openSheet, succeed, type TestSheet } from './listing-sheet.ts';
import { LISTING_HEADERS, listingRow, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const KEYS = Array.from({ length: 30 }, (_, index) => `A${index + 1}`);
const sync = { action: 'sync', scope: 'tab' } as const;
const keysThere = () => sheet.platform.listings().length;

/** All listings confirmed, and then an import that marks every row Withdrawn, but for the last so many. */
async function importBadly(answer?: (dialog: DialogRequest) => DialogAnswer, wellRows = 0): Promise<void> {
  const rows = KEYS.map((key) => listingRow(key));
  const options = { platform: { listings: records(...KEYS) }, ...(answer && { answer }) };
  sheet = await openSheet([LISTING_HEADERS, ...rows], options);
  expect((await sheet.run(sync)).counts).toEqual({ Updated: 30 });
  const marked = KEYS.slice(0, KEYS.length - wellRows).map(() => ['Withdrawn']);
  sheet.emulator.hands.paste('Tab', 'B2', marked);
  sheet.platform.journal.clear();
}

async function ask(): Promise<DeleteConfirmation> {
  const asked = succeed(await sheet.ask('startRun', sync));
  if (asked.kind !== 'confirmDeletes') throw new Error('Nobody was asked.');
  return asked.confirmation;
}

describe('30 of 30 rows that a bad import marked Withdrawn are not deleted', () => {
  test('by Yes, OK or another number in the menu', async () => {
    const answers: DialogAnswer[] = [
      { button: 'YES' },
      { button: 'OK' },
      { button: 'OK', text: '3' },
      { button: 'CANCEL', text: '30' },
    ];
    let given = 0;
    await importBadly(() => answers[given] ?? { button: 'CLOSE' });
    sheet.emulator.hands.select('Tab', ['A2:A31']);
    for (given = 0; given < answers.length; given += 1) await sheet.choose('syncSelectedListings');
    expect(sheet.dialogs).toHaveLength(answers.length);
    expect(sheet.dialogs[0]).toMatchObject({ kind: 'prompt', title: 'Delete 30 listings?' });
    // What has to be done stands before the list, which may be cut.
    const [first, typing, listed] = sheet.dialogs[0]?.message.split('\n\n') ?? [];
    expect(first).toContain('More than 3 deletes within 24 hours do not go by one press.');
    expect(typing).toContain('type 30 and press OK');
    expect(listed).toContain('A1 · 12 Sample Street (row 2)');
    expect(sheet.requests()).toEqual([]);
    expect(keysThere()).toBe(30);
  });

  test('by the press of the sidebar, nor by a call without the number', async () => {
    await importBadly();
    const confirmation = await ask();
    expect(confirmation.listings).toHaveLength(30);
    expect(confirmation.listings[4]).toMatchObject({
      key: 'A5',
      address: '12 Sample Street',
      rowNumber: 6,
      why: 'Off the market (“Withdrawn”)',
    });
    const { deleteToken } = confirmation;
    expect(kindOf(await sheet.ask('startRun', { ...sync, deleteToken }))).toBe('deletesHeld');
    expect(kindOf(await sheet.ask('startRun', { ...sync, deleteToken, typedCount: 29 }))).toBe('deletesHeld');
    expect(sheet.requests()).toEqual([]);
    succeed(await sheet.ask('startRun', { ...sync, ...agreementTo(confirmation) }));
    expect(keysThere()).toBe(0);
  });

  test('a few at a time either', async () => {
    await importBadly();
    const few = async () => {
      const { deleteToken, listings } = await ask();
      const leftOut = listings.slice(3).map(({ id }) => id);
      return kindOf(await sheet.ask('startRun', { ...sync, deleteToken, leftOut }));
    };
    expect(await few()).toBe('ok');
    expect(keysThere()).toBe(27);
    expect(await few()).toBe('deletesHeld');
    expect(keysThere()).toBe(27);
    await sheet.emulator.advanceClock(25 * 3_600_000);
    expect(await few()).toBe('ok');
    expect(keysThere()).toBe(24);
  });
});

describe('what stays unticked', () => {
  test('is not sent, and its row says why, while the others are synced', async () => {
    await importBadly(undefined, 28);
    sheet.emulator.hands.type('Tab', 'G31', '$455,000');
    const { deleteToken, listings, otherRows } = await ask();
    expect({ deletes: listings.map(({ key }) => key), otherRows }).toEqual({ deletes: ['A1', 'A2'], otherRows: 1 });
    succeed(await sheet.ask('startRun', { ...sync, deleteToken, leftOut: listings.slice(0, 1).map(({ id }) => id) }));
    expect(sheet.sent('RealEstateDelete')).toMatchObject([{ Keys: ['A2'] }]);
    expect(sheet.sent('RealEstateUpdate')).toMatchObject([{ Key: 'A30' }]);
    expect(sheet.column('Sync status').slice(0, 2)).toEqual(['Skipped', 'Deleted']);
    expect(sheet.column('Sync detail')[0]).toContain('You left this delete out');
  });

  test('is everything where the menu is told to send the others only', async () => {
    await importBadly(({ title }) => ({ button: title.startsWith('Delete') ? 'NO' : 'OK' }), 28);
    sheet.emulator.hands.type('Tab', 'G31', '$455,000');
    sheet.emulator.hands.select('Tab', ['A2:A31']);
    await sheet.choose('syncSelectedListings');
    expect(sheet.dialogs).toMatchObject([{ title: 'Delete 2 listings?', buttons: 'YES_NO_CANCEL' }]);
    expect(sheet.sent('RealEstateDelete')).toEqual([]);
    expect(sheet.sent('RealEstateUpdate')).toMatchObject([{ Key: 'A30' }]);
    expect(keysThere()).toBe(30);
  });
});

test('a tab that lost a third of its rows since deletes were agreed to asks for the number, however few go', async () => {
  await importBadly(undefined, 29);
  await sheet.run(sync);
  expect(keysThere()).toBe(29);
  sheet.emulator.hands.deleteRows('Tab', 10, 15);
  await sheet.emulator.advanceClock(25 * 3_600_000);
  sheet.emulator.hands.type('Tab', 'B3', 'Withdrawn');
  const { deleteToken } = await ask();
  const refused = await sheet.ask('startRun', { ...sync, deleteToken });
  expect(refused).toMatchObject({ error: { kind: 'deletesHeld', message: expect.stringContaining('only 50 %') } });
  expect(keysThere()).toBe(29);
});

describe('the question about deletes says when the ledger is not believed, before what else there is to know', () => {
  const CHANGED =
    'The hidden tab Sync ledger was changed or restored, so what it says of some rows is not believed: they are sent again. Leave that tab as it is, and the next run goes by it.';
  const FOREIGN =
    'The hidden tab Sync ledger is that of another file or was brought back, so it is not believed: rows are sent once more. The next run goes by it again.';

  async function openWithdrawn(answer?: (dialog: DialogRequest) => DialogAnswer): Promise<void> {
    const keys = KEYS.slice(0, 3);
    const options = { platform: { listings: records(...keys) }, ...(answer && { answer }) };
    sheet = await openSheet([LISTING_HEADERS, ...keys.map((key) => listingRow(key))], options);
    await sheet.run(sync);
    sheet.emulator.hands.type('Tab', 'B3', 'Withdrawn');
  }

  const typeIntoLine = () => {
    const texts = sheet.emulator.hands.values('Sync ledger').map(([text]) => String(text));
    const rowNumber = texts.findIndex((text) => text.endsWith('MLSNumber A1')) + 1;
    sheet.emulator.hands.type('Sync ledger', `A${rowNumber}`, `${texts[rowNumber - 1]}2`);
  };
  // What it must add up to is not copied with a file.
  const forgetProof = () => sheet.emulator.setProperty('document', 'ledger', '');

  test.each<[string, () => void, readonly string[]]>([
    ['of one that is as it was nothing is said', () => undefined, []],
    ['a line was changed', typeIntoLine, [CHANGED]],
    ['it came from another file', forgetProof, [FOREIGN]],
  ])('in the sidebar: %s', async (_, act, words) => {
    await openWithdrawn();
    act();
    const { said, listings } = await ask();
    expect(listings.map(({ key }) => key)).toEqual(['A2']);
    expect(said.filter((sentence) => sentence.includes('Sync ledger'))).toEqual(words);
    expect(said.slice(0, words.length)).toEqual(words);
  });

  test('in the dialog of the menu', async () => {
    await openWithdrawn(() => ({ button: 'CANCEL' }));
    typeIntoLine();
    sheet.emulator.hands.select('Tab', ['A2:A4']);
    await sheet.choose('syncSelectedListings');
    expect(sheet.dialogs[0]?.title).toBe('Delete 1 listing?');
    expect(sheet.dialogs[0]?.message).toContain(CHANGED);
  });
});

/** People move rows between the last look of a checkpoint and its write, where nothing can see it before the cells are written. */
import { afterEach, describe, expect, test } from 'vitest';
import { kindOf, openSheet, type TestSheet } from './listing-sheet.ts';
import { listingRows, records } from './listings.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const sync = { action: 'sync', scope: 'tab' } as const;
const NUMBERS = ['A1', 'A2', 'A3', 'A4'] as const;

/** A tab of listings of which the platform refuses the second. */
async function openListings(): Promise<TestSheet['emulator']['hands']> {
  sheet = await openSheet(listingRows(...NUMBERS), { platform: { listings: records(...NUMBERS) } });
  sheet.platform.faults.add({ fault: { kind: 'businessError', code: 400, message: 'No.' }, bodyIncludes: '"A2"' });
  return sheet.emulator.hands;
}

/** What the rows say, by their listings. */
function statuses(): Readonly<Record<string, string>> {
  const said = sheet.column('Sync status');
  return Object.fromEntries(sheet.column('MLS number').map((number, index) => [number, said[index] ?? '']));
}

/** Something happens right before the n-th write of cells from now on. */
function beforeWrite(number: number, happen: () => void): void {
  sheet.emulator.before('Range.setValues', number, happen);
}

const DISTURBANCES = {
  'are sorted': (hands: TestSheet['emulator']['hands']) => hands.sort('Tab', 1, false, 2),
  'get rows above them': (hands: TestSheet['emulator']['hands']) => hands.insertRows('Tab', 2, 2),
  'lose rows above them': (hands: TestSheet['emulator']['hands']) => hands.deleteRows('Tab', 2, 1),
} as const;

describe.each(Object.entries(DISTURBANCES))('rows that %s between the look and the write', (_, disturb) => {
  test.each([2, 3])('of cells for the %i. time get what is theirs', async (writeNumber) => {
    const hands = await openListings();
    await sheet.run(sync);
    const description = sheet.emulator.hands.values('Tab')[0]?.indexOf('Description') ?? -1;
    for (const row of [2, 3, 4, 5]) hands.type('Tab', `${String.fromCharCode(65 + description)}${row}`, `New ${row}.`);
    beforeWrite(writeNumber, () => disturb(hands));
    await sheet.run(sync);
    for (const [number, status] of Object.entries(statuses())) {
      expect([number, status]).toEqual([number, number === 'A2' ? 'Rejected' : number === '' ? '' : 'Updated']);
    }
    // The hash of what was confirmed stands in the right row as well: nothing but the refused one is sent again.
    sheet.platform.journal.clear();
    await sheet.run(sync);
    expect(sheet.requests().map(({ body }) => JSON.stringify(body).includes('"A2"'))).toEqual([true]);
  });
});

test('a row outside the run that got another row’s cells says again what it said', async () => {
  const hands = await openListings();
  await sheet.run(sync);
  const times = sheet.column('Synced at');
  hands.type('Tab', `${String.fromCharCode(65 + 19)}2`, 'New.');
  hands.select('Tab', ['A2']);
  await sheet.emulator.advanceClock(60_000);
  beforeWrite(2, () => hands.sort('Tab', 1, false, 2));
  await sheet.run({ action: 'sync', scope: 'selection' });
  expect(sheet.column('MLS number')).toEqual(['A4', 'A3', 'A2', 'A1']);
  expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated', 'Rejected', 'Updated']);
  expect(sheet.column('Synced at').slice(0, 2)).toEqual([times[3], times[2]]);
});

test.each([
  ['few', 0],
  ['many', 8],
])(
  'of a tab of %s columns that gets a row above its header then, no column is made, and the next run is right',
  async (_, more) => {
    const row = (...cells: readonly string[]) => [...cells, ...Array.from({ length: more }, (_, index) => `c${index}`)];
    sheet = await openSheet([row('ID', 'Name'), row('1', 'one'), row('2', 'two')], {
      platform: { rows: [1, 2].map((ID) => ({ ID, Data: {} })) },
    });
    beforeWrite(1, () => sheet.emulator.hands.insertRows('Tab', 1, 1));
    const push = { action: 'push', scope: 'tab' } as const;
    expect(kindOf(await sheet.ask('startRun', push))).toBe('tabChanged');
    expect(JSON.stringify(sheet.emulator.hands.values('Tab'))).not.toMatch(/Sync|Sending|run-/);
    expect(sheet.requests()).toEqual([]);
    expect((await sheet.run(push)).counts).toEqual({ Pushed: 2 });
  },
);

describe.each([
  ['in a tab that was used before', true],
  ['in a new tab', false],
])('a column that is inserted between the look and the write, %s', (_, isUsed) => {
  test.each([1, 3])('before the %i. one, costs nobody a cell, and none of our words is sent', async (writeNumber) => {
    const extra = [['Agency note'], ['7 doors'], ['1/2'], ['450'], ['2026-05-04']];
    const rows = listingRows(...NUMBERS).map((row, index) => [...row, extra[index]?.[0] ?? '']);
    sheet = await openSheet(rows, { platform: { listings: records(...NUMBERS) } });
    const { hands } = sheet.emulator;
    hands.setNumberFormat('Tab', 'U3', '@');
    hands.type('Tab', 'U3', '1/2');
    if (isUsed) await sheet.run(sync);
    const before = hands.values('Tab').map((row) => row.slice(0, 21));
    for (const row of [2, 3, 4, 5]) hands.type('Tab', `T${row}`, `New ${row}.`);
    beforeWrite(writeNumber, () => hands.insertColumns('Tab', 1, 1));
    let reply = await sheet.ask('startRun', sync);
    if (!isUsed) {
      expect(kindOf(reply)).toBe('tabChanged');
      reply = await sheet.ask('startRun', sync);
    }
    if (reply.ok && reply.value.kind === 'started' && reply.value.progress.state === 'running')
      await sheet.ask('continueRun', { runId: reply.value.progress.runId });
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated', 'Updated', 'Updated']);
    const after = hands.values('Tab').map((row) => row.slice(1, 22));
    expect(after.map((row) => row[20])).toEqual(before.map((row) => row[20]));
    expect(after.map((row) => row[19])).toEqual(['Description', 'New 2.', 'New 3.', 'New 4.', 'New 5.']);
    expect(JSON.stringify(sheet.requests().map(({ body }) => body))).not.toMatch(/Sending|run-|v1:/);
  });
});

describe('rows that share a key', () => {
  const DOUBLED = ['A1', 'A1', 'A2', 'A3'] as const;
  const DESCRIPTION_INDEX = 19;

  async function openDoubled(): Promise<TestSheet['emulator']['hands']> {
    const rows = listingRows(...DOUBLED).map((row, index) =>
      index === 0 ? [...row, 'Rooms'] : [...row.with(DESCRIPTION_INDEX, `Text ${index}.`), `=E${index + 1}`],
    );
    sheet = await openSheet(rows, { platform: { listings: records(...NUMBERS) } });
    return sheet.emulator.hands;
  }

  /** Puts whole rows in each other's place, the add-on's cells with them. */
  function swap(hands: TestSheet['emulator']['hands'], one: number, other: number): void {
    const cells = hands.snapshot().tabs[0]?.cells ?? [];
    const inputsOf = (row: number) => (cells[row - 1] ?? []).map(({ input }) => input);
    const [first, second] = [inputsOf(one), inputsOf(other)];
    hands.paste('Tab', `A${one}`, [second]);
    hands.paste('Tab', `A${other}`, [first]);
  }

  const saidBy = (text: string) => sheet.column('Sync status')[sheet.column('Description').indexOf(text)];

  test.each([1, 2, 3])(
    'and are put in each other’s place before the %i. write keep their own status',
    async (number) => {
      const hands = await openDoubled();
      beforeWrite(number, () => swap(hands, 2, 3));
      await sheet.run(sync);
      const [sent] = sheet.requests().map(({ body }) => (body as { readonly Description: string }).Description);
      expect([saidBy(sent ?? ''), saidBy(sent === 'Text 1.' ? 'Text 2.' : 'Text 1.')]).not.toContain('Sending');
      if (saidBy('Text 1.') === 'Updated') expect(sent).toBe('Text 1.');
      if (saidBy('Text 2.') === 'Updated') expect(sent).toBe('Text 2.');
    },
  );

  test.each([1, 3])('say nothing in the rows that come between them before the %i. write', async (number) => {
    const hands = await openDoubled();
    beforeWrite(number, () => hands.insertRows('Tab', 3, 2));
    await sheet.run(sync);
    expect(sheet.column('MLS number').slice(1, 3)).toEqual(['', '']);
    expect([...sheet.column('Sync status').slice(1, 3), ...sheet.column('Sync mark').slice(1, 3)]).toEqual([
      '',
      '',
      '',
      '',
    ]);
  });

  test.each([1, 2, 3, 4])(
    'and get a column beside them before the %i. write can be run again, and are told what was lost',
    async (number) => {
      const hands = await openDoubled();
      await sheet.run(sync);
      for (const row of [2, 4, 5]) hands.type('Tab', `T${row}`, `New ${row}.`);
      beforeWrite(number, () => hands.insertColumns('Tab', 21, 1));
      const reply = await sheet.ask('startRun', sync);
      const words = reply.ok && reply.value.kind === 'started' ? reply.value.progress.message : JSON.stringify(reply);
      const formulas =
        sheet.emulator.hands
          .snapshot()
          .tabs[0]?.cells.map((row) => row[21]?.input ?? '')
          .slice(1) ?? [];
      if (formulas.some((input) => !input.startsWith('=')))
        expect(words).toMatch(/“Rooms”.*(formulas may have been|If there were formulas)/);
      const { counts } = await sheet.run(sync);
      expect(counts.Invalid).toBe(1);
      expect(
        sheet
          .column('Sync status')
          .map((status) => status === 'Invalid' || status === 'Updated' || status === 'Unchanged'),
      ).toEqual([true, true, true, true]);
    },
  );
});

test('cells that a column moved in that moment put under a status get back what they showed, which is said', async () => {
  const rows = listingRows(...NUMBERS).map((row, index) => [...row, index === 0 ? 'Rooms' : `=E${index + 1}`]);
  sheet = await openSheet(rows, { platform: { listings: records(...NUMBERS) } });
  await sheet.run(sync);
  for (const row of [2, 3, 4, 5]) sheet.emulator.hands.type('Tab', `T${row}`, `New ${row}.`);
  beforeWrite(1, () => sheet.emulator.hands.insertColumns('Tab', 1, 1));
  const { note, counts } = await sheet.run(sync);
  expect(counts).toEqual({ Updated: 4 });
  expect(sheet.column('Rooms')).toEqual(['3', '3', '3', '3']);
  expect(note).toContain('the cells under “Rooms” were given back what they showed');
});

test.each([1, 2, 3])(
  'a column that is deleted at the end of the grid before the %i. write is told, and the next run is right',
  async (number) => {
    sheet = await openSheet(listingRows(...NUMBERS), { platform: { listings: records(...NUMBERS) } });
    const { hands } = sheet.emulator;
    await sheet.run(sync);
    const used = hands.values('Tab')[0]?.length ?? 0;
    const [tab] = hands.snapshot().tabs;
    if ((tab?.columnCount ?? 0) > used) hands.deleteColumns('Tab', used + 1, (tab?.columnCount ?? 0) - used);
    for (const row of [2, 3, 4, 5]) hands.type('Tab', `T${row}`, `New ${row}.`);
    beforeWrite(number, () => hands.deleteColumns('Tab', 16, 1));
    const reply = await sheet.ask('startRun', sync);
    const words = reply.ok && reply.value.kind === 'started' ? reply.value.progress.message : JSON.stringify(reply);
    expect(words).not.toContain('did not expect');
    expect((await sheet.run(sync)).state).toBe('finished');
    expect(sheet.column('Sync status')).toEqual(['Updated', 'Updated', 'Updated', 'Updated']);
  },
);

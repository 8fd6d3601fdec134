import { afterEach, describe, expect, test } from 'vitest';
import type { ChatbotRowRecord } from '../../playground/platform/platform.ts';
import { CHATBOT_ID, openSheet, type TestSheet } from './listing-sheet.ts';

let sheet: TestSheet;
afterEach(() => sheet.close());

const known = (...ids: readonly number[]): readonly ChatbotRowRecord[] => ids.map((ID) => ({ ID, Data: {} }));
const pushTab = () => sheet.run({ action: 'push', scope: 'tab' });

describe('pushing chatbot rows', () => {
  test('sends all rows in one request, cells with their type and dates as ISO text', async () => {
    sheet = await openSheet(
      [
        ['ID', 'Question', 'Price', 'Active', 'Updated', 'Note'],
        ['1', 'Is parking free?', '12.5', 'TRUE', '2026-03-08', "'007"],
        ['2', '=1+1', '$1,200', 'FALSE', '3/9/2026 14:30', ''],
      ],
      { platform: { rows: known(1, 2) }, emulator: { timeZone: 'America/New_York' } },
    );
    await pushTab();
    expect(sheet.sent('UpdateGoogleSheetData')).toEqual([
      {
        serialNumber: CHATBOT_ID,
        rows: [
          {
            ID: 1,
            Data: { Question: 'Is parking free?', Price: 12.5, Active: true, Updated: '2026-03-08', Note: '007' },
          },
          { ID: 2, Data: { Question: 2, Price: 1200, Active: false, Updated: '2026-03-09T14:30:00', Note: '' } },
        ],
      },
    ]);
    expect(sheet.column('Sync status')).toEqual(['Pushed', 'Pushed']);
  });

  test('leaves out rows that are prepared with nothing but unticked boxes', async () => {
    sheet = await openSheet(
      [
        ['ID', 'Name', 'Active'],
        ['1', 'Pool', 'FALSE'],
        ['', '', 'FALSE'],
      ],
      { platform: { rows: known(1) } },
    );
    expect(await pushTab()).toMatchObject({ total: 1, blankRows: 1, counts: { Pushed: 1 } });
  });

  test('believes only the IDs that come back', async () => {
    sheet = await openSheet(
      [
        ['ID', 'Name'],
        ['1', 'a'],
        ['2', 'b'],
        ['3', 'c'],
      ],
      { platform: { rows: known(1, 3) } },
    );
    await pushTab();
    expect(sheet.column('Sync status')).toEqual(['Pushed', 'Not found', 'Pushed']);
  });

  test('makes rows with a wrong or doubled ID Invalid and sends the others', async () => {
    sheet = await openSheet(
      [
        ['ID', 'Name'],
        ['1', 'a'],
        ['1.5', 'b'],
        ['x', 'c'],
        ['', 'd'],
        ['1', 'e'],
      ],
      {
        platform: { rows: known(1) },
      },
    );
    await pushTab();
    expect(sheet.column('Sync status')).toEqual(['Pushed', 'Invalid', 'Invalid', 'Invalid', 'Invalid']);
    const details = sheet.column('Sync detail');
    expect(details[1]).toContain('"1.5" is not a whole number');
    expect(details[3]).toContain('ID is empty');
    expect(details[4]).toContain('Row 2 has the same ID');
  });

  test('never sends the text of a sheet error', async () => {
    sheet = await openSheet(
      [
        ['ID', 'Name'],
        ['1', '=1/0'],
        ['2', '=NA()'],
      ],
      { platform: { rows: known(1, 2) } },
    );
    await pushTab();
    expect(sheet.requests()).toEqual([]);
    expect(sheet.column('Sync detail')).toEqual([
      'Name shows the error #DIV/0!. Correct the formula.',
      'Name shows the error #N/A. Correct the formula.',
    ]);
  });

  test('sends texts that look like formulas as the text they are', async () => {
    const texts = ["'=SUM(A1)", "'+49 30 1234", "'-5 degrees", "'@home", "''quoted"];
    sheet = await openSheet([['ID', 'Text'], ...texts.map((text, index) => [String(index + 1), text])], {
      platform: { rows: known(1, 2, 3, 4, 5) },
    });
    await pushTab();
    const [body] = sheet.sent('UpdateGoogleSheetData') as [{ rows: { Data: { Text: string } }[] }];
    expect(body.rows.map((row) => row.Data.Text)).toEqual([
      '=SUM(A1)',
      '+49 30 1234',
      '-5 degrees',
      '@home',
      "'quoted",
    ]);
    expect(sheet.column('Sync status')).toEqual(['Pushed', 'Pushed', 'Pushed', 'Pushed', 'Pushed']);
  });

  test('does not send rows again whose columns were only moved', async () => {
    sheet = await openSheet(
      [
        ['ID', 'Name', 'Price'],
        ['1', 'a', '5'],
      ],
      { platform: { rows: known(1) } },
    );
    await pushTab();
    sheet.emulator.hands.moveColumns('Tab', 3, 1, 2);
    sheet.platform.journal.clear();
    expect((await pushTab()).counts).toEqual({ Unchanged: 1 });
    expect(sheet.requests()).toEqual([]);
    expect(sheet.column('Sync status')).toEqual(['Pushed']);
  });

  test('splits a refused batch until the bad row stands alone', async () => {
    const rows = Array.from({ length: 20 }, (_, index) => [
      String(index + 1),
      index === 12 ? 'poison' : `row ${index}`,
    ]);
    sheet = await openSheet([['ID', 'Name'], ...rows], {
      platform: { rows: known(...rows.map(([id]) => Number(id))) },
    });
    const fault = { kind: 'businessError', code: 400, message: 'this row is not allowed' } as const;
    sheet.platform.faults.add({ fault, bodyIncludes: 'poison' });
    const progress = await pushTab();
    expect(progress.counts).toEqual({ Pushed: 19, Rejected: 1 });
    expect(sheet.column('Sync status')[12]).toBe('Rejected');
    expect(sheet.column('Sync detail')[12]).toContain('this row is not allowed');
  });
});

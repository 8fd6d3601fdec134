import { describe, expect, test } from 'vitest';
import { chatbotSheet, columnOf, listingSheet } from '../../bench/sheet-rows.ts';

describe.each([
  ['listings', listingSheet],
  ['chatbot rows', chatbotSheet],
])('the sheet of %s', (_, sheetOf) => {
  test('is the same every time', () => {
    expect(sheetOf(50)).toEqual(sheetOf(50));
  });

  test('begins like a shorter one', () => {
    expect(sheetOf(50).rows.slice(0, 20)).toEqual(sheetOf(20).rows);
  });

  test('names every row once', () => {
    const sheet = sheetOf(500);
    expect(new Set(columnOf(sheet, sheet.keyHeader)).size).toBe(500);
  });

  test('fills as many cells as there are headers', () => {
    const { headers, rows } = sheetOf(50);
    expect(rows.every((row) => row.length === headers.length)).toBe(true);
  });
});

test('a column that is not there is a mistake', () => {
  expect(() => columnOf(listingSheet(1), 'Sqft')).toThrow('no column "Sqft"');
});

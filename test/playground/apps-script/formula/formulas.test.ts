/** Formulas: their results, their errors, and how their references follow the cells. */
import { describe, expect, test } from 'vitest';
import { emulatorFor, valueFrom } from '../emulator-fixture.ts';

const RESULTS = 'return SpreadsheetApp.getActiveSheet().getRange("A1").getValue();';

test.each([
  ['=1+2*3', 7],
  ['=(1+2)*3', 9],
  ['="a"&1&TRUE', 'a1TRUE'],
  ['=SUM(B1:C1)', 30],
  ['=B1/4', 2.5],
  ['=-B1', -10],
  ['=50%', 0.5],
  ['=HYPERLINK("https://example.com","Link")', 'Link'],
  ['=IF(B1>5,"big","small")', 'big'],
  ['=B1=10', true],
  ['=D1', ''],
  ['=NA()', '#N/A'],
  ['=1/0', '#DIV/0!'],
  ['="a"+1', '#VALUE!'],
  ['=A1', '#REF!'],
  ['=Nowhere!A1', '#REF!'],
  ['=QUERY(B1:C1)', '#NAME?'],
  ['=unquoted', '#NAME?'],
  ['=1+', '#ERROR!'],
  ['+text here', '#ERROR!'],
])('%s comes to %s', async (formula, result) => {
  const emulator = await emulatorFor();
  emulator.hands.addTab('Listings', [[formula, '10', '20']]);
  const value = await valueFrom(emulator, RESULTS);
  // An empty cell that is referred to counts as nothing.
  expect(value).toEqual(result);
});

test('arguments are separated by semicolons where the comma is the decimal point', async () => {
  const emulator = await emulatorFor({ locale: 'de_DE' });
  emulator.hands.addTab('Listings', [['=SUM(1,5;2)']]);
  expect(await valueFrom(emulator, RESULTS)).toBe(3.5);
});

test('a text that only looks like an error stays text', async () => {
  const emulator = await emulatorFor();
  emulator.hands.addTab('Listings', [['#REF!', '=A1&"?"']]);
  const body = 'return SpreadsheetApp.getActiveSheet().getDataRange().getValues();';
  expect(await valueFrom(emulator, body)).toEqual([['#REF!', '#REF!?']]);
});

test('a picture is an object, not a text', async () => {
  const emulator = await emulatorFor();
  emulator.hands.addTab('Listings', [['=IMAGE("https://example.com/a.png")']]);
  const body = `const cell = SpreadsheetApp.getActiveSheet().getRange('A1');
    return [typeof cell.getValue(), cell.getValue().getUrl(), cell.getDisplayValue()];`;
  expect(await valueFrom(emulator, body)).toEqual(['object', 'https://example.com/a.png', '']);
});

test('a link on a cell is found whether it is a formula or a bare address', async () => {
  const emulator = await emulatorFor();
  emulator.hands.addTab('Listings', [['=HYPERLINK("https://example.com/1","One")', 'https://example.com/2', 'none']]);
  const body = `return SpreadsheetApp.getActiveSheet().getDataRange().getRichTextValues()[0].map((text) => text.getLinkUrl());`;
  expect(await valueFrom(emulator, body)).toEqual(['https://example.com/1', 'https://example.com/2', null]);
});

describe('references', () => {
  test.each([
    ['rows inserted above', (hands: Hands) => hands.insertRows('Listings', 1, 2), 'B3', '=A3+A$3+SUM(A3:A4)'],
    ['a row inserted inside a range', (hands: Hands) => hands.insertRows('Listings', 2, 1), 'B1', '=A1+A$1+SUM(A1:A3)'],
    ['a row of a range deleted', (hands: Hands) => hands.deleteRows('Listings', 2, 1), 'B1', '=A1+A$1+SUM(A1:A1)'],
    ['columns inserted', (hands: Hands) => hands.insertColumns('Listings', 1, 1), 'C1', '=B1+B$1+SUM(B1:B2)'],
    ['columns moved', (hands: Hands) => hands.moveColumns('Listings', 1, 1, 3), 'A1', '=B1+B$1+SUM(B1:B2)'],
  ])('follow %s', async (_what, act, at, formula) => {
    const emulator = await emulatorFor();
    emulator.hands.addTab('Listings', [
      ['1', '=A1+A$1+SUM(A1:A2)'],
      ['2', ''],
    ]);
    act(emulator.hands);
    expect(await valueFrom(emulator, `return SpreadsheetApp.getActiveSheet().getRange('${at}').getFormula();`)).toBe(
      formula,
    );
  });

  test('are lost with their cell', async () => {
    const emulator = await emulatorFor();
    emulator.hands.addTab('Listings', [['=A2'], ['2']]);
    emulator.hands.deleteRows('Listings', 2, 1);
    const body = `const cell = SpreadsheetApp.getActiveSheet().getRange('A1'); return [cell.getFormula(), cell.getValue()];`;
    expect(await valueFrom(emulator, body)).toEqual(['=#REF!', '#REF!']);
  });

  test('of a row to itself travel with it in a sort', async () => {
    const emulator = await emulatorFor();
    emulator.hands.addTab('Listings', [
      ['n', 'double'],
      ['2', '=A2*2'],
      ['1', '=A3*2'],
    ]);
    emulator.hands.sort('Listings', 1, true);
    expect(emulator.hands.values('Listings')).toEqual([
      ['n', 'double'],
      [1, 2],
      [2, 4],
    ]);
  });
});

type Hands = Awaited<ReturnType<typeof emulatorFor>>['hands'];

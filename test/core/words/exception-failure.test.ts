/** What Apps Script throws, in the words of the add-on. */
import { expect, test } from 'vitest';
import { cellsNamedIn, readExceptionFailure } from '../../../src/core/words/exception-failure.ts';

const TOMORROW = /tomorrow/;
const IN_A_MINUTE = /a minute/;

test.each([
  ['Service invoked too many times for one day: properties.', TOMORROW],
  ['Dienst an einem Tag zu häufig aufgerufen: properties.', TOMORROW],
  ['Service using too much computer time for one day', TOMORROW],
  ['Service appelé trop souvent en un jour : spreadsheet.', TOMORROW],
  [
    'Service invoked too many times in a short time: spreadsheets. Try Utilities.sleep(1000) between calls.',
    IN_A_MINUTE,
  ],
  ['Dienst zu oft aufgerufen: cache rate max. Versuchen Sie Utilities.sleep(1000) zwischen den Aufrufen.', IN_A_MINUTE],
  ['Script invoked too many times per second for this Google user account.', IN_A_MINUTE],
  ['There are too many scripts running simultaneously for this Google user account.', IN_A_MINUTE],
])('"%s" is a limit of Google, and says when to go on', (text, hint) => {
  const { kind, nextStep } = readExceptionFailure(text);
  expect([kind, nextStep]).toEqual(['quota', expect.stringMatching(hint)]);
});

test.each([
  ['Exception: You do not have permission to call UrlFetchApp.fetch', 'authorization'],
  ['Exception: Service error: Spreadsheets', 'unexpected'],
  ['Exception: Service timed out: Spreadsheets', 'unexpected'],
  ['Exception: Service unavailable: Properties', 'unexpected'],
  [
    'Exception: This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    'columnsRefused',
  ],
  ['Exception: Durch diese Aktion würde das Limit von 10.000.000 Zellen überschritten.', 'columnsRefused'],
  ['TypeError: Cannot read properties of undefined', 'unexpected'],
  ['Exception: Address unavailable: https://usapi.hottask.com/chat: properties of it', 'unexpected'],
])('"%s" is none: %s', (text, kind) => {
  expect(readExceptionFailure(text).kind).toBe(kind);
});

test.each([
  ['The data you entered in cell AB12 violates the data validation rules set on this cell.', ['AB12']],
  ['Die Daten in Zelle „V2“ verstoßen gegen die Regeln. Gültig: ja, nein.', ['V2']],
  ['セルA1に入力されたデータはこのセルに設定された入力規則に違反しています。', ['A1']],
  ['The ranges A1:B2 and C3(4) overlap; JSON2x and utf8 are none either.', []],
  ['You are trying to edit a protected cell or object.', []],
])('“%s” names the cells %j', (text, cells) => {
  expect(cellsNamedIn(text)).toEqual(cells);
});

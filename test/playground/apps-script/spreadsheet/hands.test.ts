/** What people do in the grid, and what they see of it. */
import { describe, expect, test } from 'vitest';
import { emulatorFor, valueFrom } from '../emulator-fixture.ts';

const cellsOf = (emulator: Awaited<ReturnType<typeof emulatorFor>>) => emulator.hands.snapshot().tabs[0]?.cells;

test('the first tab added takes the place of the untouched one', async () => {
  const emulator = await emulatorFor({ spreadsheetName: 'Homes' });
  emulator.hands.addTab('Listings', [['a', 'b'], ['1']]);
  emulator.hands.addTab('Other', []);
  expect(emulator.hands.snapshot()).toMatchObject({
    name: 'Homes',
    locale: 'en_US',
    timeZone: 'Etc/UTC',
    tabs: [
      { name: 'Listings', rowCount: 1000, columnCount: 26 },
      { name: 'Other', cells: [] },
    ],
    selection: ['A1'],
  });
});

test('cells show text, input and alignment', async () => {
  const emulator = await emulatorFor();
  emulator.hands.addTab('Listings', [['text', '5', 'TRUE', "'007", '=B1*2', '10/2/2026', '50%', '=1/0']]);
  expect(cellsOf(emulator)).toEqual([
    [
      { text: 'text', input: 'text', align: 'left' },
      { text: '5', input: '5', align: 'right' },
      { text: 'TRUE', input: 'TRUE', align: 'center' },
      { text: '007', input: "'007", align: 'left' },
      { text: '10', input: '=B1*2', align: 'right' },
      { text: '10/2/2026', input: '10/2/2026', align: 'right' },
      { text: '50%', input: '50%', align: 'right' },
      { text: '#DIV/0!', input: '=1/0', align: 'center' },
    ],
  ]);
});

test('a paste beyond the edge adds the rows and columns it needs', async () => {
  const emulator = await emulatorFor();
  emulator.hands.addTab('Small', [['a']], { rowCount: 1, columnCount: 1 });
  emulator.hands.paste('Small', 'A1', [
    ['b', 'c'],
    ['d', 'e'],
  ]);
  expect(emulator.hands.values('Small')).toEqual([
    ['b', 'c'],
    ['d', 'e'],
  ]);
  expect(emulator.hands.snapshot().tabs[0]).toMatchObject({ rowCount: 2, columnCount: 2 });
});

test('a sort moves values, formats and notes together and puts empty cells last', async () => {
  const emulator = await emulatorFor();
  emulator.hands.addTab('Listings', [
    ['n', 'name'],
    ['2', 'two'],
    ['', 'none'],
    ['10', 'ten'],
    ['x', 'text'],
  ]);
  await emulator.evaluate(`SpreadsheetApp.getActiveSheet().getRange('B4').setNote('of ten').setBackground('#ff0000');`);
  emulator.hands.sort('Listings', 1, false);
  expect(emulator.hands.values('Listings').map(([n]) => n)).toEqual(['n', 'x', 10, 2, '']);
  expect(cellsOf(emulator)?.[2]?.[1]).toMatchObject({ text: 'ten', note: 'of ten', background: '#ff0000' });
});

test('columns moved keep their widths, their hiding and their cells', async () => {
  const emulator = await emulatorFor();
  emulator.hands.addTab('Listings', [['a', 'b', 'c'], ['1']]);
  await emulator.evaluate(`SpreadsheetApp.getActiveSheet().setColumnWidth(1, 40).hideColumns(1);`);
  emulator.hands.moveColumns('Listings', 1, 1, 4);
  expect(emulator.hands.values('Listings')).toEqual([
    ['b', 'c', 'a'],
    ['', '', 1],
  ]);
  expect(emulator.hands.snapshot().tabs[0]).toMatchObject({ hiddenColumns: [2], columnWidths: { 2: 40 } });
});

test('rows hidden by hand show again, and follow rows inserted above them', async () => {
  const emulator = await emulatorFor();
  emulator.hands.addTab('Listings', [['a'], ['b'], ['c']]);
  emulator.hands.hideRows('Listings', 2, 2);
  emulator.hands.insertRows('Listings', 1, 1);
  emulator.hands.showRows('Listings', 3, 1);
  expect(emulator.hands.snapshot().tabs[0]?.hiddenRows).toEqual([3]);
});

test('an edit by hand and an edit by the script tell the page', async () => {
  const kinds: string[] = [];
  const emulator = await emulatorFor({ onEvent: ({ kind }) => kinds.push(kind) });
  emulator.hands.type('Sheet1', 'A1', 'x');
  emulator.hands.select('Sheet1', ['A1']);
  await emulator.evaluate(`SpreadsheetApp.getActiveSheet().getRange('A2').setValue(1);`);
  expect(kinds).toEqual(['changed', 'selection', 'changed']);
});

// @see https://developers.google.com/apps-script/reference/spreadsheet/conditional-format-rule-builder (read 2026-11-21)
describe('conditional formats', () => {
  const RULES = `const sheet = SpreadsheetApp.getActiveSheet();
    const range = sheet.getRange('A2:A');
    const rule = (make) => make(SpreadsheetApp.newConditionalFormatRule()).setRanges([range]).build();
    sheet.setConditionalFormatRules([
      rule((builder) => builder.whenTextEqualTo('Failed').setBackground('#ff0000').setBold(true)),
      rule((builder) => builder.whenTextContains('ed').setBackground('#00ff00').setFontColor('#000001')),
      rule((builder) => builder.whenFormulaSatisfied('=$B2="hot"').setFontColor('#000002')),
    ]);`;

  test('colour cells by their text: the first rule that sets a property wins', async () => {
    const emulator = await emulatorFor();
    emulator.hands.addTab('Listings', [['Status'], ['failed'], ['Pushed'], ['New', 'hot'], ['New']]);
    await emulator.evaluate(RULES);
    expect(
      cellsOf(emulator)
        ?.slice(1)
        .map(([cell]) => [cell?.background, cell?.color, cell?.isBold]),
    ).toEqual([
      ['#ff0000', '#000001', true],
      ['#00ff00', '#000001', undefined],
      [undefined, '#000002', undefined],
      [undefined, undefined, undefined],
    ]);
  });

  test('grow with rows inserted into their range and can be read back', async () => {
    const emulator = await emulatorFor();
    await emulator.evaluate(RULES);
    emulator.hands.insertRows('Sheet1', 3, 2);
    const body = `return SpreadsheetApp.getActiveSheet().getConditionalFormatRules().map((rule) => [
      rule.getRanges()[0].getA1Notation(), String(rule.getBooleanCondition().getCriteriaType()),
      rule.getBooleanCondition().getCriteriaValues(), rule.getBooleanCondition().getBackground()]);`;
    expect(await valueFrom(emulator, body)).toEqual([
      ['A2:A1002', 'TEXT_EQUAL_TO', ['Failed'], '#ff0000'],
      ['A2:A1002', 'TEXT_CONTAINS', ['ed'], '#00ff00'],
      ['A2:A1002', 'CUSTOM_FORMULA', ['=$B2="hot"'], null],
    ]);
  });
});

test('a name that is no tab is refused', async () => {
  const emulator = await emulatorFor();
  expect(() => emulator.hands.type('Nope', 'A1', 'x')).toThrow('Emulator: there is no tab named "Nope"');
});

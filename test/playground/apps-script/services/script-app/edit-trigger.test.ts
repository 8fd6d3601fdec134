/** The simple trigger after an edit: when it fires, and what it is told. */
import { describe, expect, test } from 'vitest';
import { addOn, emulatorFor, returned } from '../../emulator-fixture.ts';

const TELLS = addOn(`
function onEdit(e) {
  return [String(e.authMode), e.range.getSheet().getName(), e.range.getA1Notation(), e.range.rowEnd, e.value, e.oldValue];
}`);

async function opened(code: Readonly<Record<string, string>>, deployment: 'bound' | 'published' = 'bound') {
  const emulator = await emulatorFor({ files: code, deployment });
  emulator.hands.addTab('Tab', [
    ['Name', 'Price'],
    ['one', '450000'],
  ]);
  return emulator;
}

// @see https://developers.google.com/apps-script/guides/triggers/events#edit (read 2026-11-29)
describe('onEdit', () => {
  test.each([
    ['a cell that is typed over', 'B2', [['475000']], ['LIMITED', 'Tab', 'B2', 2, '475000', '450000']],
    ['a blank cell that is filled', 'C2', [['x']], ['LIMITED', 'Tab', 'C2', 2, 'x', undefined]],
    [
      'a block that is pasted',
      'A2',
      [
        ['1', '2'],
        ['3', '4'],
      ],
      ['LIMITED', 'Tab', 'A2:B3', 3, undefined, undefined],
    ],
  ])('is told of %s', async (_, a1, block, told) => {
    const emulator = await opened(TELLS);
    const [report] = await emulator.edit((hands) => hands.paste('Tab', a1, block));
    expect(report && returned(report)).toEqual(JSON.parse(JSON.stringify(told)));
  });

  test('is told the old value of a cell that is cleared', async () => {
    const emulator = await opened(TELLS);
    const [report] = await emulator.edit((hands) => hands.clear('Tab', 'B2'));
    expect(report && returned(report)).toEqual(['LIMITED', 'Tab', 'B2', 2, null, '450000']);
  });

  test('is not called for what scripts write, nor for sorting, inserting and selecting', async () => {
    const emulator = await opened(
      addOn(`function onEdit() { PropertiesService.getScriptProperties().setProperty('was', 'called'); }`),
    );
    await emulator.evaluate(`SpreadsheetApp.getActiveSheet().getRange('A1').setValue('x'); SpreadsheetApp.flush();`);
    await emulator.edit((hands) => {
      hands.sort('Tab', 1, false);
      hands.insertRows('Tab', 2, 1);
      hands.select('Tab', ['A1']);
    });
    expect(emulator.properties('script')).toEqual({});
  });

  // @see https://developers.google.com/apps-script/guides/triggers#restrictions (at most two wait; read 2026-11-29)
  test('misses the third of three edits that come at once', async () => {
    const emulator = await opened(TELLS);
    const reports = await emulator.edit((hands) => {
      for (const a1 of ['A2', 'A3', 'A4']) hands.type('Tab', a1, a1);
    });
    expect(reports.map((report) => (returned(report) as readonly unknown[])[2])).toEqual(['A2', 'A3']);
  });

  // @see https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle (read 2026-11-29)
  test('of a published add-on is called only where somebody has used it', async () => {
    const emulator = await opened(TELLS, 'published');
    expect(await emulator.edit((hands) => hands.type('Tab', 'A2', 'x'))).toEqual([]);
    await emulator.evaluate('return 1;');
    expect(await emulator.edit((hands) => hands.type('Tab', 'A2', 'y'))).toHaveLength(1);
  });

  test('may not fetch, and ends after thirty seconds', async () => {
    const emulator = await opened(
      addOn(
        `function onEdit(e) { if (e.value === 'fetch') UrlFetchApp.fetch('https://example.com'); Utilities.sleep(31000); }`,
      ),
    );
    const [fetching] = await emulator.edit((hands) => hands.type('Tab', 'A2', 'fetch'));
    const [slow] = await emulator.edit((hands) => hands.type('Tab', 'A2', 'wait'));
    expect(fetching?.outcome.kind).toBe('threw');
    expect(slow?.outcome).toEqual({ kind: 'killed', reason: 'runtime limit' });
  });
});

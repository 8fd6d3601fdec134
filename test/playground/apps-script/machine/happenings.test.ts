/** What happens at a service call, in the middle of an execution. */
import { describe, expect, test } from 'vitest';
import type { ServiceCall } from '../../../../playground/apps-script/emulator.ts';
import { addOn, emulatorFor, returned, valueFrom } from '../emulator-fixture.ts';

const READ_TWICE = `const cell = SpreadsheetApp.getActiveSheet().getRange('A1');
  return [cell.getValue(), cell.getValue()];`;

describe('a happening', () => {
  test('before a call is seen by that call', async () => {
    const emulator = await emulatorFor();
    emulator.before('Range.getValue', 1, () => emulator.hands.type('Sheet1', 'A1', 'typed'));
    expect(await valueFrom(emulator, READ_TWICE)).toEqual(['typed', 'typed']);
  });

  test('after a call is seen by the next one', async () => {
    const emulator = await emulatorFor();
    emulator.after('Range.getValue', 1, () => emulator.hands.type('Sheet1', 'A1', 'typed'));
    expect(await valueFrom(emulator, READ_TWICE)).toEqual(['', 'typed']);
  });

  test('of a number is met once, counted over executions', async () => {
    const emulator = await emulatorFor();
    let count = 0;
    emulator.before('Range.getValue', 3, () => emulator.hands.type('Sheet1', 'A1', String(++count)));
    expect(await valueFrom(emulator, READ_TWICE)).toEqual(['', '']);
    expect(await valueFrom(emulator, READ_TWICE)).toEqual([1, 1]);
    expect(await valueFrom(emulator, READ_TWICE)).toEqual([1, 1]);
  });

  test('with a condition is met wherever it fits, until it is ended', async () => {
    const emulator = await emulatorFor();
    let count = 0;
    const end = emulator.before(
      'Range.getValue',
      ({ area }) => area?.rowNumber === 1,
      () => emulator.hands.type('Sheet1', 'A1', String(++count)),
    );
    expect(await valueFrom(emulator, READ_TWICE)).toEqual([1, 2]);
    await emulator.evaluate("SpreadsheetApp.getActiveSheet().getRange('A2').getValue();");
    end();
    expect(await valueFrom(emulator, READ_TWICE)).toEqual([2, 2]);
  });

  test('knows the call, who made it, and where in the document it is', async () => {
    const files = addOn("function work() { SpreadsheetApp.getActiveSheet().getRange('B2:C4').setValue(7); }");
    const emulator = await emulatorFor({ files });
    const calls: ServiceCall[] = [];
    emulator.before('Range.setValue', 1, (call) => {
      calls.push(call);
    });
    returned(await emulator.call('work', [], { source: 'menu', user: 'colleague@example.com' }));
    expect(calls).toEqual([
      {
        name: 'Range.setValue',
        functionName: 'work',
        user: 'colleague@example.com',
        args: [7],
        tabName: 'Sheet1',
        area: { rowNumber: 2, columnNumber: 2, rowCount: 3, columnCount: 2 },
      },
    ]);
  });

  test('may be another execution, while the first stands still', async () => {
    const emulator = await emulatorFor();
    emulator.before('Range.getValue', 1, async () => {
      await emulator.evaluate("SpreadsheetApp.getActiveSheet().getRange('A1').setValue('theirs');");
    });
    expect(await valueFrom(emulator, READ_TWICE)).toEqual(['theirs', 'theirs']);
  });

  test('may ask for another later in the same execution', async () => {
    const emulator = await emulatorFor();
    emulator.before('Range.getValue', 1, () => {
      emulator.after('Range.getValue', 1, () => emulator.hands.type('Sheet1', 'A1', 'typed'));
    });
    expect(await valueFrom(emulator, READ_TWICE)).toEqual(['', 'typed']);
  });

  test('does not see writes that are still pending, which then go where their cells are now', async () => {
    const emulator = await emulatorFor();
    emulator.hands.addTab('Tab', [['one'], ['two']]);
    let seen: unknown;
    emulator.after('Range.setValue', 1, () => {
      seen = emulator.hands.values('Tab');
      emulator.hands.insertRows('Tab', 1, 1);
    });
    await emulator.evaluate("SpreadsheetApp.getActiveSheet().getRange('A1').setValue('mine');");
    expect(seen).toEqual([['one'], ['two']]);
    expect(emulator.hands.values('Tab')).toEqual([['mine'], ['one'], ['two']]);
  });

  test('that makes the grid larger or smaller counts for the next range', async () => {
    const emulator = await emulatorFor();
    emulator.hands.addTab('Tab', [['x']], { rowCount: 3, columnCount: 1 });
    emulator.after('Range.getValue', 1, () => emulator.hands.insertRows('Tab', 4, 1));
    const body = `const sheet = SpreadsheetApp.getActiveSheet();
      sheet.getRange(3, 1).getValue(); return sheet.getRange(4, 1).getA1Notation();`;
    expect(await valueFrom(emulator, body)).toBe('A4');
  });

  test('costs no time and is no service call', async () => {
    const emulator = await emulatorFor();
    const plain = await emulator.evaluate(READ_TWICE);
    emulator.before(
      'Range.getValue',
      () => true,
      () => {},
    );
    const watched = await emulator.evaluate(READ_TWICE);
    expect([watched.virtualMs, watched.serviceCallCount]).toEqual([plain.virtualMs, plain.serviceCallCount]);
  });

  test('that fails fails the test that asked for it', async () => {
    const emulator = await emulatorFor();
    emulator.before('Range.getValue', 1, () => {
      throw new Error('no such tab');
    });
    await expect(emulator.evaluate(READ_TWICE)).rejects.toThrow('no such tab');
  });
});

describe('an execution', () => {
  const WRITE = "SpreadsheetApp.getActiveSheet().getRange('A1').setValue('x');";
  const store = () => "PropertiesService.getScriptProperties().setProperty('a', 'b')";

  test.each([
    ['before', { killAtServiceCall: 2 }, {}],
    ['after', { killAfterServiceCall: 2 }, { a: 'b' }],
  ])('is killed %s the effect of a call', async (_, disturbance, stored) => {
    const emulator = await emulatorFor();
    const { outcome } = await emulator.evaluate(`try { ${store()}; } finally { ${WRITE} }`, disturbance);
    expect(outcome).toEqual({ kind: 'killed', reason: 'asked for' });
    expect(emulator.properties('script')).toEqual(stored);
    expect(emulator.hands.values('Sheet1')).toEqual([]);
  });

  // @see https://github.com/RomainVialard/ErrorHandler `src/ErrorHandler.gs.js` (text; read 2026-11-21)
  const message = "We're sorry, a server error occurred. Please wait a bit and try again.";

  test.each([
    ['before', false, []],
    ['after', true, [['x']]],
  ])('meets a service that fails %s its effect', async (_, isAfterEffect, values) => {
    const emulator = await emulatorFor();
    // getActiveSheet, getRange, setValue.
    const failure = { atServiceCall: 3, isAfterEffect, message };
    const report = await emulator.evaluate(`try { ${WRITE} } catch (error) { return String(error); }`, { failure });
    expect(returned(report)).toBe(`Exception: ${message}`);
    expect(emulator.hands.values('Sheet1')).toEqual(values);
  });

  test('of a trigger is disturbed too, the first that fires', async () => {
    const emulator = await emulatorFor({ files: addOn(`function work() { ${WRITE} ${store()}; }`) });
    await emulator.evaluate("ScriptApp.newTrigger('work').timeBased().everyMinutes(1).create();");
    const reports = await emulator.advanceClock(120_000, { killAfterServiceCall: 5 });
    expect(reports.map(({ outcome }) => outcome.kind)).toEqual(['killed', 'returned']);
  });
});

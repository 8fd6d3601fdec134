/** What no page of Google's settles: each switch, either way. The sources are in `edges.ts`, beside each switch. */
import { describe, expect, test } from 'vitest';
import { addOn, emulatorFor, returned, thrownBy, valueFrom } from './emulator-fixture.ts';

const OUTSIDE = 'Exception: The coordinates of the range are outside the dimensions of the sheet.';

// @see https://github.com/RomainVialard/ErrorHandler `src/ErrorHandler.gs.js` (text; read 2026-11-21)
describe('a range beyond the grid', () => {
  test.each([
    ['refused at the call', 'getRange(1, 27)', OUTSIDE],
    ['refused at use', 'getRange(1, 27)', undefined],
    ['refused at use', 'getRange(1, 27).getValues()', OUTSIDE],
    ['refused at use', 'getRange(1, 27).getA1Notation()', undefined],
    ['refused at use', 'getRange(1, 27).setValue(1)', OUTSIDE],
    ['refused at use', 'getRange(1, 26).getValues()', undefined],
  ] as const)('is %s: %s', async (rangeBeyondGrid, expression, message) => {
    const emulator = await emulatorFor({ edges: { rangeBeyondGrid } });
    expect(await thrownBy(emulator, `SpreadsheetApp.getActiveSheet().${expression};`)).toBe(message);
  });
});

// @see https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app#flush (read 2026-11-29)
test.each([
  ['refused at the flush', 'flush'],
  ['refused at the call', 'insert'],
] as const)('columns that cannot be inserted are %s', async (inserts, step) => {
  const emulator = await emulatorFor({ edges: { inserts } });
  const body = `let step = 'insert';
    try { SpreadsheetApp.getActiveSheet().insertColumnsAfter(26, 18300); step = 'flush'; SpreadsheetApp.flush(); }
    catch (error) { return step; }`;
  expect(await valueFrom(emulator, body)).toBe(step);
});

// @see https://developers.google.com/apps-script/reference/base/ui#alertprompt (read 2026-11-21)
test.each([
  ['lost', false],
  ['kept', true],
] as const)('locks are %s while a dialog is open', async (locksInDialog, hasLock) => {
  const emulator = await emulatorFor({ edges: { locksInDialog } });
  const body = `const lock = LockService.getDocumentLock(); lock.waitLock(0);
    SpreadsheetApp.getUi().prompt('open'); return lock.hasLock();`;
  expect(await valueFrom(emulator, body)).toBe(hasLock);
});

// @see https://developers.google.com/apps-script/reference/lock/lock#releaselock (read 2026-11-29)
test.each([
  ['stay pending', []],
  ['are sent', [['x']]],
] as const)('writes that are pending when a lock is released %s', async (pendingWritesAtRelease, seen) => {
  const emulator = await emulatorFor({ edges: { pendingWritesAtRelease } });
  let values: unknown;
  emulator.after('Lock.releaseLock', 1, () => {
    values = emulator.hands.values('Sheet1');
  });
  await emulator.evaluate(`const lock = LockService.getDocumentLock(); lock.waitLock(0);
    SpreadsheetApp.getActiveSheet().getRange('A1').setValue('x'); lock.releaseLock();`);
  expect(values).toEqual(seen);
  expect(emulator.hands.values('Sheet1')).toEqual([['x']]);
});

// @see https://www.npmjs.com/package/@types/google-apps-script 2.0.13, `Range.getRichTextValues` (read 2026-11-29)
test.each([
  ['its text', ['text', '5', '1/2/2026', 'TRUE', '']],
  ['null', ['text', null, null, null, '']],
] as const)('the rich text of what is no text is %s', async (richTextOfNonText, texts) => {
  const emulator = await emulatorFor({ edges: { richTextOfNonText } });
  emulator.hands.addTab('Tab', [['text', '5', '1/2/2026', 'true', '', 'end']]);
  const body = `return SpreadsheetApp.getActiveSheet().getRange('A1:E1').getRichTextValues()[0]
    .map((value) => value && value.getText());`;
  expect(await valueFrom(emulator, body)).toEqual(texts);
});

// @see https://developers.google.com/apps-script/reference/spreadsheet/range#activate (read 2026-11-29)
describe('a range of a tab that is not active', () => {
  const GO = "SpreadsheetApp.getActiveSpreadsheet().getRange('Other!B2').activate();";

  test('brings its tab along', async () => {
    const emulator = await emulatorFor();
    emulator.hands.addTab('Tab', [['x']]);
    const otherId = emulator.hands.addTab('Other', [['y']]);
    await emulator.evaluate(GO);
    expect(emulator.hands.snapshot()).toMatchObject({ activeTabId: otherId, selection: ['B2'] });
  });

  test('is refused, unless its tab was activated before', async () => {
    const emulator = await emulatorFor({ edges: { rangeOfOtherTab: 'is refused' } });
    emulator.hands.addTab('Tab', [['x']]);
    const otherId = emulator.hands.addTab('Other', [['y']]);
    expect(await thrownBy(emulator, GO)).toBe('Exception: The range is not on the active sheet.');
    const first = "SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Other').activate();";
    expect(await thrownBy(emulator, first + GO)).toBeUndefined();
    expect(emulator.hands.snapshot()).toMatchObject({ activeTabId: otherId, selection: ['B2'] });
  });
});

// @see https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app#flush (read 2026-11-29)
test.each([
  ['lost', []],
  ['sent', [['x']]],
] as const)('writes that are pending when an execution is killed are %s', async (pendingWritesAtKill, values) => {
  const emulator = await emulatorFor({ edges: { pendingWritesAtKill } });
  const { outcome } = await emulator.evaluate(
    "SpreadsheetApp.getActiveSheet().getRange('A1').setValue('x'); Utilities.sleep(400000);",
  );
  expect(outcome).toEqual({ kind: 'killed', reason: 'runtime limit' });
  expect(emulator.hands.values('Sheet1')).toEqual(values);
});

// @see https://developers.google.com/workspace/add-ons/concepts/editor-triggers (read 2026-11-21)
test.each([
  ['by deployment', 'bound', true],
  ['by deployment', 'published', false],
  ['there', 'published', true],
  ['missing', 'bound', false],
] as const)('the document of a clock trigger, %s, %s: %s', async (clockTriggerDocument, deployment, isThere) => {
  const files = addOn('function work() { return SpreadsheetApp.getActiveSpreadsheet() !== null; }');
  const emulator = await emulatorFor({ files, deployment, edges: { clockTriggerDocument } });
  await emulator.evaluate("ScriptApp.newTrigger('work').timeBased().everyHours(1).create();");
  const [report] = await emulator.advanceClock(3_600_000 + 60_000);
  expect(report && returned(report)).toBe(isThere);
});

/** One script project used in several spreadsheets by several people: what they share, and what is each one's own. */
import { describe, expect, test } from 'vitest';
import { addOn, emulatorFor, returned, thrownBy, valueFrom } from './emulator-fixture.ts';

const COLLEAGUE = 'colleague@example.com';
const HOURLY = "return ScriptApp.newTrigger('work').timeBased().everyHours(1).create().getUniqueId();";

test('each spreadsheet has cells, a name and people of its own', async () => {
  const emulator = await emulatorFor();
  const second = emulator.addSpreadsheet({ name: 'Second', owner: COLLEAGUE });
  const body = `const file = SpreadsheetApp.getActiveSpreadsheet();
    file.getActiveSheet().getRange('A1').setValue(file.getName());
    return [file.getId(), file.getOwner().getEmail()];`;
  expect(await valueFrom(emulator, body, { fileId: second.id })).toEqual([second.id, COLLEAGUE]);
  expect(second.hands.values('Sheet1')).toEqual([['Second']]);
  expect(emulator.hands.values('Sheet1')).toEqual([]);
});

// @see https://developers.google.com/apps-script/reference/properties/properties-service (read 2026-11-21)
test.each([
  ['Document', [true, false, false, false]],
  ['User', [true, false, true, false]],
  ['Script', [true, true, true, true]],
])('%s properties are seen by who shares them', async (kind, seen) => {
  const emulator = await emulatorFor();
  const fileId = emulator.addSpreadsheet().id;
  const store = `PropertiesService.get${kind}Properties()`;
  await emulator.evaluate(`${store}.setProperty('key', 'value');`);
  const isSeen = (options: object) => valueFrom(emulator, `return ${store}.getProperty('key') !== null;`, options);
  const own = [await isSeen({}), await isSeen({ user: COLLEAGUE })];
  const others = [await isSeen({ fileId }), await isSeen({ fileId, user: COLLEAGUE })];
  expect(kind === 'Document' ? [own[0], others[0], others[1], false] : [...own, ...others]).toEqual(seen);
});

test('the document lock of one spreadsheet is free in another', async () => {
  const emulator = await emulatorFor();
  const fileId = emulator.addSpreadsheet().id;
  const tried = 'return LockService.getDocumentLock().tryLock(0);';
  const free: unknown[] = [];
  emulator.after('Lock.tryLock', 1, async () => {
    free.push(await valueFrom(emulator, tried), await valueFrom(emulator, tried, { fileId }));
  });
  await emulator.evaluate(tried);
  expect(free).toEqual([false, true]);
});

describe('triggers', () => {
  // @see https://developers.google.com/apps-script/reference/script/script-app#getprojecttriggers (read 2026-11-29)
  test('of a project are those of the person in all their spreadsheets; those of one can be asked for', async () => {
    const emulator = await emulatorFor({ deployment: 'published' });
    const fileId = emulator.addSpreadsheet().id;
    const first = await valueFrom(emulator, HOURLY);
    const second = await valueFrom(emulator, HOURLY, { fileId });
    await valueFrom(emulator, HOURLY, { fileId, user: COLLEAGUE });
    const ids = (list: string) => `return ScriptApp.${list}.map((trigger) => trigger.getUniqueId());`;
    const own = ids('getUserTriggers(SpreadsheetApp.getActiveSpreadsheet())');
    expect(await valueFrom(emulator, ids('getProjectTriggers()'))).toEqual([first, second]);
    expect(await valueFrom(emulator, own)).toEqual([first]);
    expect(await valueFrom(emulator, own, { fileId })).toEqual([second]);
    expect(emulator.triggers()).toHaveLength(3);
    expect(emulator.triggers(fileId)).toHaveLength(2);
  });

  // @see https://developers.google.com/workspace/add-ons/concepts/editor-triggers (one of a type per user and document; read
  // 2026-11-21)
  test('of an add-on on the clock are one for each person and spreadsheet', async () => {
    const emulator = await emulatorFor({ deployment: 'published' });
    const fileId = emulator.addSpreadsheet().id;
    for (const options of [{}, { fileId }, { user: COLLEAGUE }]) await valueFrom(emulator, HOURLY, options);
    for (const options of [{}, { fileId }, { user: COLLEAGUE }]) {
      expect(await thrownBy(emulator, HOURLY, options)).toContain('too many time-based triggers in this document');
    }
  });

  test('fire in the spreadsheet they were made in, as the person who made them', async () => {
    const files = addOn(`function work() {
      return [SpreadsheetApp.getActiveSpreadsheet().getId(), Session.getEffectiveUser().getEmail()];
    }`);
    const emulator = await emulatorFor({ files });
    const fileId = emulator.addSpreadsheet().id;
    await valueFrom(emulator, HOURLY, { fileId, user: COLLEAGUE });
    const [report] = await emulator.advanceClock(3_700_000);
    expect(report && returned(report)).toEqual([fileId, COLLEAGUE]);
  });
});

// @see https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle (enabled by file; read 2026-11-21)
test('an add-on that was used in one spreadsheet is not enabled in another', async () => {
  const files = addOn('function onOpen(e) { return String(e.authMode); } function work() {}');
  const emulator = await emulatorFor({ files, deployment: 'published' });
  const fileId = emulator.addSpreadsheet().id;
  await emulator.call('work', [], { source: 'menu' });
  const mode = async (options: object) => returned(await emulator.call('onOpen', [], { source: 'open', ...options }));
  expect([await mode({}), await mode({ fileId })]).toEqual(['LIMITED', 'NONE']);
});

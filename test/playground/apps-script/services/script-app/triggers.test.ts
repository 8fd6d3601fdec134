/** Triggers: rules of creation, when they fire, and what they find there. */
import { describe, expect, test } from 'vitest';
import { addOn, emulatorFor, returned, STARTS_AT_MS, thrownBy, valueFrom } from '../../emulator-fixture.ts';

const HOUR_MS = 3_600_000;
const AFTER_A_MINUTE = `return ScriptApp.newTrigger('work').timeBased().after(60000).create().getUniqueId();`;
const files = addOn(`function work(e) {
  return [String(e.authMode), e.triggerUid, SpreadsheetApp.getActiveSpreadsheet() === null,
    PropertiesService.getDocumentProperties() === null, LockService.getDocumentLock() === null, e.hour];
}`);

describe('a clock trigger of a bound script', () => {
  test('fires once at its time, with the spreadsheet, and stays in the list', async () => {
    const emulator = await emulatorFor({ files, latency: { startMs: 0, objectMs: 0, triggerMs: 0 } });
    const id = await valueFrom(emulator, AFTER_A_MINUTE);
    expect(emulator.triggers()).toMatchObject([{ id, functionName: 'work', dueAt: STARTS_AT_MS + 60_000 }]);
    expect(await emulator.advanceClock(59_000)).toEqual([]);
    const [report, ...others] = await emulator.advanceClock(1_000);
    expect(others).toEqual([]);
    expect(report && returned(report)).toEqual(['FULL', id, false, false, false, 12]);
    expect(await emulator.advanceClock(HOUR_MS)).toEqual([]);
    expect(emulator.triggers()).toEqual([{ id, functionName: 'work', user: 'owner@example.com' }]);
  });

  test('that repeats fires at every period the clock passes', async () => {
    const emulator = await emulatorFor({ files });
    await emulator.evaluate(`ScriptApp.newTrigger('work').timeBased().everyMinutes(10).create();`);
    expect(await emulator.advanceClock(HOUR_MS)).toHaveLength(6);
  });

  test('has no user interface', async () => {
    const emulator = await emulatorFor({ files: addOn('function work() { SpreadsheetApp.getUi(); }') });
    await emulator.evaluate(AFTER_A_MINUTE);
    const [report] = await emulator.advanceClock(60_000);
    expect(report?.outcome).toMatchObject({
      message: 'Exception: Cannot call SpreadsheetApp.getUi() from this context.',
    });
  });

  // @see https://developers.google.com/apps-script/guides/services/quotas (20 per user and script; read 2026-11-21)
  test('is one of at most twenty, fired ones included', async () => {
    const emulator = await emulatorFor();
    const body = `for (let n = 0; n < 21; n++) ScriptApp.newTrigger('work').timeBased().after(1).create();`;
    expect(await thrownBy(emulator, body)).toBe(
      'Exception: This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  });
});

// @see https://developers.google.com/workspace/add-ons/concepts/editor-triggers (read 2026-11-21)
describe('a clock trigger of a published add-on', () => {
  test('fires an hour after its creation at the earliest, and knows no document', async () => {
    const emulator = await emulatorFor({
      files,
      deployment: 'published',
      latency: { triggerMs: 0, startMs: 0, objectMs: 0 },
    });
    const id = await valueFrom(emulator, AFTER_A_MINUTE);
    expect(await emulator.advanceClock(HOUR_MS - 1_000)).toEqual([]);
    const [report] = await emulator.advanceClock(1_000);
    expect(report && returned(report)).toEqual(['FULL', id, true, true, true, 13]);
  });

  test('is the only one of its type for a person', async () => {
    const emulator = await emulatorFor({ deployment: 'published' });
    expect(await thrownBy(emulator, `${AFTER_A_MINUTE.replace('return', '')} ${AFTER_A_MINUTE}`)).toBe(
      'Exception: This add-on has created too many time-based triggers in this document for this Google user account.',
    );
    expect(await thrownBy(emulator, AFTER_A_MINUTE, { user: 'other@example.com' })).toBeUndefined();
  });
});

test('people see and delete their own triggers only', async () => {
  const emulator = await emulatorFor();
  await emulator.evaluate(AFTER_A_MINUTE, { user: 'a@example.com' });
  const list = `return ScriptApp.getProjectTriggers().map((trigger) => [trigger.getHandlerFunction(), String(trigger.getEventType())]);`;
  expect(await valueFrom(emulator, list, { user: 'b@example.com' })).toEqual([]);
  expect(await valueFrom(emulator, list, { user: 'a@example.com' })).toEqual([['work', 'CLOCK']]);
  await emulator.evaluate(`ScriptApp.getProjectTriggers().forEach((trigger) => ScriptApp.deleteTrigger(trigger));`, {
    user: 'a@example.com',
  });
  expect(emulator.triggers()).toEqual([]);
});

test('triggers run as their creator', async () => {
  const emulator = await emulatorFor({
    files: addOn(`function work() { return PropertiesService.getUserProperties().getProperty('who'); }`),
  });
  emulator.setProperty('user', 'who', 'creator', 'a@example.com');
  await emulator.evaluate(AFTER_A_MINUTE, { user: 'a@example.com' });
  const [report] = await emulator.advanceClock(60_000);
  expect(report && returned(report)).toBe('creator');
});

// @see https://developers.google.com/apps-script/guides/services/quotas (90 minutes or 6 hours a day; read 2026-11-21)
test('stop for the day when a person’s running time is used up', async () => {
  const emulator = await emulatorFor({
    files: addOn('function work() { Utilities.sleep(300000); }'),
    account: 'consumer',
  });
  await emulator.evaluate(`ScriptApp.newTrigger('work').timeBased().everyMinutes(10).create();`);
  // Runs of five minutes: after eighteen of them the ninety minutes are over.
  expect(await emulator.advanceClock(20 * HOUR_MS)).toHaveLength(18);
});

describe('Google\u2019s clock as no page settles it', () => {
  const EVERY_HOUR = `ScriptApp.newTrigger('work').timeBased().everyHours(1).create();`;
  const hourly = addOn('function work() {}');

  // @see https://github.com/derekantrican/GAS-ICS-Sync/issues/79 (read 2026-11-21)
  test.each([
    ['each once', 6],
    ['every third is lost', 4],
    ['each twice', 12],
  ] as const)('a trigger whose calls come "%s" strikes %i times in six hours', async (clockTriggerCalls, strikes) => {
    const emulator = await emulatorFor({ files: hourly, edges: { clockTriggerCalls } });
    await emulator.evaluate(EVERY_HOUR);
    expect(await emulator.advanceClock(6 * HOUR_MS + 60_000)).toHaveLength(strikes);
  });

  // @see https://developers.google.com/apps-script/guides/triggers/installable ("slightly randomized"; read 2026-11-29)
  test('strikes at a minute that Google chooses, and keeps to it', async () => {
    const emulator = await emulatorFor({ files: hourly, edges: { clockTriggerMinute: 'chosen by Google' } });
    await emulator.evaluate(EVERY_HOUR);
    const dueAt = () => emulator.triggers()[0]?.dueAt ?? 0;
    const first = dueAt();
    expect(first - emulator.now()).toBeLessThan(HOUR_MS);
    await emulator.advanceClock(HOUR_MS);
    expect(dueAt()).toBe(first + HOUR_MS);
  });
});

// @see https://developers.google.com/apps-script/reference/script/installation-source (read 2026-11-29)
test.each([
  ['bound', 'NONE'],
  ['published', 'APPS_MARKETPLACE_DOMAIN_ADD_ON'],
] as const)('a %s script was installed from %s', async (deployment, source) => {
  const emulator = await emulatorFor({ deployment });
  expect(await valueFrom(emulator, 'return String(ScriptApp.getInstallationSource());')).toBe(source);
});

// @see https://developers.google.com/workspace/add-ons/concepts/editor-triggers (authorization; read 2026-11-29)
describe('a person who takes back what they granted', () => {
  const status = 'return String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus());';

  test('is told so, and is asked again', async () => {
    const emulator = await emulatorFor();
    expect(await valueFrom(emulator, status)).toBe('NOT_REQUIRED');
    emulator.withdrawConsent('owner@example.com');
    expect(await valueFrom(emulator, status)).toBe('REQUIRED');
    expect(await thrownBy(emulator, 'SpreadsheetApp.getActiveSheet();')).toContain(
      'You do not have permission to call',
    );
  });

  test.each([
    ['bound', 0],
    ['published', 1],
  ] as const)('has triggers that strike %s: %i', async (deployment, strikes) => {
    const emulator = await emulatorFor({ files: addOn('function work() {}'), deployment });
    await emulator.evaluate(AFTER_A_MINUTE);
    emulator.withdrawConsent('owner@example.com');
    expect(await emulator.advanceClock(HOUR_MS)).toHaveLength(strikes);
  });
});

test('the triggers of a person whose account was suspended stop without a word', async () => {
  const emulator = await emulatorFor({ files: addOn('function work() {}') });
  await emulator.evaluate(AFTER_A_MINUTE);
  emulator.leave('owner@example.com');
  expect(await emulator.advanceClock(HOUR_MS)).toEqual([]);
});

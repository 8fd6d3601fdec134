/** Executions: fresh scope, bare globals, virtual time, kills, and what is counted. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { startEmulator } from '../../../../playground/apps-script/start-emulator.ts';
import { addOn, emulatorFor, returned, STARTS_AT_MS, thrownBy, valueFrom } from '../emulator-fixture.ts';

test('every call starts with a fresh global scope', async () => {
  const emulator = await emulatorFor({ files: addOn('let count = 0; function add() { return ++count; }') });
  const results = [];
  for (let call = 0; call < 3; call++) results.push(returned(await emulator.call('add', [], { source: 'menu' })));
  expect(results).toEqual([1, 1, 1]);
});

// @see https://developers.google.com/apps-script/guides/v8-runtime and "WinterCG and Apps Script",
// https://justin.poehnelt.com (read 2026-11-21)
test.each([
  'setTimeout',
  'setInterval',
  'fetch',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'structuredClone',
  'queueMicrotask',
  'AbortController',
  'Headers',
  'atob',
  'crypto',
  'performance',
  'process',
  'require',
  'window',
  'navigator',
  'SharedArrayBuffer',
])('%s does not exist', async (name) => {
  const emulator = await emulatorFor();
  expect(await valueFrom(emulator, `return typeof ${name};`)).toBe('undefined');
});

test.each(['Promise', 'Map', 'Intl', 'WebAssembly', 'console', 'JSON', 'Reflect'])('%s exists', async (name) => {
  const emulator = await emulatorFor();
  expect(await valueFrom(emulator, `return typeof ${name};`)).not.toBe('undefined');
});

test('promises settle before the call is over', async () => {
  const emulator = await emulatorFor();
  const body = `return (async () => { let sum = 0; for (const n of [1, 2, 3]) sum += await n; return sum; })();`;
  expect(await valueFrom(emulator, body)).toBe(6);
});

test('a rejected promise that is returned fails the call', async () => {
  const emulator = await emulatorFor();
  expect(await thrownBy(emulator, `return Promise.reject(new RangeError('too far'));`)).toBe('RangeError: too far');
});

test('what is not emulated says so instead of passing for undefined', async () => {
  const emulator = await emulatorFor();
  expect(await thrownBy(emulator, 'SpreadsheetApp.getActiveSheet().getRange(1, 1).copyTo;')).toBe(
    'Error: Emulator: Range.copyTo is not emulated',
  );
  expect(await thrownBy(emulator, 'DriveApp.getFiles();')).toBe('Error: Emulator: DriveApp is not emulated');
});

test('errors of services are Errors named Exception, with a stack of the add-on’s own frames', async () => {
  const emulator = await emulatorFor({
    files: addOn(`function outer() { return inner(); }
      function inner() { return SpreadsheetApp.getActiveSheet().getRange('nowhere'); }`),
  });
  const body = `try { outer(); } catch (error) { return [error.name, error instanceof Error, Object.prototype.toString.call(error)]; }`;
  expect(await valueFrom(emulator, body)).toEqual(['Exception', true, '[object Error]']);
  const { outcome } = await emulator.call('outer', [], { source: 'menu' });
  expect(outcome).toEqual({
    kind: 'threw',
    message: 'Exception: Range not found',
    stack: 'Exception: Range not found\n    at inner (Code:2:65)\n    at outer (Code:1:27)',
  });
});

test('code that does not parse fails every call with its line', async () => {
  const emulator = await emulatorFor({ files: addOn('function broken( {') });
  const { outcome } = await emulator.call('broken', [], { source: 'menu' });
  expect(outcome).toMatchObject({ kind: 'threw', message: expect.stringContaining('SyntaxError') });
});

describe('a function', () => {
  const files = addOn(`function plain() { return 'plain'; }
    const arrow = () => 'arrow';
    const menu = { item: () => 'item' };
    function hidden_() { return 'hidden'; }`);

  // @see https://developers.google.com/apps-script/guides/html/communication#private_functions (read 2026-11-21)
  test.each([
    ['plain', 'sidebar', 'plain'],
    ['arrow', 'sidebar', 'arrow'],
    ['menu.item', 'menu', 'item'],
    ['menu.item', 'sidebar', undefined],
    ['hidden_', 'sidebar', undefined],
    ['missing', 'menu', undefined],
    ['1+1', 'menu', undefined],
  ] as const)('%s called by the %s gives %s', async (name, source, value) => {
    const emulator = await emulatorFor({ files });
    const { outcome } = await emulator.call(name, [], { source });
    const expected =
      value === undefined
        ? { kind: 'threw', message: `Exception: Script function not found: ${name}` }
        : { kind: 'returned', value };
    expect(outcome).toMatchObject(expected);
  });
});

describe('the virtual clock', () => {
  test('moves by what calls cost, and sleeping costs no real time', async () => {
    const emulator = await emulatorFor({ latency: { startMs: 0, objectMs: 0 } });
    const report = await emulator.evaluate(
      `const before = Date.now(); Utilities.sleep(60000); return Date.now() - before;`,
    );
    expect(returned(report)).toBe(60_000);
    expect(report.virtualMs).toBe(60_001);
    expect(emulator.now()).toBe(STARTS_AT_MS + 60_001);
  });

  test('charges reads and writes by their size', async () => {
    const emulator = await emulatorFor({
      latency: { startMs: 0, objectMs: 0, sheetReadMs: 100, sheetReadPer1000CellsMs: 10, sheetGlanceMs: 0 },
    });
    const cost = async (rows: number) =>
      (await emulator.evaluate(`SpreadsheetApp.getActiveSheet().getRange(1, 1, ${rows}, 10).getValues();`)).virtualMs;
    expect([await cost(100), await cost(1000)]).toEqual([110, 200]);
  });

  test('lets a loop that waits for a time come to its end', async () => {
    const emulator = await emulatorFor();
    const body = `const until = Date.now() + 50; while (Date.now() < until) {} return 'done';`;
    expect(await valueFrom(emulator, body)).toBe('done');
  });

  test('follows real time when it is given no start', async () => {
    const emulator = await startEmulator({ files: {}, hosts: {} });
    onTestFinished(() => emulator.close());
    expect(Math.abs(emulator.now() - Date.now())).toBeLessThan(5_000);
  });
});

describe('Date', () => {
  test.each([
    ['new Date(2026, 6, 4, 12).toISOString()', '2026-07-04T16:00:00.000Z'],
    ['new Date("2026-07-04T12:00:00").toISOString()', '2026-07-04T16:00:00.000Z'],
    ['new Date("2026-07-04T12:00:00Z").getHours()', 8],
    ['new Date("2026-07-04").getDate()', 3],
    ['new Date("July 4, 2026 12:00").toISOString()', '2026-07-04T16:00:00.000Z'],
    ['new Date(0).getTimezoneOffset()', 300],
    ['new Date(Date.UTC(2026, 6, 4, 12)).toString()', 'Sat Jul 04 2026 08:00:00 GMT-0400 (Eastern Daylight Time)'],
    ['new Date(Date.UTC(2026, 0, 4, 12)).toLocaleTimeString()', '7:00:00 AM'],
    ['new Date(new Date(2026, 0, 31).setMonth(1)).getDate()', 3],
    ['String(new Date(NaN))', 'Invalid Date'],
    ['new Date(2026, 0, 1) instanceof Date', true],
    ['typeof Date()', 'string'],
  ])('has its local time in the script’s zone: %s', async (expression, value) => {
    const emulator = await emulatorFor({ files: addOn('', { timeZone: 'America/New_York' }) });
    expect(await valueFrom(emulator, `return ${expression};`)).toBe(value);
  });
});

describe('a killed execution', () => {
  const CODE = `const sheet = SpreadsheetApp.getActiveSheet();
    try {
      sheet.getRange('A1').setValue('flushed');
      SpreadsheetApp.flush();
      sheet.getRange('A2').setValue('buffered');
      Utilities.sleep(1000);
      sheet.getRange('A3').setValue('never');
    } finally { PropertiesService.getScriptProperties().setProperty('finally', 'ran'); }`;

  test('ends at the n-th service call: buffered writes are lost and no finally runs', async () => {
    const emulator = await emulatorFor();
    const report = await emulator.evaluate(CODE, { killAtServiceCall: 7 });
    expect(report.outcome).toEqual({ kind: 'killed', reason: 'asked for' });
    expect(report.trace.at(-1)).toBe('Utilities.sleep');
    expect(emulator.hands.values('Sheet1')).toEqual([['flushed']]);
    expect(emulator.properties('script')).toEqual({});
  });

  test('a call that Google is slow at costs its time once', async () => {
    const emulator = await emulatorFor({ latency: { startMs: 0 } });
    const body = `for (let look = 0; look < 3; look++) SpreadsheetApp.getActiveSheet().getName();`;
    const { virtualMs } = await emulator.evaluate(body);
    const stalled = await emulator.evaluate(body, { stall: { call: 'Sheet.getName', ms: 90_000 } });
    expect(stalled.virtualMs - virtualMs).toBeCloseTo(90_000, -1);
    const late = await emulator.evaluate(body, { stall: { call: 'Sheet.getName', ms: 400_000 } });
    expect(late.outcome).toEqual({ kind: 'killed', reason: 'runtime limit' });
  });

  test('gives its locks back, and the next execution runs as ever', async () => {
    const emulator = await emulatorFor();
    await emulator.evaluate(`LockService.getDocumentLock().tryLock(0); Utilities.sleep(1);`, { killAtServiceCall: 3 });
    expect(await valueFrom(emulator, `return LockService.getDocumentLock().tryLock(0);`)).toBe(true);
  });

  // @see https://developers.google.com/apps-script/guides/services/quotas (six minutes; read 2026-11-21)
  test('by the runtime limit has used exactly six minutes', async () => {
    const emulator = await emulatorFor({ latency: { startMs: 0 } });
    const report = await emulator.evaluate(
      `try { for (;;) Utilities.sleep(50000); } finally { console.log('never'); }`,
    );
    expect(report).toMatchObject({
      outcome: { kind: 'killed', reason: 'runtime limit' },
      virtualMs: 360_000,
      logs: [],
    });
  });

  // @see https://developers.google.com/apps-script/guides/triggers#restrictions (30 seconds; read 2026-11-21)
  test('is a simple trigger after thirty seconds', async () => {
    const emulator = await emulatorFor({ files: addOn('function onOpen() { Utilities.sleep(31000); }') });
    const report = await emulator.call('onOpen', [], { source: 'open' });
    expect(report.outcome).toEqual({ kind: 'killed', reason: 'runtime limit' });
  });
});

test('service calls are counted by method and traced in order', async () => {
  const emulator = await emulatorFor();
  const report = await emulator.evaluate(`const sheet = SpreadsheetApp.getActiveSheet();
    sheet.getRange(1, 1).setValue(1);
    sheet.getRange(1, 2).setValue(2);
    console.log('two', 2, { a: 1 });`);
  expect(report).toMatchObject({
    serviceCalls: { 'SpreadsheetApp.getActiveSheet': 1, 'Sheet.getRange': 2, 'Range.setValue': 2, 'console.log': 1 },
    serviceCallCount: 6,
    trace: [
      'SpreadsheetApp.getActiveSheet',
      'Sheet.getRange',
      'Range.setValue',
      'Sheet.getRange',
      'Range.setValue',
      'console.log',
    ],
    logs: ['two 2 {"a":1}'],
  });
});

test('a report tells how long each call took, up to the next', async () => {
  const emulator = await emulatorFor();
  const report = await emulator.evaluate(`SpreadsheetApp.getActiveSheet();
    Utilities.sleep(1500);
    SpreadsheetApp.flush();`);
  const [sheetMs = 0, sleepMs = 0, flushMs = 0] = report.callMs;
  expect(report.callMs).toHaveLength(3);
  expect(sheetMs).toBeLessThan(10);
  expect(sleepMs).toBeGreaterThanOrEqual(1500);
  expect(sleepMs).toBeLessThan(1510);
  expect(flushMs).toBeLessThan(10);
});

// @see https://developers.google.com/apps-script/guides/services/quotas (30 at a time per user; read 2026-11-21)
test('one person may run thirty executions at a time', async () => {
  const emulator = await emulatorFor({
    onDialog: () => new Promise((resolve) => setTimeout(resolve, 300, { button: 'OK' })),
  });
  const open = Array.from({ length: 31 }, () => emulator.evaluate(`SpreadsheetApp.getUi().alert('wait');`));
  const outcomes = (await Promise.all(open)).map(({ outcome }) =>
    outcome.kind === 'threw' ? outcome.message : outcome.kind,
  );
  expect(outcomes.filter((outcome) => outcome === 'returned')).toHaveLength(30);
  expect(outcomes.at(-1)).toBe('There are too many scripts running simultaneously for this Google user account.');
});

test('closing the emulator fails what is still under way instead of leaving it hanging', async () => {
  let opened: (() => void) | undefined;
  const isOpen = new Promise<void>((resolve) => {
    opened = resolve;
  });
  const emulator = await emulatorFor({
    onDialog: () => {
      opened?.();
      return new Promise(() => {});
    },
  });
  const waiting = expect(emulator.evaluate(`SpreadsheetApp.getUi().alert('open');`)).rejects.toThrow(
    'Emulator: a worker ended while an execution was under way',
  );
  await isOpen;
  await emulator.close();
  await waiting;
});

test('a failing answer of the page’s own code fails the call and leaves the emulator usable', async () => {
  const emulator = await emulatorFor({
    onDialog: () => {
      throw new Error('page broke');
    },
  });
  await expect(
    emulator.evaluate(`LockService.getScriptLock().waitLock(0); SpreadsheetApp.getUi().alert('x');`),
  ).rejects.toThrow('page broke');
  expect(await valueFrom(emulator, `return LockService.getScriptLock().tryLock(0);`)).toBe(true);
});

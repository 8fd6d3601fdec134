/** Locks: contention between executions, in virtual and in real time. */
import { describe, expect, test } from 'vitest';
import { Locks } from '../../../../../playground/apps-script/services/lock-service/locks.ts';
import { emulatorFor, thrownBy, valueFrom } from '../../emulator-fixture.ts';
import { serverFor } from '../../server-fixture.ts';

// @see https://developers.google.com/apps-script/reference/lock/lock (read 2026-11-21)
describe('a lock', () => {
  test('is held by one execution; trying again while holding it succeeds at once', async () => {
    const locks = new Locks();
    expect(await locks.acquire('document', 1, 1000, 0)).toEqual({ isHeld: true, untilMs: 1000 });
    expect(await locks.acquire('document', 1, 1005, 0)).toEqual({ isHeld: true, untilMs: 1005 });
    expect(await locks.acquire('document', 2, 1010, 0)).toEqual({ isHeld: false, untilMs: 1010 });
  });

  test('goes to who waited longest, at the virtual time of its release', async () => {
    const locks = new Locks();
    await locks.acquire('document', 1, 1000, 0);
    const second = locks.acquire('document', 2, 1100, 5000);
    const third = locks.acquire('document', 3, 1200, 5000);
    locks.release('document', 1, 4000);
    expect(await second).toEqual({ isHeld: true, untilMs: 4000 });
    locks.releaseAll(2, 4500);
    expect(await third).toEqual({ isHeld: true, untilMs: 4500 });
  });

  test('is not given to who would have waited longer than asked for on the virtual clock', async () => {
    const locks = new Locks();
    await locks.acquire('document', 1, 1000, 0);
    const waiting = locks.acquire('document', 2, 1000, 500);
    locks.release('document', 1, 60_000);
    expect(await waiting).toEqual({ isHeld: false, untilMs: 1500 });
  });

  test('that is never released is given up after the time asked for', async () => {
    const locks = new Locks();
    await locks.acquire('document', 1, 1000, 0);
    expect(await locks.acquire('document', 2, 1000, 20)).toEqual({ isHeld: false, untilMs: 1020 });
  });
});

const HOST = 'https://gate.example.com';

/** An emulator in which one execution holds the locks for as long as a server keeps it waiting. */
async function emulatorWithHolder() {
  let open: (() => void) | undefined;
  let tellHolding = () => {};
  const isHolding = new Promise<void>((resolve) => {
    tellHolding = resolve;
  });
  const { origin } = await serverFor((_request, response) => {
    open = () => response.end();
    tellHolding();
  });
  const emulator = await emulatorFor({ hosts: { 'gate.example.com': origin } });
  const holder = emulator.evaluate(
    `for (const lock of ['Document', 'Script', 'User']) LockService['get' + lock + 'Lock']().waitLock(0);
     UrlFetchApp.fetch('${HOST}');`,
    { user: 'holder@example.com' },
  );
  await isHolding;
  const letGo = async () => {
    open?.();
    await holder;
  };
  return { emulator, letGo };
}

test.each([
  ['Document', 'other@example.com', false],
  ['Script', 'other@example.com', false],
  ['User', 'other@example.com', true],
  ['User', 'holder@example.com', false],
])('while held, the %s lock is free for %s: %s', async (kind, user, isFree) => {
  const { emulator, letGo } = await emulatorWithHolder();
  const tried = `return LockService.get${kind}Lock().tryLock(0);`;
  expect(await valueFrom(emulator, tried, { user })).toBe(isFree);
  await letGo();
  expect(await valueFrom(emulator, tried, { user })).toBe(true);
});

// @see https://github.com/brucemcpherson/gas-fakes (text; read 2026-11-21)
test('waitLock throws when the time is over', async () => {
  const { emulator, letGo } = await emulatorWithHolder();
  expect(await thrownBy(emulator, `LockService.getScriptLock().waitLock(10);`)).toBe(
    'Exception: Lock timeout: another process was holding the lock for too long.',
  );
  await letGo();
});

test('two people who take turns lose nothing', async () => {
  const emulator = await emulatorFor();
  const countUp = `const lock = LockService.getDocumentLock(); const cell = SpreadsheetApp.getActiveSheet().getRange(1, 1);
    for (let n = 0; n < 20; n++) { lock.waitLock(300000); cell.setValue((cell.getValue() || 0) + 1); SpreadsheetApp.flush(); lock.releaseLock(); }`;
  const reports = await Promise.all(
    ['a@example.com', 'b@example.com'].map((user) => emulator.evaluate(countUp, { user })),
  );
  expect(reports.map(({ outcome }) => outcome.kind)).toEqual(['returned', 'returned']);
  expect(emulator.hands.values('Sheet1')).toEqual([[40]]);
});

// @see https://developers.google.com/apps-script/reference/base/ui#alertprompt: locks do not survive (read 2026-11-21)
test('locks are lost while an alert is open', async () => {
  const emulator = await emulatorFor();
  const body = `const lock = LockService.getDocumentLock(); lock.waitLock(0);
    const before = lock.hasLock(); SpreadsheetApp.getUi().alert('open'); return [before, lock.hasLock()];`;
  expect(await valueFrom(emulator, body)).toEqual([true, false]);
});

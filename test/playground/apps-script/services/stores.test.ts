/** Properties and cache: what they keep, and their limits. */
import { describe, expect, test } from 'vitest';
import { emulatorFor, thrownBy, valueFrom } from '../emulator-fixture.ts';

const STORE = 'const store = PropertiesService.getScriptProperties();';
const CACHE = 'const cache = CacheService.getScriptCache();';

// @see https://developers.google.com/apps-script/reference/properties/properties and "Report: Specification of Properties
// Service", https://tanaikech.github.io (2023-05; read 2026-11-21)
describe('properties', () => {
  test('are texts, and missing ones are null', async () => {
    const emulator = await emulatorFor();
    const body = `${STORE} store.setProperty('n', 5).setProperties({ b: true });
      return [store.getProperty('n'), store.getProperty('b'), store.getProperty('none'), store.getKeys()];`;
    expect(await valueFrom(emulator, body)).toEqual(['5', 'true', null, ['n', 'b']]);
  });

  test('outlive the execution, and getProperties is a copy', async () => {
    const emulator = await emulatorFor();
    await emulator.evaluate(`${STORE} store.setProperty('a', '1'); store.getProperties().a = '2';`);
    expect(await valueFrom(emulator, `${STORE} return store.getProperties();`)).toEqual({ a: '1' });
  });

  test('setProperties can take the others away', async () => {
    const emulator = await emulatorFor();
    await emulator.evaluate(`${STORE} store.setProperty('old', '1').setProperties({ fresh: '2' }, true);`);
    expect(emulator.properties('script')).toEqual({ fresh: '2' });
  });

  test('of a user are nobody else’s', async () => {
    const emulator = await emulatorFor();
    await emulator.evaluate(`PropertiesService.getUserProperties().setProperty('key', 'mine');`, {
      user: 'a@example.com',
    });
    const body = `return PropertiesService.getUserProperties().getProperty('key');`;
    expect(await valueFrom(emulator, body, { user: 'b@example.com' })).toBeNull();
    expect(emulator.properties('user', 'a@example.com')).toEqual({ key: 'mine' });
  });

  test.each([
    [
      'an empty name',
      `store.getProperty('')`,
      'When setting or getting a property value, the property name must not be null or empty',
    ],
    ['a name too long', `store.setProperty('k'.repeat(8067), 'v')`, 'Data storage error'],
    ['a value over 9 KB', `store.setProperty('k', 'v'.repeat(9217))`, 'Argument too large: value'],
    [
      'more than 500 KB together',
      `for (let n = 0; n < 60; n++) store.setProperty('key' + n, 'v'.repeat(9000))`,
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    ],
  ])('refuse %s', async (_what, code, message) => {
    const emulator = await emulatorFor();
    expect(await thrownBy(emulator, `${STORE} ${code};`)).toBe(`Exception: ${message}`);
  });

  test('take a value of exactly 9 KB', async () => {
    const emulator = await emulatorFor();
    expect(await thrownBy(emulator, `${STORE} store.setProperty('k', 'v'.repeat(9216));`)).toBeUndefined();
  });
});

// @see https://developers.google.com/apps-script/reference/cache/cache and "Exploring Apps Script CacheService limits",
// https://justin.poehnelt.com (read 2026-11-21)
describe('the cache', () => {
  test('forgets when the time is over', async () => {
    const emulator = await emulatorFor();
    const body = `${CACHE} cache.put('a', '1', 60); cache.put('b', '2');
      Utilities.sleep(61000);
      return [cache.get('a'), cache.get('b'), cache.getAll(['a', 'b'])];`;
    expect(await valueFrom(emulator, body)).toEqual([null, '2', { b: '2' }]);
  });

  test('forgets the oldest hundred and one when a thousand are not enough', async () => {
    const emulator = await emulatorFor({ latency: { cacheWriteMs: 1 } });
    const body = `${CACHE}
      cache.putAll(Object.fromEntries(Array.from({ length: 1000 }, (_, n) => ['k' + n, 'v'])));
      cache.putAll(Object.fromEntries(Array.from({ length: 50 }, (_, n) => ['new' + n, 'v'])));
      return [cache.get('k100'), cache.get('k101'), cache.get('new49')];`;
    expect(await valueFrom(emulator, body)).toEqual([null, 'v', 'v']);
  });

  test.each([
    ['an empty key', `cache.put('', 'v')`, 'Invalid argument: key'],
    ['a key over 250 characters', `cache.get('k'.repeat(251))`, 'Argument too large: key'],
    ['a value over 100 KB', `cache.put('k', 'v'.repeat(102401))`, 'Argument too large: value'],
  ])('refuses %s', async (_what, code, message) => {
    const emulator = await emulatorFor();
    expect(await thrownBy(emulator, `${CACHE} ${code};`)).toBe(`Exception: ${message}`);
  });

  test('keeps null as the text it makes', async () => {
    const emulator = await emulatorFor();
    expect(await valueFrom(emulator, `${CACHE} cache.put('k', null); return cache.get('k');`)).toBe('null');
  });
});

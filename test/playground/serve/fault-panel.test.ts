/** The fault switches, against a real stand-in. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Platform } from '../../../playground/platform/platform.ts';
import { startPlatform } from '../../../playground/platform/start-platform.ts';
import { createFaultPanel } from '../../../playground/serve/fault-panel.ts';

let platform: Platform;

beforeEach(async () => {
  platform = await startPlatform({ secretKey: 'secret', chatbotId: 'c0ffee', adoptsUnknown: true });
});

afterEach(() => platform.close());

const deleteListing = async (key: string): Promise<number> => {
  const response = await fetch(`${platform.origin}/chat/Chatbot/RealEstateDelete`, {
    method: 'POST',
    headers: { authorization: 'secret', 'content-type': 'application/json' },
    body: JSON.stringify({ SerialNumber: 'c0ffee', Keys: [key], KeyType: 'MLSNumber' }),
  });
  return response.status;
};

test('a switch strikes until it is switched off', async () => {
  const panel = createFaultPanel(platform);
  panel.set({ name: 'status500', isOn: true });
  expect([await deleteListing('A'), await deleteListing('B')]).toEqual([500, 500]);
  panel.set({ name: 'status500', isOn: false });
  expect(await deleteListing('C')).toBe(200);
});

test('a switch with a limit turns itself off when it is spent', async () => {
  const panel = createFaultPanel(platform);
  panel.set({ name: 'status429', isOn: true, strikes: 1 });
  const before = panel.switches().find(({ name }) => name === 'status429');
  expect([await deleteListing('A'), await deleteListing('B')]).toEqual([429, 200]);
  const after = panel.switches().find(({ name }) => name === 'status429');
  expect([before?.isOn, after?.isOn]).toEqual([true, false]);
});

test('switching one fault leaves the others as they are', async () => {
  const panel = createFaultPanel(platform);
  panel.set({ name: 'keyExpired', isOn: true });
  panel.set({ name: 'refusedRow', isOn: true, bodyIncludes: 'POISON' });
  panel.set({ name: 'keyExpired', isOn: false });
  expect(panel.switches().filter(({ isOn }) => isOn)).toEqual([
    { name: 'refusedRow', isOn: true, bodyIncludes: 'POISON' },
  ]);
});

test('the platform can ask for less at any time', () => {
  const panel = createFaultPanel(platform);
  const isOn = () => panel.switches().find(({ name }) => name === 'asksForLess')?.isOn;
  expect([isOn(), platform.reading.current()]).toEqual([false, 'members']);
  panel.set({ name: 'asksForLess', isOn: true, strikes: 1 });
  panel.set({ name: 'status500', isOn: true });
  expect([isOn(), platform.reading.current()]).toEqual([true, 'examples']);
  panel.set({ name: 'asksForLess', isOn: false });
  expect(isOn()).toBe(false);
});

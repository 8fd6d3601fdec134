/** Ending the emulator while somebody still calls the add-on, as a page does that polls. */
import { expect, test } from 'vitest';
import { startEmulator } from '../../../../playground/apps-script/start-emulator.ts';
import { addOn } from '../emulator-fixture.ts';

test('closing comes to its end though calls arrive meanwhile, and those are refused', async () => {
  const files = addOn('function answer() { return 1; }');
  const emulator = await startEmulator({ files, hosts: {} });
  await emulator.call('answer', [], { source: 'sidebar' });
  const closing = emulator.close().then(() => 'closed');
  const late = emulator.call('answer', [], { source: 'sidebar' }).then(
    () => 'answered',
    (error: unknown) => String(error),
  );
  const patience = new Promise((resolve) => setTimeout(resolve, 5_000, 'still closing'));
  expect(await Promise.race([closing, patience])).toBe('closed');
  expect(await late).toBe('Error: Emulator: it is closed');
});

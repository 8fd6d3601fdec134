/** Dialogs that wait for a person. */
import { expect, test } from 'vitest';
import type { DialogRequest } from '../../../playground/apps-script/emulator.ts';
import { createDialogDesk } from '../../../playground/serve/dialog-desk.ts';
import type { PendingDialog } from '../../../playground/serve/wire.ts';

const ALERT: DialogRequest = { kind: 'alert', title: 'Delete?', message: '3 listings', buttons: 'OK_CANCEL' };

test('a dialog is open until it is answered, and can be answered once', async () => {
  const seen: (readonly PendingDialog[])[] = [];
  const desk = createDialogDesk((pending) => seen.push(pending));
  const asked = desk.ask(ALERT);
  const dialogId = desk.pending()[0]?.dialogId ?? '';
  expect(desk.answer(dialogId, { button: 'CANCEL' })).toBe(true);
  expect(await asked).toEqual({ button: 'CANCEL' });
  expect(desk.answer(dialogId, { button: 'OK' })).toBe(false);
  expect(seen.map((pending) => pending.length)).toEqual([1, 0, 0]);
});

test('closing the desk closes every dialog by its X', async () => {
  const desk = createDialogDesk(() => {});
  const answers = Promise.all([desk.ask(ALERT), desk.ask(ALERT)]);
  desk.closeAll();
  expect(await answers).toEqual([{ button: 'CLOSE' }, { button: 'CLOSE' }]);
});

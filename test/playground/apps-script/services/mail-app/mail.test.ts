/** E-mails: the scope they need, and the day's quota. */
import { expect, test } from 'vitest';
import type { EmulatorEvent, EmulatorOptions } from '../../../../../playground/apps-script/emulator.ts';
import { addOn, emulatorFor, thrownBy, valueFrom } from '../../emulator-fixture.ts';

const SEND = "MailApp.sendEmail('ann@example.com', 'Subject', 'Body');";

async function withMails(options: Partial<EmulatorOptions>) {
  const mails: EmulatorEvent[] = [];
  const emulator = await emulatorFor({ ...options, onEvent: (event) => event.kind === 'mail' && mails.push(event) });
  return { emulator, mails };
}

// @see https://developers.google.com/apps-script/reference/mail/mail-app (scope; read 2026-11-30)
test('are sent as they were handed in, where the manifest has the scope', async () => {
  const scope = 'https://www.googleapis.com/auth/script.send_mail';
  const { emulator, mails } = await withMails({ files: addOn('', { oauthScopes: [scope] }), owner: 'bob@example.com' });
  expect(await thrownBy(emulator, SEND)).toBeUndefined();
  expect(mails).toEqual([
    { kind: 'mail', from: 'bob@example.com', to: 'ann@example.com', subject: 'Subject', body: 'Body' },
  ]);
  const without = await emulatorFor({ files: addOn('', { oauthScopes: [] }) });
  expect(await thrownBy(without, SEND)).toContain('You do not have permission to call MailApp.sendEmail');
});

// @see https://developers.google.com/apps-script/guides/services/quotas "Email recipients per day" (read 2026-11-21)
// @see https://stackoverflow.com/questions/21444588 (text of the exception; read 2026-11-30)
test.each([
  ['consumer', 100],
  ['workspace', 1500],
] as const)('of a %s account reach %i recipients a day', async (account, most) => {
  const { emulator, mails } = await withMails({ account });
  const left = 'return MailApp.getRemainingDailyQuota();';
  expect(await valueFrom(emulator, left)).toBe(most);
  const several = Array.from({ length: most }, (_, index) => `p${index}@example.com`).join(',');
  expect(await thrownBy(emulator, `MailApp.sendEmail('${several}', 'S', 'B');`)).toBeUndefined();
  expect(await valueFrom(emulator, left)).toBe(0);
  expect(await thrownBy(emulator, SEND)).toContain('Service invoked too many times for one day: email.');
  expect(mails).toHaveLength(1);
  await emulator.advanceClock(24 * 3_600_000);
  expect(await thrownBy(emulator, SEND)).toBeUndefined();
});

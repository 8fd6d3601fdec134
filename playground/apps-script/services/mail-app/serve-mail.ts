/** `MailApp` on Google's side: what was sent, in order, as far as the day's quota goes. */
import type { EmulatorEvent } from '../../emulator.ts';
import type { DailyQuotas } from '../../machine/quotas.ts';
import type { Handlers } from '../../machine/serving.ts';
import type { MailOperations } from './operations.ts';

/** What the post needs of Google. */
export interface MailHost {
  readonly quotas: DailyQuotas;
  emit(event: EmulatorEvent): void;
}

/** Answers every operation on mail. Each recipient counts, as the quota page says. */
export const mailHandlers: Handlers<MailOperations, MailHost> = {
  sendMail: ({ quotas, emit }, { to, subject, body }, { user, atMs }) => {
    quotas.use('email', user, to.split(',').length, atMs);
    emit({ kind: 'mail', from: user, to, subject, body });
    return null;
  },
  remainingMail: ({ quotas }, _, { user, atMs }) => quotas.left('email', user, atMs),
};

/** `MailApp`: e-mails in the name of who runs the script. */
import { exception } from '../../machine/realm/exception.ts';
import { requireRight } from '../../machine/realm/permissions.ts';
import { defineService } from '../../machine/realm/service.ts';
import { latency, lineToGoogle, spend } from '../../machine/realm/session.ts';
import type { MailOperations } from './operations.ts';

const ask = lineToGoogle<MailOperations>();

/** Plain mails only. @see https://developers.google.com/apps-script/reference/mail/mail-app (read 2026-11-30) */
export class MailApp {
  sendEmail(to: string, subject: string, body: string): void {
    requireRight('mail', 'MailApp.sendEmail');
    if (to.trim() === '') throw exception('Failed to send email: no recipient');
    spend(latency().mailMs);
    ask('sendMail', { to, subject, body });
  }

  getRemainingDailyQuota(): number {
    requireRight('mail', 'MailApp.getRemainingDailyQuota');
    return ask('remainingMail', null);
  }
}

defineService(MailApp, 'MailApp', 'MailApp', {
  sendEmail: ['String,String,String'],
  getRemainingDailyQuota: [''],
});

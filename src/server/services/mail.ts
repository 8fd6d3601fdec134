/** E-mails to the person under whose account this runs, where the add-on was built to send any. */
import type { Letter } from '../../core/schedule/news.ts';

/** Set by the build: the scope it needs is in the manifest only where a team asks for it. */
declare const SENDS_MAIL: boolean;

/** Whether owners of schedules are told by e-mail. */
export function sendsMail(): boolean {
  return SENDS_MAIL;
}

/**
 * Whether the person can be written to now: Google allows so many recipients a day, 100 or 1,500.
 *
 * @see https://developers.google.com/apps-script/guides/services/quotas "Email recipients per day" (read 2026-11-21).
 * @see https://developers.google.com/apps-script/reference/mail/mail-app (read 2026-11-30).
 */
export function canSendMail(): boolean {
  return SENDS_MAIL && ownAddress() !== '' && MailApp.getRemainingDailyQuota() > 0;
}

/** Sends a letter to the person. */
export function sendToOneself({ subject, body }: Letter): void {
  if (SENDS_MAIL) MailApp.sendEmail(ownAddress(), subject, body);
}

function ownAddress(): string {
  return Session.getEffectiveUser().getEmail();
}

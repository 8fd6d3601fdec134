/** `Session`: who runs the script, and in which language and zone. */
import { hasRight } from '../../machine/realm/permissions.ts';
import { defineService } from '../../machine/realm/service.ts';
import { settings } from '../../machine/realm/session.ts';
import { User } from './user.ts';

/** @see https://developers.google.com/apps-script/reference/base/session (read 2026-11-21) */
export class Session {
  /** The address is blank unless the script may see it. */
  getActiveUser(): User {
    return new User(hasRight('email') ? settings().user : '');
  }

  getEffectiveUser(): User {
    return new User(hasRight('email') ? settings().user : '');
  }

  getActiveUserLocale(): string {
    return 'en';
  }

  getScriptTimeZone(): string {
    return settings().scriptTimeZone;
  }

  /** A key that tells people apart without naming them. */
  getTemporaryActiveUserKey(): string {
    return `temporary-key-of-${[...settings().user].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 2_147_483_647, 7)}`;
  }
}

defineService(Session, 'Session', 'Session', {
  getActiveUser: [''],
  getEffectiveUser: [''],
  getActiveUserLocale: [''],
  getScriptTimeZone: [''],
  getTemporaryActiveUserKey: [''],
});

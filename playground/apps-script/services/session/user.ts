/** `User`: a person, as far as the script may know. */
import { defineService } from '../../machine/realm/service.ts';

/** @see https://developers.google.com/apps-script/reference/base/user (read 2026-11-21) */
export class User {
  readonly #email: string;

  constructor(email: string) {
    this.#email = email;
  }

  getEmail(): string {
    return this.#email;
  }

  getUserLoginId(): string {
    return this.#email;
  }
}

defineService(User, 'User', 'Session.User', { getEmail: [''], getUserLoginId: [''] });

/** `Protection`: who may edit a range or a tab. */

import { enumeration } from '../../machine/realm/enumeration.ts';
import { defineService } from '../../machine/realm/service.ts';
import { settings } from '../../machine/realm/session.ts';
import type { Area } from '../../spreadsheet/area.ts';
import type { Protection as ProtectionState } from '../../spreadsheet/writes.ts';
import { bufferWrite } from './document-access.ts';

/** @see https://developers.google.com/apps-script/reference/spreadsheet/protection-type (read 2026-11-21) */
export const ProtectionType = enumeration('ProtectionType', ['RANGE', 'SHEET']);

let nextNumber = 1;

/** @see https://developers.google.com/apps-script/reference/spreadsheet/protection (read 2026-11-21) */
export class Protection {
  readonly #tabId: number;
  readonly #toRange: () => object;
  #state: ProtectionState;

  constructor(tabId: number, state: ProtectionState, toRange: () => object) {
    this.#tabId = tabId;
    this.#state = state;
    this.#toRange = toRange;
  }

  getDescription(): string {
    return this.#state.description;
  }

  setDescription(description: string): this {
    return this.#change({ description });
  }

  getProtectionType(): typeof ProtectionType.RANGE | typeof ProtectionType.SHEET {
    return this.#state.area === undefined ? ProtectionType.SHEET : ProtectionType.RANGE;
  }

  getRange(): object {
    return this.#toRange();
  }

  isWarningOnly(): boolean {
    return this.#state.isWarningOnly;
  }

  setWarningOnly(isWarningOnly: boolean): this {
    return this.#change({ isWarningOnly });
  }

  canEdit(): boolean {
    const { user, owner } = settings();
    return user === owner || this.#state.editors.includes(user);
  }

  addEditor(email: string): this {
    return this.#change({ editors: [...this.#state.editors, email] });
  }

  removeEditors(emails: readonly string[]): this {
    return this.#change({ editors: this.#state.editors.filter((editor) => !emails.includes(editor)) });
  }

  remove(): void {
    bufferWrite({ kind: 'removeProtection', tabId: this.#tabId, id: this.#state.id });
  }

  #change(change: Partial<ProtectionState>): this {
    this.#state = { ...this.#state, ...change };
    bufferWrite({ kind: 'setProtection', tabId: this.#tabId, protection: this.#state });
    return this;
  }
}

/** Protects an area, or the whole tab; the person at the keyboard and all editors of the file may still edit it. */
export function createProtection(tabId: number, area: Area | undefined, toRange: () => object): Protection {
  const { user, editors, startMs } = settings();
  const state: ProtectionState = {
    id: startMs * 1000 + nextNumber++,
    ...(area === undefined ? {} : { area }),
    description: '',
    isWarningOnly: false,
    editors: [...new Set([user, ...editors])],
  };
  bufferWrite({ kind: 'setProtection', tabId, protection: state });
  return new Protection(tabId, state, toRange);
}

defineService(Protection, 'Protection', 'SpreadsheetApp.Protection', {
  getDescription: [''],
  setDescription: ['String'],
  getProtectionType: [''],
  getRange: [''],
  isWarningOnly: [''],
  setWarningOnly: ['Boolean'],
  canEdit: [''],
  addEditor: ['String'],
  removeEditors: ['String[]'],
  remove: [''],
});

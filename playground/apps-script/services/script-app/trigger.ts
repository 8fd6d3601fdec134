/** `Trigger`: an installed trigger. */

import { enumeration } from '../../machine/realm/enumeration.ts';
import { defineService } from '../../machine/realm/service.ts';
import type { TriggerEntry } from './operations.ts';

/** @see https://developers.google.com/apps-script/reference/script/event-type (read 2026-11-21) */
export const EventType = enumeration('EventType', ['CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_CHANGE', 'ON_FORM_SUBMIT']);

/** @see https://developers.google.com/apps-script/reference/script/trigger-source (read 2026-11-21) */
export const TriggerSource = enumeration('TriggerSource', ['SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR']);

/** @see https://developers.google.com/apps-script/reference/script/trigger (read 2026-11-21) */
export class Trigger {
  readonly #entry: TriggerEntry;

  constructor(entry: TriggerEntry) {
    this.#entry = entry;
  }

  /** The id, for other services. */
  static idOf(trigger: Trigger): string {
    return trigger.#entry.id;
  }

  getUniqueId(): string {
    return this.#entry.id;
  }

  getHandlerFunction(): string {
    return this.#entry.functionName;
  }

  getEventType(): (typeof EventType)[keyof typeof EventType] {
    const { schedule } = this.#entry;
    return schedule.kind === 'event' ? EventType[schedule.event] : EventType.CLOCK;
  }

  getTriggerSource(): (typeof TriggerSource)[keyof typeof TriggerSource] {
    return this.#entry.schedule.kind === 'event' ? TriggerSource.SPREADSHEETS : TriggerSource.CLOCK;
  }

  /** `null` for clock triggers. */
  getTriggerSourceId(): string | null {
    return this.#entry.schedule.kind === 'event' ? this.#entry.fileId : null;
  }
}

defineService(Trigger, 'Trigger', 'ScriptApp.Trigger', {
  getUniqueId: [''],
  getHandlerFunction: [''],
  getEventType: [''],
  getTriggerSource: [''],
  getTriggerSourceId: [''],
});

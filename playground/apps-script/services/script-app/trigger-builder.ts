/** `TriggerBuilder` and its kinds: triggers under construction. */

import { exception } from '../../machine/realm/exception.ts';
import { defineService } from '../../machine/realm/service.ts';
import { latency, lineToGoogle, readClock, spend } from '../../machine/realm/session.ts';
import { isDate } from '../spreadsheet-app/cell-values.ts';
import type { Spreadsheet } from '../spreadsheet-app/spreadsheet.ts';
import type { TriggerOperations, TriggerSchedule } from './operations.ts';
import { Trigger } from './trigger.ts';

const ask = lineToGoogle<TriggerOperations>();

const [MINUTE_MS, HOUR_MS, DAY_MS] = [60_000, 3_600_000, 86_400_000];

/** @see https://developers.google.com/apps-script/reference/script/clock-trigger-builder#everyMinutes(Integer) */
const ALLOWED_MINUTES = [1, 5, 10, 15, 30];
const ALLOWED_HOURS = [1, 2, 4, 6, 8, 12];

/** @see https://developers.google.com/apps-script/reference/script/trigger-builder (read 2026-11-21) */
export class TriggerBuilder {
  readonly #functionName: string;

  constructor(functionName: string) {
    this.#functionName = functionName;
  }

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.#functionName);
  }

  forSpreadsheet(_spreadsheet: Spreadsheet | string): SpreadsheetTriggerBuilder {
    return new SpreadsheetTriggerBuilder(this.#functionName);
  }
}

/** @see https://developers.google.com/apps-script/reference/script/clock-trigger-builder (read 2026-11-21) */
export class ClockTriggerBuilder {
  readonly #functionName: string;
  #schedule: TriggerSchedule | undefined;

  constructor(functionName: string) {
    this.#functionName = functionName;
  }

  /** The earliest time; the real one may fire later. */
  after(durationMs: number): this {
    return this.#set({ kind: 'once', afterMs: durationMs });
  }

  at(date: Date): this {
    if (!isDate(date)) throw exception('Invalid argument: date');
    return this.#set({ kind: 'once', afterMs: date.getTime() - readClock() });
  }

  everyMinutes(count: number): this {
    if (!ALLOWED_MINUTES.includes(count)) {
      throw exception(`The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.`);
    }
    return this.#set({ kind: 'every', periodMs: count * MINUTE_MS });
  }

  everyHours(count: number): this {
    if (!ALLOWED_HOURS.includes(count)) {
      throw exception(`The value you passed to everyHours was invalid. It must be one of 1, 2, 4, 6, 8 or 12.`);
    }
    return this.#set({ kind: 'every', periodMs: count * HOUR_MS });
  }

  everyDays(count: number): this {
    return this.#set({ kind: 'every', periodMs: count * DAY_MS });
  }

  everyWeeks(count: number): this {
    return this.#set({ kind: 'every', periodMs: count * 7 * DAY_MS });
  }

  /** The hour of daily triggers. Google picks the minute, and the emulator keeps to whole periods from creation. */
  atHour(_hour: number): this {
    return this;
  }

  nearMinute(_minute: number): this {
    return this;
  }

  inTimezone(_timeZone: string): this {
    return this;
  }

  create(): Trigger {
    if (this.#schedule === undefined) throw exception('Invalid trigger: no schedule was set.');
    return install(this.#functionName, this.#schedule);
  }

  #set(schedule: TriggerSchedule): this {
    this.#schedule = schedule;
    return this;
  }
}

/** @see https://developers.google.com/apps-script/reference/script/spreadsheet-trigger-builder (read 2026-11-21) */
export class SpreadsheetTriggerBuilder {
  readonly #functionName: string;
  #schedule: TriggerSchedule | undefined;

  constructor(functionName: string) {
    this.#functionName = functionName;
  }

  onOpen(): this {
    return this.#set('ON_OPEN');
  }

  onEdit(): this {
    return this.#set('ON_EDIT');
  }

  onChange(): this {
    return this.#set('ON_CHANGE');
  }

  onFormSubmit(): this {
    return this.#set('ON_FORM_SUBMIT');
  }

  create(): Trigger {
    if (this.#schedule === undefined) throw exception('Invalid trigger: no event was set.');
    return install(this.#functionName, this.#schedule);
  }

  #set(event: Extract<TriggerSchedule, { kind: 'event' }>['event']): this {
    this.#schedule = { kind: 'event', event };
    return this;
  }
}

function install(functionName: string, schedule: TriggerSchedule): Trigger {
  spend(latency().triggerMs);
  return new Trigger(ask('createTrigger', { functionName, schedule }));
}

defineService(TriggerBuilder, 'TriggerBuilder', 'ScriptApp.TriggerBuilder', {
  timeBased: [''],
  forSpreadsheet: ['Spreadsheet', 'String'],
});

defineService(ClockTriggerBuilder, 'ClockTriggerBuilder', 'ScriptApp.ClockTriggerBuilder', {
  after: ['number'],
  at: ['Date'],
  everyMinutes: ['number'],
  everyHours: ['number'],
  everyDays: ['number'],
  everyWeeks: ['number'],
  atHour: ['number'],
  nearMinute: ['number'],
  inTimezone: ['String'],
  create: [''],
});

defineService(SpreadsheetTriggerBuilder, 'SpreadsheetTriggerBuilder', 'ScriptApp.SpreadsheetTriggerBuilder', {
  onOpen: [''],
  onEdit: [''],
  onChange: [''],
  onFormSubmit: [''],
  create: [''],
});

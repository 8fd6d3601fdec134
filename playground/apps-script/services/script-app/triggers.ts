/** Installed triggers: who made them, when they are due, and how many there may be. */

import type { Edges } from '../../edges.ts';
import { ServiceException } from '../../machine/service-exception.ts';
import type { TriggerEntry, TriggerSchedule } from './operations.ts';

/** A script bound to the spreadsheet, or an add-on published for many. */
export type Deployment = 'bound' | 'published';

/** Triggers one person may have per script, over all spreadsheets. @see https://developers.google.com/apps-script/guides/services/quotas */
const MAX_TRIGGERS = 20;

/** Published add-ons are called at most once an hour. @see https://developers.google.com/workspace/add-ons/concepts/editor-triggers */
const PUBLISHED_FLOOR_MS = 3_600_000;

/** A trigger as Google keeps it. A one-off trigger stays after firing, without a due time, and still counts. */
export interface InstalledTrigger extends TriggerEntry {
  readonly user: string;
  dueAt?: number;
  /** How often it was due. */
  strikes: number;
}

/** The triggers of the script. */
export class Triggers {
  readonly #deployment: Deployment;
  readonly #minute: Edges['clockTriggerMinute'];
  #installed: InstalledTrigger[] = [];
  #nextNumber = 1;

  constructor(deployment: Deployment, minute: Edges['clockTriggerMinute'] = 'as it was made') {
    this.#deployment = deployment;
    this.#minute = minute;
  }

  /** All triggers, of everybody. */
  get all(): readonly InstalledTrigger[] {
    return this.#installed;
  }

  /**
   * The triggers a person can see: their own, in whatever spreadsheet they made them.
   *
   * @see https://developers.google.com/apps-script/reference/script/script-app#getprojecttriggers ("all installable triggers
   * associated with the current project and current user"; read 2026-11-29)
   */
  of(user: string): readonly InstalledTrigger[] {
    return this.#installed.filter((trigger) => trigger.user === user);
  }

  /** Installs a trigger; throws beyond the limits. */
  create(
    { user, fileId }: { readonly user: string; readonly fileId: string },
    functionName: string,
    schedule: TriggerSchedule,
    nowMs: number,
  ): InstalledTrigger {
    this.#refuseTooMany(user, fileId, schedule);
    const dueAt = this.#firstDueAt(schedule, nowMs, this.#nextNumber);
    const trigger: InstalledTrigger = {
      id: String(7_000_000_000_000 + this.#nextNumber++),
      functionName,
      schedule,
      user,
      fileId,
      strikes: 0,
      ...(dueAt === undefined ? {} : { dueAt }),
    };
    this.#installed.push(trigger);
    return trigger;
  }

  /** Removes a trigger of a person. */
  delete(user: string, id: string): void {
    this.#installed = this.#installed.filter((trigger) => trigger.user !== user || trigger.id !== id);
  }

  /** The trigger that is due next, if one is due by a time. */
  nextDue(byMs: number): { readonly trigger: InstalledTrigger; readonly dueAt: number } | undefined {
    const due = this.#installed.flatMap((trigger) =>
      trigger.dueAt !== undefined && trigger.dueAt <= byMs ? [{ trigger, dueAt: trigger.dueAt }] : [],
    );
    return due.sort((one, other) => one.dueAt - other.dueAt)[0];
  }

  /** Marks a trigger as fired: a repeated one is due again a period later, a one-off never. */
  markFired(trigger: InstalledTrigger, dueAtMs: number): void {
    if (trigger.schedule.kind === 'every') trigger.dueAt = dueAtMs + this.#atLeastFloor(trigger.schedule.periodMs);
    else delete trigger.dueAt;
  }

  /** What a repeated trigger has missed while its execution lasted is not made up for. */
  skipMissed(trigger: InstalledTrigger, nowMs: number): void {
    if (trigger.schedule.kind !== 'every' || trigger.dueAt === undefined) return;
    const periodMs = this.#atLeastFloor(trigger.schedule.periodMs);
    while (trigger.dueAt <= nowMs) trigger.dueAt += periodMs;
  }

  #firstDueAt(schedule: TriggerSchedule, nowMs: number, number: number): number | undefined {
    if (schedule.kind === 'event') return undefined;
    if (schedule.kind === 'every' && this.#minute === 'chosen by Google') {
      // Any minute of the first period; the same for the same trigger, so that a test can be repeated.
      const periodMs = this.#atLeastFloor(schedule.periodMs);
      return nowMs + Math.ceil((periodMs * (((number * 37) % 59) + 1)) / 60);
    }
    return nowMs + this.#atLeastFloor(schedule.kind === 'once' ? schedule.afterMs : schedule.periodMs);
  }

  #atLeastFloor(ms: number): number {
    return this.#deployment === 'published' ? Math.max(ms, PUBLISHED_FLOOR_MS) : ms;
  }

  /** @see https://github.com/RomainVialard/ErrorHandler `src/ErrorHandler.gs.js` (texts; read 2026-11-21) */
  #refuseTooMany(user: string, fileId: string, schedule: TriggerSchedule): void {
    const own = this.of(user);
    const hasSameType = own.some(
      (trigger) => trigger.fileId === fileId && typeOf(trigger.schedule) === typeOf(schedule),
    );
    if (this.#deployment === 'published' && hasSameType) {
      throw new ServiceException(
        `This add-on has created too many ${typeOf(schedule)} triggers in this document for this Google user account.`,
      );
    }
    if (own.length < MAX_TRIGGERS) return;
    throw new ServiceException(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  }
}

function typeOf(schedule: TriggerSchedule): string {
  if (schedule.kind !== 'event') return 'time-based';
  return schedule.event.slice(3).toLowerCase().replace('_', '-');
}

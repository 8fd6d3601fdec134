/** What can happen around a schedule: ticks, kills, people, lost triggers – and what must hold after each of them. */
import fc from 'fast-check';
import type { ServiceCall } from '../../../playground/apps-script/emulator.ts';
import { parseSchedule, type ScheduleRecord } from '../../../src/core/schedule/record.ts';
import { COLLEAGUE, connect, OWNER, openSheet, succeed, type TestSheet } from '../listing-sheet.ts';
import { LISTING_HEADERS, listingRow, records } from '../listings.ts';
import { keysOf } from './plot.ts';

const PEOPLE = [OWNER, COLLEAGUE] as const;

type Person = (typeof PEOPLE)[number];

/** One thing that happens. */
export type Step =
  | { readonly kind: 'tick' }
  /** The first execution is killed at its n-th service call, before that takes effect or after. */
  | { readonly kind: 'killedTick'; readonly atServiceCall: number; readonly isAfterEffect: boolean }
  /** When the tick is about to write the schedule for the n-th time, somebody takes it over. */
  | { readonly kind: 'takeOverInTick'; readonly write: number; readonly by: Person }
  | { readonly kind: 'takeOver' | 'pause' | 'resume' | 'allowDeletes' | 'loseTrigger'; readonly by: Person }
  | { readonly kind: 'edit' | 'withdraw' | 'relist'; readonly row: number };

const by = fc.constantFrom(...PEOPLE);
const ofPerson = (kind: 'takeOver' | 'pause' | 'resume' | 'allowDeletes' | 'loseTrigger') =>
  fc.record({ kind: fc.constant(kind), by });
const ofRow = (kind: 'edit' | 'withdraw' | 'relist') =>
  fc.record({ kind: fc.constant(kind), row: fc.integer({ min: 2, max: 4 }) });

/** Any step; ticks, whole and killed, are the most. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Step>({ kind: 'tick' }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('killedTick' as const),
      atServiceCall: fc.integer({ min: 1, max: 190 }),
      isAfterEffect: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('takeOverInTick' as const),
      write: fc.integer({ min: 1, max: 5 }),
      by,
    }),
  },
  { weight: 2, arbitrary: ofPerson('takeOver') },
  { weight: 1, arbitrary: ofPerson('pause') },
  { weight: 2, arbitrary: ofPerson('resume') },
  { weight: 1, arbitrary: ofPerson('allowDeletes') },
  { weight: 1, arbitrary: ofPerson('loseTrigger') },
  { weight: 3, arbitrary: ofRow('edit') },
  { weight: 1, arbitrary: ofRow('withdraw') },
  { weight: 1, arbitrary: ofRow('relist') },
);

const HOUR_MS = 3_600_000;
const NUMBERS = ['A1', 'A2', 'A3'];

/** Google disables a trigger: it is not there any more, and nobody is told. */
const LOSE_TRIGGERS = 'ScriptApp.getProjectTriggers().forEach((trigger) => ScriptApp.deleteTrigger(trigger));';

/** A tab of three listings with an hourly schedule, two people who have a key, and what is known of them. */
export class ScheduleScene {
  readonly sheet: TestSheet;
  readonly #id: string;
  readonly #tabId: number;
  #edits = 0;
  #lastSlot = '';
  /** Who was told in this step that the schedule is theirs now. */
  #taker: Person | undefined;

  private constructor(sheet: TestSheet, id: string, tabId: number) {
    this.sheet = sheet;
    this.#id = id;
    this.#tabId = tabId;
  }

  static async open(): Promise<ScheduleScene> {
    const rows = [LISTING_HEADERS, ...NUMBERS.map((number) => listingRow(number))];
    const sheet = await openSheet(rows, { platform: { listings: records(...NUMBERS) } });
    await connect(sheet, COLLEAGUE);
    const tabId = sheet.emulator.hands.activeTabId();
    const input = { action: 'sync', tabIds: [tabId], when: { kind: 'hourly' }, allowsDeletes: false };
    const { schedules } = succeed(await sheet.ask('saveSchedule', input));
    sheet.platform.journal.clear();
    return new ScheduleScene(sheet, schedules[0]?.id ?? '', tabId);
  }

  /** Lets a step happen; what is broken afterwards, in words. */
  async play(step: Step): Promise<readonly string[]> {
    const before = this.record();
    const dueAt = step.kind === 'tick' ? await this.#ownersTick() : undefined;
    this.sheet.platform.journal.clear();
    this.#taker = undefined;
    if (dueAt === undefined) await this.#happen(step);
    else await this.sheet.emulator.advanceClock(dueAt - this.sheet.emulator.now() + 1);
    const now = this.record();
    const broken: string[] = [];
    const owners = await this.#owners();
    if (owners.length !== 1) broken.push(`${owners.length} people own it`);
    if (this.#taker !== undefined && owners[0] !== this.#taker) broken.push('a take-over was lost');
    const deletes = this.sheet.sent('RealEstateDelete').length;
    const allowed = [before, now].some(({ deletesAllowedBy }) => deletesAllowedBy !== undefined);
    if (deletes > 0 && !allowed) broken.push('a listing was deleted that nobody allowed');
    if (now.lastRun !== undefined && now.lastRun.slot < this.#lastSlot) broken.push('slots ended out of order');
    this.#lastSlot = now.lastRun?.slot ?? this.#lastSlot;
    if (dueAt !== undefined && before.status.kind === 'active' && now.status.kind === 'active') {
      const slot = new Date(dueAt).toISOString().slice(0, 13);
      const isDone = now.lastRun?.slot === slot || before.lastSlot === slot;
      if (!isDone || now.underWay !== undefined) broken.push(`the slot ${slot} was lost`);
    }
    return broken;
  }

  /** Two whole hours after its owner has started it again: what is still not as it should be. */
  async settle(): Promise<readonly string[]> {
    const [owner = OWNER] = await this.#owners();
    await this.#change('resume', owner);
    await this.sheet.emulator.advanceClock(2 * HOUR_MS);
    const broken: string[] = [];
    const triggers = this.#triggerOwners();
    if (triggers.join() !== owner) broken.push(`the triggers are of ${triggers.join() || 'nobody'}`);
    const { failures, status, underWay } = this.record();
    if (status.kind !== 'active' || failures > 0 || underWay !== undefined) broken.push('it does not run');
    const statuses = this.sheet.column('Sync status');
    if (statuses.some((text) => !/^(Updated|Unchanged|Deleted|Skipped|Not found)$/.test(text)))
      broken.push(statuses.join());
    this.sheet.platform.journal.clear();
    await this.sheet.emulator.advanceClock(HOUR_MS);
    // A listing that was deleted and is wanted again is not found, and is asked for each time.
    const keys = this.sheet.column('MLS number');
    const notFound = keys.filter((_, index) => statuses[index] === 'Not found');
    const left = this.sheet
      .requests()
      .filter((entry) => entry.endpoint === 'RealEstateUpdate')
      .flatMap(keysOf);
    if (left.some((key) => !notFound.includes(key))) broken.push('something was left to be sent');
    return broken;
  }

  record(): ScheduleRecord {
    const record = parseSchedule(this.sheet.emulator.properties('document')[`schedule.${this.#id}`] ?? null);
    if (record === undefined) throw new Error('The schedule is gone.');
    return record;
  }

  /** When Google calls next for whose it is; `undefined` where it does not. */
  async #ownersTick(): Promise<number | undefined> {
    const [owner] = await this.#owners();
    return this.sheet.emulator.triggers().find(({ user }) => user === owner)?.dueAt;
  }

  #triggerOwners(): readonly string[] {
    return this.sheet.emulator.triggers().map(({ user }) => user);
  }

  /** Those whose it is by what they are shown. */
  async #owners(): Promise<readonly Person[]> {
    const owners: Person[] = [];
    for (const person of PEOPLE) {
      const { schedules } = succeed(await this.sheet.ask('getAutomation', undefined, person));
      if (schedules[0]?.isMine === true) owners.push(person);
    }
    return owners;
  }

  async #happen(step: Step): Promise<void> {
    const { emulator } = this.sheet;
    switch (step.kind) {
      case 'tick':
        await emulator.advanceClock(HOUR_MS);
        return;
      case 'killedTick': {
        const { atServiceCall, isAfterEffect } = step;
        const kill = isAfterEffect ? { killAfterServiceCall: atServiceCall } : { killAtServiceCall: atServiceCall };
        await emulator.advanceClock(HOUR_MS, kill);
        return;
      }
      case 'takeOverInTick':
        await this.#takeOverInTick(step.write, step.by);
        return;
      case 'takeOver':
      case 'pause':
      case 'resume':
        await this.#change(step.kind, step.by);
        return;
      case 'allowDeletes': {
        const input = { id: this.#id, action: 'sync', tabIds: [this.#tabId], when: { kind: 'hourly' } };
        await this.sheet.ask('saveSchedule', { ...input, allowsDeletes: true }, step.by);
        return;
      }
      case 'loseTrigger':
        await emulator.evaluate(LOSE_TRIGGERS, { user: step.by });
        return;
      case 'edit':
        this.#edits += 1;
        emulator.hands.type('Tab', `G${step.row}`, `$${450_000 + this.#edits}`);
        return;
      case 'withdraw':
        emulator.hands.type('Tab', `B${step.row}`, 'Withdrawn');
        return;
      case 'relist':
        emulator.hands.type('Tab', `B${step.row}`, 'Active');
        return;
      default:
        return step satisfies never;
    }
  }

  /** What a person is refused, such as resuming what is another's, changes nothing. */
  async #change(change: string, user: Person): Promise<void> {
    const reply = await this.sheet.ask('changeSchedule', { id: this.#id, change }, user);
    if (reply.ok && change === 'takeOver') this.#taker = user;
  }

  /** The tick stands still only until the other waits for it, or has done without. */
  async #takeOverInTick(write: number, user: Person): Promise<void> {
    const { emulator } = this.sheet;
    let taking: Promise<unknown> = Promise.resolve();
    const stops: (() => void)[] = [];
    let writes = 0;
    const isWanted = ({ args }: ServiceCall) => String(args[0]).startsWith('schedule.') && ++writes === write;
    stops.push(
      emulator.before('Properties.setProperty', isWanted, async () => {
        const isWaiting = new Promise((resolve) => {
          stops.push(emulator.before('Lock.waitLock', (call) => call.functionName === 'changeSchedule', resolve));
        });
        taking = this.#change('takeOver', user);
        await Promise.race([isWaiting, taking]);
      }),
    );
    await emulator.advanceClock(HOUR_MS);
    for (const stop of stops) stop();
    await taking;
  }
}

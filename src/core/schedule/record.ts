/** What the file remembers of a schedule: everybody who opens it sees it, and anybody who can edit may take it over. */
import * as v from 'valibot';
import { bytesOf } from '../settings/store-room.ts';
import { clipText } from '../terms/clip-text.ts';
import { lazySchema } from '../terms/lazy-schema.ts';
import { parseStored } from '../terms/parse-stored.ts';
import type { LocalHour, When } from './due.ts';

/** What a schedule does with a tab; deletes of a tab are part of syncing it, and never a schedule of their own. */
export const SCHEDULED_ACTIONS = ['sync', 'push'] as const;

/** What a schedule does. */
export type ScheduledAction = (typeof SCHEDULED_ACTIONS)[number];

/** A tab by its id, which survives renaming, and its name when it was last seen. */
export interface ScheduledTab {
  readonly tabId: number;
  readonly tabName: string;
}

/** A person: an address to show, which Google may hide, and a random text by which they are known. */
export interface ScheduleOwner {
  readonly email: string;
  readonly token: string;
}

/** Whether it runs. A schedule that needs a review runs on. */
export type ScheduleStatus =
  | { readonly kind: 'active' }
  | { readonly kind: 'paused'; readonly by: string }
  /** It was stopped, and why, in words. */
  | { readonly kind: 'stopped'; readonly reason: string };

/** What a person has to look at. */
export type Review =
  /** Deletes of a tab that were held: so many, and why. Whoever looks at them is asked about those that there are then. */
  | {
      readonly kind: 'deletes';
      readonly tabId: number;
      readonly count: number;
      readonly reason: string;
      /** Whether they are of listings whose rows are gone from the tab, and not of rows that ask for a delete. */
      readonly isLeft?: true;
    }
  | {
      readonly kind: 'look';
      readonly words: string;
      /** The tab that is not what it was. */
      readonly tabId?: number;
      /** Rows it has now, where it has lost too many. */
      readonly rows?: number;
    };

/** How the newest slot that has ended went. */
export interface LastRun {
  readonly slot: LocalHour;
  readonly endedAtMs: number;
  readonly isOk: boolean;
  /** `3 Updated, 1 Invalid`, or what stopped it. */
  readonly words: string;
}

/** A slot that was begun and has not ended: the tab it is at, and the run there once it has begun. */
export interface SlotUnderWay {
  readonly slot: LocalHour;
  readonly tabIndex: number;
  readonly runId: string;
  /** Whether the tab is synced, and its listings whose rows are gone come next. */
  readonly isLeft?: true;
  /** How often a run of this tab was about to begin. */
  readonly attempts: number;
  /** How the tabs before went, in words. */
  readonly words: readonly string[];
  readonly isOk: boolean;
}

/** A schedule. */
export interface ScheduleRecord {
  readonly id: string;
  readonly action: ScheduledAction;
  readonly tabs: readonly ScheduledTab[];
  readonly when: When;
  /** The zone that its hours are of: the spreadsheet's when it was made or changed. */
  readonly timeZone: string;
  readonly owner: ScheduleOwner;
  /** Whose key it ran with last: its owner's own, or one that is shared in the file. */
  readonly key: 'own' | 'shared';
  readonly status: ScheduleStatus;
  readonly review?: Review;
  readonly lastSlot: LocalHour;
  readonly lastRun?: LastRun;
  readonly underWay?: SlotUnderWay;
  /** What is due waits until Google lets the owner's triggers run again. */
  readonly waitsUntilMs?: number;
  /** What the slot needs is more than Google allows its owner today: requests in all, and those that are allowed. */
  readonly exceeds?: { readonly requests: number; readonly allowed: number };
  /** Slots in a row that failed. */
  readonly failures: number;
  /** How it stood when its owner was told last, by e-mail. */
  readonly told: ToldStanding;
  /** Who switched deletes on; absent where nobody has. Never inherited. */
  readonly deletesAllowedBy?: string;
  /** For each tab, in order: rows when a person agreed last, and a hash of what the schedule rests on; `''` before the first look. */
  readonly grounds: readonly Ground[];
}

/** What owners are told of: what a person pauses is no news. */
export const TOLD_STANDINGS = ['well', 'failing', 'needsReview', 'stopped'] as const;

/** How a schedule stands, as far as its owner is told. */
export type ToldStanding = (typeof TOLD_STANDINGS)[number];

/** What a schedule rests on in a tab. */
export interface Ground {
  readonly rows: number;
  readonly restsOn: string;
  /** The share of its rows that were Invalid in the last run, from 0 to 1. */
  readonly invalidShare: number;
}

/** At most so many in a file. */
export const MOST_SCHEDULES = 20;

/** Tabs of one schedule. */
export const MOST_TABS = 10;

const VERSION = 1;
const hour = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23));
const weekday = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7));

/** When a schedule runs, as people hand it over and as it is stored. */
export const whenSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('hourly') }),
  v.strictObject({
    kind: v.literal('daily'),
    hour,
    weekdays: v.pipe(v.array(weekday), v.minLength(1), v.maxLength(7)),
  }),
]);

const SCHEMA = lazySchema(() =>
  v.object({
    version: v.literal(VERSION),
    id: v.string(),
    action: v.picklist(SCHEDULED_ACTIONS),
    tabs: v.pipe(v.array(v.object({ tabId: v.number(), tabName: v.string() })), v.minLength(1)),
    when: whenSchema,
    timeZone: v.string(),
    owner: v.object({ email: v.string(), token: v.string() }),
    key: v.optional(v.picklist(['own', 'shared']), 'own'),
    status: v.variant('kind', [
      v.object({ kind: v.literal('active') }),
      v.object({ kind: v.literal('paused'), by: v.string() }),
      v.object({ kind: v.literal('stopped'), reason: v.string() }),
    ]),
    review: v.exactOptional(
      v.variant('kind', [
        v.object({
          kind: v.literal('deletes'),
          tabId: v.number(),
          count: v.number(),
          reason: v.string(),
          isLeft: v.exactOptional(v.literal(true)),
        }),
        v.object({
          kind: v.literal('look'),
          words: v.string(),
          tabId: v.exactOptional(v.number()),
          rows: v.exactOptional(v.number()),
        }),
      ]),
    ),
    lastSlot: v.string(),
    lastRun: v.exactOptional(
      v.object({ slot: v.string(), endedAtMs: v.number(), isOk: v.boolean(), words: v.string() }),
    ),
    underWay: v.exactOptional(
      v.object({
        slot: v.string(),
        tabIndex: v.number(),
        runId: v.string(),
        isLeft: v.exactOptional(v.literal(true)),
        attempts: v.number(),
        words: v.array(v.string()),
        isOk: v.boolean(),
      }),
    ),
    waitsUntilMs: v.exactOptional(v.number()),
    exceeds: v.exactOptional(v.object({ requests: v.number(), allowed: v.number() })),
    failures: v.number(),
    told: v.optional(v.picklist(TOLD_STANDINGS), 'well'),
    deletesAllowedBy: v.exactOptional(v.string()),
    grounds: v.array(v.object({ rows: v.number(), restsOn: v.string(), invalidShare: v.number() })),
  }),
);

/** Reads a stored schedule; `undefined` when it is none of this version. */
export function parseSchedule(text: string | null): ScheduleRecord | undefined {
  const stored = parseStored(SCHEMA, text);
  if (stored === undefined) return undefined;
  const { version: _, ...record } = stored;
  return record;
}

/** A schedule takes so much of the file's store at most, in bytes. */
export const MOST_BYTES = 2_048;

/**
 * Texts are shortened to the first of these with which a schedule fits, names of tabs before words: tabs are shown by the name
 * that they have now, so what is kept of it will do for one that is gone.
 */
const TEXT_LENGTHS = [
  { name: 60, words: 320 },
  { name: 20, words: 320 },
  { name: 20, words: 160 },
  { name: 10, words: 160 },
  ...[160, 120, 80, 40, 20, 10, 5].map((words) => ({ name: 5, words })),
] as const;

type TextLengths = (typeof TEXT_LENGTHS)[number];

/** As it is stored: names, addresses and words are shortened where there are many, what is decided by never. */
export function storedSchedule(record: ScheduleRecord): string {
  let stored = '';
  for (const lengths of TEXT_LENGTHS) {
    stored = JSON.stringify({ ...shortened(record, lengths), version: VERSION });
    if (bytesOf({ [record.id]: stored }) <= MOST_BYTES) break;
  }
  return stored;
}

function shortened(record: ScheduleRecord, lengths: TextLengths): ScheduleRecord {
  const { tabs, grounds, owner, status, review, lastRun, underWay, deletesAllowedBy } = record;
  const short = (text: string) => clipText(text, lengths.words);
  return {
    ...record,
    tabs: tabs.map(({ tabId, tabName }) => ({ tabId, tabName: clipText(tabName, lengths.name) })),
    owner: { ...owner, email: short(owner.email) },
    grounds: grounds.map((ground) => ({ ...ground, invalidShare: Number(ground.invalidShare.toFixed(2)) })),
    ...(status.kind === 'paused' && { status: { ...status, by: short(status.by) } }),
    ...(status.kind === 'stopped' && { status: { ...status, reason: short(status.reason) } }),
    ...(review?.kind === 'deletes' && { review: { ...review, reason: short(review.reason) } }),
    ...(review?.kind === 'look' && { review: { ...review, words: short(review.words) } }),
    ...(lastRun && { lastRun: { ...lastRun, words: short(lastRun.words) } }),
    ...(underWay && { underWay: { ...underWay, words: shortList(underWay.words, lengths.words) } }),
    ...(deletesAllowedBy !== undefined && { deletesAllowedBy: short(deletesAllowedBy) }),
  };
}

/** Words that are strung together in the end. */
function shortList(words: readonly string[], longest: number): readonly string[] {
  const text = words.join('; ');
  return text.length <= longest ? words : [clipText(text, longest)];
}

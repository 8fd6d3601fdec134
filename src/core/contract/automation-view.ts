/** What the sidebar shows of what runs by itself, and what it may ask to be changed. */
import type { When } from '../schedule/due.ts';
import type { ScheduledAction, ScheduledTab } from '../schedule/record.ts';
import type { Shown } from '../schedule/sentences.ts';
import type { WebhookView } from './webhook-view.ts';

/** A schedule as everybody sees it. */
export interface ScheduleView {
  readonly id: string;
  /** `Every day between 7 and 8: sync “Listings”` */
  readonly title: string;
  /** `Every day between 7 and 8: sync “Listings”. Yours, last run today 7:12: 3 Updated.` */
  readonly sentence: string;
  /** What needs a person, with the next step; `''` where nothing does. */
  readonly notice: string;
  readonly shown: Shown;
  readonly isMine: boolean;
  readonly action: ScheduledAction;
  readonly tabIds: readonly number[];
  readonly when: When;
  readonly allowsDeletes: boolean;
  /** Whether this person may remove it. */
  readonly mayRemove: boolean;
  /** What a person has to look at: the tab whose deletes were held, or a tab that is not what it was. */
  readonly review?:
    | { readonly kind: 'deletes'; readonly tabId: number; readonly count: number }
    | { readonly kind: 'look'; readonly rows?: number };
}

/** Everything of the Automate view. */
export interface AutomationView {
  readonly schedules: readonly ScheduleView[];
  /** The tabs that can be chosen. */
  readonly tabs: readonly ScheduledTab[];
  /** Why nothing can run by itself for this person here; `''` where it can, as far as anybody knows. */
  readonly obstacle: string;
  /** What is only known after Google's clock has struck; `''` once it has. */
  readonly doubt: string;
  /** Who may delete, by address; empty where everybody may who can edit. */
  readonly mayDelete: readonly string[];
  /** Whether owners get an e-mail when a schedule of theirs fails, stops, waits for them or is well again. */
  readonly isMailed: boolean;
  readonly webhook: WebhookView;
  /** The team in words: who has schedules here. */
  readonly team: readonly string[];
}

/** What `saveMayDelete` takes. */
export interface MayDeleteInput {
  readonly emails: readonly string[];
}

/** What `saveSchedule` takes: without `id` a new one. */
export interface ScheduleInput {
  readonly id?: string;
  readonly action: ScheduledAction;
  readonly tabIds: readonly number[];
  readonly when: When;
  readonly allowsDeletes: boolean;
}

/** What can be done with a schedule. */
export const SCHEDULE_CHANGES = ['pause', 'resume', 'takeOver', 'accept', 'remove'] as const;

/** What `changeSchedule` takes. `accept`: a person has looked, and it is right as it was shown to them. */
export interface ScheduleChange {
  readonly id: string;
  readonly change: (typeof SCHEDULE_CHANGES)[number];
  /** Rows of the tab as they were told, where it had lost many. */
  readonly seenRows?: number;
}

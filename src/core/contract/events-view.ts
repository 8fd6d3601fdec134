/** What sidebar and server say to each other about messages. */
import type { RowPreview, TakenCounts } from '../events/take-in.ts';
import type { Taken } from '../events/taken-words.ts';

/** The most characters of one part of a paste; the sidebar cuts larger ones up. */
export const LONGEST_PART = 1_000_000;

/** Messages as text, and the tab they are for; the active one where it is not said. */
export interface EventsRequest {
  readonly text: string;
  readonly tabId?: number;
}

/** Messages to be taken in. */
export interface TakeEventsRequest extends EventsRequest {
  /** Whether the columns that are missing are made; where not, nobody is asked about them again. */
  readonly makesColumns: boolean;
}

/** What messages did; the message is the sentence for counts and note. */
export interface EventsTaken extends Taken {
  readonly message: string;
}

/** What messages would do. */
export interface EventsPreview {
  readonly counts: TakenCounts;
  readonly message: string;
  readonly tabId: number;
  readonly tabName: string;
  /** The first rows that would change. */
  readonly rows: readonly RowPreview[];
  /** Headers of columns that would be made. */
  readonly missingColumns: readonly string[];
}

/** What is connected, and what waits for a person. */
export interface EventsView {
  readonly inbox?: {
    readonly address: string;
    readonly tabId: number;
    /** The tab that messages go into; `''` where it is gone. */
    readonly tabName: string;
    /** Whether this person has entered a key for it. */
    readonly hasKey: boolean;
    /** What the last poll did; `''` before the first. */
    readonly lastMessage: string;
    readonly lastPolledAt: string;
  };
  /** What arrived lately, the newest first. */
  readonly lately: readonly ArrivedLately[];
  /** Hosts whose inboxes may be polled. */
  readonly inboxHosts: readonly string[];
  readonly asideCount: number;
  /** The first messages that wait. */
  readonly aside: readonly AsideMessage[];
}

/** One time that messages were taken in or asked for. */
export interface ArrivedLately {
  readonly at: string;
  /** By which door: `Webhook`. */
  readonly door: string;
  /** What came of it, and how often in a row. */
  readonly outcome: string;
  readonly isProblem: boolean;
}

/** A message that waits for a person. */
export interface AsideMessage {
  readonly id: string;
  readonly why: string;
  /** What the message calls its listing; `''` where it names none. */
  readonly listing: string;
  /** The beginning of the message. */
  readonly excerpt: string;
  readonly keptAt: string;
}

/** An inbox to be connected. */
export interface InboxInput {
  readonly address: string;
  readonly key: string;
  /** The tab that messages go into; the active one where it is not said, since a blank one has no view. */
  readonly tabId?: number;
  readonly start: 'now' | 'everything';
}

/** What is to become of a message that waits. */
export interface KeptChoice {
  readonly id: string;
  readonly choice: 'retry' | 'row' | 'discard';
  /** The tab it is meant for. */
  readonly tabId: number;
  /** The row it is meant for, where a person chose one. */
  readonly rowNumber?: number;
}

/** What a poll brought. */
export interface InboxPolled extends EventsTaken {
  /** Whether the time was up before the inbox was empty. */
  readonly hasMore: boolean;
}

/** Selected rows to be published. */
export interface PublishRequest {
  readonly tabId: number;
  /** Who gets the messages; `''` for the pod's own profile. */
  readonly recipient: string;
  /** Whether rows go out as well that hold nothing but what messages wrote. */
  readonly includesReceived: boolean;
}

/** Rows as messages. */
export interface EventsExported {
  /** JSON Lines. */
  readonly text: string;
  /** Why rows are left out, a sentence each. */
  readonly problems: readonly string[];
  readonly message: string;
}

/** What publishing did; the rows say the rest. */
export interface EventsPublished {
  readonly message: string;
}

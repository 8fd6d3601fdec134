/** What sidebar and server say to each other about messages. */
import type { RowPreview, TakenCounts } from '../events/take-in.ts';

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

/** What messages did. */
export interface EventsTaken {
  readonly counts: TakenCounts;
  readonly message: string;
}

/** What messages would do. */
export interface EventsPreview extends EventsTaken {
  readonly tabId: number;
  readonly tabName: string;
  /** The first rows that would change. */
  readonly rows: readonly RowPreview[];
  /** Headers of columns that would be made. */
  readonly missingColumns: readonly string[];
}

/** What a person asks a run for, and what is answered. */

import type { RowList } from '../terms/row-list.ts';
import type { Action, Scope } from '../words/actions.ts';
import type { DeleteLoad } from './brake.ts';
import type { RunProgress } from './progress.ts';

/** A person's answer to the question about deletes. */
export interface DeleteAgreement {
  /** The token of what was shown. */
  readonly deleteToken: string;
  /** The listings that shall stay, by their ids; none by default. */
  readonly leftOut?: readonly string[];
  /** How many are deleted, as the person typed it; needed above the brake. */
  readonly typedCount?: number;
}

/** Which rows, and what shall be done with them. Deletes happen only with the answer to the question that was asked. */
export interface RunRequest extends Partial<DeleteAgreement> {
  readonly action: Action;
  readonly scope: Scope;
  /** The tab; absent where it is the one in front, which a command of the menu is about. */
  readonly tabId?: number;
  /** Whether only the first row is sent that has something to send, to see whether all is well. */
  readonly isTrial?: boolean;
  /** The rows that the confirmation was about; without it the run is about what is selected now. */
  readonly selection?: AskedSelection;
}

/** Selected rows as they were when a question about them was asked. */
export interface AskedSelection {
  readonly selected: RowList;
  readonly hidden: RowList;
  /** Stands for the keys of the rows in their order: a run of rows that have moved since is refused. */
  readonly order: string;
}

/** A request out of the sidebar, whose look at the spreadsheet may be a minute old: it names the tab that the person saw. */
export type OfSeenTab<Request> = Request & { readonly tabId: number };

/** What `startRun` takes. */
export interface StartRequest extends RunRequest {
  /** A name the sidebar gives the run, by which it knows it before the start has answered. */
  readonly startId?: string;
}

/** A listing that would be deleted, as people know it. */
export interface DeleteListing {
  /** Names the delete within its question. */
  readonly id: string;
  readonly key: string;
  /** Where the home is; `''` where the tab does not say. */
  readonly address: string;
  readonly rowNumber: number;
  /** Why it goes: `Off the market (“Withdrawn”)`. */
  readonly why: string;
}

/** What a run would delete: shown before anything is. */
export interface DeleteConfirmation {
  readonly tabName: string;
  /** The chatbot that forgets them. */
  readonly chatbotId: string;
  /** Every listing that is deleted, in the order of the rows. */
  readonly listings: readonly DeleteListing[];
  /** What to know before one agrees, in sentences. */
  readonly said: readonly string[];
  /** Rows that the run sends besides. */
  readonly otherRows: number;
  /** What the brake measures them by. */
  readonly load: Omit<DeleteLoad, 'deletes'>;
  /** Stands for exactly these deletes; hand it to `startRun` once the person agreed. */
  readonly deleteToken: string;
}

/** A run either starts, or first needs a person's word on its deletes. */
export type StartReply =
  | { readonly kind: 'started'; readonly progress: RunProgress }
  | {
      readonly kind: 'confirmDeletes';
      readonly confirmation: DeleteConfirmation;
      /** The selection: handed back with the agreement, the run is about the same rows. */
      readonly selection?: AskedSelection;
    };

/** Names a run. */
export interface RunReference {
  readonly runId: string;
}

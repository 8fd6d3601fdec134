/** A row that needs a person. */
import type { Cause } from '../own-cells/outcome.ts';
import type { SyncStatus } from '../words/statuses.ts';

/** A row that needs a person, and where it is. */
export interface RowProblem {
  readonly tabId: number;
  readonly rowNumber: number;
  /** The column number to go to, from 1; the status column when no cell is to blame. */
  readonly columnNumber: number;
  /** The cell that tells the row from others wherever people move it; absent where only the whole row does. */
  readonly key?: { readonly columnNumber: number; readonly text: string };
  /** The row's key, or its first text. */
  readonly label: string;
  readonly status: SyncStatus;
  readonly detail: string;
  /** Why the row is held back; absent where the detail says it all. */
  readonly causes?: readonly Cause[];
}

/** The same of a run; without a status where the row changed while it waited, and so has no outcome. */
export type RunProblem = Omit<RowProblem, 'status'> & Partial<Pick<RowProblem, 'status'>>;

/** What is known of a selection that is too large to be asked about in one call. */
import type { RowList } from './row-list.ts';

/** Which rows were selected, and which of them are hidden as far as they were asked about, from the first one on. */
export interface SelectionSurvey {
  readonly tabId: number;
  readonly selected: RowList;
  readonly hidden: RowList;
  readonly askedRows: number;
  /** Stands for the keys of the rows in their order: a run of rows that have moved since is refused. */
  readonly order: string;
}

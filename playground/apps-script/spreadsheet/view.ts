/** What a person has before their eyes. */
import type { Area } from './area.ts';

/** A person's view of the spreadsheet. */
export interface View {
  readonly tabId: number;
  /** The selected areas, the current one last; empty when nobody looks at the spreadsheet. */
  readonly areas: readonly Area[];
}

/** A tab with only A1 selected. */
export function viewOfTab(tabId: number): View {
  return { tabId, areas: [{ rowNumber: 1, columnNumber: 1, rowCount: 1, columnCount: 1 }] };
}

/** What `SpreadsheetApp` and its objects may ask of the document. */
import type { Area, Bounds } from '../../spreadsheet/area.ts';
import type { ReadableParts } from '../../spreadsheet/readable-parts.ts';
import type { View } from '../../spreadsheet/view.ts';
import type { FormatRule, Protection, Write } from '../../spreadsheet/writes.ts';

/** A tab in the list of tabs. */
export interface TabEntry {
  readonly tabId: number;
  readonly name: string;
  readonly isHidden: boolean;
}

/** What holds for a tab as a whole. */
export interface TabFacts extends Bounds {
  readonly lastRowNumber: number;
  readonly lastColumnNumber: number;
  readonly frozenRowCount: number;
  readonly filterArea: Area | null;
}

/** Every operation on the document: what is asked and what is answered. */
export interface DocumentOperations {
  readonly listTabs: { readonly request: object; readonly answer: readonly TabEntry[] };
  readonly readTab: { readonly request: { readonly tabId: number }; readonly answer: TabFacts };
  readonly readCells: {
    readonly request: { readonly tabId: number; readonly area: Area; readonly part: keyof ReadableParts };
    readonly answer: readonly (readonly ReadableParts[keyof ReadableParts][])[];
  };
  readonly readMerges: {
    readonly request: { readonly tabId: number; readonly area: Area };
    readonly answer: readonly Area[];
  };
  readonly readRules: { readonly request: { readonly tabId: number }; readonly answer: readonly FormatRule[] };
  readonly readProtections: { readonly request: { readonly tabId: number }; readonly answer: readonly Protection[] };
  readonly canEdit: { readonly request: { readonly tabId: number; readonly area: Area }; readonly answer: boolean };
  readonly isHidden: {
    readonly request: {
      readonly tabId: number;
      readonly number: number;
      readonly by: 'filter' | 'user';
      readonly axis: 'rows' | 'columns';
    };
    readonly answer: boolean;
  };
  readonly readColumnWidth: {
    readonly request: { readonly tabId: number; readonly number: number };
    readonly answer: number;
  };
  readonly applyWrites: { readonly request: { readonly writes: readonly Write[] }; readonly answer: null };
  readonly insertTab: {
    readonly request: { readonly name?: string; readonly index?: number };
    readonly answer: number;
  };
  readonly deleteTab: { readonly request: { readonly tabId: number }; readonly answer: null };
  readonly renameTab: { readonly request: { readonly tabId: number; readonly name: string }; readonly answer: null };
  readonly readView: { readonly request: object; readonly answer: View };
  readonly setView: { readonly request: View; readonly answer: null };
  /** Goes to a tab with what was last selected there. */
  readonly restoreView: { readonly request: { readonly tabId: number }; readonly answer: null };
}
